import type { Division } from '../kernel/unpaged/extents.js';
import type { PlainMemory } from '../kernel/unpaged/plain-memory.js';
import { percent, thousands } from '../util/text.js';

/** How RAM without page tables was divided among processes. Bytes. */
export interface MemoryReport {
  readonly fit: string;
  /** Bytes of a fixed partition, or null. */
  readonly partition: number | null;
  /** The kernel's own. */
  readonly kernel: number;
  /** When most was in use. */
  readonly peak: Division;
  /** In pieces, then, that no area used: internal fragmentation. */
  readonly unused: number;
  /** Requests that failed although so much was free, in several holes: external fragmentation. */
  readonly refused: number;
}

export function memoryReport({ extents, unusedAtPeak }: PlainMemory): MemoryReport {
  const { fit, partition, peak, refused, start } = extents;
  return { fit, partition, kernel: start, peak, unused: unusedAtPeak, refused };
}

type Row = readonly [name: string, value: string, note?: string];

export function memoryRows({ partition, kernel, peak, unused, refused }: MemoryReport): Row[] {
  const bytes = (value: number) => thousands(value);
  const holes = peak.holes === 1 ? '1 hole' : `${peak.holes} holes, the largest ${bytes(peak.largestHole)}`;
  return [
    ["the kernel's", bytes(kernel), 'bytes at the low end of RAM'],
    ['in use at most', bytes(peak.used), `bytes; ${bytes(peak.free)} free then, in ${holes}`],
    ['of it unused', bytes(unused), `${percent(peak.used === 0 ? null : unused / peak.used)} internal fragmentation`],
    ...(partition === null ? [] : [['a partition', bytes(partition), 'bytes'] as const]),
    ...(refused === 0 ? [] : [['refused though free', bytes(refused), 'requests: external fragmentation'] as const]),
  ];
}
