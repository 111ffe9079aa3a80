import { CACHE_NAMES, type CacheName, type CacheShape, type HierarchyConfig } from '../mmu/caches/config.js';
import { percent, thousands } from '../util/text.js';
import type { Counters } from './counters.js';

export interface CacheStatistics {
  readonly lookups: number;
  readonly hits: number;
  readonly misses: number;
  /** Lines, or stores that are written through, handed to the next level. */
  readonly writebacks: number;
  /** hits / lookups, null without lookups. */
  readonly hitRate: number | null;
}

/** By cache, those that are there. */
export type CachesStatistics = Readonly<Partial<Record<CacheName, CacheStatistics>>>;

/** The caches of a hierarchy that are there, from the top. */
export function presentCaches(config: HierarchyConfig): readonly (readonly [CacheName, CacheShape])[] {
  return CACHE_NAMES.flatMap((name) => {
    const shape = config.unified && name === 'l1i' ? null : config[name];
    return shape === null ? [] : [[name, shape] as const];
  });
}

export function cacheStatistics(counters: Counters, config: HierarchyConfig): CachesStatistics {
  return Object.fromEntries(
    presentCaches(config).map(([name]) => {
      const [hits, misses] = [counters[`${name}Hits`], counters[`${name}Misses`]];
      const lookups = hits + misses;
      const writebacks = name === 'l1i' ? 0 : counters[`${name}Writebacks`];
      return [name, { lookups, hits, misses, writebacks, hitRate: lookups === 0 ? null : hits / lookups }];
    }),
  );
}

type Row = readonly [name: string, value: string, note: string];

export function cacheRows(found: CachesStatistics): Row[] {
  return Object.entries(found).flatMap(([name, { hits, misses, writebacks, hitRate }]): Row[] => [
    [`${name.toUpperCase()} hits`, thousands(hits), percent(hitRate).padStart(8)],
    [`${name.toUpperCase()} misses`, thousands(misses), writebacks > 0 ? `${thousands(writebacks)} written back` : ''],
  ]);
}

/** `L1I 32 KiB 8-way, L1D 48 KiB 12-way, lines of 64 bytes`. */
export function describeCaches(config: HierarchyConfig): string {
  const caches = presentCaches(config).map(([name, { sets, ways }]) => {
    const bytes = sets * ways * config.lineBytes;
    const [size, unit] =
      bytes % 2 ** 20 === 0 ? [bytes / 2 ** 20, 'MiB'] : bytes % 1024 === 0 ? [bytes / 1024, 'KiB'] : [bytes, 'bytes'];
    return `${name === 'l1d' && config.unified ? 'L1' : name.toUpperCase()} ${size} ${unit} ${ways}-way`;
  });
  return [...caches, `lines of ${config.lineBytes} bytes`].join(', ');
}
