import { expect, test } from 'vitest';
import { missingPackages, presentEngines } from '../../scripts/engines.mjs';

const LIBRARIES = '/usr/lib/x86_64-linux-gnu';

/** What is found on a computer with these files. */
const foundOf = (...files: readonly string[]) =>
  presentEngines({
    path: '/usr/local/bin:relative:/usr/bin',
    exists: (path) => files.includes(path),
    list: (folder) =>
      files
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''),
  });

test('Firefox, the driver and the screen are looked for in PATH, the test browser of WebKitGTK beside its library', () => {
  const found = foundOf(
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/usr/bin/WebKitWebDriver',
    '/usr/local/bin/Xvfb',
    `${LIBRARIES}/webkit2gtk-4.0/MiniBrowser`,
    `${LIBRARIES}/webkit2gtk-4.1/MiniBrowser`,
    `${LIBRARIES}/other-9.9/MiniBrowser`,
  );
  expect(found).toEqual({
    firefox: '/usr/bin/firefox-esr',
    webkitDriver: '/usr/bin/WebKitWebDriver',
    miniBrowser: `${LIBRARIES}/webkit2gtk-4.1/MiniBrowser`,
    xvfb: '/usr/local/bin/Xvfb',
  });
  expect(missingPackages(found)).toEqual([]);
});

test('what is missing is named by the package that brings it, once', () => {
  expect(missingPackages(foundOf())).toEqual(['firefox-esr', 'webkit2gtk-driver', 'xvfb']);
  expect(missingPackages(foundOf('/usr/bin/firefox', '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'))).toEqual([
    'webkit2gtk-driver',
  ]);
});
