// What lies where below the arena, in bytes. Both sides read this file, as codes.ts.

/** Where threads meet, 256 bytes; below it is what the compiler needs. */
export const MEETING = 3840;
/** In it, a word each: how many threads have done their part, and, for every thread, the visit for which it is here. */
export const DONE = MEETING + 128;
export const HERE = MEETING + 192;
/** Where the kernels may write for themselves; other threads than the first have as much of their own elsewhere. */
export const SCRATCH = MEETING + 256;
export const SCRATCH_BYTES = 704 * 1024;
/** Where calls are noted. */
export const PROGRAMS = SCRATCH + SCRATCH_BYTES;
export const PROGRAMS_BYTES = 128 * 1024;
/** Where the arena begins. */
export const ARENA = PROGRAMS + PROGRAMS_BYTES;
