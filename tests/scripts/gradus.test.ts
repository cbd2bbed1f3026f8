import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closingLine, countTests, remarksOf, summary } from '../../scripts/count.mjs';
import { installMark, needsInstall } from '../../scripts/install.mjs';
import { nodeProblem } from '../../scripts/node-version.mjs';
import { isDesktop } from '../../scripts/start.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '25.1.0'])('Node %s is fine', (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

test.each(['12.22.0', '18.20.4', '20.18.9', '21.7.3', '22.11.0', '23.11.0'])(
  'Node %s is refused in a sentence',
  (version) => {
    expect(nodeProblem(version)).toMatch(new RegExp(`needs Node 20\\.19 .* this is Node ${version}\\.`));
  },
);

test('packages are installed when nothing is, and again when the lock file or the system changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gradus-install-'));
  const mark = installMark('a lock', 'linux x64');
  expect(needsInstall(folder, mark)).toBe(true);
  mkdirSync(join(folder, 'node_modules'));
  expect(needsInstall(folder, mark)).toBe(true);
  writeFileSync(join(folder, 'node_modules', '.gradus-lock'), `${mark}\n`);
  expect(needsInstall(folder, mark)).toBe(false);
  expect(needsInstall(folder, installMark('another lock', 'linux x64'))).toBe(true);
  expect(needsInstall(folder, installMark('a lock', 'darwin arm64'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('a browser opens on a desktop, and neither in CI, nor over SSH, nor into a file, nor without a display', () => {
  expect(isDesktop({ platform: 'darwin', env: {}, terminal: true })).toBe(true);
  expect(isDesktop({ platform: 'linux', env: { DISPLAY: ':0' }, terminal: true })).toBe(true);
  expect(isDesktop({ platform: 'linux', env: {}, terminal: true })).toBe(false);
  expect(isDesktop({ platform: 'linux', env: { DISPLAY: ':0' }, terminal: false })).toBe(false);
  expect(isDesktop({ platform: 'win32', env: { CI: 'true' }, terminal: true })).toBe(false);
  expect(isDesktop({ platform: 'darwin', env: { SSH_CONNECTION: 'x' }, terminal: true })).toBe(false);
});

/** A report as Vitest writes it, as far as it is read. */
const reportOf = (
  passed: number,
  failed: number,
  files: { status: string; assertionResults: { status: string }[] }[],
) => JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: files });

test('tests are counted from the report', () => {
  const files = [{ status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }];
  expect(countTests(reportOf(7, 1, files), false)).toEqual({ passed: 7, failed: 1 });
  expect(countTests(reportOf(7, 0, []), true)).toEqual({ passed: 7, failed: 0 });
});

test('a file that cannot be read, a broken-off run, a missing report and a run without tests are failures', () => {
  expect(countTests(reportOf(7, 0, [{ status: 'failed', assertionResults: [] }]), false)).toEqual({
    passed: 7,
    failed: 1,
  });
  expect(countTests(reportOf(7, 0, []), false)).toEqual({ passed: 7, failed: 1 });
  expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(reportOf(0, 0, []), true)).toEqual({ passed: 0, failed: 1 });
});

test('what failed is named with why, and what passed only at the second try too', () => {
  const one = (fullName: string, status: string, ...failureMessages: string[]) => ({
    fullName,
    status,
    failureMessages,
  });
  const testResults = [
    {
      name: '/here/tests/a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        one('adds', 'passed'),
        one('takes away', 'failed', 'Error: expected 1\n    at a.ts'),
        one('waits', 'passed', 'Error: too late'),
      ],
    },
    { name: '/here/tests/b.test.ts', status: 'failed', message: 'Cannot read b', assertionResults: [] },
  ];
  const named = [
    'FAILED  tests/a.test.ts: takes away: Error: expected 1',
    'passed at the second try  tests/a.test.ts: waits: Error: too late',
    'FAILED  tests/b.test.ts: Cannot read b',
  ];
  expect(remarksOf(JSON.stringify({ testResults }), '/here')).toEqual(named);
  expect(summary([{ name: 'unit', passed: 2, failed: 2, seconds: 1, remarks: named }])).toBe(
    ['FAILED  unit        1.0 s  2 of 4 tests', ...named].join('\n'),
  );
});

test('the gate ends with the sum of its parts', () => {
  const results = [
    { name: 'format', passed: 1, failed: 0, seconds: 0.2 },
    { name: 'unit', passed: 40, failed: 2, seconds: 12 },
  ];
  expect(closingLine(results)).toBe('41 passed, 2 failed');
  expect(summary(results)).toBe('passed  format      0.2 s\nFAILED  unit       12.0 s  40 of 42 tests');
});
