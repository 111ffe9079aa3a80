import { decode } from '../codec/decode.js';
import type { Decoded } from '../codec/decoded.js';
import { RAM_BASE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { Mmu } from '../mmu/mmu.js';
import { Fault } from './fault.js';
import type { MemoryPort } from './port.js';
import type { Reference } from './probe.js';
import { VECTOR } from './trap.js';

/** Longest instruction in bytes (Intel SDM vol. 2, 2.3.11). */
const LONGEST = 15;

/** Where the bytes of an address are: a physical address. May throw a `Fault`. */
type Locate = (address: bigint, page: 0 | 1) => number;

/** Instruction fetch: from rip to a decoded instruction. A second page is translated only if bytes on it are needed. */
export class InstructionFetch {
  /** The reference made by the last fetch, for a probe. */
  reference: Reference | null = null;
  private readonly scratch = new Uint8Array(LONGEST);
  private readonly memory: PhysicalMemory;
  private readonly mmu: Mmu;
  private readonly port: MemoryPort;

  constructor(memory: PhysicalMemory, mmu: Mmu, port: MemoryPort) {
    this.memory = memory;
    this.mmu = mmu;
    this.port = port;
  }

  /** Fetches and decodes, with lookups. Throws a `Fault`: of the lookups, #UD, or #GP for more than 15 bytes. */
  fetch(rip: bigint): Decoded {
    const decoded = this.read(rip, (address, page) => this.port.fetch(address, page));
    const { physical, size, secondPhysical } = this.reference!;
    this.port.fetchRest(physical, size, secondPhysical, this.mmu.span(Number(rip & 0xffff_ffffn)));
    return decoded;
  }

  /**
   * Decodes again, without lookups, the string instruction that is between two elements, after somebody else has used the machine.
   * Its pages are where they were: whoever takes them away has abandoned it (CpuState.abandonRepeat).
   */
  again(rip: bigint): Decoded {
    return this.read(rip, (address) => this.peek(address));
  }

  private peek(address: bigint): number {
    const physical = this.mmu.peek(Number(address & 0xffff_ffffn), Number(address >> 32n));
    if (physical < 0) throw new Error('the page of a repeating instruction has gone');
    return physical;
  }

  private read(rip: bigint, locate: Locate): Decoded {
    const first = locate(rip, 0);
    const start = RAM_BASE + first;
    const onPage = this.mmu.span(Number(rip & 0xffff_ffffn));
    let second = -1;
    let decoded = decode(this.memory.u8, start, start + Math.min(onPage, LONGEST));
    if (decoded === 'truncated') {
      const next = BigInt.asUintN(64, rip + BigInt(onPage));
      second = locate(next, 1);
      const beyond = RAM_BASE + second;
      this.scratch.set(this.memory.u8.subarray(start, start + onPage));
      this.scratch.set(this.memory.u8.subarray(beyond, beyond + LONGEST - onPage), onPage);
      decoded = decode(this.scratch, 0, LONGEST);
    }
    if (decoded === 'tooLong') throw new Fault(VECTOR.generalProtection, 0, 0n);
    if (typeof decoded === 'string') throw new Fault(VECTOR.invalidOpcode, 0, 0n);
    this.reference = { kind: 'fetch', virtual: rip, physical: first, size: decoded.length, secondPhysical: second };
    return decoded;
  }
}
