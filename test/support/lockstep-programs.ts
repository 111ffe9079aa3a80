import { readdirSync, readFileSync } from 'node:fs';
import type { Image } from '../../src/asm/image.js';
import { AssemblyError, assemble } from '../../src/machine/assemble.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { LoadError, Machine } from '../../src/machine/machine.js';
import { type Design, tableLevels, X86_64 } from '../../src/mmu/design.js';
import { readCounters } from '../../src/observe/counters.js';
import { violations } from '../../src/observe/ledger.js';
import { compareSides, sliceLength } from './lockstep.js';
import type { LockstepOutcome } from './lockstep-run.js';
import type { SeededRandom } from './seeded-random.js';

/** Programs that run under the kernel: the examples, and gcc's output for the corpus. */
export const kernelPrograms: readonly string[] = ['asm-examples', 'test/corpus'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.s'))
    .map((name) => `${folder}/${name}`),
);

/** A program placed for a design. */
export const imageOf = (file: string, design: Design = X86_64): Image =>
  assemble(readFileSync(file, 'utf8'), file, design);

/** The same machine on both engines, with the programs loaded; null: they do not fit its address space or its memory. */
function bothMachines(files: readonly string[], options: MachineOptions, most: number): [Machine, Machine] | null {
  try {
    const images = files.map((file) => imageOf(file, options.mmu));
    const [left, right] = ['reference', 'interpreter'].map((engine) => {
      const machine = new Machine({ ...options, engine, limit: most });
      for (const image of images) machine.load(image);
      return machine;
    });
    return [left!, right!];
  } catch (error) {
    if (error instanceof AssemblyError || error instanceof LoadError) return null;
    throw error;
  }
}

/** What two machines that have come to their end said and did otherwise, and books that do not add up. */
function atTheEnd(left: Machine, right: Machine): string[] {
  const [a, b] = [left.result('exit'), right.result('exit')];
  const found: string[] = [];
  if (Buffer.compare(a.stdout, b.stdout) !== 0) found.push('standard output');
  if (a.modelTime !== b.modelTime) found.push(`model time: ${a.modelTime} against ${b.modelTime}`);
  const statuses = [a, b].map(({ processes }) => processes.map(({ status }) => status).join(' '));
  if (statuses[0] !== statuses[1]) found.push(`statuses: ${statuses.join(' against ')}`);
  const levels = tableLevels(left.config.design);
  const broken = violations(readCounters(left.memory), left.cpu.repeating, levels);
  return [...found, ...broken.map(({ identity }) => identity)];
}

/**
 * Runs programs, each a process, on the reference CPU and on the interpreter in machines of the same options, in slices of random length, and
 * compares registers, flags, counters, TLB, caches and RAM at each stop; output, statuses, time and books at the end. null: they do not fit.
 */
export function runFiles(
  files: readonly string[],
  options: MachineOptions,
  random: SeededRandom,
  most: number,
): LockstepOutcome | null {
  const machines = bothMachines(files, options, most);
  if (machines === null) return null;
  const [left, right] = machines;
  for (let stops = 1; ; stops++) {
    const slice = sliceLength(random, Math.max(1, most - left.steps));
    const [a, b] = [left.run(slice), right.run(slice)];
    const differences = compareSides(left, right);
    if (a.reason !== b.reason) differences.unshift(`stop: ${a.reason} against ${b.reason}`);
    differences.push(...[a, b].flatMap((result) => result.violations.map(({ rule, detail }) => `${rule}: ${detail}`)));
    const ended = a.reason !== 'paused';
    if (ended) differences.push(...atTheEnd(left, right));
    if (differences.length > 0) differences.unshift(`${files.join(' ')} ${JSON.stringify(options)}`);
    if (ended || differences.length > 0) return { steps: left.steps, traps: a.counters.exceptions, stops, differences };
  }
}
