import type { Initializer } from './initializer.ts';

export const zeros: Initializer = { name: 'zeros', fields: [], draw: () => 0 };
