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

export const MEAN = 20;
export const MEAN_GRADIENT = 21;
export const WEIGHTED_MEAN = 22;
export const WEIGHTED_MEAN_GRADIENT = 23;

export const SIGMOID = 24;
export const SIGMOID_GRADIENT = 25;
export const TANH = 26;
export const TANH_GRADIENT = 27;
export const RELU = 28;
export const RELU_GRADIENT = 29;
export const STEP = 30;
export const SOFTMAX = 31;
export const SOFTMAX_GRADIENT = 32;

export const LEAKY_RELU = 33;
export const LEAKY_RELU_GRADIENT = 34;
export const ELU = 35;
export const ELU_GRADIENT = 36;
export const GELU = 37;
export const GELU_GRADIENT = 38;
export const SILU = 39;
export const SILU_GRADIENT = 40;
export const SOFTPLUS = 41;
export const SOFTPLUS_GRADIENT = 42;
export const SOFTSIGN = 43;
export const SOFTSIGN_GRADIENT = 44;
export const HARD_SIGMOID = 45;
export const HARD_SIGMOID_GRADIENT = 46;
export const EXPONENTIAL = 47;
export const EXPONENTIAL_GRADIENT = 48;

export const SQUARED_ERROR = 49;
export const SQUARED_ERROR_GRADIENT = 50;
export const BINARY_CROSSENTROPY = 51;
export const BINARY_CROSSENTROPY_GRADIENT = 52;
export const BINARY_CROSSENTROPY_OF_LOGITS = 53;
export const ERROR_GRADIENT = 54;
export const CATEGORICAL_CROSSENTROPY = 55;
export const CATEGORICAL_CROSSENTROPY_GRADIENT = 56;
export const CATEGORICAL_CROSSENTROPY_OF_LOGITS = 57;
export const CATEGORICAL_CROSSENTROPY_OF_LOGITS_GRADIENT = 58;
export const PERCEPTRON_LOSS = 59;
export const ABSOLUTE_ERROR = 60;
export const ABSOLUTE_ERROR_GRADIENT = 61;
export const HUBER = 62;
export const HUBER_GRADIENT = 63;

export const MOMENTUM_STEP = 64;
export const NESTEROV_STEP = 65;
export const ADAGRAD_STEP = 66;
export const RMSPROP_STEP = 67;
export const ADAM_STEP = 68;
export const WEIGHT_DECAY = 69;
export const CLIP_NORM = 70;
export const CLIP_VALUE = 71;
export const SCALE = 72;

export const COLUMN_MEANS = 73;
export const COLUMN_VARIANCES = 74;
export const NORMALIZE = 75;
export const SCALE_COLUMNS = 76;
export const SUM_PRODUCTS = 77;
export const NORMALIZE_GRADIENT = 78;
export const NORMALIZE_BY_GIVEN_GRADIENT = 79;

export const FOLLOW = 87;
export const DROPOUT_MASK = 88;
export const APPLY_MASK = 89;
export const APPLY_MASK_GRADIENT = 90;
export const RESCALE = 91;
export const RESCALE_GRADIENT = 92;
export const PENALTY = 93;
export const PENALTY_GRADIENT = 94;

/** Parts of one call, one for each thread (assembly/threads.ts). */
export const SHARE = 95;

/** A kernel's number, without what stands beside it. */
export const KERNEL = 0x7fff;
/** Beside a kernel's number: the target that it adds to is 0, and is not read. */
export const FRESH = 0x8000;
