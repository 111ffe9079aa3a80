import type { CounterName } from '../memory/layout.js';
import { CACHE_NAMES, type CacheName, type HierarchyConfig } from './caches/config.js';

/**
 * Where a number comes from: `definition` (a convention of this model), `established` (a vendor or standard says so), `measured`,
 * `estimate` (a plausible round number).
 */
export type CostLabel = 'definition' | 'established' | 'measured' | 'estimate';

/** A value and who says so. */
export interface Sourced<T> {
  readonly value: T;
  readonly label: CostLabel;
  readonly source: string;
}

const labelled =
  (label: CostLabel) =>
  <T>(value: T, source: string): Sourced<T> => ({ value, label, source });
export const definition = labelled('definition');
export const established = labelled('established');
export const measured = labelled('measured');
export const estimate = labelled('estimate');

/** What an amount is paid for: the instruction itself, the program's references, their translation, the kernel, the disk. */
export type CostPart = 'execution' | 'access' | 'translation' | 'kernel' | 'disk';

/** One line of a cost table: every unit of the counters named costs `cycles`. */
export interface Cost {
  /** What is paid for, in words. */
  readonly name: string;
  readonly part: CostPart;
  /** Counters that are summed. */
  readonly counters: readonly CounterName[];
  readonly cycles: number;
  readonly label: CostLabel;
  readonly source: string;
}

/**
 * A cycle model: cycles = sum over `costs` of (sum of counters) x cycles. In order, blocking, nothing overlaps. A counter may stand in
 * several lines when it causes several costs.
 */
export interface CostProfile {
  readonly name: string;
  readonly description: string;
  /** Cycles a second, for times in seconds. */
  readonly clockHz: number;
  readonly costs: readonly Cost[];
}

/** What events cost, in cycles. null: nothing, and no line in the account. */
export interface Prices {
  /** An instruction, beside its references. */
  readonly instruction: Sourced<number>;
  /** A reference that goes to RAM: each one without caches, else one whose line no cache has. */
  readonly memory: Sourced<number>;
  /** A lookup of the first-level TLB, hit or miss. */
  readonly tlb: Sourced<number>;
  /** A lookup of the second level, hit or miss. */
  readonly secondTlb: Sourced<number> | null;
  /** A walk, beside the entries it reads. */
  readonly walkStart: Sourced<number> | null;
  /** An access over a page boundary, beside its second translation and reference. */
  readonly pageSplit: Sourced<number> | null;
  /** Setting A or D in an entry, beside the reference. */
  readonly adWrite: Sourced<number> | null;
  readonly trapEntry: Sourced<number>;
  readonly trapExit: Sourced<number>;
  readonly contextSwitch: Sourced<number>;
  /** A word that the kernel reads or writes, past the caches; null: as `memory`. */
  readonly kernelWord: Sourced<number> | null;
  /** A page to or from the disk. */
  readonly disk: Sourced<number>;
}
export type PriceName = keyof Prices;

/** A cost table before it is known whether there are caches. */
export interface Tariff {
  readonly name: string;
  readonly description: string;
  readonly clockHz: number;
  readonly prices: Prices;
}

/** Who says how long a cache takes. */
export type LatencySources = Readonly<Partial<Record<CacheName, Sourced<number>>>>;

function line(name: string, part: CostPart, counters: readonly CounterName[], price: Sourced<number> | null): Cost[] {
  if (price === null) return [];
  return [{ name, part, counters, cycles: price.value, label: price.label, source: price.source }];
}

/** The cost table of a machine: `caches` null is flat memory. A latency that nobody vouches for is a definition. */
export function costTable(tariff: Tariff, caches: HierarchyConfig | null, sources: LatencySources = {}): CostProfile {
  const { name, description, clockHz, prices } = tariff;
  const { tlb, secondTlb, memory } = prices;
  const hits: readonly CounterName[] = ['itlbHits', 'dtlbHits'];
  const traps: readonly CounterName[] = ['exceptions', 'syscalls', 'timerInterrupts'];
  const kernelWord = prices.kernelWord ?? memory;
  const costs = [
    ...line('executing', 'execution', ['instructions'], prices.instruction),
    ...(caches === null ? flatAccesses(memory) : cachedAccesses(caches, sources, memory)),
    ...line('page splits', 'access', ['fetchSplits', 'dataSplits'], prices.pageSplit),
    ...(tlb.value === 0
      ? line('TLB hits', 'translation', hits, tlb)
      : line('TLB lookups', 'translation', [...hits, 'itlbMisses', 'dtlbMisses'], tlb)),
    ...line('second-level TLB', 'translation', ['stlbHits', 'stlbMisses'], secondTlb),
    ...line('walk starts', 'translation', ['walks'], prices.walkStart),
    ...(caches === null ? flatWalks(memory) : served('walks', 'translation', 'walk', caches, sources, memory)),
    ...line('setting A or D', 'translation', ['adWrites'], prices.adWrite),
    ...line('trap entries', 'kernel', traps, prices.trapEntry),
    ...line('trap exits', 'kernel', traps, prices.trapExit),
    ...line('context switches', 'kernel', ['contextSwitches'], prices.contextSwitch),
    ...line('kernel reads', 'kernel', ['kernelReads'], kernelWord),
    ...line('kernel writes', 'kernel', ['kernelWrites'], kernelWord),
    ...line('disk transfers', 'disk', ['swapIns', 'swapOuts'], prices.disk),
  ];
  return { name, description, clockHz, costs };
}

function flatAccesses(memory: Sourced<number>): Cost[] {
  const again = { ...memory, source: 'an access over a page boundary goes to memory once more' };
  return [
    ...line('fetches', 'access', ['fetches', 'fetchSplits'], memory),
    ...line('loads', 'access', ['loads'], memory),
    ...line('stores', 'access', ['stores'], memory),
    ...line('second pages', 'access', ['dataSplits'], again),
  ];
}

function flatWalks(memory: Sourced<number>): Cost[] {
  return [
    ...line('walk reads', 'translation', ['walkReads'], memory),
    ...line('A/D writes', 'translation', ['adWrites'], memory),
  ];
}

function cachedAccesses(caches: HierarchyConfig, sources: LatencySources, memory: Sourced<number>): Cost[] {
  return [
    ...served('fetches', 'access', 'fetch', caches, sources, memory),
    ...served('data', 'access', 'data', caches, sources, memory),
  ];
}

/** Places where a line can be found, and the cache that stands there for fetches and for everything else. */
const PLACES: readonly (readonly ['L1' | 'L2' | 'L3', CacheName, CacheName])[] = [
  ['L1', 'l1i', 'l1d'],
  ['L2', 'l2', 'l2'],
  ['L3', 'l3', 'l3'],
];

/** One line for each place where lookups of one kind can end. */
function served(
  what: string,
  part: CostPart,
  asker: 'fetch' | 'data' | 'walk',
  caches: HierarchyConfig,
  sources: LatencySources,
  memory: Sourced<number>,
): Cost[] {
  const first = asker === 'walk' && caches.walks !== 'memory' ? CACHE_NAMES.indexOf(caches.walks) : 0;
  const none = asker === 'walk' && caches.walks === 'memory';
  const lines = PLACES.flatMap(([place, ofFetches, ofData]) => {
    const name = asker === 'fetch' && !caches.unified ? ofFetches : ofData;
    const shape = caches[name];
    if (none || shape === null || CACHE_NAMES.indexOf(name) < first) return [];
    const price = sources[name] ?? definition(shape.latency, 'as configured');
    return line(`${what} from ${place}`, part, [`${asker}${place}`], price);
  });
  return [...lines, ...line(`${what} from memory`, part, [`${asker}Memory`], memory)];
}

/** Cycles of one reference to RAM in the `textbook` profile: 100 ns at 1 GHz. */
const MEMORY = 100;

/** The machine of the lecture: flat memory, no caches, a disk with a moving arm. */
export const textbookTariff: Tariff = {
  name: 'textbook',
  description: 'flat 100-cycle memory, TLB hits free, disk of 10 ms, 1 GHz',
  clockHz: 1e9,
  prices: {
    instruction: definition(1, 'one cycle an instruction beside its references; a rep instruction is one'),
    memory: definition(MEMORY, 'flat memory of 100 ns at 1 GHz, the round figure of the textbooks (60-100 ns DRAM)'),
    tlb: definition(0, 'looked up in parallel with the access'),
    secondTlb: null,
    walkStart: null,
    pageSplit: null,
    adWrite: null,
    trapEntry: estimate(100, 'order of magnitude of entering a kernel, without what the kernel then does'),
    trapExit: estimate(
      100,
      'order of magnitude of returning from a kernel; charged with the entry, also when the process ends there',
    ),
    contextSwitch: estimate(
      40 * MEMORY,
      '20 words saved and 20 restored: registers, rip, rflags, fs and gs base, each a memory reference',
    ),
    kernelWord: null,
    disk: definition(10_000_000, 'a disk access of 10 ms at 1 GHz, the round figure of the textbooks'),
  },
};

/** The cost table of the textbook machine as it is. */
export const textbookCosts: CostProfile = costTable(textbookTariff, null);
