import { PF_ERROR, VECTOR } from '../cpu/trap.js';
import { FETCH, READ, WRITE } from '../mmu/fault.js';
import type { InspectedSegment } from '../mmu/schemes/registers.js';
import type { FatalFault } from './events.js';
import type { Kernel } from './kernel.js';
import type { Process } from './process.js';
import { type Cause, SIGNAL } from './signals.js';
import { type AccessKind, accessOf } from './vm/page-fault.js';
import type { ShortageReason } from './vm/virtual-memory.js';

/** A failing disk or full swap is an I/O error for who needs the page; no memory at all is the end of the process. */
export function shortageSignal(shortage: ShortageReason): Cause {
  return shortage.cause === 'outOfMemory'
    ? { signal: 'SIGKILL', code: 'SI_KERNEL' }
    : { signal: 'SIGBUS', code: 'BUS_ADRERR' };
}

const WITH_ADDRESS = new Set<number>([
  VECTOR.pageFault,
  VECTOR.generalProtection,
  VECTOR.stackFault,
  VECTOR.alignmentCheck,
]);

const ACCESS = { read: READ, write: WRITE, fetch: FETCH } as const;

/** The trap is a refusal of the segment registers: unlike other protection faults it has an error code, that of a page fault (U is set). */
export function refusedByRegisters({ cpu, plain }: Kernel): boolean {
  const { trapVector } = cpu;
  const refusal = trapVector === VECTOR.generalProtection || trapVector === VECTOR.stackFault;
  return plain !== null && refusal && (cpu.trapErrorCode & PF_ERROR.user) !== 0;
}

function inspectRegisters({ plain }: Kernel, address: bigint, access: AccessKind): InspectedSegment | null {
  return plain === null ? null : plain.registers.inspect(Number(address), ACCESS[access]);
}

/** Collects what is known about a process that is about to die. */
export function fatalFault(kernel: Kernel, process: Process, cause: Cause, vector: number): FatalFault {
  const { cpu, vm } = kernel;
  const current = process === kernel.current;
  const registers = current ? cpu.save() : process.saved;
  const errorCode = vector < 0 ? 0 : cpu.trapErrorCode;
  const memoryFault = vector === VECTOR.pageFault || (vector >= 0 && refusedByRegisters(kernel));
  const address = WITH_ADDRESS.has(vector) && (memoryFault || cpu.trapAddress !== 0n) ? cpu.trapAddress : null;
  const inUserSpace = address !== null && address < BigInt(process.space.limit);
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
    access: memoryFault ? accessOf(errorCode) : null,
    rip: registers.rip,
    registers,
    area: place === null ? null : space.areaAt(place),
    ...(place === null ? { below: null, above: null } : space.neighbours(place)),
    areas: space.areas.slice(),
    walk: place === null ? null : space.walk(place),
    register: memoryFault && address !== null ? inspectRegisters(kernel, address, accessOf(errorCode)) : null,
    damage: kernel.damage,
    shortage: cause.code === 'BUS_ADRERR' || cause.signal === 'SIGKILL' ? vm.shortage : null,
  };
}
