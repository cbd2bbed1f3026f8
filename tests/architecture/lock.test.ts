import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foreignHosts, type Lock, missingNatives, missingSystems } from './lock.ts';
import { top } from './sources.ts';

const lock: Lock = JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8'));

test('the lock file lists every native package that a tool wishes for', () => {
  expect(missingNatives(lock)).toEqual([]);
});

test('every native tool has a package for Linux, macOS and Windows on x64 and arm64', () => {
  const tools = ['@biomejs/biome', 'lightningcss', 'oxlint', 'oxlint-tsgolint', 'rolldown', 'typescript'];
  expect(missingSystems(lock, tools)).toEqual([]);
});

test('the lock file names no host but that of npm', () => {
  expect(foreignHosts(lock)).toEqual([]);
});

test('a missing native package, a missing system and a private host are found', () => {
  const broken: Lock = {
    packages: {
      'node_modules/tool': {
        resolved: 'https://mirror.example/tool.tgz',
        optionalDependencies: { 'tool-linux-x64': '1.0.0' },
      },
    },
  };
  expect(missingNatives(broken)).toHaveLength(1);
  expect(missingSystems(broken, ['tool'])).toHaveLength(5);
  expect(foreignHosts(broken)).toHaveLength(1);
});
