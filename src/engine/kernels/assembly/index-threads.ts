// The assembly over memory that threads share: the same kernels, compiled with atomics.
export * from './index';
export { dismissThreads, expectThreads, serve } from './threads';
