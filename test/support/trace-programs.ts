import { completeConfig, type MachineOptions } from '../../src/machine/config.js';
import { designOf } from '../../src/machine/designs.js';
import { Machine } from '../../src/machine/machine.js';
import { profiles } from '../../src/machine/profiles/index.js';
import type { HierarchyConfig } from '../../src/mmu/caches/config.js';
import type { Design } from '../../src/mmu/design.js';
import type { TlbConfig } from '../../src/mmu/tlb-config.js';
import { readCounters } from '../../src/observe/counters.js';
import { imageOf } from './lockstep-programs.js';
import { randomCaches } from './random-caches.js';
import { randomHierarchy } from './random-tlb.js';
import type { SeededRandom } from './seeded-random.js';
import { TraceModel } from './trace-model.js';
import { type Trace, TraceRecorder } from './trace-record.js';

/** A program and the machine that it runs on, but for what a model is of. */
export interface TracedProgram {
  readonly files: readonly string[];
  readonly options: Omit<MachineOptions, 'tlb' | 'caches' | 'profile'>;
}

/** What is modelled. */
export interface TracedConfig {
  readonly tlb: TlbConfig;
  readonly caches: HierarchyConfig | null;
}

/** TLB and caches of any kind that can be built, or now and then those of a profile. */
export function randomTraced(random: SeededRandom): TracedConfig {
  for (;;) {
    const profile = random.pick([...profiles.values()]);
    const named = random.chance(0.1);
    const tlb = { ...(named ? profile.tlb : randomHierarchy(random)), tagged: random.chance(0.4) };
    const caches = named ? profile.caches : random.chance(0.85) ? randomCaches(random) : null;
    if ('profile' in completeConfig({ tlb, caches })) return { tlb, caches };
  }
}

/** Replacement by age alone: which pages go must not depend on the TLB. */
const machine = { replacement: 'fifo', ram: 2 ** 20, swap: 4 * 2 ** 20, quantum: 1000 } as const;
const under = (design: Design, ...files: string[]): TracedProgram => ({ files, options: { ...machine, mmu: design } });
const X86 = designOf('x86-64');

/** Programs under six designs: compiled code, strings, faults, fork, swapping, large pages, several processes. */
export const tracedPrograms: readonly TracedProgram[] = [
  under(X86, 'test/corpus/quicksort-O2.s'),
  under(designOf('x86-64:5'), 'test/corpus/list-O1.s'),
  under(X86, 'asm-examples/53-copy-on-write.s'),
  { files: ['asm-examples/44-swap.s'], options: { ...machine, mmu: X86, ram: 256 * 1024 } },
  under(X86, 'asm-examples/45-long-job.s', 'asm-examples/11-allocator.s', 'test/corpus/strings-O1.s'),
  under(designOf('radix:10,10'), 'test/corpus/matrix-O1.s'),
  under(designOf('linear', { virtualBits: 22, pageBytes: 1024 }), 'test/corpus/queens-O2.s', 'asm-examples/53-copy-on-write.s'),
  under(designOf('radix:7,8', { pageBytes: 256 }), 'test/corpus/compress-O2.s'),
  under(designOf('radix:6,6,6', { pageBytes: 16 }), 'test/corpus/life-O1.s'),
  { files: ['asm-examples/49-large-pages.s'], options: { ...machine, mmu: X86, ram: 2 ** 24 } },
  under(designOf('radix:4,5,5', { pageBytes: 256 }), 'asm-examples/48-tlb-hostile.s', 'asm-examples/09-upper.s'),
]; // biome-ignore format: a table

const NO_TLB: TlbConfig = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 };
const ANY_CACHE = { sets: 1, ways: 1, policy: 'lru', write: 'back', latency: 1 } as const;
const ANY_CACHES: HierarchyConfig = {
  lineBytes: 64,
  l1i: null,
  l1d: ANY_CACHE,
  l2: null,
  l3: null,
  unified: false,
  inclusive: false,
  walks: 'memory',
  seed: 1,
};

/** What the kernel tells the MMU depends on these two: runs that differ in them have different traces. */
const variantOf = ({ tagged, walkCaches }: TlbConfig) => ({
  tagged: tagged === true,
  walkCaches: (walkCaches ?? []).some((shape) => shape !== null) ? [{ sets: 1, ways: 1 }] : [],
});

function load({ files, options }: TracedProgram, more: MachineOptions, watch?: (machine: Machine) => void): Machine {
  const made = new Machine({ ...options, ...more });
  watch?.(made);
  for (const file of files) made.load(imageOf(file, options.mmu));
  return made;
}

export interface TraceComparison {
  /** Empty: the model counts what the machine counts. */
  readonly differences: readonly string[];
  /** Counters that were not 0. */
  readonly compared: number;
}

/** A program's traces; each is recorded once, on the reference CPU without a TLB. */
export class Traces {
  lookups = 0;
  private readonly program: TracedProgram;
  private readonly limit: number;
  private readonly known = new Map<string, Trace>();

  /** `limit`: steps of each run. */
  constructor(program: TracedProgram, limit: number) {
    this.program = program;
    this.limit = limit;
  }

  private traceFor(tlb: TlbConfig): Trace {
    const variant = variantOf(tlb);
    const key = JSON.stringify(variant);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const options = { tlb: { ...NO_TLB, ...variant }, caches: ANY_CACHES, engine: 'reference', limit: this.limit };
    const recorders: TraceRecorder[] = [];
    load(this.program, options, (machine) => recorders.push(new TraceRecorder(machine))).run();
    const { trace, lookups } = recorders[0]!;
    this.lookups = lookups;
    this.known.set(key, trace);
    return trace;
  }

  /** Runs the program on a machine and through the model (of another configuration, if given), and names the counters that differ. */
  compare(config: TracedConfig, modelled = config): TraceComparison {
    const trace = this.traceFor(config.tlb);
    const made = load(this.program, { ...config, limit: this.limit });
    made.run();
    const actual = readCounters(made.memory);
    const { design, ramBytes } = made.config;
    const counts = new TraceModel(trace, { design, ramBytes, ...modelled }).run();
    const differing = MODELLED.filter((name) => actual[name] !== (counts.get(name) ?? 0));
    return {
      differences: differing.map((name) => `${name}: ${actual[name]}, the model has ${counts.get(name) ?? 0}`),
      compared: MODELLED.filter((name) => actual[name] > 0).length,
    };
  }
}

/** Every counter of TLBs, walks and caches. */
export const MODELLED = [
  'itlbHits', 'itlbMisses', 'itlbEvictions', 'dtlbHits', 'dtlbMisses', 'dtlbEvictions', 'stlbHits', 'stlbMisses', 'stlbEvictions',
  'walks', 'walkReads', 'walkReads1', 'walkReads2', 'walkReads3', 'walkReads4', 'walkReads5', 'adWrites', 'tlbRefills',
  'pdeCacheHits', 'pdpteCacheHits', 'pml4eCacheHits', 'pml5eCacheHits', 'tlbFlushes', 'tlbFlushed', 'invalidations',
  'fetchL1', 'fetchL2', 'fetchL3', 'fetchMemory', 'dataL1', 'dataL2', 'dataL3', 'dataMemory', 'walkL1', 'walkL2', 'walkL3', 'walkMemory',
  'l1iHits', 'l1iMisses', 'l1dHits', 'l1dMisses', 'l2Hits', 'l2Misses', 'l3Hits', 'l3Misses', 'l1dWritebacks', 'l2Writebacks', 'l3Writebacks',
  'fetchLines', 'dataLines',
] as const; // biome-ignore format: a table
