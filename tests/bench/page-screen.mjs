/** @typedef {import('playwright-core').Page} Page */

/** Opens XOR with four hidden neurons, all its panels seen, and trains at full speed. @param {Page} page @param {string} address */
export const openXor = async (page, address) => {
  await page.goto(`${address}#demo=xor`);
  await page
    .getByRole('button', { name: /hidden layer/ })
    .first()
    .click();
  await page.getByRole('tab', { name: /2-4-1/ }).waitFor();
  await playAtOnce(page);
  // Code warms up, and what the page fetches in idle moments has come.
  await page.waitForTimeout(5000);
};

/** Opens the digits CNN with all its maps, and trains at full speed. @param {Page} page @param {string} address */
export const openDigits = async (page, address) => {
  await page.goto(`${address}#demo=digits`);
  await page.locator('[data-maps="3"] canvas').waitFor();
  await playAtOnce(page);
};

/** Sets the speed to Max and presses play. @param {Page} page */
const playAtOnce = async (page) => {
  const speed = page.getByRole('slider', { name: 'Speed' });
  await speed.fill((await speed.getAttribute('max')) ?? '10');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
};

/** @param {number[]} numbers @param {number} share e.g. 0.5 for the median */
export const quantile = (numbers, share) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};
