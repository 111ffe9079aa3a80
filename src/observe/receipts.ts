import type { Decoded } from '../codec/decoded.js';
import type { Lookup, Probe, Step } from '../cpu/probe.js';
import { VECTOR } from '../cpu/trap.js';
import { COUNTER, COUNTER_NAMES, type CounterName, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { CostProfile } from '../mmu/cost.js';
import { type Counters, mapCounters, readCounters } from './counters.js';
import { unitCosts, type Violation } from './ledger.js';
import { addLookup, addReference, cyclesOf, type Receipt, receiptLines, type Sums } from './receipt.js';

/** Sum of the receipts of one instruction in one address space. */
export interface InstructionTotals {
  /** CR3: which address space. */
  readonly space: number;
  readonly address: bigint;
  /** null when every attempt to execute it faulted. */
  readonly decoded: Decoded | null;
  /** Its share of the machine's counters, what the kernel did in answer to its traps included. */
  readonly counters: Counters;
  readonly cycles: number;
}

/** Counters that the kernel moves: charged to the instruction whose trap it answers, or to none (timer, loading). */
const kernelCounters = (
  'tlbFlushes tlbFlushed invalidations syscalls timerInterrupts contextSwitches kernelReads kernelWrites zeroFills imageFills ' +
  'pageCopies cleanEvictions swapOuts swapIns relocations extentMoves imageSwaps tlbRefills'
).split(' ') as CounterName[];

/** Counters of which a probe is not told: caches, second-level TLB, walks by level. What a step or an attempt moved them by is its own. */
const silentCounters = COUNTER_NAMES.filter((name) =>
  /^(fetch|data|walk)(L[123]|Memory|Lines)$|^l[123][id]?[A-Z]|^stlb(Hits|Misses)$|CacheHits$|^walkReads\d$|^probes$/.test(
    name,
  ),
);

/** Not visible in a lookup, or decided only later (a repeat that is abandoned). They have no cost. */
const unattributed = new Set<CounterName>([
  'abortedFetches',
  'abortedData',
  'abortedFetchLines',
  'abortedDataLines',
  'abandonedRepeats',
  'itlbEvictions',
  'dtlbEvictions',
  'strayReads',
  'strayWrites',
  'stlbEvictions',
]);

interface Account {
  readonly space: number;
  readonly address: bigint;
  decoded: Decoded | null;
  readonly sums: Sums;
}

const newSums = (): Sums => new Float64Array(COUNTER_NAMES.length);

/**
 * A probe of the reference CPU that keeps the books: an account for every instruction address, and on request every receipt. The
 * accounts add up to the machine's counters (`violations`).
 */
export class Receipts implements Probe {
  /** Called with each receipt, when set. */
  onReceipt: ((receipt: Receipt) => void) | null = null;
  private readonly memory: PhysicalMemory;
  private readonly baseline: Counters;
  private readonly unit: Counters;
  /** By address space, then by address. */
  private readonly spaces = new Map<number, Map<bigint, Account>>();
  /** What belongs to no instruction. */
  private readonly outside = newSums();
  /** Whose trap the kernel is answering. */
  private trapped: Account | null = null;
  private kernelSeen: readonly number[];
  private silentSeen: readonly number[];
  /** Fetch lookups of the instruction that is executing, kept over the elements of a repeat; data lookups of the step. */
  private fetchLookups: Lookup[] = [];
  private dataLookups: Lookup[] = [];
  /** The instruction that is between two elements. */
  private repeating: Account | null = null;
  /** The instruction of the last completed step. */
  private latest: Account | null = null;

  /** Begins at the present values of the counters. */
  constructor(memory: PhysicalMemory, profile: CostProfile) {
    this.memory = memory;
    this.baseline = readCounters(memory);
    this.unit = unitCosts(profile);
    this.kernelSeen = this.readKernel();
    this.silentSeen = this.readSilent();
  }

  lookup(lookup: Lookup): void {
    if (this.trapped !== null) this.settleKernel();
    if (lookup.access !== 'fetch') {
      this.dataLookups.push(lookup);
      return;
    }
    if (this.repeating !== null) this.abandonRepeat(this.repeating);
    this.fetchLookups.push(lookup);
  }

  step(step: Step): void {
    const account = this.account(step.rip);
    account.decoded = step.decoded;
    const sums = this.onReceipt === null ? account.sums : newSums();
    sums[COUNTER.steps]! += 1;
    if (step.last) sums[COUNTER.instructions]! += 1;
    for (const reference of step.references) addReference(sums, reference);
    if (step.last) for (const lookup of this.fetchLookups) addLookup(sums, lookup);
    for (const lookup of this.dataLookups) addLookup(sums, lookup);
    this.settleSilent(sums);
    this.latest = account;
    if (this.onReceipt !== null) {
      addSums(account.sums, sums);
      this.onReceipt({
        address: step.rip,
        decoded: step.decoded,
        outcome: step.last ? 'complete' : 'element',
        lines: receiptLines(step.references, this.fetchLookups, this.dataLookups, this.unit),
        abortedLookups: [],
        cycles: cyclesOf(sums, this.unit),
      });
    }
    this.repeating = step.last ? null : account;
    if (step.last) this.fetchLookups = [];
    this.dataLookups = [];
  }

  trap(vector: number): void {
    this.settleKernel();
    const afterwards = vector === VECTOR.syscall || vector === VECTOR.halt || vector === VECTOR.breakpoint;
    const account = afterwards && this.latest !== null ? this.latest : this.account(this.memory.u64[STATE.rip >>> 3]!);
    const sums = newSums();
    if (vector < VECTOR.syscall) sums[COUNTER.exceptions]! += 1;
    if (vector === VECTOR.pageFault) sums[COUNTER.pageFaults]! += 1;
    const aborted = [...this.fetchLookups, ...this.dataLookups];
    for (const lookup of aborted) addLookup(sums, lookup);
    this.settleSilent(sums);
    addSums(account.sums, sums);
    this.trapped = account;
    this.repeating = null;
    this.fetchLookups = [];
    this.dataLookups = [];
    if (afterwards) return;
    this.onReceipt?.({
      address: account.address,
      decoded: null,
      outcome: 'fault',
      lines: [],
      abortedLookups: aborted,
      cycles: cyclesOf(sums, this.unit),
    });
  }

  /** The accounts in the order of address space and address. */
  totals(): InstructionTotals[] {
    this.settleKernel();
    return [...this.spaces.values()]
      .flatMap((accounts) => [...accounts.values()])
      .sort((a, b) => a.space - b.space || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0))
      .map(({ space, address, decoded, sums }) => ({
        space,
        address,
        decoded,
        counters: toCounters(sums),
        cycles: cyclesOf(sums, this.unit),
      }));
  }

  /** What no instruction asked for: timer interrupts, loading, and the fetch of a repeat that is not finished. */
  withoutInstruction(): Counters {
    this.settleKernel();
    const sums = this.outside.slice();
    if (this.repeating !== null) for (const lookup of this.fetchLookups) addLookup(sums, lookup);
    return toCounters(sums);
  }

  /** Counters of the machine that are not the sum of the accounts: a defect of pagewalk. */
  violations(): Violation[] {
    const sum = newSums();
    for (const { counters } of this.totals()) addCounters(sum, counters);
    addCounters(sum, this.withoutInstruction());
    const now = readCounters(this.memory);
    return COUNTER_NAMES.filter((name) => !unattributed.has(name))
      .map((name) => ({ name, left: sum[COUNTER[name]]!, right: now[name] - this.baseline[name] }))
      .filter(({ left, right }) => left !== right)
      .map(({ name, left, right }) => ({ identity: `sum of the receipts' ${name} = ${name}`, left, right }));
  }

  private account(address: bigint): Account {
    const space = Number(this.memory.u64[STATE.cr3 >>> 3]!);
    const accounts = this.spaces.get(space) ?? new Map<bigint, Account>();
    this.spaces.set(space, accounts);
    let account = accounts.get(address);
    if (account === undefined) {
      account = { space, address, decoded: null, sums: newSums() };
      accounts.set(address, account);
    }
    return account;
  }

  /** Another instruction is fetched before the repeat was complete: its fetch was in vain. */
  private abandonRepeat(account: Account): void {
    for (const lookup of this.fetchLookups) addLookup(account.sums, lookup);
    this.fetchLookups = [];
    this.repeating = null;
  }

  private readKernel(): number[] {
    return kernelCounters.map((name) => this.memory.counter(COUNTER[name]));
  }

  private readSilent(): readonly number[] {
    return silentCounters.map((name) => this.memory.counter(COUNTER[name]));
  }

  /** Adds what moved the silent counters since the last time; between two steps and traps that was one step. */
  private settleSilent(sums: Sums): void {
    const now = this.readSilent();
    silentCounters.forEach((name, index) => {
      sums[COUNTER[name]]! += now[index]! - this.silentSeen[index]!;
    });
    this.silentSeen = now;
  }

  /** Charges what the kernel did since the last time: to the instruction that trapped, or to none. */
  private settleKernel(): void {
    const now = this.readKernel();
    const sums = this.trapped?.sums ?? this.outside;
    kernelCounters.forEach((name, index) => {
      sums[COUNTER[name]]! += now[index]! - this.kernelSeen[index]!;
    });
    this.kernelSeen = now;
    this.trapped = null;
  }
}

function addSums(to: Sums, increments: Sums): void {
  for (let index = 0; index < to.length; index++) to[index]! += increments[index]!;
}

function addCounters(to: Sums, counters: Counters): void {
  for (const name of COUNTER_NAMES) to[COUNTER[name]]! += counters[name];
}

function toCounters(sums: Sums): Counters {
  return mapCounters((name) => sums[COUNTER[name]]!);
}
