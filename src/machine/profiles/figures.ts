import type { PriceName, Sourced } from '../../mmu/cost.js';
import type { TlbShape } from '../../mmu/tlb-config.js';
import { thousands } from '../../util/text.js';
import type { Figure } from './profile.js';

/** What a price is for, in words. */
export const priceNames: Readonly<Record<PriceName, string>> = {
  instruction: 'an instruction',
  memory: 'a reference to memory',
  tlb: 'a TLB lookup',
  secondTlb: 'a second-level TLB lookup',
  walkStart: 'starting a walk',
  pageSplit: 'an access over two pages',
  adWrite: 'setting A or D',
  trapEntry: 'entering the kernel',
  trapExit: 'leaving the kernel',
  contextSwitch: 'a context switch',
  kernelWord: 'a word of the kernel',
  disk: 'a page to or from disk',
};

export function figure<T>(group: string, name: string, number: Sourced<T>, text: (value: T) => string): Figure {
  const { value, label, source } = number;
  return { group, name, value: text(value), label, source };
}

export const cyclesText = (cycles: number): string => `${thousands(cycles)} ${cycles === 1 ? 'cycle' : 'cycles'}`;

export function tlbText({ sets, ways, pages }: TlbShape): string {
  const shape = sets === 1 ? 'fully associative' : `${ways}-way`;
  return `${thousands(sets * ways)} entries, ${shape}${pages ? `, ${pages.join(' ')}` : ''}`;
}

/** Size and ways of a cache with lines of so many bytes. */
export function cacheText(lineBytes: number): (size: { readonly sets: number; readonly ways: number }) => string {
  return ({ sets, ways }) => {
    const bytes = sets * ways * lineBytes;
    const size = bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20} MiB` : `${bytes / 2 ** 10} KiB`;
    return `${size}, ${sets === 1 ? 'fully associative' : `${ways}-way`}`;
  };
}
