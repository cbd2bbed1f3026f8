/** @typedef {{ name: string, passed: number, failed: number, seconds: number }} Result */

/**
 * Counts tests from Vitest's JSON report. What fails without being a test counts as one failure: a file that could
 * not be read, a run that broke off, a run without any test.
 * @param {string | undefined} report its text, or undefined if there is none
 * @param {boolean} well whether Vitest ended well
 * @returns {{ passed: number, failed: number }}
 */
export const countTests = (report, well) => {
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: counted, testResults: files } = JSON.parse(report);
  const broken = files.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = counted + broken;
  return { passed, failed: failed === 0 && (!well || passed === 0) ? 1 : failed };
};

/**
 * One line for each part of the gate.
 * @param {readonly Result[]} results
 */
export const summary = (results) =>
  results
    .map(({ name, passed, failed, seconds }) => {
      const verdict = failed === 0 ? 'passed' : 'FAILED';
      const counts = passed + failed > 1 ? `${passed} of ${passed + failed} tests` : '';
      return `${verdict}  ${name.padEnd(8)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${counts}`.trimEnd();
    })
    .join('\n');

/**
 * The last line of the gate.
 * @param {readonly Result[]} results
 */
export const closingLine = (results) => {
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
};
