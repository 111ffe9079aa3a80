import { Interpreter } from '../../src/engine/interpreter.js';
import { TABLE_BYTES } from '../../src/engine/layout.js';
import { COUNTER } from '../../src/memory/layout.js';
import type { HierarchyConfig } from '../../src/mmu/caches/config.js';
import type { TlbConfig } from '../../src/mmu/config.js';
import { type Design, tableLevels } from '../../src/mmu/design.js';
import { readCounters } from '../../src/observe/counters.js';
import { violations } from '../../src/observe/ledger.js';
import { compareSides, sliceLength } from './lockstep.js';
import { type MakeEngine, World } from './lockstep-world.js';
import { SeededRandom } from './seeded-random.js';

const reference: MakeEngine = (_memory, _mmu, cpu) => cpu;
const interpreter: MakeEngine = (memory, mmu, cpu) => new Interpreter(memory, mmu, cpu);

/** A TLB of any kind. */
export function randomTlb(random: SeededRandom): TlbConfig {
  const geometry = () => random.pick([
    { sets: 1, ways: 1 },
    { sets: 1, ways: 2 },
    { sets: 2, ways: 1 },
    { sets: 1, ways: 8 },
    { sets: 4, ways: 2 },
    { sets: 16, ways: 4 },
    { sets: 64, ways: 1 },
  ]);
  const unified = random.chance(0.35);
  return {
    itlb: !unified && random.chance(0.12) ? null : geometry(),
    dtlb: unified ? null : random.chance(0.12) ? null : geometry(),
    unified,
    policy: random.pick(['lru', 'lru', 'fifo', 'random'] as const),
    seed: 1 + random.below(1000),
  };
} // biome-ignore format: a table

export interface LockstepOutcome {
  readonly steps: number;
  readonly traps: number;
  readonly stops: number;
  /** Empty: no difference at any stop. */
  readonly differences: readonly string[];
}

/** Runs a random program on both engines, slice by slice, and compares everything at each stop. */
export function runProgram(
  seed: number,
  steps: number,
  tlb?: TlbConfig,
  caches: HierarchyConfig | null = null,
  Kind: typeof World = World,
  design?: Design,
): LockstepOutcome {
  const random = new SeededRandom(seed ^ 0x5eed);
  const config = tlb ?? randomTlb(random);
  const pages = random.pick([4, 5, 16]);
  const left = new Kind(seed, config, 0, reference, design, caches);
  const right = new Kind(seed, config, pages * TABLE_BYTES + 2048, interpreter, design, caches);
  let stops = 0;
  for (;;) {
    const done = left.memory.counter(COUNTER.steps);
    if (done >= steps) return { steps: done, traps: left.traps, stops, differences: [] };
    const slice = sliceLength(random, steps - done);
    const before = right.describe();
    const [a, b] = [left.engine.run(slice), right.engine.run(slice)];
    stops++;
    const differences = compareSides(left, right);
    if (a !== b) differences.unshift(`stop: ${a} against ${b}`);
    const broken = violations(readCounters(left.memory), left.cpu.repeating, tableLevels(left.mmu.config.design));
    differences.push(...broken.map(({ identity, left: one, right: two }) => `${identity}: ${one}, ${two}`));
    if (differences.length > 0) {
      const where = [
        `seed ${seed}, TLB ${JSON.stringify(config)}, slice of ${slice} after ${done} steps from ${before}`,
      ];
      return { steps: done, traps: left.traps, stops, differences: [...where, ...differences] };
    }
    if (a === 'trap') for (const world of [left, right]) world.handleTrap();
    else if (random.chance(0.05)) for (const world of [left, right]) world.disturb();
  }
}
