import { VECTOR } from '../cpu/trap.js';
import type { FatalFault } from './events.js';
import type { Kernel } from './kernel.js';
import type { Process } from './process.js';
import { type Cause, SIGNAL } from './signals.js';
import { accessOf } from './vm/page-fault.js';
import type { ShortageReason } from './vm/virtual-memory.js';

/** A failing disk or full swap is an I/O error for who needs the page; no memory at all is the end of the process. */
export function shortageSignal(shortage: ShortageReason): Cause {
  return shortage.cause === 'outOfMemory'
    ? { signal: 'SIGKILL', code: 'SI_KERNEL' }
    : { signal: 'SIGBUS', code: 'BUS_ADRERR' };
}

const WITH_ADDRESS = new Set<number>([VECTOR.pageFault, VECTOR.generalProtection, VECTOR.stackFault]);

/** Collects what is known about a process that is about to die. */
export function fatalFault(kernel: Kernel, process: Process, cause: Cause, vector: number): FatalFault {
  const { cpu, vm } = kernel;
  const current = process === kernel.current;
  const registers = current ? cpu.save() : process.saved;
  const errorCode = vector < 0 ? 0 : cpu.trapErrorCode;
  const address =
    WITH_ADDRESS.has(vector) && (vector === VECTOR.pageFault || cpu.trapAddress !== 0n) ? cpu.trapAddress : null;
  const inUserSpace = address !== null && address < BigInt(process.space.layout.end);
  const place = inUserSpace ? Number(address) : null;
  const { space } = process;
  return {
    pid: process.pid,
    signal: cause.signal,
    signalNumber: SIGNAL[cause.signal],
    code: cause.code,
    vector,
    errorCode,
    address,
    access: vector === VECTOR.pageFault ? accessOf(errorCode) : null,
    rip: registers.rip,
    registers,
    area: place === null ? null : space.areaAt(place),
    ...(place === null ? { below: null, above: null } : space.neighbours(place)),
    areas: space.areas.slice(),
    walk: place === null ? null : space.walk(place),
    shortage: cause.code === 'BUS_ADRERR' || cause.signal === 'SIGKILL' ? vm.shortage : null,
  };
}
