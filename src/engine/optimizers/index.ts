import { SGD, type SGDSpec } from './sgd.ts';

export type { SGDSpec } from './sgd.ts';

export const optimizers = { SGD };
export type OptimizerSpec = SGDSpec;
