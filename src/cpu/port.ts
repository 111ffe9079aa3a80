import { COUNTER, PAGE_BYTES, RAM_BASE, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { LINE_READ, type LineUse } from '../mmu/caches/hierarchy.js';
import { CR0_AM, RFLAGS_AC } from '../mmu/entry-bits.js';
import type { Mmu } from '../mmu/mmu.js';
import { Fault } from './fault.js';
import type { Lookup, Probe } from './probe.js';
import { TIME_OF_FETCH, TIME_OF_FIRST_ACCESS, TIME_OF_SECOND_ACCESS, TIME_PER_STEP } from './step-time.js';
import { VECTOR } from './trap.js';

/** An access whose pages are translated: bytes may be read and written without further questions. */
export interface Translation {
  readonly virtual: bigint;
  /** Bytes: 1, 2, 4, 8 or 16. */
  readonly size: number;
  /** Physical address of the first byte, and of the first byte on the second page or -1. */
  readonly first: number;
  readonly second: number;
  /** Bytes that lie at `first` when there is a second page. */
  readonly onFirst: number;
}

const READ = 0;
const WRITE = 1;
const FETCH = 2;
const accessNames = ['read', 'write', 'fetch'] as const;
/** Moments run from 2 to 7: an instruction with more than three accesses (enter) uses the last one again. */
const LAST_ACCESS = 2;
const NONE: readonly number[] = [];

/** Data accesses must be aligned: user mode with CR0.AM and RFLAGS.AC (Intel SDM vol. 3, 6.15, interrupt 17). */
export function checksAlignment({ u32 }: PhysicalMemory): boolean {
  const asked = (u32[STATE.rflags >>> 2]! & RFLAGS_AC) !== 0 && (u32[STATE.cr0 >>> 2]! & CR0_AM) !== 0;
  return asked && u32[STATE.cpl >>> 2] === 3;
}

/** The CPU's way to memory: every reference of a step is translated here, at its moment, and the lookups are counted. */
export class MemoryPort {
  probe: Probe | null = null;
  /** Lookups that the current step has made, the one that faulted included. */
  fetchLookups = 0;
  dataLookups = 0;
  /** Where the fetch lookups of the next step, which have been made, led to. */
  fetched: readonly number[] = [];
  private current: readonly number[] = [];
  private accesses = 0;
  private time = 0;
  private readonly memory: PhysicalMemory;
  private readonly mmu: Mmu;

  constructor(memory: PhysicalMemory, mmu: Mmu) {
    this.memory = memory;
    this.mmu = mmu;
  }

  /** Bits of a physical address that may be set: MAXPHYADDR. */
  get physicalBits(): number {
    return this.mmu.physicalBits;
  }

  /** All bits of an address that are not translated repeat the highest that is. */
  isCanonical(address: bigint): boolean {
    return BigInt.asUintN(64, BigInt.asIntN(this.mmu.linearBits, address)) === address;
  }

  /** Starts a step; `steps` is the number of completed ones. */
  beginStep(steps: number): void {
    this.mmu.caches?.beginStep();
    this.time = steps * TIME_PER_STEP;
    this.fetchLookups = 0;
    this.dataLookups = 0;
    this.accesses = 0;
    this.current = this.fetched;
    this.fetched = NONE;
  }

  /** Physical address of an instruction byte: `page` 0 for the first page of the instruction, 1 for the second. */
  fetch(address: bigint, page: 0 | 1): number {
    this.fetchLookups++;
    const known = this.current[page];
    const physical = known ?? this.lookup(address, FETCH, this.time + TIME_OF_FETCH + page, false);
    if (page === 0 && known === undefined) this.mmu.caches?.fetch(physical);
    else if (page === 0) this.mmu.caches?.alreadyFetched();
    return physical;
  }

  /** An instruction of `bytes` bytes has been fetched: the caches are asked for the lines behind its first. `second`, `onFirst`: as in Translation. */
  fetchRest(first: number, bytes: number, second: number, onFirst: number): void {
    this.mmu.caches?.fetchRest(first, bytes, second, onFirst);
  }

  /** The step has faulted; `repeating`: between two elements. */
  abort(repeating: boolean): void {
    this.mmu.caches?.abort(repeating);
  }

  /** Translates a data access, page by page, and asks the caches for its lines. `stack`: a non-canonical address is a stack fault. */
  translate(virtual: bigint, size: number, use: LineUse, stack: boolean): Translation {
    const made = this.pages(virtual, size, use !== LINE_READ, stack);
    this.mmu.caches?.access(made.first, size, made.second, made.onFirst, use);
    return made;
  }

  /** Translates for a store that is not made; gives the number of pages. */
  touch(virtual: bigint, size: number, stack: boolean): 1 | 2 {
    return this.pages(virtual, size, true, stack).second < 0 ? 1 : 2;
  }

  private pages(virtual: bigint, size: number, write: boolean, stack: boolean): Translation {
    const step = TIME_OF_SECOND_ACCESS - TIME_OF_FIRST_ACCESS;
    const time = this.time + TIME_OF_FIRST_ACCESS + step * Math.min(this.accesses++, LAST_ACCESS);
    const access = write ? WRITE : READ;
    this.refuseStraddling(virtual, size, access, time, stack);
    if ((virtual & BigInt(size - 1)) !== 0n) this.checkAlignment(virtual);
    this.dataLookups++;
    const first = this.lookup(virtual, access, time, stack);
    const onFirst = this.mmu.span(Number(virtual & 0xffff_ffffn));
    if (size <= onFirst) return { virtual, size, first, second: -1, onFirst };
    this.dataLookups++;
    const second = this.lookup(BigInt.asUintN(64, virtual + BigInt(onFirst)), access, time + 1, stack);
    return { virtual, size, first, second, onFirst };
  }

  /** An access that ends in addresses that are not canonical fails before its first page is looked up (mmu/README.md, section 1). */
  private refuseStraddling(virtual: bigint, size: number, access: 0 | 1, time: number, stack: boolean): void {
    const offset = Number(virtual & 0xfffn);
    if (offset + size <= PAGE_BYTES) return;
    const second = BigInt.asUintN(64, virtual + BigInt(PAGE_BYTES - offset));
    if (this.mmu.isCanonical(Number(second >> 32n))) return;
    this.dataLookups++;
    this.lookup(second, access, time, stack);
  }

  /** An access that is not aligned is #AC where that is asked for; one that is not canonical stays what it is. */
  private checkAlignment(virtual: bigint): void {
    if (checksAlignment(this.memory) && this.isCanonical(virtual)) throw new Fault(VECTOR.alignmentCheck, 0, virtual);
  }

  /** CR0, CR3 or CR4, and what the MMU must forget for it. */
  writeControlRegister(number: 0 | 3 | 4, value: bigint): void {
    this.mmu.writeControlRegister(number, Number(value & 0xffff_ffffn), Number(value >> 32n));
  }

  /** Forgets the translation of the page of an address. */
  invalidatePage(address: bigint): void {
    this.mmu.invalidatePage(Number(address & 0xffff_ffffn), Number(address >> 32n));
  }

  /** The same for another address space, but for global ones; and all that is not global of a space. */
  invalidatePageIn(space: number, address: bigint): void {
    this.mmu.invalidatePageIn(space, Number(address & 0xffff_ffffn), Number(address >> 32n));
  }

  invalidateSpace(space: number): void {
    this.mmu.flushSpace(space);
  }

  /** Forgets all translations, global ones too if asked. */
  invalidateAll(includeGlobal: boolean): void {
    this.mmu.flush(includeGlobal);
  }

  /** Asks the MMU. Throws a `Fault`. */
  private lookup(address: bigint, access: 0 | 1 | 2, time: number, stack: boolean): number {
    const low = Number(address & 0xffff_ffffn);
    const high = Number(address >> 32n);
    const physical = this.probe?.lookup
      ? this.observed(this.probe, address, access, time)
      : this.mmu.translate(low, high, access, time);
    if (physical >= 0) return physical;
    const mmu = this.mmu;
    const vector = mmu.faultVector === VECTOR.generalProtection && stack ? VECTOR.stackFault : mmu.faultVector;
    throw new Fault(vector, mmu.faultErrorCode, (BigInt(mmu.faultHigh) << 32n) | BigInt(mmu.faultLow));
  }

  private observed(probe: Probe, address: bigint, access: 0 | 1 | 2, time: number): number {
    const memory = this.memory;
    const missCounter = access === FETCH ? COUNTER.itlbMisses : COUNTER.dtlbMisses;
    const misses = memory.counter(missCounter);
    const reads = memory.counter(COUNTER.walkReads);
    const writes = memory.counter(COUNTER.adWrites);
    const physical = this.mmu.translate(Number(address & 0xffff_ffffn), Number(address >> 32n), access, time);
    const lookup: Lookup = {
      access: accessNames[access],
      virtual: address,
      physical,
      hit: memory.counter(missCounter) === misses,
      entriesRead: memory.counter(COUNTER.walkReads) - reads,
      entriesWritten: memory.counter(COUNTER.adWrites) - writes,
    };
    probe.lookup!(lookup);
    return physical;
  }

  /** Little-endian value of a translated access. */
  read({ first, second, size, onFirst }: Translation): bigint {
    const view = this.memory.view;
    const at = RAM_BASE + first;
    if (second < 0) {
      if (size === 8) return view.getBigUint64(at, true);
      if (size === 16) return (view.getBigUint64(at + 8, true) << 64n) | view.getBigUint64(at, true);
      return BigInt(size === 4 ? view.getUint32(at, true) : size === 2 ? view.getUint16(at, true) : view.getUint8(at));
    }
    let value = 0n;
    for (let index = size - 1; index >= 0; index--) {
      value = (value << 8n) | BigInt(this.memory.u8[RAM_BASE + physicalByte(first, second, onFirst, index)]!);
    }
    return value;
  }

  write({ first, second, size, onFirst }: Translation, value: bigint): void {
    const { memory } = this;
    const firstFrame = Math.floor(first / PAGE_BYTES);
    memory.written(firstFrame);
    const at = RAM_BASE + first;
    if (second < 0) {
      // Without pages a piece of RAM may go over the border of a frame.
      const lastFrame = Math.floor((first + size - 1) / PAGE_BYTES);
      if (lastFrame !== firstFrame) memory.written(lastFrame);
      if (size === 8) memory.view.setBigUint64(at, value, true);
      else if (size === 16) {
        memory.view.setBigUint64(at, value, true);
        memory.view.setBigUint64(at + 8, value >> 64n, true);
      } else if (size === 4) memory.view.setUint32(at, Number(value), true);
      else if (size === 2) memory.view.setUint16(at, Number(value), true);
      else memory.u8[at] = Number(value);
      return;
    }
    memory.written(Math.floor(second / PAGE_BYTES));
    for (let index = 0; index < size; index++) {
      memory.u8[RAM_BASE + physicalByte(first, second, onFirst, index)] = Number((value >> BigInt(8 * index)) & 0xffn);
    }
  }
}

/** Physical address of byte `index` of an access. */
function physicalByte(first: number, second: number, onFirst: number, index: number): number {
  return index < onFirst ? first + index : second + index - onFirst;
}
