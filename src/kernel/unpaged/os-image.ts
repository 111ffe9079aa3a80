import { RAM_BASE } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';

/** Bytes at the low end of RAM that belong to the kernel: what the textbooks draw below the first process (OSTEP, figure 15.2). */
export const OS_BYTES = 16 * 1024;

const VECTORS = { start: 0, entry: 8, count: 256 } as const;
const CALLS = { start: 0x800, entry: 8, count: 256 } as const;
const PROCESSES = { start: 0x1000, entry: 64, count: 64 } as const;
const CODE = { start: 0x2000, end: OS_BYTES } as const;

/** A run of bytes of the kernel that are not what the kernel has put there. */
export interface Damage {
  /** Physical address of the first byte. */
  readonly address: number;
  /** `the interrupt table, entry 13`: what stood there. */
  readonly what: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * What a kernel has at the low end of RAM: tables of handlers, of processes, and code. This kernel does not live there, but it stops
 * when these bytes are damaged, as one that did would.
 *
 *     0x0000  interrupt table       256 entries of 8 bytes: address of the handler
 *     0x0800  system-call table     256 entries of 8 bytes
 *     0x1000  process table         64 entries of 64 bytes: u64 pid, u64 base, u64 size, name
 *     0x2000  code
 */
export class OsImage {
  private readonly memory: PhysicalMemory;
  private readonly pristine = new Uint8Array(OS_BYTES);

  constructor(memory: PhysicalMemory) {
    this.memory = memory;
    const view = new DataView(this.pristine.buffer);
    const handler = (number: number) => BigInt(CODE.start + 16 * number);
    for (let i = 0; i < VECTORS.count; i++) view.setBigUint64(VECTORS.start + VECTORS.entry * i, handler(i), true);
    for (let i = 0; i < CALLS.count; i++) view.setBigUint64(CALLS.start + CALLS.entry * i, handler(256 + i), true);
    // Handlers: swapgs, nop, iretq, int3 up to the next.
    for (let at: number = CODE.start; at < CODE.end; at += 16)
      this.pristine.set([0x0f, 0x01, 0xf8, 0x90, 0x48, 0xcf, ...Array(10).fill(0xcc)], at);
    memory.writeBytes(0, this.pristine);
  }

  /** Enters a process in the table; null: it is gone. There is room for 64; of more the last ones are shown. */
  enter(pid: number, entry: { readonly base: number; readonly size: number; readonly name: string } | null): void {
    const bytes = new Uint8Array(PROCESSES.entry);
    if (entry !== null) {
      const view = new DataView(bytes.buffer);
      [pid, entry.base, entry.size].forEach((value, i) => {
        view.setBigUint64(8 * i, BigInt(value), true);
      });
      bytes.set(new TextEncoder().encode(entry.name).subarray(0, 39), 24);
    }
    const at = PROCESSES.start + PROCESSES.entry * (pid % PROCESSES.count);
    this.pristine.set(bytes, at);
    this.memory.writeBytes(at, bytes);
  }

  /** What is not as it was, at most `most` runs of bytes, lowest first. */
  damage(most = 8): Damage[] {
    const now = this.memory.u8.subarray(RAM_BASE, RAM_BASE + OS_BYTES);
    const found: Damage[] = [];
    for (let at = 0; at < OS_BYTES && found.length < most; at++) {
      if (now[at] === this.pristine[at]) continue;
      const limit = at + entryBytes(at) - (at % entryBytes(at));
      let end = limit;
      while (now[end - 1] === this.pristine[end - 1]) end--;
      found.push({ address: at, what: partAt(at), before: this.pristine.slice(at, end), after: now.slice(at, end) });
      at = limit - 1;
    }
    return found;
  }

  /** Remembers what should be there: the function given back restores it. The bytes themselves are in RAM. */
  remember(): () => void {
    const copy = this.pristine.slice();
    return () => this.pristine.set(copy);
  }
}

function entryBytes(address: number): number {
  if (address < PROCESSES.start) return VECTORS.entry;
  return address < CODE.start ? PROCESSES.entry : 16;
}

function partAt(address: number): string {
  if (address < CALLS.start) return `the interrupt table, entry ${Math.floor(address / VECTORS.entry)}`;
  if (address < PROCESSES.start)
    return `the system-call table, entry ${Math.floor((address - CALLS.start) / CALLS.entry)}`;
  if (address < CODE.start)
    return `the process table, entry ${Math.floor((address - PROCESSES.start) / PROCESSES.entry)}`;
  return `the kernel's code, 0x${(address - CODE.start).toString(16)} bytes into it`;
}
