/** What the worker says of itself where the plain kernels compute: not a command's answer. */
export const SLOWER = 'gradus: slower';
