import type { Image } from '../asm/image.js';
import { VECTOR } from '../cpu/trap.js';
import { explainFault } from '../observe/explain-fault.js';
import { composeReport } from '../observe/fault-compose.js';
import type { FaultReport } from '../observe/fault-report.js';
import { readSourceLine } from './files.js';
import { historyBefore, type PastRun } from './repeat.js';
import type { Death } from './session.js';

/** The explanation of a death. For a fault in memory the run is repeated, to say who wrote the registers. `stackLimit` in bytes. */
export function explanation(death: Death, image: Image, stackLimit: number, past: PastRun): string {
  const { vector } = death.fault;
  const inMemory = vector === VECTOR.pageFault || vector === VECTOR.generalProtection || vector === VECTOR.stackFault;
  const writers = inMemory && death.fault.shortage === null ? historyBefore(death, past) : null;
  return explainFault(
    withSource(composeReport(death.fault, death.evidence, image, stackLimit, writers, past.options.mmu)),
  );
}

/** With the text of the source line, if the program only names it and the file is there. */
function withSource(report: FaultReport): FaultReport {
  const { source } = report.at;
  if (source === null || source.text !== '') return report;
  const text = readSourceLine(source, report.program);
  return { ...report, at: { ...report.at, source: { ...source, text } } };
}
