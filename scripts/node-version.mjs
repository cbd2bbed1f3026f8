/**
 * What is wrong with this version of Node, as a sentence, or undefined. Written so that an old Node can still read it.
 * @param {string} version as in process.versions.node, "20.19.0"
 * @returns {string | undefined}
 */
export const nodeProblem = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (fits) return undefined;
  return `Gradus needs Node 20.19 or later, 22.12 or later, or 24 and up; this is Node ${version}. Install one of them from nodejs.org and run the command again.`;
};
