import * as classes from './classes';
import * as code from './codes';
import { convolve, convolveGradient } from './convolve';
import { convolveKernelGradient } from './convolve-kernel-gradient';
import * as dropout from './dropout';
import * as layers from './layers';
import * as losses from './losses';
import * as maps from './maps';
import * as means from './means';
import * as optimizers from './optimizers';
import { add, addBias, countRight, fill, sumRows } from './plain';
import { averagePool, averagePoolGradient, maxPool, maxPoolGradient } from './pooling';
import { expect } from './targets';
import { share } from './threads';
import { matmul, matmulTransposedA, matmulTransposedB } from './product';

// A program is a list of kernel calls, one after the other: the kernel's number (low 16 bits) and how many words it takes
// (high 16 bits), then its arguments, a word each. Places are bytes.

@inline
function p(at: usize, index: usize): usize {
  return load<usize>(at + (index << 2));
}
@inline
function n(at: usize, index: usize): i32 {
  return load<i32>(at + (index << 2));
}
@inline
function f(at: usize, index: usize): f32 {
  return load<f32>(at + (index << 2));
}

/** Makes the calls of a program that lies from … to. */
export function run(from: usize, to: usize): void {
  let at = from;
  while (at < to) {
    const head = load<u32>(at);
    if (ASC_FEATURE_THREADS) {
      if ((head & code.KERNEL) == code.SHARE) {
        at = share(at);
        continue;
      }
    }
    expect((head & code.FRESH) != 0);
    switch (head & code.KERNEL) {
      case code.FILL: fill(p(at, 1), n(at, 2), f(at, 3)); break;
      case code.ADD: add(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.ADD_BIAS: addBias(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5)); break;
      case code.SUM_ROWS: sumRows(p(at, 1), p(at, 2), n(at, 3), n(at, 4), n(at, 5)); break;
      case code.MATMUL: matmul(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), p(at, 7)); break;
      case code.MATMUL_TRANSPOSED_A:
        matmulTransposedA(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), n(at, 7));
        break;
      case code.MATMUL_TRANSPOSED_B:
        matmulTransposedB(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), n(at, 7));
        break;
      case code.TAKE: memory.copy(p(at, 2), p(at, 1) + ((time * n(at, 3)) << 2), n(at, 3) << 2); break;
      case code.COUNT_RIGHT: countRight(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5)); break;

      // A window has twelve words.
      case code.CONVOLVE: convolve(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), p(at, 7), at + 32); break;
      case code.CONVOLVE_GRADIENT:
        convolveGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), at + 28);
        break;
      case code.CONVOLVE_KERNEL_GRADIENT:
        convolveKernelGradient(
          p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), n(at, 6), at + 28, n(at, 19), n(at, 20),
        );
        break;
      case code.MAX_POOL: maxPool(p(at, 1), p(at, 2), n(at, 3), n(at, 4), at + 20); break;
      case code.MAX_POOL_GRADIENT:
        maxPoolGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6), at + 28, p(at, 19));
        break;
      case code.AVERAGE_POOL: averagePool(p(at, 1), p(at, 2), n(at, 3), n(at, 4), at + 20); break;
      case code.AVERAGE_POOL_GRADIENT: averagePoolGradient(p(at, 1), p(at, 2), n(at, 3), n(at, 4), at + 20); break;
      case code.MEAN: means.mean(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.MEAN_GRADIENT: means.meanGradient(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.WEIGHTED_MEAN: means.weightedMean(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.WEIGHTED_MEAN_GRADIENT:
        means.weightedMeanGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4));
        break;
      case code.SIGMOID: maps.sigmoid(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.TANH: maps.tanh(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.RELU: maps.relu(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.STEP: maps.step(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.GELU: maps.gelu(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.SILU: maps.silu(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.SOFTPLUS: maps.softplus(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.SOFTSIGN: maps.softsign(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.HARD_SIGMOID: maps.hardSigmoid(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.EXPONENTIAL: maps.exponential(p(at, 1), p(at, 2), n(at, 3)); break;
      case code.SIGMOID_GRADIENT: maps.sigmoidGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.TANH_GRADIENT: maps.tanhGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.RELU_GRADIENT: maps.reluGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.GELU_GRADIENT: maps.geluGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.SILU_GRADIENT: maps.siluGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.SOFTPLUS_GRADIENT: maps.softplusGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.SOFTSIGN_GRADIENT: maps.softsignGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.HARD_SIGMOID_GRADIENT:
        maps.hardSigmoidGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4));
        break;
      case code.EXPONENTIAL_GRADIENT: maps.exponentialGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.LEAKY_RELU: maps.leakyRelu(p(at, 1), p(at, 2), n(at, 3), f(at, 4)); break;
      case code.LEAKY_RELU_GRADIENT:
        maps.leakyReluGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4), f(at, 5));
        break;
      case code.ELU: maps.elu(p(at, 1), p(at, 2), n(at, 3), f(at, 4), f(at, 5)); break;
      case code.ELU_GRADIENT:
        maps.eluGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4), f(at, 5), f(at, 6));
        break;
      case code.RESCALE: maps.rescale(p(at, 1), p(at, 2), n(at, 3), f(at, 4), f(at, 5)); break;
      case code.RESCALE_GRADIENT: maps.rescaleGradient(p(at, 1), p(at, 2), n(at, 3), f(at, 4)); break;
      case code.SCALE: maps.scale(p(at, 1), n(at, 2), f(at, 3)); break;
      case code.WEIGHT_DECAY: maps.weightDecay(p(at, 1), n(at, 2), f(at, 3), f(at, 4)); break;
      case code.CLIP_NORM: maps.clipNorm(p(at, 1), n(at, 2), f(at, 3)); break;
      case code.CLIP_VALUE: maps.clipValue(p(at, 1), n(at, 2), f(at, 3)); break;
      case code.SOFTMAX: classes.softmax(p(at, 1), p(at, 2), n(at, 3), n(at, 4)); break;
      case code.SOFTMAX_GRADIENT:
        classes.softmaxGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5));
        break;
      case code.CATEGORICAL_CROSSENTROPY:
        classes.categoricalCrossentropy(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5));
        break;
      case code.CATEGORICAL_CROSSENTROPY_GRADIENT:
        classes.categoricalCrossentropyGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6));
        break;
      case code.CATEGORICAL_CROSSENTROPY_OF_LOGITS:
        classes.categoricalCrossentropyOfLogits(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5));
        break;
      case code.CATEGORICAL_CROSSENTROPY_OF_LOGITS_GRADIENT:
        classes.categoricalCrossentropyOfLogitsGradient(
          p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6),
        );
        break;
      case code.SQUARED_ERROR: losses.squaredError(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5)); break;
      case code.SQUARED_ERROR_GRADIENT:
        losses.squaredErrorGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6));
        break;
      case code.BINARY_CROSSENTROPY:
        losses.binaryCrossentropy(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5));
        break;
      case code.BINARY_CROSSENTROPY_GRADIENT:
        losses.binaryCrossentropyGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6));
        break;
      case code.BINARY_CROSSENTROPY_OF_LOGITS:
        losses.binaryCrossentropyOfLogits(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5));
        break;
      case code.ERROR_GRADIENT:
        losses.errorGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6));
        break;
      case code.PERCEPTRON_LOSS:
        losses.perceptronLoss(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6));
        break;
      case code.ABSOLUTE_ERROR: losses.absoluteError(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5)); break;
      case code.ABSOLUTE_ERROR_GRADIENT:
        losses.absoluteErrorGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6));
        break;
      case code.HUBER: losses.huber(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5), f(at, 6)); break;
      case code.HUBER_GRADIENT:
        losses.huberGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6), f(at, 7));
        break;
      case code.MOMENTUM_STEP:
        optimizers.momentumStep(p(at, 1), p(at, 2), p(at, 3), n(at, 4), f(at, 5), f(at, 6));
        break;
      case code.NESTEROV_STEP:
        optimizers.nesterovStep(p(at, 1), p(at, 2), p(at, 3), n(at, 4), f(at, 5), f(at, 6));
        break;
      case code.ADAGRAD_STEP:
        optimizers.adagradStep(p(at, 1), p(at, 2), p(at, 3), n(at, 4), f(at, 5), f(at, 6), f(at, 7));
        break;
      case code.RMSPROP_STEP:
        optimizers.rmspropStep(
          p(at, 1), p(at, 2), p(at, 3), p(at, 4), p(at, 5), n(at, 6), f(at, 7), f(at, 8), f(at, 9),
          f(at, 10), f(at, 11), n(at, 12),
        );
        break;
      case code.ADAM_STEP:
        optimizers.adamStep(
          p(at, 1), p(at, 2), p(at, 3), p(at, 4), p(at, 5), n(at, 6), f(at, 7), f(at, 8), f(at, 9),
          f(at, 10), n(at, 11),
        );
        break;
      case code.COLUMN_MEANS: layers.columnMeans(p(at, 1), p(at, 2), n(at, 3), n(at, 4)); break;
      case code.COLUMN_VARIANCES:
        layers.columnVariances(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5));
        break;
      case code.NORMALIZE:
        layers.normalize(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6), f(at, 7));
        break;
      case code.SCALE_COLUMNS:
        layers.scaleColumns(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6));
        break;
      case code.SUM_PRODUCTS: layers.sumProducts(p(at, 1), p(at, 2), p(at, 3), n(at, 4), n(at, 5)); break;
      case code.NORMALIZE_GRADIENT:
        layers.normalizeGradient(
          p(at, 1), p(at, 2), p(at, 3), p(at, 4), p(at, 5), n(at, 6), n(at, 7), f(at, 8),
        );
        break;
      case code.NORMALIZE_BY_GIVEN_GRADIENT:
        layers.normalizeByGivenGradient(p(at, 1), p(at, 2), p(at, 3), p(at, 4), n(at, 5), n(at, 6), f(at, 7));
        break;
      case code.FOLLOW: layers.follow(p(at, 1), p(at, 2), n(at, 3), f(at, 4), f(at, 5)); break;
      case code.PENALTY: layers.penalty(p(at, 1), p(at, 2), n(at, 3), f(at, 4), f(at, 5)); break;
      case code.PENALTY_GRADIENT:
        layers.penaltyGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4), f(at, 5), f(at, 6));
        break;
      case code.DROPOUT_MASK:
        dropout.dropoutMask(p(at, 1), n(at, 2), n(at, 3), f(at, 4), n(at, 5), n(at, 6));
        break;
      case code.APPLY_MASK: dropout.applyMask(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
      case code.APPLY_MASK_GRADIENT: dropout.applyMaskGradient(p(at, 1), p(at, 2), p(at, 3), n(at, 4)); break;
    }
    at += (head >> 16) << 2;
  }
}

/** Which time of a repeated step it is. */
let time: i32 = 0;

export function setTime(now: i32): void {
  time = now;
}

/**
 * Makes a step from one time to another: its calls from … to, then, unless the loss is not a finite number, the update of
 * that time. Loss and right answers of every time are told. Returns the time it came to.
 */
export function repeat(
  from: usize, to: usize, updates: usize, size: usize, stride: usize, first: i32, end: i32,
  loss: usize, right: usize, told: usize,
): i32 {
  for (time = first; time < end; time++) {
    run(from, to);
    const value = load<f32>(loss);
    store<f32>(told + (time << 3), value);
    store<f32>(told + (time << 3), load<f32>(right), 4);
    // Not a number, or infinite.
    if (!(value - value == 0)) break;
    const update = updates + (time - first) * stride;
    run(update, update + size);
  }
  const came = time;
  time = 0;
  return came;
}
