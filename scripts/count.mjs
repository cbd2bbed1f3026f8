/**
 * What a part of the gate came to. `remarks`: a line for each test to look at.
 * @typedef {{ name: string, passed: number, failed: number, seconds: number, remarks?: readonly string[] }} Result
 */
/** @typedef {{ status: string, fullName: string, failureMessages: readonly string[] }} Test */
/** @typedef {{ name: string, status: string, message: string, assertionResults: readonly Test[] }} File */

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
  const broken = files.filter((/** @type {File} */ file) => isBroken(file)).length;
  const failed = counted + broken;
  return { passed, failed: failed === 0 && (!well || passed === 0) ? 1 : failed };
};

/**
 * A file that failed outside its tests.
 * @param {File} file
 */
const isBroken = ({ status, assertionResults }) =>
  status === 'failed' && !assertionResults.some((test) => test.status === 'failed');

/**
 * The tests to look at, from Vitest's JSON report, a line each: those that failed, with the first line of why, and
 * those that passed only when they were tried again.
 * @param {string} report its text
 * @param {string} top the folder that the files' names begin with
 * @returns {string[]}
 */
export const remarksOf = (report, top) => {
  const { testResults } = JSON.parse(report);
  return testResults.flatMap((/** @type {File} */ file) => {
    const place = file.name.replace(`${top}/`, '');
    const lines = file.assertionResults
      .filter(({ status, failureMessages }) => status === 'failed' || failureMessages.length > 0)
      .map(({ status, fullName, failureMessages }) => {
        const verdict = status === 'failed' ? 'FAILED' : 'passed at the second try';
        return `${verdict}  ${place}: ${fullName}: ${firstLine(failureMessages[0])}`;
      });
    return isBroken(file) ? [...lines, `FAILED  ${place}: ${firstLine(file.message)}`] : lines;
  });
};

/** @param {string | undefined} text */
const firstLine = (text) => (text ?? '').split('\n', 1)[0] ?? '';

/**
 * One line for each part of the gate, below it what there is to look at.
 * @param {readonly Result[]} results
 */
export const summary = (results) =>
  results
    .map(({ name, passed, failed, seconds, remarks = [] }) => {
      const verdict = failed === 0 ? 'passed' : 'FAILED';
      const counts = passed + failed > 1 ? `${passed} of ${passed + failed} tests` : '';
      const line =
        `${verdict}  ${name.padEnd(8)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${counts}`.trimEnd();
      return [line, ...remarks].join('\n');
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
