import { describe, expect, it } from 'vitest';
import { COUNTER, type CounterName } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import type { CacheShape, HierarchyConfig } from '../../../src/mmu/caches/config.js';
import {
  LINE_MODIFY,
  LINE_READ,
  LINE_WRITE,
  type LineUse,
  MemoryHierarchy,
} from '../../../src/mmu/caches/hierarchy.js';
import { CacheModel } from '../../support/cache-model.js';
import { randomCaches } from '../../support/random-caches.js';
import { SeededRandom } from '../../support/seeded-random.js';

const RAM = 1 << 18;

/** The product and the model under the same random references, mostly near earlier ones. */
class Pair {
  readonly memory = new PhysicalMemory(RAM, 0);
  readonly model: CacheModel;
  readonly caches: MemoryHierarchy;
  private readonly random: SeededRandom;
  private readonly line: number;
  private readonly recent = [0, 0, 0, 0, 0, 0, 0, 0];

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
    const config = randomCaches(this.random);
    this.line = config.lineBytes;
    this.model = new CacheModel(config);
    this.caches = new MemoryHierarchy(this.memory, config);
  }

  private place(): number {
    const { random, recent } = this;
    const near = random.pick(recent) + (random.below(6) - 2) * this.line;
    const spread = this.line * 40;
    const address = random.chance(0.75) && near >= 0 ? near : random.below(Math.min(spread, RAM - 8192));
    recent[random.below(recent.length)] = address;
    return Math.min(address, RAM - 8192);
  }

  /** Every line of a range, in ascending order. */
  private lines(asker: 'fetch' | 'data' | 'walk', from: number, to: number, write: boolean): void {
    for (let line = Math.floor(from / this.line); line <= Math.floor(to / this.line); line++)
      this.model.lookUp(asker, line, write);
  }

  step(): void {
    const { random, caches, memory } = this;
    const what = random.next();
    const address = this.place();
    if (what < 0.35) this.fetch(address);
    else if (what < 0.85) this.access(address, random.pick([LINE_READ, LINE_READ, LINE_WRITE, LINE_MODIFY]));
    else if (random.chance(0.02)) {
      memory.onWalk!(RAM + 8 * random.below(1000), false);
      this.model.found.walk[3]!++;
    } else {
      const write = random.chance(0.3);
      memory.onWalk!(address & ~7, write);
      this.model.lookUp('walk', Math.floor((address & ~7) / this.line), write);
    }
    if (random.chance(0.01)) caches.beginStep();
  }

  private fetch(address: number): void {
    const { random, caches } = this;
    const bytes = 1 + random.below(15);
    const split = random.chance(0.1) && bytes > 1 ? 1 + random.below(bytes - 1) : bytes;
    const second = split < bytes ? this.place() : -1;
    caches.fetch(address);
    caches.fetchRest(address, bytes, second, split);
    this.lines('fetch', address, address + split - 1, false);
    if (second >= 0) this.lines('fetch', second, second + bytes - split - 1, false);
  }

  private access(address: number, use: LineUse): void {
    const { random, caches } = this;
    const bytes = random.pick([1, 2, 4, 8, 8, 16]);
    const split = random.chance(0.1) && bytes > 1 ? 1 + random.below(bytes - 1) : bytes;
    const second = split < bytes ? this.place() : -1;
    caches.access(address, bytes, second, split, use);
    for (const write of [false, true]) {
      if ((use & (write ? LINE_WRITE : LINE_READ)) === 0) continue;
      this.lines('data', address, address + split - 1, write);
      if (second >= 0) this.lines('data', second, second + bytes - split - 1, write);
    }
  }

  count(name: CounterName): number {
    return this.memory.counter(COUNTER[name]);
  }

  /** [counted, expected] for everything that is counted. */
  books(): [object, object] {
    const { model } = this;
    const counted: Record<string, number | number[]> = {};
    const expected: Record<string, number | number[]> = {};
    for (const asker of ['fetch', 'data', 'walk'] as const) {
      counted[asker] = (['L1', 'L2', 'L3', 'Memory'] as const).map((place) => this.count(`${asker}${place}`));
      expected[asker] = model.found[asker];
    }
    for (const [name, { hits, misses, handedDown }] of model.caches) {
      counted[name] = [this.count(`${name}Hits`), this.count(`${name}Misses`)];
      expected[name] = [hits, misses];
      if (name === 'l1i') continue;
      counted[`${name} down`] = this.count(`${name}Writebacks`);
      expected[`${name} down`] = handedDown;
    }
    return [counted, expected];
  }
}

describe('the caches', () => {
  it('count what a model that searches lists counts, in 300 random hierarchies', () => {
    let hits = 0;
    let handedDown = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const pair = new Pair(seed);
      for (let i = 0; i < 600; i++) pair.step();
      const [counted, expected] = pair.books();
      expect(counted, `seed ${seed}: ${JSON.stringify(pair.caches.config)}`).toEqual(expected);
      hits += pair.count('l1dHits') + pair.count('l2Hits') + pair.count('l3Hits');
      handedDown += pair.count('l1dWritebacks') + pair.count('l2Writebacks') + pair.count('l3Writebacks');
    }
    expect(hits).toBeGreaterThan(50_000);
    expect(handedDown).toBeGreaterThan(10_000);
  });

  it('go back to what they remember', () => {
    const pair = new Pair(5);
    for (let i = 0; i < 200; i++) pair.step();
    const before = pair.caches.state.map((array) => array.slice());
    const restore = pair.caches.remember();
    for (let i = 0; i < 200; i++) pair.step();
    expect(pair.caches.state).not.toEqual(before);
    restore();
    expect(pair.caches.state).toEqual(before);
  });
});

const shape = (sets: number, ways: number, more: Partial<CacheShape> = {}): CacheShape => ({
  sets,
  ways,
  policy: 'lru',
  write: 'back',
  latency: 1,
  ...more,
});
const only = (config: Partial<HierarchyConfig>): HierarchyConfig => ({
  lineBytes: 64,
  l1i: null,
  l1d: null,
  l2: null,
  l3: null,
  unified: false,
  inclusive: false,
  walks: 'memory',
  seed: 1,
  ...config,
});

describe('a cache of the books', () => {
  /** Hits and misses of loads at addresses, `w` before one for a store. */
  function run(config: HierarchyConfig, references: string): string {
    const memory = new PhysicalMemory(RAM, 0);
    const caches = new MemoryHierarchy(memory, config);
    const hits = () => memory.counter(COUNTER.l1dHits);
    return references
      .split(' ')
      .map((word) => {
        const before = hits();
        const address = Number(word.replace('w', ''));
        caches.access(address, 1, -1, 1, word.startsWith('w') ? LINE_WRITE : LINE_READ);
        return hits() > before ? 'h' : 'm';
      })
      .join('');
  }

  // Computer Systems: A Programmer's Perspective, 6.4.2: 4 sets of one 2-byte block, 4-bit addresses 0, 1, 13, 8, 0 (here blocks of 4 bytes, addresses doubled).
  it('is the direct-mapped one of CS:APP 6.4.2: m h m m m', () => {
    const config = only({ lineBytes: 4, l1d: shape(4, 1) });
    expect(run(config, '0 2 26 16 0')).toBe('mhmmm');
  });

  // Computer Organization and Design, 5.4: blocks 0, 8, 0, 6, 8 in four blocks, direct-mapped 5 misses, two-way 4, fully associative 3.
  it.each([
    [4, 1, 'mmmmm'],
    [2, 2, 'mmhmm'],
    [1, 4, 'mmhmh'],
  ])('holds the blocks 0 8 0 6 8 of Patterson and Hennessy in %i sets of %i', (sets, ways, expected) => {
    expect(run(only({ l1d: shape(sets, ways) }), [0, 8, 0, 6, 8].map((block) => block * 64).join(' '))).toBe(expected);
  });

  it('has the same anomaly as page replacement: Belady under FIFO, 9 misses with 3 lines and 10 with 4', () => {
    const belady = [1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5].map((block) => block * 64).join(' ');
    const misses = (ways: number, policy: 'fifo' | 'lru') =>
      run(only({ l1d: shape(1, ways, { policy }) }), belady).replaceAll('h', '').length;
    expect([misses(3, 'fifo'), misses(4, 'fifo'), misses(3, 'lru'), misses(4, 'lru')]).toEqual([9, 10, 10, 8]);
  });

  // CS:APP 9.6.4 (textbook.md, row 14): 16 blocks of 4 bytes, direct-mapped; PA 0x354 is offset 0, index 5, tag 0x0d.
  it('finds PA 0x354 in set 5 under tag 0x0d, which 0x314 (set 5, tag 0x0c) drives out and 0x358 (set 6) does not', () => {
    const config = only({ lineBytes: 4, l1d: shape(16, 1) });
    expect([0x354 % 4, (0x354 >> 2) % 16, 0x354 >> 6]).toEqual([0, 5, 0x0d]);
    expect(run(config, `${0x354} ${0x357} ${0x358} ${0x354} ${0x314} ${0x354}`)).toBe('mhmhmm');
  });

  it('brings a line in for a store when it is written back, not when it is written through', () => {
    expect(run(only({ l1d: shape(1, 2) }), 'w0 0 w0')).toBe('mhh');
    expect(run(only({ l1d: shape(1, 2, { write: 'through' }) }), 'w0 0 w0')).toBe('mmh');
  });
});

describe('a hierarchy', () => {
  it('is refused when it cannot be built', () => {
    const memory = new PhysicalMemory(RAM, 0);
    const build = (config: Partial<HierarchyConfig>) => () => new MemoryHierarchy(memory, only(config));
    expect(build({ l1d: shape(3, 1) })).toThrow(/power of two, not 3/);
    expect(build({ l1d: shape(1, 0) })).toThrow(/at least one way/);
    expect(build({ l1d: shape(1, 3, { policy: 'plru' }) })).toThrow(/power of two/);
    expect(build({ lineBytes: 48 })).toThrow(/48 bytes/);
    expect(build({ walks: 'l2' })).toThrow(/not there/);
    expect(build({ unified: true })).toThrow(/needs l1d/);
  });

  it('takes as long for a hit among 64 ways as among 4,096', () => {
    const time = (ways: number) => {
      const memory = new PhysicalMemory(RAM, 0);
      const caches = new MemoryHierarchy(memory, only({ lineBytes: 64, l1d: shape(1, ways) }));
      const once = () => {
        const began = performance.now();
        for (let i = 0; i < 200_000; i++) caches.access(((i * 17) % ways) * 64, 8, -1, 64, LINE_READ);
        return performance.now() - began;
      };
      once();
      return Math.min(once(), once(), once());
    };
    // A search would take 64 times as long; the factor leaves room for a busy machine.
    expect(time(4096) / time(64)).toBeLessThan(16);
  });
});
