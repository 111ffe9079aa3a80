import type { CpuState } from '../cpu/state.js';
import { CR0_AM, CR0_PG, CR0_WP, CR4_LA57, CR4_PCIDE, EFER_NXE } from '../mmu/entry-bits.js';
import type { MmuConfig } from '../mmu/mmu.js';

/** Long mode with paging: PE, ET, NE, WP, AM (as Linux), PG; PAE; SCE, LME, LMA, NXE. */
const CR0 = (0x31 | CR0_WP | CR0_AM | CR0_PG) >>> 0;
const CR4 = 0x20;
const EFER = 0x501 | EFER_NXE;
const USER_MODE = 3;

/** Sets the control registers once and for all, with the empty table of frame 0. CR4 follows the design: five levels, numbers of address spaces. */
export function enterUserMode(cpu: CpuState, { design, tlb }: MmuConfig): void {
  const x86 = design.kind === 'x86-64';
  const numbers = x86 && tlb.tagged === true ? CR4_PCIDE : 0;
  cpu.efer = BigInt(EFER);
  cpu.cr4 = BigInt(CR4 | numbers | (x86 && design.levels === 5 ? CR4_LA57 : 0));
  cpu.cr0 = BigInt(CR0);
  cpu.cr3 = 0n;
  cpu.cpl = USER_MODE;
}
