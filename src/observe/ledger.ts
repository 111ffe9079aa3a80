import type { Cost, CostProfile } from '../mmu/cost.js';
import { type Counters, mapCounters } from './counters.js';

/** One line of the account: `count` units at `cost.cycles` each. */
export interface LedgerLine {
  readonly cost: Cost;
  readonly count: number;
  readonly cycles: number;
}

/** Cycles as counters x costs, to the unit. */
export interface Ledger {
  readonly profile: CostProfile;
  readonly lines: readonly LedgerLine[];
  /** Sum of the lines. */
  readonly cycles: number;
}

export function ledger(counters: Counters, profile: CostProfile): Ledger {
  const lines = profile.costs.map((cost) => {
    const count = cost.counters.reduce((sum, name) => sum + counters[name], 0);
    return { cost, count, cycles: count * cost.cycles };
  });
  return { profile, lines, cycles: lines.reduce((sum, line) => sum + line.cycles, 0) };
}

/** What one unit of each counter costs, all lines together. */
export function unitCosts(profile: CostProfile): Counters {
  return mapCounters((name) =>
    profile.costs.reduce((sum, cost) => (cost.counters.includes(name) ? sum + cost.cycles : sum), 0),
  );
}

/** Time in seconds on the profile's clock. */
export function seconds(account: Ledger): number {
  return account.cycles / account.profile.clockHz;
}

/** A relation between counters that does not hold: a defect of the machine, never of the guest. */
export interface Violation {
  readonly identity: string;
  readonly left: number;
  readonly right: number;
}

type Relation = '=' | '<=';
interface Identity {
  readonly text: string;
  readonly relation: Relation;
  readonly left: (c: Counters) => number;
  readonly right: (c: Counters) => number;
}

const identity = (text: string, relation: Relation, left: Identity['left'], right: Identity['right']): Identity => ({
  text: text.replace('~', relation),
  relation,
  left,
  right,
});

const fetchLookups = (c: Counters) => c.fetchL1 + c.fetchL2 + c.fetchL3 + c.fetchMemory;
const dataLookups = (c: Counters) => c.dataL1 + c.dataL2 + c.dataL3 + c.dataMemory;
const walkLookups = (c: Counters) => c.walkL1 + c.walkL2 + c.walkL3 + c.walkMemory;
const lookups = (c: Counters) => fetchLookups(c) + dataLookups(c) + walkLookups(c);
const beyondL2 = (c: Counters) => c.fetchL3 + c.dataL3 + c.walkL3 + c.fetchMemory + c.dataMemory + c.walkMemory;
const misses = (c: Counters) => c.itlbMisses + c.dtlbMisses;

/** Relations between counters that hold at every stopping point, whatever the program and the configuration. */
const identities: readonly Identity[] = [
  identity(
    'dtlbHits + dtlbMisses ~ loads + stores - modifies + dataSplits + probes + abortedData',
    '=',
    (c) => c.dtlbHits + c.dtlbMisses,
    (c) => c.loads + c.stores - c.modifies + c.dataSplits + c.probes + c.abortedData,
  ),
  identity(
    'fetches ~ instructions',
    '=',
    (c) => c.fetches,
    (c) => c.instructions,
  ),
  identity(
    'instructions ~ steps',
    '<=',
    (c) => c.instructions,
    (c) => c.steps,
  ),
  identity(
    'fetchSplits ~ fetches',
    '<=',
    (c) => c.fetchSplits,
    (c) => c.fetches,
  ),
  identity(
    'modifies ~ loads',
    '<=',
    (c) => c.modifies,
    (c) => c.loads,
  ),
  identity(
    'modifies ~ stores',
    '<=',
    (c) => c.modifies,
    (c) => c.stores,
  ),
  identity(
    'itlbEvictions + dtlbEvictions ~ itlbMisses + dtlbMisses',
    '<=',
    (c) => c.itlbEvictions + c.dtlbEvictions,
    misses,
  ),
  identity(
    'walks ~ walkReads',
    '<=',
    (c) => c.walks,
    (c) => c.walkReads,
  ),
  identity(
    'walkReads ~ walkReads1 + ... + walkReads5',
    '=',
    (c) => c.walkReads,
    (c) => c.walkReads1 + c.walkReads2 + c.walkReads3 + c.walkReads4 + c.walkReads5,
  ),
  identity('stlbHits + stlbMisses ~ itlbMisses + dtlbMisses', '<=', (c) => c.stlbHits + c.stlbMisses, misses),
  identity('walks + stlbHits ~ itlbMisses + dtlbMisses', '<=', (c) => c.walks + c.stlbHits, misses),
  identity(
    'stlbEvictions ~ stlbMisses',
    '<=',
    (c) => c.stlbEvictions,
    (c) => c.stlbMisses,
  ),
  identity(
    'hits of the paging-structure caches ~ walks',
    '<=',
    (c) => c.pdeCacheHits + c.pdpteCacheHits + c.pml4eCacheHits + c.pml5eCacheHits,
    (c) => c.walks,
  ),
  identity('tlbRefills ~ itlbMisses + dtlbMisses', '<=', (c) => c.tlbRefills, misses),
  identity(
    'adWrites ~ walkReads',
    '<=',
    (c) => c.adWrites,
    (c) => c.walkReads,
  ),
  identity(
    'pageFaults ~ exceptions',
    '<=',
    (c) => c.pageFaults,
    (c) => c.exceptions,
  ),
  identity(
    'l1i hits + misses, l1d hits + misses ~ lookups that begin there',
    '<=',
    (c) => c.l1iHits + c.l1iMisses + c.l1dHits + c.l1dMisses,
    lookups,
  ),
  identity(
    'l1iHits + l1dHits ~ fetchL1 + dataL1 + walkL1',
    '=',
    (c) => c.l1iHits + c.l1dHits,
    (c) => c.fetchL1 + c.dataL1 + c.walkL1,
  ),
  identity(
    'l2Hits ~ fetchL2 + dataL2 + walkL2',
    '=',
    (c) => c.l2Hits,
    (c) => c.fetchL2 + c.dataL2 + c.walkL2,
  ),
  identity(
    'l3Hits ~ fetchL3 + dataL3 + walkL3',
    '=',
    (c) => c.l3Hits,
    (c) => c.fetchL3 + c.dataL3 + c.walkL3,
  ),
  identity(
    'l2Misses ~ references to lines in L3 and memory',
    '<=',
    (c) => c.l2Misses,
    (c) => beyondL2(c),
  ),
];

/**
 * Checks every identity. `repeating` is STATE.repeating at the moment of the reading: fetch lookups of a string instruction between
 * two elements, which is not counted as fetched yet; `levels`: of page tables.
 */
export function violations(counters: Counters, repeating = 0, levels = 4): Violation[] {
  const found: Violation[] = [];
  const mostReads = levels * counters.walks;
  if (counters.walkReads > mostReads)
    found.push({ identity: `walkReads <= ${levels} x walks`, left: counters.walkReads, right: mostReads });
  const lookups = counters.itlbHits + counters.itlbMisses;
  const accounted = counters.fetches + counters.fetchSplits + counters.abortedFetches + repeating;
  if (lookups !== accounted) {
    const text = `itlbHits + itlbMisses = fetches + fetchSplits + abortedFetches${repeating > 0 ? ' + repeating' : ''}`;
    found.push({ identity: text, left: lookups, right: accounted });
  }
  const applying = fetchLookups(counters) > 0 ? [...identities, ...cacheIdentities(repeating > 0)] : identities;
  for (const { text, relation, left, right } of applying) {
    const [a, b] = [left(counters), right(counters)];
    if (relation === '=' ? a !== b : a > b) found.push({ identity: text, left: a, right: b });
  }
  return found;
}

/** With caches every reference of the program and of walks was looked up once for each of its lines. */
function cacheIdentities(repeating: boolean): Identity[] {
  return [
    identity(
      `lookups of fetches ~ fetches + fetchLines + abortedFetchLines + abandonedRepeats${repeating ? ' + 1' : ''}`,
      '=',
      fetchLookups,
      (c) => c.fetches + c.fetchLines + c.abortedFetchLines + c.abandonedRepeats + (repeating ? 1 : 0),
    ),
    identity(
      'lookups of data ~ loads + stores + dataLines + abortedDataLines',
      '=',
      dataLookups,
      (c) => c.loads + c.stores + c.dataLines + c.abortedDataLines,
    ),
    identity('lookups of walks ~ walkReads + adWrites', '=', walkLookups, (c) => c.walkReads + c.adWrites),
  ];
}
