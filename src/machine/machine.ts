import type { Image } from '../asm/image.js';
import type { Probe } from '../cpu/probe.js';
import { ReferenceCpu } from '../cpu/reference.js';
import { CpuState } from '../cpu/state.js';
import type { Engine } from '../cpu/trap.js';
import type { FatalFault, KernelEvent } from '../kernel/events.js';
import type { HostFiles } from '../kernel/host.js';
import type { Violation } from '../kernel/invariants.js';
import { Kernel } from '../kernel/kernel.js';
import type { Process } from '../kernel/process.js';
import type { Area } from '../kernel/vm/area.js';
import type { LoadProblem } from '../kernel/vm/load-problem.js';
import { type BlockDevice, MemoryDisk } from '../kernel/vm/swap.js';
import { COUNTER, PAGE_BYTES } from '../memory/layout.js';
import { PhysicalMemory } from '../memory/physical.js';
import { Mmu } from '../mmu/mmu.js';
import { type Counters, readCounters } from '../observe/counters.js';
import { ConfigError, completeConfig, type MachineConfig, type MachineOptions } from './config.js';
import { engines } from './engines.js';
import { rememberBuffer, Snapshot } from './snapshot.js';

/** Where the guest's output goes and its input comes from. */
export interface MachineHost {
  /** 1: standard output, 2: standard error. The bytes are the receiver's to keep. */
  write?(stream: 1 | 2, bytes: Uint8Array): void;
  /** 1 to `most` bytes of standard input, waiting if need be; empty at its end; null when it cannot be read. */
  read?(stream: 0, most: number): Uint8Array | null;
  /** What programs see as `/`; an empty directory by default. It is only read: what programs write stays in memory. */
  readonly files?: HostFiles | null;
}

/** How a process ended, or that it lives. */
export interface ProcessResult {
  readonly pid: number;
  /** Who forked it; 0 for those that `load` started. */
  readonly parent: number;
  readonly name: string;
  /** As a shell shows it: exit code, or 128 + signal; null while it lives. */
  readonly status: number | null;
  readonly fault: FatalFault | null;
  readonly areas: readonly Area[];
  readonly image: Image;
}

/**
 * Why `run` came back. `exit`: every process has ended. `limit`: `config.limit` steps are done. `paused`: the steps asked for are done.
 * `interrupted`: somebody called `interrupt`. `defect`: an invariant does not hold, see `violations`.
 */
export type RunReason = 'exit' | 'limit' | 'paused' | 'interrupted' | 'defect';

export interface Result {
  readonly reason: RunReason;
  /** The first status that is not 0 of the processes that `load` started, in their order; 124 at a limit, 130 when interrupted, 70 after a defect. */
  readonly status: number;
  readonly processes: readonly ProcessResult[];
  readonly counters: Counters;
  /** Nanoseconds of model time since the start. */
  readonly modelTime: number;
  readonly violations: readonly Violation[];
  /** What was written so far, when the host gave no `write`; else empty. */
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

/** Thrown by `load` when a program cannot be loaded. */
export class LoadError extends Error {
  readonly problem: LoadProblem;

  constructor(problem: LoadProblem) {
    super(`cannot load the program: ${problem.problem}${problem.segment === null ? '' : ` (${problem.segment})`}`);
    this.name = 'LoadError';
    this.problem = problem;
  }
}

const STATUS = { limit: 124, interrupted: 130, defect: 70 } as const;
/** Steps between two looks at `interrupt`. */
const SLICE = 4_000_000;

/** A whole machine: memory, MMU, an engine, the kernel, and the loop that joins them. */
export class Machine {
  readonly config: MachineConfig;
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  readonly cpu: CpuState;
  readonly kernel: Kernel;
  readonly engine: Engine;
  private readonly reference: ReferenceCpu;
  /** The engine that runs now: `engine`, or the reference while it is probed. */
  private active: Engine;
  private readonly output: Record<1 | 2, Uint8Array[]> = { 1: [], 2: [] };
  private interrupted = false;

  /** Throws a ConfigError on options that cannot be. */
  constructor(options: MachineOptions = {}, host: MachineHost = {}) {
    const config = completeConfig(options);
    if (!('profile' in config)) throw new ConfigError(config);
    this.config = config;
    const choice = engines.get(config.engine)!;
    this.memory = new PhysicalMemory(config.ramBytes, choice.bytes);
    this.mmu = new Mmu(this.memory, { design: config.design, tlb: config.tlb, caches: config.caches });
    this.cpu = new CpuState(this.memory);
    this.reference = new ReferenceCpu(this.memory, this.mmu);
    this.engine = choice.create(this.memory, this.mmu, this.reference);
    this.active = this.engine;
    this.kernel = new Kernel(this.memory, this.mmu, this.cpu, config, {
      write: host.write?.bind(host) ?? ((stream, bytes) => void this.output[stream].push(bytes)),
      read: host.read?.bind(host) ?? (() => new Uint8Array(0)),
      swap: diskOf(config.swap),
      files: host.files ?? null,
    });
    this.kernel.vm.translations.forgetful = config.forgetful;
  }

  /** Starts a process. `argv[0]` is the name of the program by default. Throws a LoadError. */
  load(image: Image, argv: readonly string[] = [image.name], envp: readonly string[] = []): Process {
    const process = this.kernel.spawn(image, argv, envp);
    if ('problem' in process) throw new LoadError(process);
    return process;
  }

  /** Is told what the kernel does. */
  set onEvent(listener: ((event: KernelEvent) => void) | null) {
    this.kernel.onEvent = listener;
  }

  /** Sees every reference. While there is a probe the reference engine runs, which goes on exactly where the other one stopped. */
  set probe(probe: Probe | null) {
    this.reference.probe = probe;
    this.active = probe === null ? this.engine : this.reference;
  }

  /** Runs until every process has ended, a limit, an interruption, or for `steps` more steps. Can be called again to go on. */
  run(steps = Number.POSITIVE_INFINITY): Result {
    const { kernel, active, config } = this;
    const limit = config.limit ?? Number.POSITIVE_INFINITY;
    const end = Math.min(kernel.steps + steps, limit);
    active.stateChanged();
    for (;;) {
      if (kernel.violations.length > 0) return this.result('defect');
      if (kernel.current === null) return this.result('exit');
      if (this.interrupted) {
        this.interrupted = false;
        return this.result('interrupted');
      }
      const left = end - kernel.steps;
      if (left <= 0) return this.result(kernel.steps >= limit ? 'limit' : 'paused');
      this.slice(left);
    }
  }

  /** One turn: the timer if it is due, else the engine until the next event, and the kernel's answer to a trap. */
  private slice(left: number): void {
    const { kernel, active } = this;
    const toTimer = kernel.stepsToTimer();
    if (toTimer <= 0) kernel.timer();
    else if (active.run(Math.min(toTimer, left, SLICE)) === 'trap') kernel.handleTrap();
  }

  /** Makes `run` come back at the next opportunity: from a listener, the host's input or output, or between two runs. */
  interrupt(): void {
    this.interrupted = true;
  }

  /** The whole state of the machine, to come back to. Costs a copy of the memory in use and of what is in swap. */
  snapshot(): Snapshot {
    const { memory, mmu, kernel } = this;
    const buffer = rememberBuffer(memory, mmu, (frame) => kernel.vm.uses(frame * PAGE_BYTES, PAGE_BYTES));
    const restoreKernel = kernel.remember();
    const { randomState } = mmu;
    const caches = mmu.caches?.remember();
    const output = { 1: this.output[1].length, 2: this.output[2].length };
    return new Snapshot(this, () => {
      buffer();
      mmu.randomState = randomState;
      caches?.();
      this.output[1].length = output[1];
      this.output[2].length = output[2];
      return restoreKernel();
    });
  }

  /**
   * Goes back to a snapshot of this machine, as often as one likes. What the host was given stays given, and input that was read stays
   * read. False: the swap device failed, and the machine is of no use any more. Throws on a snapshot of another machine.
   */
  restore(snapshot: Snapshot): boolean {
    const done = snapshot.restoreTo(this);
    this.engine.stateChanged();
    this.reference.stateChanged();
    return done;
  }

  /** How things stand. */
  result(reason: RunReason): Result {
    const processes = [...this.kernel.processes.values()];
    return {
      reason,
      status: reason === 'exit' || reason === 'paused' ? firstFailure(processes) : STATUS[reason],
      processes: processes.map((process) => ({
        pid: process.pid,
        parent: process.parent,
        name: process.name,
        status: process.status,
        fault: process.fault,
        areas: process.alive ? process.space.areas : process.finalAreas,
        image: process.image,
      })),
      counters: readCounters(this.memory),
      modelTime: this.kernel.modelTime,
      violations: this.kernel.violations,
      stdout: joined(this.output[1]),
      stderr: joined(this.output[2]),
    };
  }

  /** Steps completed since the start. */
  get steps(): number {
    return this.memory.counter(COUNTER.steps);
  }
}

function diskOf(swap: BlockDevice | number | null): BlockDevice | null {
  return typeof swap === 'number' ? new MemoryDisk(Math.floor(swap / PAGE_BYTES)) : swap;
}

const firstFailure = (processes: readonly Process[]): number =>
  processes
    .filter(({ parent }) => parent === 0)
    .map(({ status }) => status ?? 0)
    .find((status) => status !== 0) ?? 0;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
