/** One program doing one task. */
export interface Running {
  /** Does so many steps: of training, of products, of passes over all points. */
  run(steps: number): void | Promise<void>;
  /** What the network answers to every row at its present weights (probabilities), or the product, or the pass. */
  outputs(): ArrayLike<number> | Promise<ArrayLike<number>>;
}

/** Where a program runs. */
export interface Place {
  /** Threads a program may use. */
  readonly threads: number;
  /** Path or address of the folder of tfjs's .wasm files, with "/" at its end. */
  readonly wasm: string;
}

export type Make = (place: Place) => Running | Promise<Running>;
