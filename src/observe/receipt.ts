import type { Decoded } from '../codec/decoded.js';
import type { Lookup, Reference } from '../cpu/probe.js';
import { COUNTER, type CounterName } from '../memory/layout.js';
import type { Counters } from './counters.js';

/** A reference with what its translation took. */
export interface ReceiptLine extends Reference {
  /** Outcome of its TLB lookup; when it crosses pages, `hit` if both hit. */
  readonly tlb: 'hit' | 'miss';
  /** Page-table entries that its walks read, and wrote to set accessed or dirty. */
  readonly entriesRead: number;
  readonly entriesWritten: number;
  /** The access, its lookups and walks. With caches without the lines that they took, which are in the cycles of the receipt. */
  readonly cycles: number;
}

/**
 * What one step cost: a completed instruction, one element of a rep instruction, or an attempt that ended in a fault (its lookups
 * are paid, its references are not made). The fetch of a rep instruction is on the receipt of its last element.
 */
export interface Receipt {
  readonly address: bigint;
  /** null for an attempt that faulted. */
  readonly decoded: Decoded | null;
  readonly outcome: 'complete' | 'element' | 'fault';
  readonly lines: readonly ReceiptLine[];
  /** Lookups of an attempt that faulted, in order, the faulting one last. */
  readonly abortedLookups: readonly Lookup[];
  /** Everything that the step added to the counters, in cycles. */
  readonly cycles: number;
}

/** Increments of counters, in the order of COUNTER. */
export type Sums = Float64Array;

export function addLookup(sums: Sums, lookup: Lookup): void {
  const fetch = lookup.access === 'fetch';
  if (lookup.hit) sums[fetch ? COUNTER.itlbHits : COUNTER.dtlbHits]! += 1;
  else sums[fetch ? COUNTER.itlbMisses : COUNTER.dtlbMisses]! += 1;
  if (lookup.entriesRead > 0) sums[COUNTER.walks]! += 1;
  sums[COUNTER.walkReads]! += lookup.entriesRead;
  sums[COUNTER.adWrites]! += lookup.entriesWritten;
}

/** Counters that a reference increases beside those of its lookups. */
const referenceCounters: Record<Reference['kind'], readonly CounterName[]> = {
  fetch: ['fetches'],
  load: ['loads'],
  store: ['stores'],
  modify: ['loads', 'stores', 'modifies'],
};

export function addReference(sums: Sums, reference: Reference): void {
  for (const name of referenceCounters[reference.kind]) sums[COUNTER[name]]! += 1;
  if (reference.secondPhysical >= 0) sums[splitCounter(reference)]! += 1;
}

function splitCounter(reference: Reference): number {
  return reference.kind === 'fetch' ? COUNTER.fetchSplits : COUNTER.dataSplits;
}

/** Cycles of increments at `unit` costs. */
export function cyclesOf(sums: Sums, unit: Counters): number {
  let cycles = 0;
  for (const name in COUNTER) cycles += sums[COUNTER[name as CounterName]]! * unit[name as CounterName];
  return cycles;
}

/** Joins the references of a completed step with its lookups: both are in order, fetches and data apart, one or two lookups each. */
export function receiptLines(
  references: readonly Reference[],
  fetchLookups: readonly Lookup[],
  dataLookups: readonly Lookup[],
  unit: Counters,
): ReceiptLine[] {
  let nextData = 0;
  return references.map((reference) => {
    const wanted = reference.secondPhysical >= 0 ? 2 : 1;
    const isFetch = reference.kind === 'fetch';
    const lookups = isFetch ? fetchLookups : dataLookups.slice(nextData, nextData + wanted);
    if (!isFetch) nextData += wanted;
    const sums: Sums = new Float64Array(Object.keys(COUNTER).length);
    addReference(sums, reference);
    for (const lookup of lookups) addLookup(sums, lookup);
    return {
      ...reference,
      tlb: lookups.every((lookup) => lookup.hit) ? 'hit' : 'miss',
      entriesRead: sums[COUNTER.walkReads]!,
      entriesWritten: sums[COUNTER.adWrites]!,
      cycles: cyclesOf(sums, unit),
    };
  });
}
