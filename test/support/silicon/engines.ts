import { ReferenceCpu } from '../../../src/cpu/reference.js';
import { engines as choices } from '../../../src/machine/engines.js';
import { CaseMachine } from './emulate.js';

/** Makes a machine for cases with each engine that there is, by its name. */
export const engines: Readonly<Record<string, () => CaseMachine>> = Object.fromEntries(
  [...choices.values()].map(({ name, bytes, create }) => [
    name,
    () => new CaseMachine((memory, mmu) => create(memory, mmu, new ReferenceCpu(memory, mmu)), bytes),
  ]),
);
