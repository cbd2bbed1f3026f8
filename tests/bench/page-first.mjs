/** @typedef {import('playwright-core').Browser} Browser */

const SCREEN = { viewport: { width: 1440, height: 900 }, locale: 'en-US' };

/**
 * Milliseconds from the start of navigation to the display's next refresh after all maps are painted for the first time, and
 * to the page's first contentful paint. Each time in a browser that knows nothing of the page.
 * @param {Browser} browser @param {string} address @param {number} times
 */
export const measureOpening = async (browser, address, times) => {
  /** @type {{ maps: number[], paint: number[] }} */
  const found = { maps: [], paint: [] };
  for (let time = 0; time < times; time += 1) {
    const context = await browser.newContext(SCREEN);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const { prototype } = CanvasRenderingContext2D;
      const paint = prototype.putImageData;
      let [last, waits] = [0, false];
      prototype.putImageData = function putImageData(/** @type {any[]} */ ...given) {
        Reflect.apply(paint, this, given);
        if (last > 0 || waits || !this.canvas.closest?.('[data-maps]')) return;
        waits = true;
        // A message comes after the refresh that shows it.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            last = performance.now();
          });
          port1.start();
          port2.postMessage(null);
        });
      };
      Object.assign(window, { firstMaps: () => last });
    });
    await page.goto(address);
    await page.waitForFunction(() => Reflect.get(window, 'firstMaps')() > 0);
    const { maps, paint } = await page.evaluate(() => ({
      maps: /** @type {number} */ (Reflect.get(window, 'firstMaps')()),
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    }));
    found.maps.push(maps);
    found.paint.push(paint);
    await context.close();
  }
  return found;
};

/** Moves of the pen, so many on one way across, and milliseconds after which one is not waited for any more. */
const MOVES = 80;
const ALONG = 10;
const PATIENCE = 400;

/**
 * Draws on the pad of a trained network, a move at a time: milliseconds from the pointer's move until the bars have answered
 * and the display has drawn that.
 * @param {Browser} browser @param {string} address
 */
export const measurePad = async (browser, address) => {
  const page = await browser.newPage(SCREEN);
  await page.goto(address);
  const pad = page.getByRole('application', { name: /Drawing pad/ });
  await pad.waitFor();
  await page.waitForTimeout(1500);
  const box = await pad.boundingBox();
  if (!box) throw new Error('The pad was not drawn.');
  await pad.evaluate((sheet) => {
    const bars = document.querySelector('section:has(> header > h2) ol');
    if (!bars) throw new Error('The bars of the output were not found.');
    /** @type {(answer: number | null) => void} */
    let tell = () => {};
    let began = 0;
    sheet.addEventListener('pointermove', ({ timeStamp }) => {
      began = timeStamp;
    });
    new MutationObserver(() => {
      if (began === 0) return;
      const from = began;
      began = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => tell(performance.now() - from));
        port1.start();
        port2.postMessage(null);
      });
    }).observe(bars, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, {
      answered: (/** @type {number} */ patience) =>
        new Promise((resolve) => {
          tell = resolve;
          setTimeout(() => resolve(null), patience);
        }),
    });
  });
  // To and fro, ever lower: each move leaves ink where there was none.
  const spot = (/** @type {number} */ move) => {
    const [line, along] = [Math.floor(move / ALONG), move % ALONG];
    const across = (line % 2 === 0 ? along : ALONG - 1 - along) / (ALONG - 1);
    return /** @type {const} */ ([
      box.x + box.width * (0.15 + 0.7 * across),
      box.y + box.height * (0.1 + (0.8 * move) / MOVES),
    ]);
  };
  await page.mouse.move(...spot(0));
  await page.mouse.down();
  await page.waitForTimeout(500);
  /** @type {number[]} */
  const times = [];
  let missed = 0;
  for (let move = 1; move <= MOVES; move += 1) {
    const waits = page.evaluate((patience) => Reflect.get(window, 'answered')(patience), PATIENCE);
    await page.mouse.move(...spot(move));
    const time = /** @type {number | null} */ (await waits);
    if (time === null) missed += 1;
    else times.push(time);
    await page.waitForTimeout(30);
  }
  await page.mouse.up();
  await page.close();
  return { times, missed };
};
