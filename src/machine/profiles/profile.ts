import { CACHE_NAMES, type CacheName, type CachePolicy, type HierarchyConfig } from '../../mmu/caches/config.js';
import type { LatencySources, PriceName, Prices, Sourced, Tariff } from '../../mmu/cost.js';
import type { SecondLevel, TlbConfig, TlbPolicy, TlbShape } from '../../mmu/tlb-config.js';
import { cacheText, cyclesText, figure, priceNames, tlbText } from './figures.js';

/** A number of a profile, in words, and who says so. */
export interface Figure {
  /** What it is about: `TLB`, `caches`, `costs`. */
  readonly group: string;
  readonly name: string;
  readonly value: string;
  readonly label: Sourced<unknown>['label'];
  readonly source: string;
}

/** A machine by name: what a configuration is where nobody says otherwise. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly ramBytes: number;
  readonly tlb: TlbConfig;
  readonly caches: HierarchyConfig | null;
  readonly tariff: Tariff;
  /** Who says how long the caches take. */
  readonly latencies: LatencySources;
  /** Every number with its source. */
  readonly figures: readonly Figure[];
}

/** One cache of a profile. */
interface CacheData {
  readonly size: Sourced<{ readonly sets: number; readonly ways: number }>;
  readonly latency: Sourced<number>;
}

type Shapes = readonly Sourced<TlbShape>[];

/** A profile as it is written down: every number with its source, once. */
export interface ProfileData {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly clockHz: Sourced<number>;
  readonly tlb: {
    readonly instruction: Shapes;
    readonly data: Shapes;
    readonly second: { readonly instruction: Shapes; readonly data: Shapes; readonly unified: boolean } | null;
    /** Of PDEs, PDPTEs, PML4Es, PML5Es. */
    readonly walkCaches: readonly (Sourced<TlbShape> | null)[];
    readonly policy: Sourced<TlbPolicy>;
  };
  readonly caches: {
    readonly line: Sourced<number>;
    readonly levels: Readonly<Record<CacheName, CacheData | null>>;
    readonly policy: Sourced<CachePolicy>;
    readonly inclusive: Sourced<boolean>;
    readonly walks: Sourced<HierarchyConfig['walks']>;
  } | null;
  readonly prices: Prices;
}

const RAM = 64 * 2 ** 20;

export function profileOf(data: ProfileData): Profile {
  const { name, title, description, clockHz, prices } = data;
  return {
    name,
    title,
    ramBytes: RAM,
    tlb: tlbOf(data.tlb),
    caches: data.caches && cachesOf(data.caches),
    tariff: { name, description, clockHz: clockHz.value, prices },
    latencies: latenciesOf(data.caches),
    figures: [...figuresOfTlb(data.tlb), ...figuresOfCaches(data.caches), ...figuresOfCosts(data)],
  };
}

const values = (shapes: Shapes): readonly TlbShape[] => shapes.map(({ value }) => value);

function tlbOf({ instruction, data, second, walkCaches, policy }: ProfileData['tlb']): TlbConfig {
  const [itlb = null, ...itlbMore] = values(instruction);
  const [dtlb = null, ...dtlbMore] = values(data);
  const level: SecondLevel | null = second && {
    instruction: values(second.instruction),
    data: values(second.data),
    unified: second.unified,
  };
  const plain = { itlb, dtlb, unified: false, policy: policy.value, seed: 1 };
  if (level === null && itlbMore.length + dtlbMore.length + walkCaches.length === 0) return plain;
  return { ...plain, itlbMore, dtlbMore, second: level, walkCaches: walkCaches.map((cache) => cache?.value ?? null) };
}

function cachesOf(data: NonNullable<ProfileData['caches']>): HierarchyConfig {
  const { line, levels, policy, inclusive, walks } = data;
  const shape = (level: CacheData | null) =>
    level && { ...level.size.value, policy: policy.value, write: 'back' as const, latency: level.latency.value };
  return {
    lineBytes: line.value,
    l1i: shape(levels.l1i),
    l1d: shape(levels.l1d),
    l2: shape(levels.l2),
    l3: shape(levels.l3),
    unified: false,
    inclusive: inclusive.value,
    walks: walks.value,
    seed: 1,
  };
}

function latenciesOf(caches: ProfileData['caches']): LatencySources {
  if (caches === null) return {};
  return Object.fromEntries(
    CACHE_NAMES.flatMap((name) => (caches.levels[name] ? [[name, caches.levels[name].latency]] : [])),
  );
}

const WALK_CACHES = ['PDE cache', 'PDPTE cache', 'PML4E cache', 'PML5E cache'];

function figuresOfTlb({ instruction, data, second, walkCaches, policy }: ProfileData['tlb']): Figure[] {
  const arrays = (name: string, shapes: Shapes) => shapes.map((shape) => figure('TLB', name, shape, tlbText));
  const figures = [...arrays('instruction TLB', instruction), ...arrays('data TLB', data)];
  if (second?.unified) figures.push(...arrays('second level', second.data));
  else if (second)
    figures.push(...arrays('second level, code', second.instruction), ...arrays('second level, data', second.data));
  walkCaches.forEach((cache, index) => {
    if (cache !== null) figures.push(figure('TLB', WALK_CACHES[index]!, cache, tlbText));
  });
  return [...figures, figure('TLB', 'replacement', policy, String)];
}

function figuresOfCaches(caches: ProfileData['caches']): Figure[] {
  if (caches === null) return [];
  const { line, levels, policy, inclusive, walks } = caches;
  const figures = CACHE_NAMES.flatMap((name) => {
    const level = levels[name];
    if (level === null) return [];
    const text = cacheText(line.value);
    return [
      figure('caches', name.toUpperCase(), level.size, text),
      figure('caches', `${name.toUpperCase()} latency`, level.latency, cyclesText),
    ];
  });
  return [
    figure('caches', 'line', line, (bytes) => `${bytes} bytes`),
    ...figures,
    figure('caches', 'replacement', policy, String),
    figure('caches', 'inclusive', inclusive, (yes) => (yes ? 'yes' : 'no')),
    figure('caches', 'walks begin at', walks, (name) => name.toUpperCase().replace('MEMORY', 'memory')),
  ];
}

function figuresOfCosts({ clockHz, prices }: ProfileData): Figure[] {
  const priced = (Object.entries(priceNames) as [PriceName, string][]).flatMap(([key, name]) => {
    const price = prices[key];
    return price === null ? [] : [figure('costs', name, price, cyclesText)];
  });
  return [figure('costs', 'clock', clockHz, (hertz) => `${hertz / 1e9} GHz`), ...priced];
}
