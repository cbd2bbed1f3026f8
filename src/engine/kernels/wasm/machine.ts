import type { Sharing } from './split.ts';

/** What the assembly offers over one memory (../assembly/index.ts). Addresses are bytes. */
export interface Machine {
  /** How its calls are shared by threads, if they are. */
  readonly sharing?: Sharing;
  /** Makes the calls of a program that lies from … to. */
  run(from: number, to: number): void;
  /** Says which time of a repeated step it is, where `repeat` does not count. */
  setTime(now: number): void;
  /**
   * From one time to another: makes the calls from … to, notes loss and right answers, and, unless the loss is not finite,
   * makes the update of that time: `size` long, `stride` from one to the next. Returns the time it came to.
   */
  repeat(
    from: number,
    to: number,
    updates: number,
    size: number,
    stride: number,
    first: number,
    end: number,
    loss: number,
    right: number,
    told: number,
  ): number;
}

/** The assembly over a memory. */
export const machineOver = (module: WebAssembly.Module, memory: WebAssembly.Memory): Machine => {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return exports as unknown as Machine;
};
