// The number of each kernel in a program. Both sides read this file: the assembly, which is compiled from
// ../assembly, and the calls beside it. Numbers are free to change: programs are never kept.

export const FILL = 0;
export const ADD = 1;
export const ADD_BIAS = 2;
export const SUM_ROWS = 3;
export const MATMUL = 4;
export const MATMUL_TRANSPOSED_A = 5;
export const MATMUL_TRANSPOSED_B = 6;
export const TAKE = 7;
export const COUNT_RIGHT = 8;

export const CONVOLVE = 80;
export const CONVOLVE_GRADIENT = 81;
export const CONVOLVE_KERNEL_GRADIENT = 82;
export const MAX_POOL = 83;
export const MAX_POOL_GRADIENT = 84;
export const AVERAGE_POOL = 85;
export const AVERAGE_POOL_GRADIENT = 86;
