/**
 * How weights move: one call a weight tensor. `rate` is the learning rate of this update; settings are rounded to the
 * memory's precision first. Formulas and their order are those of keras.optimizers.
 */
export interface OptimizerKernels {
  /** velocity = momentum · velocity − rate · gradient; weights = weights + velocity */
  momentumStep(
    weights: number,
    gradient: number,
    velocity: number,
    count: number,
    rate: number,
    momentum: number,
  ): void;
  /** velocity as above; weights = weights + (momentum · velocity − rate · gradient) */
  nesterovStep(
    weights: number,
    gradient: number,
    velocity: number,
    count: number,
    rate: number,
    momentum: number,
  ): void;
  /** sum = sum + gradient²; weights = weights − (rate · gradient) / √((sum + initial) + epsilon) */
  adagradStep(
    weights: number,
    gradient: number,
    sum: number,
    count: number,
    rate: number,
    initial: number,
    epsilon: number,
  ): void;
  /**
   * velocity = rho · velocity + (1 − rho) · gradient²; where centered, average = rho · average + (1 − rho) · gradient and
   * d = (velocity − average²) + epsilon, else d = velocity + epsilon; increment = (rate · gradient) / √d; with momentum,
   * moved = momentum · moved + increment and weights = weights − moved, else weights = weights − increment
   */
  rmspropStep(
    weights: number,
    gradient: number,
    slots: RMSpropSlots,
    count: number,
    rate: number,
    settings: RMSpropSettings,
  ): void;
  /**
   * alpha = (rate · √(1 − beta2ᵗ)) / (1 − beta1ᵗ) with t = step, powers as numerics.ts has them in float64;
   * m = m + (gradient − m) · (1 − beta1); v = v + (gradient² − v) · (1 − beta2); where amsgrad, top = max(top, v) takes
   * the place of v; weights = weights − (m · alpha) / (√v + epsilon)
   */
  adamStep(
    weights: number,
    gradient: number,
    slots: AdamSlots,
    count: number,
    rate: number,
    step: number,
    settings: AdamSettings,
  ): void;

  /** weights = weights − (weights · decay) · rate */
  weightDecay(weights: number, count: number, rate: number, decay: number): void;
  /** x = (x · limit) / max(√Σ x², limit) */
  clipNorm(x: number, count: number, limit: number): void;
  /** x = min(max(x, −limit), limit) */
  clipValue(x: number, count: number, limit: number): void;
  /** Σ x², in the order of every other sum */
  sumOfSquares(x: number, count: number): number;
  /** x = x · factor, where factor = limit · min(1 / √squares, 1 / limit); squares is rounded first */
  clipByGlobalNorm(x: number, count: number, squares: number, limit: number): void;
}

export interface RMSpropSlots {
  readonly velocity: number;
  readonly moved: number;
  readonly average: number;
}

export interface RMSpropSettings {
  readonly rho: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly centered: boolean;
}

export interface AdamSlots {
  readonly m: number;
  readonly v: number;
  readonly top: number;
}

export interface AdamSettings {
  readonly beta_1: number;
  readonly beta_2: number;
  readonly epsilon: number;
  readonly amsgrad: boolean;
}
