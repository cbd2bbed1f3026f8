// Numbers that kernels compute with. They lie in memory, below the arena: a vector of equal numbers is loaded in one go, where
// engines would put one together anew each time that it is written down as a constant.

/** The number at a place, in every lane. */
@inline
export function at(place: usize): v128 {
  return v128.load_splat<f32>(place);
}

export const ONE = memory.data<f32>([1]);
export const TWO = memory.data<f32>([2]);
export const THREE = memory.data<f32>([3]);
export const SIX = memory.data<f32>([6]);
export const HALF = memory.data<f32>([0.5]);
export const MINUS_HALF = memory.data<f32>([-0.5]);
export const MINUS_ONE = memory.data<f32>([-1]);
export const MINUS_ZERO = memory.data<u32>([0x80000000]);
export const INFINITY = memory.data<u32>([0x7f800000]);
export const MINUS_INFINITY = memory.data<u32>([0xff800000]);
export const NOT_A_NUMBER = memory.data<u32>([0x7fc00000]);

// Of numerics/float32.ts, by the names that they have there.
export const LOG2_E = memory.data<f32>([1.4426950408889634]);
export const LN2_HIGH = memory.data<f32>([0.693145751953125]);
export const LN2_LOW = memory.data<f32>([1.4286068e-6]);
export const EXP_MAX = memory.data<f32>([89]);
export const EXP_MIN = memory.data<f32>([-104]);
export const EXP_2 = memory.data<f32>([0.49999994]);
export const EXP_3 = memory.data<f32>([0.16666521]);
export const EXP_4 = memory.data<f32>([0.04166839]);
export const EXP_5 = memory.data<f32>([0.008368741]);
export const EXP_6 = memory.data<f32>([0.0013814548]);
/** 3 · 2²²: a whole number that is small stands in the last bits of its sum with it. */
export const WHOLE = memory.data<f32>([12582912]);

export const LOG_3 = memory.data<f32>([0.66666776]);
export const LOG_5 = memory.data<f32>([0.39977497]);
export const LOG_7 = memory.data<f32>([0.29873034]);
export const SQRT_HALF_BITS = memory.data<u32>([0x3f3504f3]);
/** The smallest normal number; 2²³, which makes every denormal one normal; and 23. */
export const NORMAL = memory.data<f32>([1.1754943508222875e-38]);
export const LIFT = memory.data<f32>([8388608]);
export const LIFT_BITS = memory.data<f32>([23]);

export const TANH_SMALL = memory.data<f32>([0.55]);
export const TANH_2 = memory.data<f32>([0.33333316]);
export const TANH_4 = memory.data<f32>([-0.13332586]);
export const TANH_6 = memory.data<f32>([0.053852323]);
export const TANH_8 = memory.data<f32>([-0.021071728]);
export const TANH_10 = memory.data<f32>([0.006274311]);

/** ERF_SMALL and ERF_TAIL, a place for each coefficient, and where they begin and end to be good. */
export const ERF_SMALL = memory.data<f32>([
  -0.0006102687, 0.0050144843, -0.026780719, 0.112821944, -0.37612528, 0.12837915,
]);
export const ERF_TAIL = memory.data<f32>([
  -1.6430637e-6, 4.616386e-5, -0.00059758575, 0.004762626, -0.026427638, 0.110087164, 0.6318239, 1.130231,
  -0.00031853965,
]);
export const ERF_FROM = memory.data<f32>([0.9]);
export const ERF_TO = memory.data<f32>([4]);

/** √½ and 1 / √2π */
export const ROOT_HALF = memory.data<f32>([0.7071067811865476]);
export const DENSITY = memory.data<f32>([0.3989422804014327]);
export const SIXTH = memory.data<f32>([0.16666666666666666]);

/** Keras's epsilon(), and 1 less it. */
export const LOW = memory.data<f32>([1e-7]);
export const HIGH = memory.data<f32>([0.9999998807907104]);
