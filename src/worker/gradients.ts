/**
 * How the slope of the loss comes through the layers: the batch under way (at a boundary the next one, computed in
 * advance) at the present weights, first layer to last.
 */
export interface Gradients {
  /** Rows in the batch, its place in the epoch, from 1, and how many batches the epoch has. */
  readonly rows: number;
  readonly number: number;
  readonly batches: number;
  /** By how many rows dead and saturated units are told: all training rows, of a large network those of the batch. */
  readonly judged: number;
  readonly layers: readonly LayerGradients[];
}

/** One layer. What the batch has not come to yet is null, and so is what the layer does not have. */
export interface LayerGradients {
  /** The mean gradient of its weights and biases over the batch, penalties included, before any clipping. */
  readonly slopes: Sizes | null;
  /** δ = ∂L/∂z of the batch's rows: each row's own loss, as the mean weighs it, by each sum. */
  readonly delta: Sizes | null;
  /** What the update moves the layer by, as a share of what it has: ‖after − before‖ / ‖before‖. */
  readonly move: number | null;
  /** The mean of f′(z) over rows and units; null too for softmax, whose outputs have no slope of their own. */
  readonly factor: number | null;
  /** z of the batch's first rows, rows × units; empty as long as the forward pass has not come here. */
  readonly sums: Float32Array;
  /** Units (of a picture: filters) of a relu with z ≤ 0 at every row judged: nothing reaches their weights. */
  readonly dead: readonly number[];
  /** Units whose |f′(z)| is below 1 % of its largest at nine in ten of them. */
  readonly saturated: readonly number[];
}

/** Many numbers by their size: √Σ g², and the mean of |g|. */
export interface Sizes {
  readonly norm: number;
  readonly mean: number;
}
