import { describe, expect, it } from 'vitest';
import { STATE } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { X86_64 } from '../../../src/mmu/design.js';
import type { Access } from '../../../src/mmu/fault.js';
import { Mmu, type TlbConfig } from '../../../src/mmu/mmu.js';
import { enterPaging, NX, P, PageTables, U, W } from '../../support/page-tables.js';

const READ = 0;
const WRITE = 1;
const ADDRESS = 0x1234_5678;
const OFFSET = 0x678;
const SHIFTS = [39n, 30n, 21n, 12n];
const noTlb: TlbConfig = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 };
const oneEntry: TlbConfig = { ...noTlb, itlb: { sets: 1, ways: 1 }, dtlb: { sets: 1, ways: 1 } };

interface Mode {
  user: boolean;
  wp: boolean;
  smep: boolean;
  smap: boolean;
  ac: boolean;
}

/** Every mode: CPL 0 and 3 x WP x SMEP x SMAP x AC. */
const modes: Mode[] = Array.from({ length: 32 }, (_, i) => ({
  user: (i & 1) !== 0,
  wp: (i & 2) !== 0,
  smep: (i & 4) !== 0,
  smap: (i & 8) !== 0,
  ac: (i & 16) !== 0,
}));

/** Intel SDM vol. 3, 4.6.1, as the table of mmu.md puts it. */
function permitted(mode: Mode, access: Access, W: boolean, U: boolean, X: boolean): boolean {
  if (mode.user) return U && (access === READ || (access === WRITE ? W : X));
  if (access === READ) return !U || !mode.smap || mode.ac;
  if (access === WRITE) return (!U || !mode.smap || mode.ac) && (W || !mode.wp);
  return X && !(U && mode.smep);
}

function machine(tlb: TlbConfig) {
  const memory = new PhysicalMemory(1 << 20, 0);
  const tables = new PageTables(memory);
  enterPaging(memory, tables.root);
  tables.map(BigInt(ADDRESS), 0x8000);
  const entries = SHIFTS.map((shift) => tables.entry(BigInt(ADDRESS), shift));
  const addresses = entries.map((address) => tables.read(address) & 0xf_ffff_ffff_f000n);
  const setEntries = (rights: readonly bigint[]) =>
    entries.forEach((entry, level) => {
      tables.write(entry, addresses[level]! | P | rights[level]!);
    });
  const enter = (mode: Mode) => {
    memory.u32[STATE.cpl >>> 2] = mode.user ? 3 : 0;
    memory.u32[STATE.cr0 >>> 2] = 0x8000_0001 + (mode.wp ? 0x1_0000 : 0);
    memory.u32[STATE.cr4 >>> 2] = 0xa0 + (mode.smep ? 0x10_0000 : 0) + (mode.smap ? 0x20_0000 : 0);
    memory.u32[STATE.rflags >>> 2] = 2 + (mode.ac ? 0x4_0000 : 0);
  };
  return { memory, mmu: new Mmu(memory, { design: X86_64, tlb }), setEntries, enter };
}

/** The rights bits of four levels from a 12-bit number. */
const levels = (bits: number) =>
  SHIFTS.map((_, level) => {
    const three = (bits >> (3 * level)) & 7;
    return ((three & 1) !== 0 ? W : 0n) | ((three & 2) !== 0 ? U : 0n) | ((three & 4) !== 0 ? NX : 0n);
  });

describe('rights', () => {
  it('combine over all levels, for every combination of entries, access and mode (393,216 cases)', () => {
    const { mmu, setEntries, enter } = machine(noTlb);
    const wrong: string[] = [];
    let cases = 0;
    for (let bits = 0; bits < 4096; bits++) {
      const rights = levels(bits);
      setEntries(rights);
      const canWrite = rights.every((entry) => (entry & W) !== 0n);
      const isUser = rights.every((entry) => (entry & U) !== 0n);
      const canExecute = rights.every((entry) => (entry & NX) === 0n);
      for (const mode of modes) {
        enter(mode);
        for (const access of [0, 1, 2] as const) {
          cases++;
          const physical = mmu.translate(ADDRESS, 0, access, 0);
          const errorCode = 1 + (access === WRITE ? 2 : 0) + (mode.user ? 4 : 0) + (access === 2 ? 16 : 0);
          const good = permitted(mode, access, canWrite, isUser, canExecute)
            ? physical === 0x8000 + OFFSET
            : physical === -1 && mmu.faultVector === 14 && mmu.faultErrorCode === errorCode;
          if (!good) wrong.push(JSON.stringify({ bits, mode, access, physical, errorCode: mmu.faultErrorCode }));
        }
      }
    }
    expect(cases).toBe(393_216);
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('are decided in the same way from a cached entry, whatever mode filled it', () => {
    const { memory, mmu, setEntries, enter } = machine(oneEntry);
    const lax = { user: false, wp: false, smep: false, smap: false, ac: true };
    const wrong: string[] = [];
    for (let three = 0; three < 8; three++) {
      setEntries([W | U, W | U, W | U, levels(three)[0]!]);
      for (const mode of modes)
        for (const access of [0, 1, 2] as const) {
          const filled = access === 2 ? (three & 4) === 0 : true;
          if (!filled) continue;
          mmu.flush(true);
          enter(lax);
          if (mmu.translate(ADDRESS, 0, access, 0) < 0) wrong.push('the lax mode faults');
          enter(mode);
          const allowed = permitted(mode, access, (three & 1) !== 0, (three & 2) !== 0, (three & 4) === 0);
          if (mmu.translate(ADDRESS, 0, access, 1) >= 0 !== allowed)
            wrong.push(JSON.stringify({ three, mode, access }));
        }
    }
    expect(wrong).toEqual([]);
    expect(memory.counter(10) + memory.counter(12)).toBe((8 * 3 - 4) * 32);
  });

  it('say "fetch" in the error code when NXE or SMEP is on, and otherwise not', () => {
    const { memory, mmu, setEntries, enter } = machine(noTlb);
    setEntries([W, W, W, W]);
    for (const nxe of [false, true])
      for (const smep of [false, true]) {
        enter({ user: true, wp: true, smep, smap: false, ac: false });
        memory.u32[STATE.efer >>> 2] = nxe ? 0xd01 : 0x501;
        expect(mmu.translate(ADDRESS, 0, 2, 0)).toBe(-1);
        expect(mmu.faultErrorCode).toBe(nxe || smep ? 21 : 5);
      }
  });

  it('yield to a missing page lower down', () => {
    const { mmu, enter, setEntries } = machine(noTlb);
    enter({ user: true, wp: true, smep: false, smap: false, ac: false });
    setEntries([0n, 0n, 0n, 0n]);
    expect(mmu.translate(ADDRESS, 0, 1, 0)).toBe(-1);
    expect(mmu.faultErrorCode).toBe(7);
    expect(mmu.translate(ADDRESS + 0x1000, 0, 1, 0)).toBe(-1);
    expect(mmu.faultErrorCode).toBe(6);
  });
});
