// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { NotFetched, part } from '../src/part.ts';

/** A page without a network: whether a style sheet that it asks for counts as there is set by hand. */
const connect = (there: boolean) => {
  Object.assign(Reflect.get(window, 'happyDOM').settings, {
    disableCSSFileLoading: true,
    handleDisabledFileLoadingAsSuccess: there,
  });
};
const links = () => [...document.head.querySelectorAll('link')];

/** A link as the loader of parts puts it in; resolves when it has come or failed. */
const put = (name: string): Promise<string> =>
  new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = '';
    link.href = `https://gradus.test/assets/${name}.css`;
    for (const end of ['load', 'error']) link.addEventListener(end, () => resolve(end));
    document.head.append(link);
  });

afterEach(async () => {
  // No test leaves a style sheet missing for the next.
  connect(true);
  await part(() => Promise.resolve('')).fetch();
  document.head.replaceChildren();
});

test('a part comes only with the style sheets that failed before, each asked for once more at its place', async () => {
  connect(true);
  expect(await put('first')).toBe('load');
  connect(false);
  expect(await put('FitPanel')).toBe('error');
  connect(true);
  expect(await put('last')).toBe('load');
  const [first, old, last] = links();
  const heard: string[] = [];
  const fit = part(() => Promise.resolve('script'));
  document.addEventListener(
    'load',
    ({ target }) => heard.push(`${String(fit.here)} ${Reflect.get(Object(target), 'href')}`),
    {
      capture: true,
      once: true,
    },
  );
  expect(await fit.fetch()).toBe('script');
  expect(heard).toEqual(['null https://gradus.test/assets/FitPanel.css']);
  const now = links();
  expect([now.length, now[0], now[2]]).toEqual([3, first, last]);
  expect(now[1]).not.toBe(old);
  expect([now[1]?.rel, now[1]?.crossOrigin, now[1]?.href]).toEqual(['stylesheet', '', old?.href]);
});

test('where a style sheet fails again the part is not here, and the next call asks for both', async () => {
  connect(false);
  await put('FitPanel');
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('script'));
  const fit = part(load);
  await expect(fit.fetch()).rejects.toThrow(NotFetched);
  expect([fit.here, links().length]).toEqual([null, 1]);
  connect(true);
  expect(await fit.fetch()).toBe('script');
  expect([fit.here, links().length, load.mock.calls.length]).toEqual(['script', 1, 2]);
});

test('a style sheet that is there is not asked for again', async () => {
  connect(true);
  await put('FitPanel');
  const [link] = links();
  await part(() => Promise.resolve('script')).fetch();
  expect(links()).toEqual([link]);
});
