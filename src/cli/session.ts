import { basename } from 'node:path';
import type { Image } from '../asm/image.js';
import type { FatalFault, KernelEvent } from '../kernel/events.js';
import type { BlockDevice } from '../kernel/vm/swap.js';
import type { MachineOptions } from '../machine/config.js';
import { LoadError, Machine, type MachineHost, type Result } from '../machine/machine.js';
import { COUNTER } from '../memory/layout.js';
import { type FaultEvidence, gatherEvidence } from '../observe/fault-witness.js';
import { logEvent } from './event-log.js';
import { CommandError, EXIT } from './exit-status.js';
import type { GuestIo } from './guest-io.js';
import { problemInWords } from './load-problem.js';
import type { Log } from './log.js';
import { Progress } from './progress.js';
import type { RunOptions } from './run-options.js';

/** What the guest finds in its environment: always the same, so that a run can be repeated anywhere. */
const ENVIRONMENT = ['PATH=/usr/bin:/bin', 'LANG=C'];
/** A slice of the run should take about so long, so that Ctrl-C and the progress line are prompt. */
const SLICE_MS = 40;
const FIRST_SLICE = 200_000;
const LARGEST_SLICE = 50_000_000;

/** A process that was killed, with what was read before its memory was gone. */
export interface Death {
  readonly fault: FatalFault;
  readonly evidence: FaultEvidence;
  /** Steps that the machine had completed. */
  readonly steps: number;
}

/** Options of the machine from those of the command line. */
export function machineOptions(options: RunOptions, swap: BlockDevice | number | null): MachineOptions {
  return {
    profile: options.profile,
    ram: options.ramBytes,
    mmu: options.design,
    ...(options.tlb === null ? {} : { tlb: options.tlb }),
    ...(options.caches === undefined ? {} : { caches: options.caches }),
    prices: options.prices,
    engine: options.engine,
    quantum: options.quantum,
    replacement: options.replacement,
    swap,
    fit: options.fit,
    partitions: options.partitions,
    limit: options.limit,
    check: options.check,
    forgetful: options.forgetful,
  };
}

/** Builds a machine and loads programs, each with the same arguments. Refuses with status 65 what cannot be loaded. */
export function loadedMachine(
  options: MachineOptions,
  host: MachineHost,
  images: readonly Image[],
  guestArguments: readonly string[],
  prepare: (machine: Machine) => void,
): Machine {
  const machine = new Machine(options, host);
  prepare(machine);
  for (const image of images) {
    try {
      machine.load(image, [basename(image.name), ...guestArguments], ENVIRONMENT);
    } catch (error) {
      if (error instanceof LoadError)
        throw new CommandError(
          EXIT.badInput,
          `${image.name} cannot be loaded: ${problemInWords(error.problem, machine.config.design)}`,
        );
      throw error;
    }
  }
  return machine;
}

/** Notes every death, and hands the events to the log. */
export function watch(machine: Machine, deaths: Map<number, Death>, log: Log): void {
  const chatty = log.enabled('debug');
  machine.onEvent = (event: KernelEvent) => {
    if (event.kind === 'signal') deaths.set(event.pid, deathOf(machine, event.fault));
    if (chatty) logEvent(log, event);
  };
}

function deathOf(machine: Machine, fault: FatalFault): Death {
  const space = machine.kernel.processes.get(fault.pid)?.space;
  const locate = (address: bigint) => space?.locate(address) ?? -1;
  return { fault, evidence: gatherEvidence(machine.memory, fault, locate), steps: machine.steps };
}

/** Runs to the end in slices. SIGINT (Ctrl-C) and SIGTERM interrupt, with the status of a process that they end; a terminal sees progress. */
export async function runToEnd(machine: Machine, io: GuestIo): Promise<Result> {
  const progress = new Progress();
  let stopStatus = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    stopStatus = signal === 'SIGTERM' ? 143 : 130;
    machine.interrupt();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  io.beforeOutput = () => progress.clear();
  io.onInterrupt = () => onSignal('SIGINT');
  try {
    let slice = FIRST_SLICE;
    for (;;) {
      const began = performance.now();
      const result = machine.run(slice);
      if (result.reason === 'interrupted') return { ...result, status: stopStatus };
      if (result.reason !== 'paused') return result;
      // Nobody reads the output any more: on Linux the guest would get SIGPIPE.
      if (io.outputBroken) return { ...machine.result('interrupted'), status: 128 + 13 };
      const took = performance.now() - began;
      slice = Math.min(LARGEST_SLICE, Math.max(1000, Math.round((slice * SLICE_MS) / Math.max(took, 1))));
      progress.update(() => ({
        instructions: machine.memory.counter(COUNTER.instructions),
        pageFaults: machine.memory.counter(COUNTER.pageFaults),
      }));
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    progress.clear();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
