import type { Image } from '../asm/image.js';
import { VECTOR } from '../cpu/trap.js';
import { explainFault } from '../observe/explain-fault.js';
import { composeReport } from '../observe/fault-compose.js';
import { historyBefore, type PastRun } from './repeat.js';
import type { Death } from './session.js';

/** The explanation of a death. For a fault in memory the run is repeated, to say who wrote the registers. `stackLimit` in bytes. */
export function explanation(death: Death, image: Image, stackLimit: number, past: PastRun): string {
  const { vector } = death.fault;
  const inMemory = vector === VECTOR.pageFault || vector === VECTOR.generalProtection;
  const writers = inMemory && death.fault.shortage === null ? historyBefore(death, past) : null;
  return explainFault(composeReport(death.fault, death.evidence, image, stackLimit, writers, past.options.mmu));
}
