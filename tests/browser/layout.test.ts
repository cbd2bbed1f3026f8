import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from './harness.ts';
import {
  becomes,
  button,
  choice,
  epochOf,
  playButton,
  press,
  reads,
  saysLike,
  setSpeed,
  strip,
} from './screen.ts';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const boxOf = async (name: string, part: Locator): Promise<readonly [string, Box]> => {
  const box = await part.first().boundingBox();
  if (!box) throw new Error(`The ${name} is not on the screen.`);
  return [name, box];
};

/** The parts of the page that must all be seen at once beside one neuron. */
const parts = (page: Page): Promise<readonly (readonly [string, Box])[]> =>
  Promise.all([
    boxOf('header', page.getByRole('banner')),
    boxOf('drawing', page.getByRole('img', { name: /^(One neuron:|뉴런 하나:)/ })),
    boxOf('formula', page.locator('p').filter({ hasText: /^z = .*x₂/ })),
    boxOf('activation', page.locator('p').filter({ hasText: /^ŷ = sigmoid/ })),
    boxOf('plane', page.getByRole('img', { name: /(over the inputs|입력 x₁, x₂에 따른)/ })),
    boxOf('sentence', page.getByRole('region', { name: /^(What is so|지금 상황)$/ })),
    boxOf('strip', strip(page)),
  ]);

const SLACK = 1;

const overlaps = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x + SLACK &&
  b.x + b.width > a.x + SLACK &&
  a.y + a.height > b.y + SLACK &&
  b.y + b.height > a.y + SLACK;

/** What is wrong with where the parts lie: outside of the window, or over each other. */
const misplaced = async (page: Page): Promise<string[]> => {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const all = await parts(page);
  const outside = all
    .filter(
      ([, box]) =>
        box.x < -SLACK ||
        box.y < -SLACK ||
        box.x + box.width > width + SLACK ||
        box.y + box.height > height + SLACK,
    )
    .map(([name]) => `the ${name} is not all inside the window`);
  const over = all.flatMap(([name, box], at) =>
    all
      .slice(at + 1)
      .filter(([, other]) => overlaps(box, other))
      .map(([other]) => `the ${name} and the ${other} overlap`),
  );
  return [...outside, ...over];
};

/** How far the page itself could be scrolled, across and down, in pixels. */
const scrolls = (page: Page): Promise<readonly [number, number]> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight] as const;
  });

/** Names of the controls that a pointer cannot reach, scrolled into view, because something lies over them. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button:enabled, input:enabled, select:enabled, summary, [role=slider], [role=spinbutton], [role=tab]',
    );
    return [...controls].flatMap((control) => {
      // A hidden radio button or switch is reached by its label.
      const label = control.matches('[type=radio], [type=checkbox]') ? control.closest('label') : null;
      const target = label ?? control;
      if (!target.checkVisibility({ visibilityProperty: true }) || target.closest('[popover], dialog'))
        return [];
      target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { left, top, width, height } = target.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      const reached = found !== null && (target.contains(found) || found.contains(target));
      return reached
        ? []
        : [`${control.getAttribute('aria-label') ?? target.textContent} (${control.tagName})`];
    });
  });

for (const [size, viewport, large] of [
  ['1440×900', { width: 1440, height: 900 }, false],
  ['1024×768 in large text', { width: 1024, height: 768 }, true],
] as const) {
  for (const locale of ['en-US', 'ko-KR'] as const) {
    test(`at ${size} the neuron, its formula and the plane are seen together, nothing over them, ${locale}`, async ({
      open,
    }) => {
      const page = await open({ viewport, locale });
      await saysLike(page, /\.$/);
      if (large) await press(page, 'p');
      for (const gate of ['AND', 'XOR'] as const) {
        await choice(page, gate).click();
        await press(page, 'Period', 2);
        await page.evaluate(() => document.fonts.ready);
        expect(await misplaced(page)).toEqual([]);
        expect(await scrolls(page)).toEqual([0, 0]);
      }
      expect(await covered(page)).toEqual([]);
    });
  }
}

test('no page of the tour, no stage and no larger network makes the page scroll', async ({ open }) => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
  ]) {
    const page = await open({ at: '#demo=hand-xor', viewport, locale: 'ko-KR' });
    await saysLike(page, /^첫째 뉴런은 OR/);
    for (let next = 0; next < 4; next += 1) {
      expect(await scrolls(page)).toEqual([0, 0]);
      await button(page, '다음 ›').click();
    }
    for (const stage of ['2', '3', '4', '1']) {
      await press(page, stage);
      expect(await scrolls(page)).toEqual([0, 0]);
    }
    expect(await covered(page)).toEqual([]);
    for (const shape of ['2-2-4-1', '2-2-4-4-1']) {
      await button(page, /앞에 층 추가/)
        .last()
        .click();
      await page.getByRole('menuitem', { name: /Dense/ }).click();
      await reads(page.getByRole('tab', { name: '구조 설계' }), new RegExp(`${shape}$`));
    }
    expect(await scrolls(page)).toEqual([0, 0]);
  }
});

/** What scrolls in here, by the name of its list or its class, and the list entries that are cut at its lower edge. */
const cutIn = (part: Locator): Promise<string[]> =>
  part.evaluate((whole) =>
    [whole, ...whole.querySelectorAll('*')].flatMap((one) => {
      if (!/auto|scroll/.test(getComputedStyle(one).overflowY) || one.scrollHeight <= one.clientHeight + 1)
        return [];
      if (!one.matches('ol')) return [`${one.className} is too low`];
      const end = one.getBoundingClientRect().bottom;
      return [...one.children].flatMap((entry) => {
        const { top, bottom } = entry.getBoundingClientRect();
        return top < end - 1 && bottom > end + 1 ? [`${entry.textContent} is cut`] : [];
      });
    }),
  );

test('Evaluate for numbers is seen whole beside its column, which passes under the strip', async ({
  open,
}) => {
  for (const [locale, grades] of [
    ['en-US', 'Grades'],
    ['ko-KR', '성적'],
  ] as const) {
    const page = await open({ locale });
    await saysLike(page, /\.$/);
    await choice(page, grades).click();
    await saysLike(page, /mean_squared_error\.$/);
    await press(page, 'Period', 3);
    await press(page, '4');
    const column = page.getByRole('tabpanel').locator('section').first();
    // |ŷ − y| stays in one piece.
    const formula = column.getByText(/\|\s*.?ŷ/);
    await becomes(
      () =>
        formula.evaluate((words) => {
          const [text] = words.childNodes;
          if (!text?.textContent) return 0;
          const range = document.createRange();
          range.setStart(text, text.textContent.indexOf('|'));
          range.setEnd(text, text.textContent.lastIndexOf('|') + 1);
          return range.getClientRects().length;
        }),
      1,
    );
    for (const part of ['Output', 'Largest errors', '출력', '가장 큰 오차']) {
      const heading = page.getByRole('heading', { name: part, exact: true });
      if ((await heading.count()) === 0) continue;
      await becomes(() => cutIn(heading.locator('xpath=ancestor::section[1]/..')), []);
    }
    const [[, left], [, below]] = await Promise.all([boxOf('column', column), boxOf('strip', strip(page))]);
    expect(Math.abs(left.y + left.height - below.y)).toBeLessThanOrEqual(SLACK);
  }
});

test('on a phone nothing runs over the side, and every control can be reached', async ({ open }) => {
  for (const [at, locale] of [
    ['', 'en-US'],
    ['#demo=hand-xor', 'ko-KR'],
  ] as const) {
    const page = await open({
      at,
      locale,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    // Not in one picture either, while its parts come and are measured.
    await page.addInitScript(() => {
      const beyond: number[] = Object.assign(window, { beyond: [] }).beyond;
      const look = () => {
        const { scrollWidth, clientWidth } = document.documentElement;
        if (scrollWidth > clientWidth) beyond.push(scrollWidth - clientWidth);
        requestAnimationFrame(look);
      };
      document.addEventListener('DOMContentLoaded', look);
    });
    await page.reload();
    await saysLike(page, /\.$/);
    for (const stage of ['1', '2', '3', '4']) {
      await press(page, stage);
      expect((await scrolls(page))[0]).toBe(0);
      expect(await covered(page)).toEqual([]);
    }
    expect(await page.evaluate(() => Reflect.get(window, 'beyond'))).toEqual([]);
  }
});

test('language and theme are switched while it runs, and it runs on', async ({ open }) => {
  const page = await open();
  await saysLike(page, /^One neuron learns AND/);
  await playButton(page).click();
  const runsOn = async () => {
    const before = await epochOf(page);
    await expect.poll(() => epochOf(page)).toBeGreaterThan(before);
  };
  await runsOn();
  await button(page, '한국어').click();
  await saysLike(page, /[가-힣]/);
  await button(page, '멈춤').waitFor();
  await runsOn();
  await press(page, 't');
  await becomes(() => page.locator('html').getAttribute('data-theme'), 'dark');
  await runsOn();
  await setSpeed(page, 'Max');
  await button(page, 'English').click();
  await button(page, 'Pause').waitFor();
  await runsOn();
  await page.reload();
  await becomes(() => page.locator('html').getAttribute('data-theme'), 'dark');
});
