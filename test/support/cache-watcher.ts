import type { Image } from '../../src/asm/image.js';
import { decode } from '../../src/codec/decode.js';
import type { Decoded } from '../../src/codec/decoded.js';
import type { Lookup, Probe, Reference, Step } from '../../src/cpu/probe.js';
import { Machine } from '../../src/machine/machine.js';
import { COUNTER, type CounterName, RAM_BASE } from '../../src/memory/layout.js';
import { CacheModel } from './cache-model.js';
import { imageOf } from './lockstep-programs.js';
import { randomCaches } from './random-caches.js';
import { SeededRandom } from './seeded-random.js';

const PROGRAMS = [
  'test/corpus/sieve-O1.s',
  'test/corpus/quicksort-O2.s',
  'test/corpus/sha256-O0.s',
  'test/corpus/strings-O2.s',
  'test/corpus/list-O0.s',
  'test/corpus/matrix-O1.s',
  'test/corpus/compress-O0.s',
  'asm-examples/47-tlb-friendly.s',
  'asm-examples/48-tlb-hostile.s',
  'asm-examples/07-recursion.s',
];
const STEPS = 400;
const PAGE = 4096;

/** Looks up in the model what the reference CPU's probe tells of: every line of every reference, those of attempts that fault too. */
class Watcher implements Probe {
  private fetched: Lookup[] = [];
  private data: Lookup[] = [];

  private readonly machine: Machine;
  private readonly model: CacheModel;
  private readonly lineBytes: number;

  constructor(machine: Machine, model: CacheModel, lineBytes: number) {
    this.machine = machine;
    this.model = model;
    this.lineBytes = lineBytes;
  }

  lookup(lookup: Lookup): void {
    (lookup.access === 'fetch' ? this.fetched : this.data).push(lookup);
  }

  step({ decoded, references }: Step): void {
    this.fetch(decoded.length);
    for (const reference of references) if (reference.kind !== 'fetch') this.access(reference);
    this.fetched = [];
    this.data = [];
  }

  trap(): void {
    if (this.fetched.length > 0 && this.fetched[0]!.physical >= 0) {
      const decoded = this.decoded();
      this.fetch(decoded === null ? 1 : decoded.length);
      if (decoded !== null) this.completed(decoded.width / 8);
    } else this.completed(8);
    this.fetched = [];
    this.data = [];
  }

  /** Accesses of the attempt before the one that faulted. */
  private completed(size: number): void {
    const done = this.data.slice(0, -1);
    const last = this.data.at(-1);
    // An access over two pages of which the second is missing was not made.
    if (last !== undefined && last.virtual % 4096n === 0n && done.at(-1) && last.virtual - done.at(-1)!.virtual < 16n)
      done.pop();
    for (const { physical, access } of done) this.lines('data', physical, size, access === 'write');
  }

  private decoded(): Decoded | null {
    const { u8 } = this.machine.memory;
    const [first, second] = this.fetched;
    const start = RAM_BASE + first!.physical;
    const onFirst = PAGE - (first!.physical % PAGE);
    const found = decode(u8, start, start + Math.min(onFirst, 15));
    if (typeof found !== 'string') return found;
    if (second === undefined || second.physical < 0) return null;
    const beyond = RAM_BASE + second.physical;
    const whole = decode(
      Uint8Array.from([...u8.slice(start, start + onFirst), ...u8.slice(beyond, beyond + 15)]),
      0,
      15,
    );
    return typeof whole === 'string' ? null : whole;
  }

  private fetch(length: number): void {
    const [first, second] = this.fetched;
    if (first === undefined) return;
    const onFirst = Math.min(length, PAGE - (first.physical % PAGE));
    this.lines('fetch', first.physical, onFirst, false);
    if (second !== undefined && second.physical >= 0 && length > onFirst)
      this.lines('fetch', second.physical, length - onFirst, false);
  }

  private access({ kind, physical, size, secondPhysical }: Reference): void {
    const onFirst = secondPhysical < 0 ? size : PAGE - (physical % PAGE);
    for (const write of kind === 'modify' ? [false, true] : [kind === 'store']) {
      this.lines('data', physical, onFirst, write);
      if (secondPhysical >= 0) this.lines('data', secondPhysical, size - onFirst, write);
    }
  }

  private lines(asker: 'fetch' | 'data', from: number, bytes: number, write: boolean): void {
    const last = Math.floor((from + bytes - 1) / this.lineBytes);
    for (let line = Math.floor(from / this.lineBytes); line <= last; line++) this.model.lookUp(asker, line, write);
  }
}

export interface ModelOutcome {
  readonly runs: number;
  readonly lookups: number;
  /** Empty: the model and the machine have counted the same in every run. */
  readonly differences: readonly string[];
}

/** Runs programs under random hierarchies, `each` of ten programs under one, each program twice at once, and counts everything again by the model. */
export function compareWithModel(configurations: number, each: number, seed: number): ModelOutcome {
  const random = new SeededRandom(seed);
  const images = PROGRAMS.map((file) => imageOf(file));
  let [runs, lookups] = [0, 0];
  for (let index = 0; index < configurations; index++)
    for (let program = 0; program < each; program++) {
      const { counted, expected, where } = run(images[(index + program) % images.length]!, random);
      runs++;
      lookups += counted.slice(0, 8).reduce((sum, value) => sum + value, 0);
      if (counted.join() !== expected.join())
        return { runs, lookups, differences: [where, counted.join(' '), expected.join(' ')] };
    }
  return { runs, lookups, differences: [] };
}

function run(image: Image, random: SeededRandom): { counted: number[]; expected: number[]; where: string } {
  // Walks go past the caches here: a probe is not told where their entries are.
  const caches = { ...randomCaches(random), walks: 'memory' as const };
  const machine = new Machine({ engine: 'reference', caches, ram: '512K', swap: '1M', quantum: 150 });
  machine.load(image);
  machine.load(image);
  const model = new CacheModel(caches);
  machine.probe = new Watcher(machine, model, caches.lineBytes);
  machine.run(STEPS + random.below(300));
  const count = (name: CounterName) => machine.memory.counter(COUNTER[name]);
  const places = (asker: 'fetch' | 'data') =>
    (['L1', 'L2', 'L3', 'Memory'] as const).map((place) => count(`${asker}${place}`));
  const counted = [...places('fetch'), ...places('data')];
  const expected = [...model.found.fetch, ...model.found.data];
  for (const [name, { hits, misses, handedDown }] of model.caches) {
    counted.push(count(`${name}Hits`), count(`${name}Misses`), name === 'l1i' ? 0 : count(`${name}Writebacks`));
    expected.push(hits, misses, handedDown);
  }
  return { counted, expected, where: `${image.name} ${JSON.stringify(caches)}` };
}
