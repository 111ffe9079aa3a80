import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rightsText } from '../../../src/kernel/vm/area.js';
import { resolveFault } from '../../../src/kernel/vm/page-fault.js';
import { MMAP_TOP, STACK_GUARD_GAP } from '../../../src/kernel/vm/space-layout.js';
import { area, bareMemory, bareSpace } from '../../support/bare-kernel.js';

const PAGE = 4096;
const FIRST = 0x10_0000;
const RIGHTS = ['r--', 'rw-', 'r-x', '---'];

type Command =
  | { kind: 'map' | 'unmap' | 'protect' | 'forget'; from: number; count: number; rights: string }
  | { kind: 'touch'; page: number };

const page = fc.integer({ min: 0, max: 19 });
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('map', 'unmap', 'protect', 'forget'),
    from: page,
    count: fc.integer({ min: 1, max: 8 }),
    rights: fc.constantFrom(...RIGHTS),
  }),
  fc.record({ kind: fc.constant('touch' as const), page }),
);

describe('areas', () => {
  it('agree, page by page, with a list of rights', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const vm = bareMemory(64);
        const space = bareSpace(vm);
        const free = vm.frames.free;
        const model: (string | null)[] = Array(40).fill(null);
        const touched = new Set<number>();
        for (const one of commands) {
          if (one.kind === 'touch') {
            const address = FIRST + one.page * PAGE;
            const expected = model[one.page];
            const outcome = resolveFault(space, address, 'write');
            expect(outcome).toBe(expected == null ? 'SEGV_MAPERR' : expected[1] === 'w' ? 'resolved' : 'SEGV_ACCERR');
            if (outcome === 'resolved') touched.add(one.page);
            continue;
          }
          const [start, end] = [FIRST + one.from * PAGE, FIRST + (one.from + one.count) * PAGE];
          const range = Array.from({ length: one.count }, (_, i) => one.from + i);
          const rights = area(start, end, one.rights).rights;
          if (one.kind === 'map') space.map(area(start, end, one.rights));
          else if (one.kind === 'unmap') space.unmap(start, end);
          else if (one.kind === 'forget') space.forget(start, end);
          else expect(space.protect(start, end, rights)).toBe(range.every((i) => model[i] !== null));
          for (const i of range) {
            if (one.kind === 'protect' && model[i] === null) break;
            if (one.kind === 'map' || one.kind === 'protect') model[i] = one.rights;
            if (one.kind === 'unmap') model[i] = null;
            if (one.kind !== 'protect') touched.delete(i);
          }
        }
        const seen = model.map((_, i) => space.areaAt(FIRST + i * PAGE + 17));
        expect(seen.map((found) => found && rightsText(found.rights))).toEqual(model);
        // Sorted, disjoint, not empty, and joined wherever they can be.
        space.areas.forEach((one, i) => {
          expect(one.end).toBeGreaterThan(one.start);
          const next = space.areas[i + 1];
          if (next) expect(next.start).toBeGreaterThanOrEqual(one.end);
          if (next?.start === one.end) expect(rightsText(next.rights)).not.toBe(rightsText(one.rights));
        });
        // A frame for every page that was touched and is still there; the rest are tables.
        expect(free - vm.frames.free - (space.table.tableCount - 1)).toBe(touched.size);
        space.destroy();
        expect(vm.frames.free).toBe(63);
      }),
      { seed: 6, numRuns: 250 },
    );
  }, 60_000);

  it('finds holes from the top down, as Linux does without randomisation', () => {
    const space = bareSpace(bareMemory(16));
    expect(space.findHole(PAGE)).toBe(MMAP_TOP - PAGE);
    space.map(area(MMAP_TOP - 2 * PAGE, MMAP_TOP));
    expect(space.findHole(PAGE)).toBe(MMAP_TOP - 3 * PAGE);
    space.map(area(MMAP_TOP - 10 * PAGE, MMAP_TOP - 5 * PAGE));
    expect(space.findHole(3 * PAGE)).toBe(MMAP_TOP - 5 * PAGE);
    expect(space.findHole(4 * PAGE)).toBe(MMAP_TOP - 14 * PAGE);
    expect(space.findHole(2 ** 47)).toBe(-1);
  });
});

describe('a stack', () => {
  const TOP = 0x7000_0000;
  const LIMIT = 16 * PAGE;
  const withStack = () => {
    const space = bareSpace(bareMemory(64), LIMIT);
    space.map(area(TOP - PAGE, TOP, 'rw-', { growsDown: true, kind: 'stack' }));
    return space;
  };

  it('grows to the page that is touched, up to its limit and not a byte further', () => {
    const space = withStack();
    expect(resolveFault(space, TOP - 5 * PAGE + 8, 'write')).toBe('resolved');
    expect(space.areas).toMatchObject([{ start: TOP - 5 * PAGE, end: TOP }]);
    expect(resolveFault(space, TOP - LIMIT, 'read')).toBe('resolved');
    expect(resolveFault(space, TOP - LIMIT - 1, 'write')).toBe('SEGV_MAPERR');
    expect(resolveFault(space, TOP, 'write')).toBe('SEGV_MAPERR');
    expect(resolveFault(space, TOP - PAGE, 'fetch')).toBe('SEGV_ACCERR');
  });

  it('keeps a gap to the area below, unless that allows nothing', () => {
    const space = withStack();
    const below = TOP - STACK_GUARD_GAP - 8 * PAGE;
    space.map(area(below - PAGE, below));
    expect(resolveFault(space, below + STACK_GUARD_GAP, 'write')).toBe('resolved');
    expect(resolveFault(space, below + STACK_GUARD_GAP - PAGE, 'write')).toBe('SEGV_MAPERR');
    space.protect(below - PAGE, below, { read: false, write: false, execute: false });
    expect(resolveFault(space, below + STACK_GUARD_GAP - PAGE, 'write')).toBe('resolved');
  });
});

describe('the break', () => {
  const withHeap = () => {
    const space = bareSpace(bareMemory(64));
    space.heapStart = FIRST;
    space.heapEnd = FIRST;
    return space;
  };

  it('moves by bytes, its area by pages', () => {
    const space = withHeap();
    expect(space.setBreak(0)).toBe(FIRST);
    expect(space.setBreak(FIRST + 10)).toBe(FIRST + 10);
    expect(space.areas).toMatchObject([{ start: FIRST, end: FIRST + PAGE, kind: 'heap' }]);
    expect(space.setBreak(FIRST + 3 * PAGE)).toBe(FIRST + 3 * PAGE);
    expect(space.areas).toMatchObject([{ start: FIRST, end: FIRST + 3 * PAGE }]);
    expect(space.setBreak(FIRST)).toBe(FIRST);
    expect(space.areas).toEqual([]);
    expect(space.setBreak(FIRST - 1)).toBe(FIRST);
  });

  it('stops in front of another area', () => {
    const space = withHeap();
    space.map(area(FIRST + 4 * PAGE, FIRST + 5 * PAGE));
    expect(space.setBreak(FIRST + 5 * PAGE)).toBe(FIRST);
    expect(space.setBreak(FIRST + 2 * PAGE)).toBe(FIRST + 2 * PAGE);
  });
});
