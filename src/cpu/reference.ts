import type { Decoded } from '../codec/decoded.js';
import { FLAG_BIT } from '../isa/flags.js';
import { RCX } from '../isa/registers.js';
import type { TrapKind } from '../isa/semantics.js';
import { COUNTER, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { Mmu } from '../mmu/mmu.js';
import { Execution } from './execution.js';
import { Fault } from './fault.js';
import { InstructionFetch } from './fetch.js';
import { MemoryPort } from './port.js';
import type { Probe, Reference } from './probe.js';
import { type Engine, type Stop, VECTOR } from './trap.js';
import { sized } from './values.js';

const RIP = STATE.rip >>> 3;
const REPEATING = STATE.repeating >>> 2;
const TRAP_FLAG = 1 << FLAG_BIT.tf;

const trapVectors: Record<TrapKind, number> = {
  syscall: VECTOR.syscall,
  breakpoint: VECTOR.breakpoint,
  debug: VECTOR.debug,
  halt: VECTOR.halt,
};

/**
 * The CPU to read: fetch, decode, execute, one step at a time, every reference looked up in the MMU. It is the specification that
 * faster engines are compared with, bit by bit.
 */
export class ReferenceCpu implements Engine {
  readonly name = 'reference';
  private readonly memory: PhysicalMemory;
  private readonly port: MemoryPort;
  private readonly instructions: InstructionFetch;
  private readonly execution: Execution;
  private watcher: Probe | null = null;
  /** The string instruction between two elements, unless the state has changed since. */
  private repeated: Decoded | null = null;

  constructor(memory: PhysicalMemory, mmu: Mmu) {
    this.memory = memory;
    this.port = new MemoryPort(memory, mmu);
    this.instructions = new InstructionFetch(memory, mmu, this.port);
    this.execution = new Execution(memory, this.port);
  }

  /** Somebody who watches, or null. */
  get probe(): Probe | null {
    return this.watcher;
  }

  set probe(probe: Probe | null) {
    this.watcher = probe;
    this.port.probe = probe;
  }

  stateChanged(): void {
    this.repeated = null;
  }

  /** The next step is one whose fetch lookups somebody else has made: physical addresses, page by page. */
  resume(fetched: readonly number[]): void {
    this.port.fetched = fetched;
  }

  run(steps: number): Stop {
    for (let done = 0; done < steps; done++) {
      if (!this.step()) return 'trap';
    }
    return 'budget';
  }

  /** One step: an instruction, or one element of a repeated one. False: it has ended in a trap. */
  private step(): boolean {
    const rip = this.memory.u64[RIP]!;
    const traced = (this.memory.u32[STATE.rflags >>> 2]! & TRAP_FLAG) !== 0;
    this.port.beginStep(this.memory.counter(COUNTER.steps));
    this.execution.accesses.references = this.watcher?.step ? [] : null;
    try {
      const decoded = this.nextInstruction(rip);
      this.checkPermitted(decoded);
      if (decoded.repeat !== 'none' && decoded.form.repeat !== 'none') this.repeatedStep(decoded, rip);
      else this.plainStep(decoded, rip);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      this.takeFault(fault);
      return false;
    }
    const kind = this.execution.trapKind;
    if (kind === null) return traced ? this.singleStep() : true;
    if (kind === 'breakpoint' || kind === 'debug') this.memory.count(COUNTER.exceptions);
    this.report(trapVectors[kind], 0, 0n);
    return false;
  }

  /** TF was set when the step began: a trap behind it. */
  private singleStep(): false {
    this.memory.count(COUNTER.exceptions);
    this.report(VECTOR.debug, 0, 0n);
    return false;
  }

  /** Between two elements nothing is fetched: the lookups of the first element still stand. */
  private nextInstruction(rip: bigint): Decoded {
    if (this.memory.u32[REPEATING] === 0) return this.instructions.fetch(rip);
    this.repeated ??= this.instructions.again(rip);
    return this.repeated;
  }

  /** Privilege, then LOCK: legal only for read-modify-write instructions whose destination is in memory. */
  private checkPermitted(decoded: Decoded): void {
    if (decoded.form.privileged && this.memory.u32[STATE.cpl >>> 2] !== 0)
      throw new Fault(VECTOR.generalProtection, 0, 0n);
    if (decoded.lock && !(decoded.form.lockable && decoded.memory !== null))
      throw new Fault(VECTOR.invalidOpcode, 0, 0n);
  }

  private plainStep(decoded: Decoded, rip: bigint): void {
    this.execution.run(decoded, rip);
    this.execution.commit();
    this.countData();
    this.complete(decoded, rip);
  }

  /**
   * One element of a repeated string instruction: none if the count is zero; else the element, then the count goes down, and
   * the instruction is complete when it is zero or, for cmps and scas, when ZF is not what the prefix asks for.
   */
  private repeatedStep(decoded: Decoded, rip: bigint): void {
    const { execution, memory } = this;
    const width = decoded.address32 ? 32 : 64;
    const count = execution.register(RCX, width).bits;
    if (count === 0n) {
      execution.begin(decoded, rip);
      execution.commit();
      this.complete(decoded, rip);
      return;
    }
    execution.run(decoded, rip);
    execution.setRegister(RCX, sized(count - 1n, width));
    execution.commit();
    this.countData();
    if (count === 1n || this.comparisonEnds(decoded)) {
      this.complete(decoded, rip);
      return;
    }
    memory.u64[RIP] = rip;
    if (memory.u32[REPEATING] === 0) {
      memory.u32[REPEATING] = this.port.fetchLookups;
      this.repeated = decoded;
    }
    memory.count(COUNTER.steps);
    this.watcher?.step?.({ rip, decoded, last: false, references: execution.accesses.references! });
  }

  private comparisonEnds(decoded: Decoded): boolean {
    if (decoded.form.repeat !== 'repz') return false;
    const zero = ((this.memory.u32[STATE.rflags >>> 2]! >>> FLAG_BIT.zf) & 1) === 1;
    return zero !== (decoded.repeat === 'rep');
  }

  private countData(): void {
    const { memory } = this;
    const { loads, stores, modifies, splits, probes } = this.execution.accesses;
    memory.count(COUNTER.loads, loads);
    memory.count(COUNTER.stores, stores);
    memory.count(COUNTER.modifies, modifies);
    memory.count(COUNTER.dataSplits, splits);
    if (probes > 0) memory.count(COUNTER.probes, probes);
  }

  /** The instruction is complete: it and its fetch count. */
  private complete(decoded: Decoded, rip: bigint): void {
    const { memory } = this;
    const lookups = memory.u32[REPEATING]! + this.port.fetchLookups;
    memory.u32[REPEATING] = 0;
    memory.count(COUNTER.steps);
    memory.count(COUNTER.instructions);
    memory.count(COUNTER.fetches);
    memory.count(COUNTER.fetchSplits, lookups - 1);
    if (this.watcher?.step) {
      const references: Reference[] = [this.instructions.reference!, ...this.execution.accesses.references!];
      this.watcher.step({ rip, decoded, last: true, references });
    }
  }

  /** Nothing has been committed: rip stays, and the lookups of this attempt count as aborted. */
  private takeFault({ vector, errorCode, address }: Fault): void {
    const { memory } = this;
    memory.count(COUNTER.abortedFetches, memory.u32[REPEATING]! + this.port.fetchLookups);
    memory.count(COUNTER.abortedData, this.port.dataLookups);
    this.port.abort(memory.u32[REPEATING] !== 0);
    memory.u32[REPEATING] = 0;
    memory.count(COUNTER.exceptions);
    if (vector === VECTOR.pageFault) {
      memory.count(COUNTER.pageFaults);
      memory.u64[STATE.cr2 >>> 3] = address;
    }
    this.report(vector, errorCode, address);
  }

  private report(vector: number, errorCode: number, address: bigint): void {
    const { memory } = this;
    memory.u32[STATE.trapVector >>> 2] = vector;
    memory.u32[STATE.trapErrorCode >>> 2] = errorCode;
    memory.u64[STATE.trapAddress >>> 3] = address;
    this.watcher?.trap?.(vector, errorCode, address);
  }
}
