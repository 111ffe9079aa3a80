import { TIME_PER_STEP } from '../cpu/step-time.js';
import { COUNTER, COUNTERS, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { PRIVATE } from './layout.js';
import type { MissPath } from './miss-path.js';

const REPEATING = STATE.repeating >>> 2;
const TWO32 = 0x1_0000_0000;
/** Fields of PRIVATE.references: loads 20:0, stores 41:21, modifies 62:42. */
const FIELD = 0x1f_ffff;

/**
 * The books of the interpreter. The loop counts steps (its clock) and references; what follows from them is added here when it is left.
 * Lookups that the MMU has made are already counted by it, as hits or misses; all others were hits.
 */
export class Tally {
  private readonly memory: PhysicalMemory;
  private readonly misses: MissPath;
  private readonly u32: Uint32Array;
  private clockAtEntry = 0;
  private repeatingAtEntry = 0;
  /** Fetch lookups that the MMU has made and that have not been accounted yet. */
  private fetchLookups = 0;
  /** Where those of the present step led to: physical addresses. */
  private readonly fetched = [0, 0];
  private fetchedCount = 0;

  constructor(memory: PhysicalMemory, misses: MissPath) {
    this.memory = memory;
    this.misses = misses;
    this.u32 = memory.u32;
  }

  private read(offset: number): number {
    const word = offset >>> 2;
    return this.u32[word + 1]! * TWO32 + this.u32[word]!;
  }

  private write(offset: number, value: number): void {
    const word = offset >>> 2;
    this.u32[word] = value;
    this.u32[word + 1] = value / TWO32;
  }

  /** Sets the loop's clock to the present. */
  setClock(): void {
    this.write(PRIVATE.clock, this.memory.counter(COUNTER.steps) * TIME_PER_STEP);
  }

  clock(): number {
    return this.read(PRIVATE.clock);
  }

  /** The loop ends when this many steps are complete. */
  setLimit(steps: number): void {
    this.write(PRIVATE.limit, steps * TIME_PER_STEP);
  }

  /** Time of the fetch of the string instruction that is repeating. */
  repeatStart(): number {
    return this.read(PRIVATE.repeatStart);
  }

  /** Time of the last fetch: that of the last step, or of the first element of the string instruction that it belongs to. */
  lastFetch(): number {
    const clock = this.clock();
    return this.read(PRIVATE.repeatEnd) === clock ? this.read(PRIVATE.repeatStart) : clock - TIME_PER_STEP;
  }

  /** A fetch lookup by the MMU follows: the `number`th of this step. */
  countLookup(number: 1 | 2): void {
    this.fetchLookups++;
    if (number === 1) this.fetchedCount = 0;
  }

  /** It has led to a physical address. */
  keepLookup(physical: number): void {
    this.fetched[this.fetchedCount++] = physical;
  }

  begin(): void {
    this.clockAtEntry = this.clock();
    this.repeatingAtEntry = this.u32[REPEATING]!;
  }

  /** Accounts what the loop has done. */
  end(): void {
    const { u32, misses } = this;
    const steps = (this.clock() - this.clockAtEntry) / TIME_PER_STEP;
    const unfinished = u32[PRIVATE.unfinished >>> 2]!;
    const crossings = u32[PRIVATE.crossings >>> 2]!;
    const [before, after] = [this.repeatingAtEntry, u32[REPEATING]!];
    const continued = unfinished - (after !== 0 ? 1 : 0) + (before !== 0 ? 1 : 0);
    if (steps > 0) this.fetchedCount = 0;
    this.add(COUNTER.steps, steps);
    this.add(COUNTER.instructions, steps - unfinished);
    this.add(COUNTER.fetches, steps - unfinished);
    this.add(COUNTER.fetchSplits, crossings + (before === 2 ? 1 : 0) - (after === 2 ? 1 : 0));
    this.add(COUNTER.itlbHits, steps - continued + crossings);
    const low = u32[PRIVATE.references >>> 2]!;
    const high = u32[(PRIVATE.references >>> 2) + 1]!;
    const loads = low & FIELD;
    const stores = ((low >>> 21) | (high << 11)) & FIELD;
    const modifies = (high >>> 10) & FIELD;
    this.add(COUNTER.loads, loads);
    this.add(COUNTER.stores, stores);
    this.add(COUNTER.modifies, modifies);
    this.add(COUNTER.dataSplits, misses.splits);
    this.add(COUNTER.dtlbHits, loads + stores - modifies + misses.splits);
    misses.splits = 0;
    u32[PRIVATE.unfinished >>> 2] = 0;
    u32[PRIVATE.crossings >>> 2] = 0;
    this.write(PRIVATE.references, 0);
  }

  /**
   * An attempt has faulted after so many fetch and data lookups. `crossed`: the lookup of the second page has been accounted as that of an
   * instruction that completes; so have the second pages of its data accesses.
   */
  abort(fetches: number, data: number, crossed: boolean): void {
    const { u32, misses } = this;
    const repeating = u32[REPEATING]!;
    u32[REPEATING] = 0;
    if (repeating !== 0) this.add(COUNTER.abortedFetches, repeating);
    else {
      this.add(COUNTER.abortedFetches, fetches);
      this.add(COUNTER.itlbHits, fetches - (crossed ? 1 : 0));
      this.add(COUNTER.fetchSplits, crossed ? -1 : 0);
    }
    misses.abortLines(repeating !== 0);
    const splits = misses.takeStepSplits();
    this.add(COUNTER.abortedData, data);
    this.add(COUNTER.dtlbHits, data - splits);
    this.add(COUNTER.dataSplits, -splits);
  }

  /** The lookups of the present step, for the reference CPU, which makes the step and does not make them again. */
  takeLookups(): readonly number[] {
    const count = this.fetchedCount;
    this.fetchLookups -= count;
    this.fetchedCount = 0;
    return this.fetched.slice(0, count);
  }

  /** At the end of a run: lookups that the MMU has made were counted by it. */
  finish(): void {
    const walks = this.u32[PRIVATE.missLookups >>> 2]!;
    this.add(COUNTER.itlbHits, -this.fetchLookups);
    this.add(COUNTER.dtlbHits, -this.misses.lookups - walks);
    // Each miss that the miss function has served read one entry at each of four levels.
    for (let level = 0; level < 4; level++) this.add(COUNTER.walkReads1 + level, walks);
    this.u32[PRIVATE.missLookups >>> 2] = 0;
    this.fetchLookups = 0;
    this.misses.lookups = 0;
    this.fetchedCount = 0;
  }

  private add(counter: number, amount: number): void {
    if (amount === 0) return;
    const at = COUNTERS + 8 * counter;
    this.write(at, this.read(at) + amount);
  }
}
