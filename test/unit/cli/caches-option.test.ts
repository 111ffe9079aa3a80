import { describe, expect, test } from 'vitest';
import { parseCaches } from '../../../src/cli/caches-option.js';
import { parseCosts } from '../../../src/cli/cost-option.js';
import { CommandError, EXIT } from '../../../src/cli/exit-status.js';

function refusal(action: () => unknown): CommandError {
  try {
    action();
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

const shape = (sets: number, ways: number, latency: number, more: object = {}) => ({
  sets,
  ways,
  policy: 'lru',
  write: 'back',
  latency,
  ...more,
});

describe('--caches', () => {
  test('none', () => {
    expect(parseCaches('none')).toBeNull();
  });

  test('levels with size, ways and latency', () => {
    expect(parseCaches('l1i=32Kx8@1, L1D=48Kx12@5, l2=1M x 16@15, l3=8Mx16@50')).toEqual({
      lineBytes: 64,
      l1i: shape(64, 8, 1),
      l1d: shape(64, 12, 5),
      l2: shape(1024, 16, 15),
      l3: shape(8192, 16, 50),
      unified: false,
      inclusive: false,
      walks: 'l1d',
      seed: 1,
    });
  });

  test('one first level of 16 blocks of 4 bytes, fully associative (no ways named)', () => {
    expect(parseCaches('l1=64,line=4,policy=random:9,write=through,walks=memory,inclusive')).toEqual({
      lineBytes: 4,
      l1i: null,
      l1d: shape(1, 16, 4, { policy: 'random', write: 'through' }),
      l2: null,
      l3: null,
      unified: true,
      inclusive: true,
      walks: 'memory',
      seed: 9,
    });
  });

  test('walks begin at the first cache for data that there is', () => {
    expect(parseCaches('l1i=1Kx1,l2=64Kx4')?.walks).toBe('l2');
    expect(parseCaches('l1i=1Kx1')?.walks).toBe('memory');
  });

  test.each([
    '',
    'l1d',
    'l1d=32Kx3',
    'l1d=48Kx8',
    'l1d=32Kx0',
    'l4=1M',
    'line=64',
    'l1d=32Kx8,line=48',
    'l1d=32Kx8,line=2',
    'l1d=48Kx12,policy=plru',
    'l1d=32Kx8,policy=best',
    'l1d=32Kx8,policy=lru:3',
    'l1d=32Kx8,write=never',
    'l1d=32Kx8,walks=l2',
    'l1d=32Kx8@-1',
  ])("'%s' is refused with a way out", (text) => {
    const error = refusal(() => parseCaches(text));
    expect(error.status).toBe(EXIT.badConfiguration);
  });
});

describe('--cost', () => {
  test('cycles by name', () => {
    expect(parseCosts('tlb=20, memory=100,second-tlb=7,DISK=8M')).toEqual({
      tlb: 20,
      memory: 100,
      secondTlb: 7,
      disk: 8_000_000,
    });
  });

  test.each(['tlb', 'tlb=', 'tlb=-1', 'tlb=1.5', 'secondTlb=1', 'memory=1e15'])("'%s' is refused", (text) => {
    expect(refusal(() => parseCosts(text)).status).toBe(EXIT.badConfiguration);
  });
});
