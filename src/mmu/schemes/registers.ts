import { COUNTER, SEGMENT_BYTES, SEGMENT_FLAG, SEGMENTS, STATE } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import type { SegmentsDesign, UnpagedDesign } from '../design.js';
import { type Access, accessErrorBits, ERROR, FETCH, READ, WRITE } from '../fault.js';

export type RegistersDesign = UnpagedDesign | SegmentsDesign;

/** One segment register. Bytes; `base` is physical: the first byte, or the end of a segment that grows down. */
export interface SegmentRegister {
  readonly base: number;
  readonly size: number;
  /** SEGMENT_FLAG bits. */
  readonly flags: number;
}

export const NO_SEGMENT: SegmentRegister = { base: 0, size: 0, flags: 0 };

/** Why the registers refuse an address, or that they do not. `width`: it has more bits than the design's addresses. */
export type RegisterVerdict = 'good' | 'width' | 'none' | 'bounds' | 'rights' | 'ram';

/** One address taken through the registers, for explanations: every number of the arithmetic. */
export interface InspectedSegment {
  readonly verdict: RegisterVerdict;
  /** Number of the register. */
  readonly index: number;
  readonly register: SegmentRegister;
  /** Virtual address at which the part of the address space begins that the register describes, and its size. */
  readonly start: number;
  readonly span: number;
  /** Address minus `start`; for a segment that grows down minus its end, so below 0. */
  readonly offset: number;
  /** Physical address, or -1. */
  readonly physical: number;
}

const WORDS = SEGMENT_BYTES / 4;
const RIGHT_OF = { [READ]: SEGMENT_FLAG.read, [WRITE]: SEGMENT_FLAG.write, [FETCH]: SEGMENT_FLAG.execute } as const;
const FIRST = STATE.segments >>> 2;

/**
 * Translation without tables, by the segment registers in the CPU state: all designs from bare physical addresses to segments. A lookup leaves
 * its result in the fields and allocates nothing. mmu/README.md, section 7.
 */
export class SegmentRegisters {
  readonly design: RegistersDesign;
  /** After `find`: physical address of the byte, and how many bytes from it on the register reaches; or the verdict. */
  physical = -1;
  reach = 0;
  verdict: RegisterVerdict = 'good';
  /** Told of accesses outside what belongs to the running process (physical address), where nothing stops them. */
  onStray: (physical: number, access: Access) => void = () => {};
  private readonly memory: PhysicalMemory;
  private readonly u32: Uint32Array;
  /** Bits of an offset in a segment. */
  private readonly offsetBits: number;
  private readonly bounded: boolean;
  private readonly onLoaded: () => void;

  /** `onLoaded`: called after the registers were loaded. */
  constructor(memory: PhysicalMemory, design: RegistersDesign, onLoaded: () => void) {
    this.memory = memory;
    this.onLoaded = onLoaded;
    this.u32 = memory.u32;
    this.design = design;
    this.bounded = design.kind === 'base-bounds' || design.kind === 'segments';
    this.offsetBits = design.kind === 'segments' ? design.virtualBits - design.selectorBits : 32;
  }

  /** Loads the registers, from the first one on; those that are not given become invalid. */
  load(segments: readonly SegmentRegister[]): void {
    for (let index = 0; index < SEGMENTS; index++) {
      const { base, size, flags } = segments[index] ?? NO_SEGMENT;
      this.u32.set([base, size, flags, 0], FIRST + WORDS * index);
    }
    this.onLoaded();
  }

  read(index: number): SegmentRegister {
    const word = FIRST + WORDS * index;
    return { base: this.u32[word]!, size: this.u32[word + 1]!, flags: this.u32[word + 2]! };
  }

  /**
   * Looks an address (halves) up, counting a hit, for the registers always answer, and a stray access. False: `verdict` and `errorCode` say why
   * not. The error code is made as that of a page fault; P says that it is a right that is missing.
   */
  translate(low: number, high: number, access: Access): boolean {
    this.memory.count(access === FETCH ? COUNTER.itlbHits : COUNTER.dtlbHits);
    if (!this.find(low, high, access)) return false;
    if (!this.bounded && this.isStray(this.physical)) {
      this.memory.count(access === WRITE ? COUNTER.strayWrites : COUNTER.strayReads);
      this.onStray(this.physical, access);
    }
    return true;
  }

  /** The same without counting. */
  find(low: number, high: number, access: Access): boolean {
    this.verdict = this.place(low >>> 0, high, RIGHT_OF[access]);
    return this.verdict === 'good';
  }

  /** Physical address of an instruction byte, or -1. Counts nothing. */
  peek(low: number, high: number): number {
    return this.find(low, high, FETCH) ? this.physical : -1;
  }

  errorCode(access: Access): number {
    const { u32 } = this;
    const bits = accessErrorBits(access, u32[STATE.cpl >>> 2]!, u32[STATE.cr4 >>> 2]!, u32[STATE.efer >>> 2]!);
    return bits | (this.verdict === 'rights' ? ERROR.present : 0);
  }

  private place(address: number, high: number, right: number): RegisterVerdict {
    const { u32, memory } = this;
    this.physical = -1;
    if (high !== 0 || (this.offsetBits < 32 && address >= 2 ** this.design.virtualBits)) return 'width';
    const index = this.offsetBits === 32 ? 0 : address >>> this.offsetBits;
    const word = FIRST + WORDS * index;
    const flags = u32[word + 2]!;
    if ((flags & SEGMENT_FLAG.valid) === 0) {
      if (this.design.kind !== 'physical') return 'none';
    } else if ((flags & right) === 0) return 'rights';
    const [base, size] = [u32[word]!, u32[word + 1]!];
    switch (this.design.kind) {
      case 'physical':
      case 'relocation':
        return this.within(address, this.unboundedReach(address));
      case 'base':
        return this.within(address + base, this.unboundedReach(address + base));
      default: {
        const start = index * 2 ** this.offsetBits;
        const span = 2 ** this.offsetBits;
        const down = (flags & SEGMENT_FLAG.growsDown) !== 0 && this.offsetBits < 32;
        const offset = address - start - (down ? span : 0);
        if (down ? -offset > size : offset >= size) return 'bounds';
        const reach = down ? -offset : Math.min(size, span) - offset;
        return this.within(base + offset, Math.min(reach, memory.ramBytes - base - offset));
      }
    }
  }

  /** Where nothing is compared: up to the border of what belongs to the process, so that strays are seen, or of RAM. */
  private unboundedReach(physical: number): number {
    const [base, size] = [this.u32[FIRST]!, this.u32[FIRST + 1]!];
    const end = physical < base ? base : physical < base + size ? base + size : this.memory.ramBytes;
    return Math.min(end, this.memory.ramBytes) - physical;
  }

  private within(physical: number, reach: number): RegisterVerdict {
    if (physical < 0 || physical >= this.memory.ramBytes) return 'ram';
    this.physical = physical;
    this.reach = reach;
    return 'good';
  }

  private isStray(physical: number): boolean {
    const { u32 } = this;
    if ((u32[FIRST + 2]! & SEGMENT_FLAG.valid) === 0) return false;
    return physical < u32[FIRST]! || physical >= u32[FIRST]! + u32[FIRST + 1]!;
  }

  /**
   * All 4096 bytes around an address, from a multiple of 4096 on, have this translation for this kind of access, lie in one frame, and belong
   * to the process. Counts nothing.
   */
  isWholePage(low: number, high: number, access: Access): boolean {
    const first = (low & ~0xfff) >>> 0;
    if (!this.find(first, high, access)) return false;
    return (this.physical & 0xfff) === 0 && this.reach >= 4096 && (this.bounded || !this.isStray(this.physical));
  }

  /** Every step of the arithmetic for an address. Counts and changes nothing but the fields. */
  inspect(address: number, access: Access): InspectedSegment {
    this.find(address % 2 ** 32, Math.floor(address / 2 ** 32), access);
    const { verdict, physical } = this;
    const index = this.offsetBits === 32 || verdict === 'width' ? 0 : Math.floor(address / 2 ** this.offsetBits);
    const register = this.read(index % SEGMENTS);
    const span = 2 ** this.offsetBits;
    const start = index * span;
    const down = (register.flags & SEGMENT_FLAG.growsDown) !== 0;
    return { verdict, index, register, start, span, offset: address - start - (down ? span : 0), physical };
  }
}
