import type { Image } from '../asm/image.js';
import type { CpuState } from '../cpu/state.js';
import { PF_ERROR, VECTOR } from '../cpu/trap.js';
import { RAX } from '../isa/registers.js';
import { COUNTER } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { pageShiftOf } from '../mmu/design.js';
import type { Mmu } from '../mmu/mmu.js';
import { enterUserMode } from './control-registers.js';
import { Dispatcher } from './dispatcher.js';
import type { FatalFault, KernelEvent, KernelHappening } from './events.js';
import { tellFamily } from './family.js';
import { fatalFault, refusedByRegisters, shortageSignal } from './fatal-fault.js';
import { FileSystem } from './files/file-system.js';
import type { OpenFile } from './files/open-file.js';
import type { KernelHost, KernelOptions } from './host.js';
import { type Violation, violations } from './invariants.js';
import { mapImage, prepareStart } from './loader.js';
import { answerStrays } from './panic.js';
import { Process } from './process.js';
import { Random } from './random.js';
import { schedulingPolicies } from './schedulers/index.js';
import { type Cause, causeOf, SIGNAL } from './signals.js';
import { newSpace } from './spaces.js';
import { performSyscall } from './syscalls/perform.js';
import type { Damage } from './unpaged/os-image.js';
import { PlainMemory } from './unpaged/plain-memory.js';
import { AddressSpace } from './vm/address-space.js';
import type { LoadProblem } from './vm/load-problem.js';
import { accessOf, type FaultOutcome } from './vm/page-fault.js';
import { replacementPolicies } from './vm/policies/index.js';
import { refill } from './vm/refill.js';
import type { Space } from './vm/space.js';
import { Swap } from './vm/swap.js';
import { VirtualMemory } from './vm/virtual-memory.js';

/**
 * Page faults within one step after which it will never be completed. An instruction needs six pages at most (two of code, two for each of
 * two operands); with fewer frames than it needs, its pages drive each other out for ever.
 */
const MOST_FAULTS_A_STEP = 64;
/** Why a process that is in this state after a trap has lost the CPU. */
const REASONS = { running: 'timer', ready: 'yield', sleeping: 'wait', waiting: 'wait', dead: 'exit' } as const;

/**
 * The kernel: owns the processes, answers traps and the timer. It runs between two runs of the engine and may replace the whole
 * state of the CPU; it knows the machine only as registers, RAM, TLB, a disk and a timer.
 */
export class Kernel {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  readonly cpu: CpuState;
  readonly options: KernelOptions;
  readonly host: KernelHost;
  readonly vm: VirtualMemory;
  /** RAM without page tables; null: there are page tables. */
  readonly plain: PlainMemory | null;
  readonly random: Random;
  /** By pid, dead ones included. */
  readonly processes = new Map<number, Process>();
  /** Who is told what happens; null: nobody, at no cost. */
  onEvent: ((event: KernelEvent) => void) | null = null;
  /** What the invariants said after the last trap, under `options.check`. */
  violations: readonly Violation[] = [];
  /** What programs have overwritten of the kernel; not empty: it has stopped. */
  damage: readonly Damage[] = [];
  readonly dispatcher: Dispatcher;
  readonly files: FileSystem;
  private lastPid = 0;
  /** Who had the last page fault, in which step, and how many there have been in it. */
  private faults = { pid: 0, step: -1, count: 0 };

  /** The names in `options` must exist (machine/config.ts checks them). */
  constructor(memory: PhysicalMemory, mmu: Mmu, cpu: CpuState, options: KernelOptions, host: KernelHost) {
    this.memory = memory;
    this.mmu = mmu;
    this.cpu = cpu;
    this.options = options;
    this.host = host;
    this.random = new Random(options.seed);
    const emit = (event: KernelHappening) => this.emit(event);
    const policy = replacementPolicies.get(options.replacement)!;
    this.vm = new VirtualMemory(memory, mmu, new Swap(host.swap, 2 ** pageShiftOf(mmu.config.design)), policy, emit);
    this.plain = mmu.registers && new PlainMemory(this.vm, mmu.registers, options);
    const scheduler = schedulingPolicies.get(options.scheduler)!.create();
    this.dispatcher = new Dispatcher(cpu, this.vm, scheduler, options.quantum, emit);
    this.files = new FileSystem(
      host.files,
      () => this.openFiles(),
      () => this.now,
    );
    enterUserMode(cpu, mmu.config);
  }

  /** The process on the CPU; null when none is left. */
  get current(): Process | null {
    return this.dispatcher.current;
  }

  get steps(): number {
    return this.memory.counter(COUNTER.steps);
  }

  /** Nanoseconds since the machine started, in the model's own time. */
  get modelTime(): number {
    return this.dispatcher.modelTime;
  }

  /** CLOCK_REALTIME in whole seconds. */
  get now(): number {
    return this.options.epoch + Math.floor(this.modelTime / 1e9);
  }

  /** Every open file of every process that lives. */
  private *openFiles(): Iterable<OpenFile> {
    for (const process of this.processes.values())
      if (process.alive) for (const { file } of process.descriptors.values()) yield file;
  }

  private *livingSpaces(): Iterable<Space> {
    for (const { alive, space } of this.processes.values()) if (alive) yield space;
  }

  emit(event: KernelHappening): void {
    this.onEvent?.({ time: this.steps, ...event });
  }

  /** Makes a process of an image. It runs when its turn comes. A problem leaves nothing behind. */
  spawn(image: Image, argv: readonly string[], envp: readonly string[]): Process | LoadProblem {
    const pid = this.lastPid + 1;
    const space = newSpace(this, pid, image);
    if ('problem' in space) return space;
    const placed = mapImage(space, image);
    const start = 'problem' in placed ? placed : prepareStart(space, placed, argv, envp, this.random.bytes(16));
    if ('problem' in placed || 'problem' in start) {
      space.destroy();
      this.current?.space.resume();
      return 'problem' in placed ? placed : (start as LoadProblem);
    }
    const process = new Process(pid, 0, placed, space, start, this.files.root);
    this.admit(process);
    this.current?.space.resume();
    return process;
  }

  /** Makes a child that is its parent's likeness but for rax, which is 0. null: no memory. */
  fork(parent: Process): Process | null {
    const pid = this.lastPid + 1;
    const space = parent.space.fork(pid);
    if (space === null) return null;
    const saved = this.cpu.save();
    const start = { ...saved, registers: saved.registers.with(RAX, 0n) };
    const child = new Process(pid, parent.pid, parent.image, space, start, parent.workingDirectory);
    child.descriptors = new Map(parent.descriptors);
    child.umask = parent.umask;
    child.signals.inherit(parent.signals);
    this.admit(child);
    return child;
  }

  /** Remembers the present state but for the buffer: the function given back restores it, false if the swap device fails. */
  remember(): () => boolean {
    const parts = [this.dispatcher.remember(), this.random.remember(), this.files.remember()];
    const processes = [...this.processes.values()].map((process) => ({ process, restore: process.remember() }));
    const vm = this.vm.remember();
    const plain = this.plain?.remember();
    const { lastPid, faults, violations, damage } = this;
    return () => {
      for (const restore of parts) restore();
      this.processes.clear();
      for (const { process, restore } of processes) {
        this.processes.set(process.pid, process);
        restore();
      }
      Object.assign(this, { lastPid, faults, violations, damage });
      plain?.();
      return vm();
    };
  }

  private admit(process: Process): void {
    this.lastPid = process.pid;
    this.plain?.enter(process.pid, process.space, process.name);
    this.plain?.noteUse(this.livingSpaces());
    this.processes.set(process.pid, process);
    this.emit({ kind: 'spawn', pid: process.pid, parent: process.parent, name: process.name });
    this.dispatcher.add(process);
  }

  /** Answers the trap that the engine returned with. */
  handleTrap(): void {
    const process = this.current;
    if (process === null) return;
    if (this.plain === null || !answerStrays(this, this.plain, process)) this.answer(process);
    if (process.state !== 'running') this.dispatcher.dispatch(REASONS[process.state]);
    this.current?.space.resume();
    this.check();
  }

  private answer(process: Process): void {
    switch (this.cpu.trapVector) {
      case VECTOR.syscall:
        performSyscall(this, process);
        break;
      case VECTOR.pageFault:
        this.memoryFault(process);
        break;
      case VECTOR.tlbRefill:
        this.refill(process);
        break;
      default:
        if (refusedByRegisters(this)) this.memoryFault(process);
        else this.kill(process, causeOf(this.cpu.trapVector, this.cpu.mxcsr), this.cpu.trapVector);
    }
  }

  /** A miss of a TLB that software refills. What the tables do not give is a page fault. */
  private refill(process: Process): void {
    const { cpu } = this;
    const { space } = process;
    const address = cpu.trapAddress;
    const inside = space instanceof AddressSpace && address < BigInt(space.limit);
    const outcome = inside ? refill(space, Number(address), accessOf(cpu.trapErrorCode)) : 'absent';
    if (outcome === 'entered') return;
    this.memory.count(COUNTER.pageFaults);
    cpu.raisePageFault(address, cpu.trapErrorCode | (outcome === 'denied' ? PF_ERROR.present : 0));
    this.memoryFault(process);
  }

  /** The decision lists are in vm/page-fault.ts and unpaged/register-space.ts; here is what becomes of the process. */
  private memoryFault(process: Process): void {
    const { cpu } = this;
    const vector = cpu.trapVector;
    const address = cpu.trapAddress;
    const errorCode = cpu.trapErrorCode;
    this.emit({ kind: 'fault', pid: process.pid, address, rip: cpu.rip, errorCode });
    const outcome = this.resolve(process, address, errorCode);
    if (outcome === 'shortage') this.kill(process, shortageSignal(this.vm.shortage!), vector);
    else if (outcome !== 'resolved') this.kill(process, { signal: 'SIGSEGV', code: outcome }, vector);
  }

  private resolve(process: Process, address: bigint, errorCode: number): FaultOutcome {
    if (address >= BigInt(process.space.limit)) return 'SEGV_MAPERR';
    const again = this.faults.step === this.steps && this.faults.pid === process.pid;
    this.faults = { pid: process.pid, step: this.steps, count: again ? this.faults.count + 1 : 1 };
    if (this.faults.count <= MOST_FAULTS_A_STEP) return process.space.resolve(Number(address), accessOf(errorCode));
    this.vm.tooFewFrames();
    return 'shortage';
  }

  /** Steps until `timer` must be called; Infinity while nobody waits for it. */
  stepsToTimer(): number {
    return this.dispatcher.stepsToTimer();
  }

  timer(): void {
    const process = this.current;
    if (process !== null && this.plain !== null && answerStrays(this, this.plain, process))
      this.dispatcher.dispatch('exit');
    else this.dispatcher.timer();
    this.current?.space.resume();
    this.check();
  }

  /** Ends a process. `status` is what a shell would show. */
  exit(process: Process, status: number): void {
    process.finalAreas = process.space.areas;
    process.status = status;
    process.state = 'dead';
    this.dispatcher.remove(process);
    this.emit({ kind: 'exit', pid: process.pid, status });
    this.plain?.noteUse([...this.livingSpaces(), process.space]);
    this.plain?.enter(process.pid, null, '');
    if (process !== this.current) process.space.destroy();
    else process.space.retire();
    tellFamily(this, process);
  }

  /** Kills a process by a signal. `vector`: the exception behind it, -1 for none. */
  kill(process: Process, cause: Cause, vector = -1): void {
    const fault: FatalFault = fatalFault(this, process, cause, vector);
    process.fault = fault;
    process.signal = SIGNAL[cause.signal];
    this.emit({ kind: 'signal', pid: process.pid, fault });
    this.exit(process, 128 + SIGNAL[cause.signal]);
  }

  private check(): void {
    if (this.options.check && this.violations.length === 0) this.violations = violations(this);
  }
}
