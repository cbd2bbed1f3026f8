/** What a session needs of the place it runs in. */
export interface Place {
  /** Milliseconds, from anywhere. */
  readonly now: () => number;
  /** Runs a task after `delay` milliseconds; 0: as soon as waiting commands are answered. */
  readonly later: (task: () => void, delay: number) => void;
  /** Marks the buffers in a value as moved rather than copied. */
  readonly transfer: <Value>(value: Value, buffers: ArrayBuffer[]) => Value;
  /** Hears, while very many pictures are drawn, how many there are of how many. */
  readonly tell?: (done: number, of: number) => void;
}
