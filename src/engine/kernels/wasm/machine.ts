/** What the assembly offers over one memory (../assembly/index.ts). Addresses are bytes. */
export interface Machine {
  /** Makes the calls of a program that lies from … to. */
  run(from: number, to: number): void;
}

/** The assembly over a memory. */
export const machineOver = (module: WebAssembly.Module, memory: WebAssembly.Memory): Machine => {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return exports as unknown as Machine;
};
