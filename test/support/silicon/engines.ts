import { ReferenceCpu } from '../../../src/cpu/reference.js';
import { CaseMachine } from './emulate.js';

/** The engines that are compared with the processor, by name. */
export const engines: Readonly<Record<string, () => CaseMachine>> = {
  reference: () => new CaseMachine((memory, mmu) => new ReferenceCpu(memory, mmu)),
};
