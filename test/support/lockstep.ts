import { COUNTER_NAMES, COUNTERS, RAM_BASE, STATE, TLB_BASE } from '../../src/memory/layout.js';
import type { PhysicalMemory } from '../../src/memory/physical.js';
import type { Mmu } from '../../src/mmu/mmu.js';
import type { SeededRandom } from './seeded-random.js';

/** What two engines must leave alike: the machine in its buffer, and the MMU's random number. */
export interface Side {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
}

const names = ['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'];

function stateName(offset: number): string {
  if (offset < STATE.rip) return names[offset >> 3] ?? `r${offset >> 3}`;
  const found = Object.entries(STATE).filter(([, at]) => at <= offset);
  return found.sort(([, a], [, b]) => b - a)[0]![0];
}

function differences(
  left: PhysicalMemory,
  right: PhysicalMemory,
  start: number,
  end: number,
  name: (offset: number) => string,
): string[] {
  if (Buffer.compare(left.u8.subarray(start, end), right.u8.subarray(start, end)) === 0) return [];
  const found: string[] = [];
  for (let word = start >>> 3; word < end >>> 3 && found.length < 20; word++) {
    const [a, b] = [left.u64[word]!, right.u64[word]!];
    if (a !== b) found.push(`${name(8 * word)}: ${a.toString(16)} against ${b.toString(16)}`);
  }
  return found;
}

/** Every difference between two machines: registers, flags, counters, TLB with stamps, RAM. Empty when they are alike. */
export function compareSides({ memory: left, mmu }: Side, { memory: right, mmu: other }: Side): string[] {
  const tlb = (at: number) => `TLB entry ${(at - TLB_BASE) >> 5} + ${at & 31}`;
  const random = mmu.randomState === other.randomState ? [] : ['state of the random replacement'];
  return [
    ...differences(left, right, 0, STATE.enginePrivate, stateName),
    ...differences(
      left,
      right,
      COUNTERS,
      COUNTERS + 8 * COUNTER_NAMES.length,
      (at) => COUNTER_NAMES[(at - COUNTERS) >> 3]!,
    ),
    ...mmu.regions.flatMap(({ start, end }) => differences(left, right, start, end, tlb)),
    ...differences(left, right, RAM_BASE, RAM_BASE + left.ramBytes, (at) => `byte ${(at - RAM_BASE).toString(16)}`),
    ...random,
    ...cacheDifferences(mmu, other),
  ];
}

function cacheDifferences(left: Mmu, right: Mmu): string[] {
  const states = [left, right].map(({ caches }) => caches?.state ?? []);
  return states[0]!.flatMap((array, index) => {
    const other = states[1]![index]!;
    if (Buffer.compare(bytesOf(array), bytesOf(other)) === 0) return [];
    const at = array.findIndex((value, place) => value !== other[place]);
    return [`cache array ${index} at ${at}: ${array[at]} against ${other[at]}`];
  });
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Uint32Array | Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** A slice length: mostly short, sometimes long, never above `most`. */
export function sliceLength(random: SeededRandom, most: number): number {
  const scale = random.pick([1, 4, 30, 300, 3000, 100_000]);
  return Math.max(1, Math.min(most, 1 + random.below(scale)));
}
