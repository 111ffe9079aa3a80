import type { CpuState } from '../cpu/state.js';
import { RAX } from '../isa/registers.js';
import { COUNTER } from '../memory/layout.js';
import type { KernelHappening, SwitchReason } from './events.js';
import type { Process, Wait } from './process.js';
import type { Scheduler } from './schedulers/scheduler.js';
import type { VirtualMemory } from './vm/virtual-memory.js';

/**
 * Who has the CPU, and until when: the context switch, the timer, and those who sleep or wait. The scheduler only says who is next.
 * Model time is in nanoseconds since the machine started: one a step, and what was slept while nobody could run.
 */
export class Dispatcher {
  private readonly cpu: CpuState;
  private readonly vm: VirtualMemory;
  private readonly scheduler: Scheduler;
  /** Steps of a time slice. */
  private readonly quantum: number;
  private readonly emit: (event: KernelHappening) => void;
  private running: Process | null = null;
  private readonly sleepers = new Set<Process>();
  /** Step at which the running process has had its quantum. */
  private quantumEnd = 0;
  /** Model time that passed while nobody could run. */
  private idle = 0;

  constructor(
    cpu: CpuState,
    vm: VirtualMemory,
    scheduler: Scheduler,
    quantum: number,
    emit: (event: KernelHappening) => void,
  ) {
    this.cpu = cpu;
    this.vm = vm;
    this.scheduler = scheduler;
    this.quantum = quantum;
    this.emit = emit;
  }

  /** The process on the CPU; null when none is left. */
  get current(): Process | null {
    return this.running;
  }

  private get steps(): number {
    return this.cpu.memory.counter(COUNTER.steps);
  }

  get modelTime(): number {
    return this.steps + this.idle;
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const queue = this.scheduler.remember();
    const { running, quantumEnd, idle } = this;
    const sleepers = [...this.sleepers];
    return () => {
      queue();
      Object.assign(this, { running, quantumEnd, idle });
      this.sleepers.clear();
      for (const sleeper of sleepers) this.sleepers.add(sleeper);
    };
  }

  /** A new process is ready; it runs at once if nobody else does. */
  add(process: Process): void {
    this.scheduler.add(process);
    if (this.running === null) this.dispatch('start');
  }

  /** A process has ended, wherever it was. The CPU stays with it, if it had it, until `dispatch`. */
  remove(process: Process): void {
    this.scheduler.remove(process);
    this.sleepers.delete(process);
  }

  /** Takes the running process off the CPU; it stays ready, behind the others. */
  yield(process: Process): void {
    process.state = 'ready';
    this.scheduler.add(process);
  }

  /** Takes the running process off the CPU until a model time. */
  sleep(process: Process, wakeAt: number): void {
    process.wakeAt = wakeAt;
    process.state = 'sleeping';
    this.sleepers.add(process);
  }

  /** Takes the running process off the CPU until somebody wakes it. */
  wait(process: Process, wait: Wait): void {
    process.wait = wait;
    process.state = 'waiting';
  }

  /** A process that waited is ready, with this result of its call. */
  wake(process: Process, result: number): void {
    const registers = process.saved.registers.with(RAX, BigInt.asUintN(64, BigInt(result)));
    process.saved = { ...process.saved, registers };
    process.wait = null;
    this.yield(process);
  }

  /** Steps until `timer` must be called; Infinity while nobody waits for it. */
  stepsToTimer(): number {
    const quantum = this.scheduler.waiting ? this.quantumEnd - this.steps : Number.POSITIVE_INFINITY;
    const sleeper = this.nextSleeper();
    return sleeper === null ? quantum : Math.min(quantum, sleeper.wakeAt - this.modelTime);
  }

  /** The timer interrupt: wakes sleepers, and takes the CPU away from who has had it for a quantum. */
  timer(): void {
    this.cpu.memory.count(COUNTER.timerInterrupts);
    if (this.running) this.emit({ kind: 'timer', pid: this.running.pid });
    this.wakeSleepers();
    if (this.running === null || this.steps < this.quantumEnd || !this.scheduler.waiting) return;
    this.yield(this.running);
    this.dispatch('timer');
  }

  /** The sleeper that wakes first; of equals, the one that fell asleep first. */
  private nextSleeper(): Process | null {
    let first: Process | null = null;
    for (const sleeper of this.sleepers) if (first === null || sleeper.wakeAt < first.wakeAt) first = sleeper;
    return first;
  }

  private wakeSleepers(): void {
    for (let sleeper = this.nextSleeper(); sleeper && sleeper.wakeAt <= this.modelTime; sleeper = this.nextSleeper()) {
      this.sleepers.delete(sleeper);
      this.yield(sleeper);
    }
  }

  /** Gives the CPU to the next process. If all sleep, time passes until one wakes. */
  dispatch(reason: SwitchReason): void {
    const previous = this.running;
    let next = this.scheduler.next();
    for (let sleeper = this.nextSleeper(); next === null && sleeper !== null; sleeper = this.nextSleeper()) {
      this.idle += Math.max(0, sleeper.wakeAt - this.modelTime);
      this.wakeSleepers();
      next = this.scheduler.next();
    }
    this.quantumEnd = this.steps + this.quantum;
    if (next !== previous) this.switchTo(previous, next, reason);
    if (next) next.state = 'running';
  }

  /** The context switch: registers out, the other table into CR3 (which empties the TLB), registers in. */
  private switchTo(previous: Process | null, next: Process | null, reason: SwitchReason): void {
    if (previous?.alive) previous.saved = this.cpu.save();
    this.running = next;
    const before = this.cpu.memory.counter(COUNTER.tlbFlushed);
    if (next === null) this.vm.activate(null);
    else next.space.activate();
    if (previous && !previous.alive) previous.space.destroy();
    if (next === null) return;
    this.cpu.restore(next.saved);
    if (previous !== null) this.cpu.memory.count(COUNTER.contextSwitches);
    const lost = this.cpu.memory.counter(COUNTER.tlbFlushed) - before;
    this.emit({ kind: 'switch', from: previous?.pid ?? 0, to: next.pid, reason, lost });
  }
}
