// What lies where below the arena, in bytes. Both sides read this file, as codes.ts.

/** Where the kernels may write for themselves; below it is what the compiler needs. */
export const SCRATCH = 4096;
export const SCRATCH_BYTES = 704 * 1024;
/** Where calls are noted. */
export const PROGRAMS = SCRATCH + SCRATCH_BYTES;
export const PROGRAMS_BYTES = 128 * 1024;
/** Where the arena begins. */
export const ARENA = PROGRAMS + PROGRAMS_BYTES;
