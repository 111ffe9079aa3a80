import type { TlbConfig, TlbGeometry, TlbShape } from '../mmu/tlb-config.js';
import { percent, thousands } from '../util/text.js';
import type { Counters } from './counters.js';

export interface TlbStatistics {
  readonly lookups: number;
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
  /** hits / lookups, null without lookups. */
  readonly hitRate: number | null;
}

/** What the TLB and the paging-structure caches did. */
export interface TlbReport {
  readonly instruction: TlbStatistics;
  readonly data: TlbStatistics;
  /** null: there is no second level. */
  readonly second: TlbStatistics | null;
  /** Walks that began below a cached entry, by its level above the leaf tables (PDE, PDPTE, PML4E, PML5E); null: there are no such caches. */
  readonly walkCacheHits: readonly number[] | null;
}

const UPPER_ENTRIES = ['PDE', 'PDPTE', 'PML4E', 'PML5E'] as const;

function one(hits: number, misses: number, evictions: number): TlbStatistics {
  const lookups = hits + misses;
  return { lookups, hits, misses, evictions, hitRate: lookups === 0 ? null : hits / lookups };
}

const shapesOf = ({ walkCaches }: TlbConfig) => (walkCaches ?? []).filter((shape) => shape !== null);

export function tlbReport(c: Counters, tlb: TlbConfig): TlbReport {
  const upper = [c.pdeCacheHits, c.pdpteCacheHits, c.pml4eCacheHits, c.pml5eCacheHits];
  return {
    instruction: one(c.itlbHits, c.itlbMisses, c.itlbEvictions),
    data: one(c.dtlbHits, c.dtlbMisses, c.dtlbEvictions),
    second: tlb.second ? one(c.stlbHits, c.stlbMisses, c.stlbEvictions) : null,
    walkCacheHits: shapesOf(tlb).length > 0 ? upper : null,
  };
}

/** Rows of the report: name, value, note. */
type Row = readonly [name: string, value: string, note: string];

function lookups(name: string, { hits, misses, evictions, hitRate }: TlbStatistics): Row[] {
  return [
    [`${name} hits`, thousands(hits), percent(hitRate).padStart(8)],
    [`${name} misses`, thousands(misses), evictions > 0 ? `${thousands(evictions)} evictions` : ''],
  ];
}

export function tlbRows({ instruction, data, second, walkCacheHits }: TlbReport): Row[] {
  const hits = (walkCacheHits ?? []).map((count, level): Row => [`${UPPER_ENTRIES[level]} cache hits`, thousands(count), '']);
  return [
    ...lookups('fetch', instruction),
    ...lookups('data', data),
    ...(second ? lookups('second level', second) : []),
    ...hits.filter((_, level) => walkCacheHits![level] !== 0),
  ];
} // biome-ignore format: one line

function geometry(shape: TlbGeometry | null): string {
  if (shape === null) return 'none';
  const entries = shape.sets * shape.ways;
  return shape.sets === 1 ? `${entries} entries, fully associative` : `${entries} entries, ${shape.ways}-way`;
}

function arrayInWords(shape: TlbShape | null): string {
  const { pages = ['4K'], policy } = shape ?? {};
  const sizes = pages.length === 1 && pages[0] === '4K' ? '' : ` for ${pages.join(' and ')} pages`;
  return `${geometry(shape)}${sizes}${policy === undefined ? '' : `, ${policy}`}`;
}

function arraysInWords(first: TlbShape | null, more: readonly TlbShape[] = []): string {
  return [first, ...more].map((shape) => arrayInWords(shape)).join(' + ');
}

/** What a TLB is, for the title of the report: `TLBs of 64 entries, 4-way each, lru`. */
export function tlbInWords(tlb: TlbConfig): string {
  if (tlb.itlb === null && (tlb.unified || tlb.dtlb === null)) return ['no TLB', ...extras(tlb)].join('; ');
  const shape = arraysInWords(tlb.itlb, tlb.itlbMore);
  const data = arraysInWords(tlb.dtlb, tlb.dtlbMore);
  const both = shape === data ? `TLBs of ${shape} each` : `instruction TLB: ${shape}; data TLB: ${data}`;
  const first = tlb.unified ? `one TLB of ${shape}` : both;
  return [`${first}, ${tlb.policy}`, ...extras(tlb)].join('; ');
}

function extras(tlb: TlbConfig): string[] {
  const { second } = tlb;
  const words: string[] = [];
  const level = (shapes: readonly TlbShape[]) => arraysInWords(shapes[0] ?? null, shapes.slice(1));
  if (second?.unified) words.push(`second level: ${level(second.data)}`);
  else if (second) words.push(`second level: ${level(second.instruction)} and ${level(second.data)}`);
  const walkCaches = (tlb.walkCaches ?? []).flatMap((shape, index) =>
    shape === null ? [] : [`${shape.sets * shape.ways} ${UPPER_ENTRIES[index]}s`],
  );
  if (walkCaches.length > 0) words.push(`caches of ${walkCaches.join(', ')}`);
  if (tlb.tagged) words.push('tagged');
  if (tlb.refill === 'software') words.push('refilled by software');
  return words;
}
