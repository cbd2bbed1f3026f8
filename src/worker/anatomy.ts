/** One row taken apart at the present weights, and what the batch under way does to one layer. */
export interface Anatomy {
  /** null where that point is not there (any more). */
  readonly point: PointAnatomy | null;
  readonly batch: BatchAnatomy;
}

/** What one row gives and gets, as predict() computes it: without Dropout, and with the moving statistics. */
export interface PointAnatomy {
  readonly id: number;
  /** The answers as the loss takes them, one a unit of the last layer. */
  readonly answers: Float32Array;
  /** Its own loss, without a class weight or a penalty. */
  readonly loss: number;
  readonly layers: readonly PointLayer[];
  /** The gradient of that loss: the asked layer's kernel (row-major), then bias; empty where it has none. */
  readonly slopes: Float32Array;
  /**
   * When training meets it: so many batches from now (0: in the batch under way), 'used' in this epoch already, or
   * 'never', for validation.
   */
  readonly batchesUntil: number | 'used' | 'never';
}

/** One layer at one row. */
export interface PointLayer {
  readonly inputs: Float32Array;
  /** z, and a = f(z) */
  readonly sums: Float32Array;
  readonly outputs: Float32Array;
  /** ∂L/∂a of each output; null where the loss is computed from the sums and the gradient enters there. */
  readonly blame: Float32Array | null;
  /** ∂L/∂z of each sum */
  readonly delta: Float32Array;
}

/** The batch under way; at a boundary the next one, computed in advance. */
export interface BatchAnatomy {
  readonly rows: number;
  /** Its place in the epoch, from 1, and how many batches the epoch has. */
  readonly number: number;
  readonly batches: number;
  /** Before the update; null: not computed yet. */
  readonly loss: number | null;
  /** The learning rate of its update, and the number of that update, counted from 1 since the optimizer began. */
  readonly rate: number;
  readonly iteration: number;
  /** The asked layer: null as long as its slopes are not computed, or if the loss is no finite number. */
  readonly layer: LayerUpdate | null;
}

/** What an update does to one layer, each array its kernel (row-major), then bias. */
export interface LayerUpdate {
  /** The mean gradient over the batch, penalties included, before any clipping. */
  readonly slopes: Float32Array;
  /** The same after clipping: what the optimizer goes by. */
  readonly clipped: Float32Array;
  /** The weights before and after. */
  readonly before: Float32Array;
  readonly after: Float32Array;
  /** What the optimizer remembers, by Keras's names. */
  readonly slots: readonly {
    readonly name: string;
    readonly before: Float32Array;
    readonly after: Float32Array;
  }[];
}
