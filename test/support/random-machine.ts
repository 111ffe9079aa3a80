import { completeConfig, type MachineOptions } from '../../src/machine/config.js';
import { designs } from '../../src/machine/designs.js';
import { profiles } from '../../src/machine/profiles/index.js';
import { ramLimits } from '../../src/machine/ram.js';
import type { TlbConfig } from '../../src/mmu/config.js';
import { type Design, pageShiftOf } from '../../src/mmu/design.js';
import { randomTlb } from './lockstep-run.js';
import { randomCaches } from './random-caches.js';
import { randomDesign } from './random-design.js';
import { randomHierarchy } from './random-tlb.js';
import type { SeededRandom } from './seeded-random.js';

/** Bits of address that every example and every program of the corpus fits in. */
const LEAST_BITS = 22;
const SMALL_RAM = [160, 512, 2048].map((kib) => kib * 1024);

/** Names of designs as `--mmu` has them: machine/designs.ts lists them all. */
export const designKinds: readonly string[] = [...designs.keys()];

/** A design of a kind, with random numbers. */
function designOfKind(random: SeededRandom, kind: string): Design {
  switch (kind) {
    case 'x86-64':
      return designs.get(kind)!.make(random.pick([null, null, '5', '4,upper-a', '5,upper-a']), {});
    case 'radix':
      return randomDesign(random, LEAST_BITS);
    case 'linear': {
      const pageBytes = 2 ** (8 + random.below(5));
      return designs.get(kind)!.make(null, { virtualBits: LEAST_BITS + random.below(2), pageBytes });
    }
    case 'segments':
      return designs.get(kind)!.make(`${1 + random.below(3)}`, { virtualBits: LEAST_BITS + 2 + random.below(7) });
    default:
      return designs.get(kind)!.make(null, { virtualBits: 20 + random.below(3) });
  }
}

/** Bytes of RAM: little where there are pages, so that programs swap; room for a few whole address spaces where registers need it. */
function ramFor(random: SeededRandom, design: Design): number {
  const { least, most, unit } = ramLimits(design);
  const paged = design.kind === 'x86-64' || design.kind === 'paged';
  const wanted = paged
    ? random.pick(SMALL_RAM)
    : placeRam(random, design.kind === 'segments' ? 19 : design.virtualBits);
  return Math.max(least, Math.min(most, Math.ceil(wanted / unit) * unit));
}

/** The kernel's piece, and one to three places. */
const placeRam = (random: SeededRandom, bits: number) => 2 ** 16 + (1 + random.below(3)) * 2 ** bits;

function tlbFor(random: SeededRandom): { tlb?: TlbConfig } {
  const kind = random.next();
  if (kind < 0.2) return {};
  const tlb = kind < 0.5 ? randomTlb(random) : randomHierarchy(random);
  return { tlb: { ...tlb, tagged: random.chance(0.4) } };
}

/** A machine of any design (or of `kind`), TLB, caches, profile, policy and size, that can be built. */
export function randomMachine(random: SeededRandom, kind = random.pick(designKinds)): MachineOptions {
  for (;;) {
    const options = anyMachine(random, kind);
    if ('profile' in completeConfig(options)) return options;
  }
}

function anyMachine(random: SeededRandom, kind: string): MachineOptions {
  const mmu = designOfKind(random, kind);
  const ram = ramFor(random, mmu);
  const frames = ram / 2 ** pageShiftOf(mmu);
  return {
    mmu,
    ram,
    profile: random.chance(0.3) ? random.pick([...profiles.keys()]) : 'textbook',
    ...tlbFor(random),
    ...(random.chance(0.3) ? { caches: random.chance(0.2) ? null : randomCaches(random) } : {}),
    swap: 16 * 2 ** 20,
    replacement: random.pick(['lru', 'fifo', 'clock']),
    quantum: random.pick([97, 1000, 10_000]),
    fit: random.pick(['first', 'best', 'worst', 'next']),
    // After every trap: only where there are few frames to look at.
    check: frames <= 512 && random.chance(0.3),
  };
}
