import { describe, expect, test } from 'vitest';
import { CommandError, EXIT } from '../../../src/cli/exit-status.js';
import { formatSize, parseCount, parseSize } from '../../../src/cli/quantities.js';
import { runOptions } from '../../../src/cli/run-options.js';
import { parseTlb, parseTlbOptions, type RawTlbOptions } from '../../../src/cli/tlb-option.js';

/** The status with which a value is refused. */
function refusal(action: () => unknown): CommandError {
  try {
    action();
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('sizes and counts', () => {
  test.each([
    ['4096', 4096],
    ['64M', 64 * 2 ** 20],
    ['1 MiB', 2 ** 20],
    ['256K', 2 ** 18],
    ['256kb', 2 ** 18],
    ['1.5G', 1.5 * 2 ** 30],
  ])('%s', (text, bytes) => {
    expect(parseSize(text, '--ram')).toBe(bytes);
  });

  test.each(['', 'many', '-1', '64X', '1.3', '1e400'])('%j is no size', (text) => {
    expect(refusal(() => parseSize(text, '--ram')).status).toBe(EXIT.badConfiguration);
  });

  test.each([
    ['5', 5],
    ['100k', 100_000],
    ['20M', 20_000_000],
    ['1e9', 1e9],
    ['1_000', 1000],
  ])('%s', (text, count) => {
    expect(parseCount(text, '--quantum')).toBe(count);
  });

  test.each(['0', '-5', 'x', '1.5', '1e99'])('%j is no count', (text) => {
    expect(refusal(() => parseCount(text, '--quantum')).status).toBe(EXIT.badConfiguration);
  });

  test('sizes are written in the largest unit that divides them', () => {
    expect([2 ** 20, 2 ** 18, 5000, 2 ** 31].map(formatSize)).toEqual(['1 MiB', '256 KiB', '5000 bytes', '2 GiB']);
  });
});

describe('--tlb', () => {
  const g = (sets: number, ways: number) => ({ sets, ways });
  test.each([
    ['64x4,lru', { itlb: g(16, 4), dtlb: g(16, 4), unified: false, policy: 'lru', seed: 1 }],
    ['none', { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 }],
    ['16', { itlb: g(1, 16), dtlb: g(1, 16), unified: false, policy: 'lru', seed: 1 }],
    ['32x4/64x4,fifo', { itlb: g(8, 4), dtlb: g(16, 4), unified: false, policy: 'fifo', seed: 1 }],
    ['none/8', { itlb: null, dtlb: g(1, 8), unified: false, policy: 'lru', seed: 1 }],
    ['unified:64x4, random:7', { itlb: g(16, 4), dtlb: null, unified: true, policy: 'random', seed: 7 }],
    ['64x4,plru', { itlb: g(16, 4), dtlb: g(16, 4), unified: false, policy: 'plru', seed: 1 }],
    [
      '128x8/64x4+32x4@2m+4@1g=fifo,lfu',
      {
        itlb: g(16, 8),
        dtlb: g(16, 4),
        dtlbMore: [
          { ...g(8, 4), pages: ['2M'] },
          { ...g(1, 4), pages: ['1G'], policy: 'fifo' },
        ],
        unified: false,
        policy: 'lfu',
        seed: 1,
      },
    ],
    [
      'unified:64@4k2m1g',
      { itlb: { ...g(1, 64), pages: ['4K', '2M', '1G'] }, dtlb: null, unified: true, policy: 'lru', seed: 1 },
    ],
    ['UNIFIED:1', { itlb: g(1, 1), dtlb: null, unified: true, policy: 'lru', seed: 1 }],
  ])('%s', (text, config) => {
    expect(parseTlb(text)).toEqual(config);
  });

  test.each([
    '64x3',
    '64x0',
    '48x4',
    'x4',
    '64x4,belady',
    '12,plru',
    '64@3k',
    '64x4=best',
    '64x4,lru,fifo',
    '1/2/3',
    'unified:1/2',
    '8192x4',
    '64,lru:3',
    '4,random:x',
  ])('%s is refused with a way out', (text) => {
    const error = refusal(() => parseTlb(text));
    expect(error.status).toBe(EXIT.badConfiguration);
    expect(error.advice).toContain('64x4,lru');
  });
});

describe('the other options of the TLB', () => {
  const g = (sets: number, ways: number) => ({ sets, ways });
  const profile = parseTlb('16x4,fifo');
  test('nothing asked, nothing changed', () => {
    expect(parseTlbOptions({}, profile)).toBeNull();
  });

  test('each changes one thing of the TLB of the profile', () => {
    const change = (raw: RawTlbOptions) => parseTlbOptions(raw, profile);
    expect(change({ pcid: true })).toEqual({ ...profile, tagged: true });
    expect(change({ refill: 'software' })).toEqual({ ...profile, refill: 'software' });
    const second = { instruction: [], data: [{ ...g(128, 12), pages: ['4K', '2M'], policy: 'plru' }], unified: true };
    expect(() => change({ stlb: '1536x12@4k2m,plru' })).toThrow(/power of two/);
    expect(change({ stlb: '1536x12@4k2m,lru' })).toEqual({
      ...profile,
      second: { ...second, data: [{ ...second.data[0]!, policy: 'lru' }] },
    });
    expect(change({ stlb: '512x4/none' })?.second).toEqual({ instruction: [g(128, 4)], data: [], unified: false });
    expect(change({ stlb: 'none' })).toEqual({ ...profile, second: null });
    expect(change({ walkCaches: '32x4/none/2,random' })?.walkCaches).toEqual([
      { ...g(8, 4), policy: 'random' },
      null,
      { ...g(1, 2), policy: 'random' },
    ]);
    expect(change({ tlb: '8', walkCaches: 'none' })).toEqual({ ...parseTlb('8'), walkCaches: [] });
  });

  test.each<RawTlbOptions>([
    { stlb: '1/2/3' },
    { stlb: '64x4,random:3' },
    { stlb: '6x4' },
    { walkCaches: '32x5' },
    { walkCaches: '1/1/1/1/1' },
    { refill: 'magic' },
    { refill: 'software', tlb: 'none' },
    { refill: 'software', tlb: '16x2' },
    { refill: 'software', tlb: '16x4,lfu' },
    { refill: 'software', walkCaches: '4' },
    { tlb: 'none', stlb: '64' },
  ])('%o is refused', (raw) => {
    expect(refusal(() => parseTlbOptions(raw, profile)).status).toBe(EXIT.badConfiguration);
  });
});

describe('run options', () => {
  test('the default machine', () => {
    expect(runOptions({})).toMatchObject({
      profile: 'textbook',
      ramBytes: 64 * 2 ** 20,
      engine: 'auto',
      limit: null,
      logLevel: 'warn',
    });
  });

  test('--events is the debug level', () => {
    expect(runOptions({ events: true }).logLevel).toBe('debug');
  });

  test.each([
    { ram: '1K' },
    { ram: '1T' },
    { profile: 'cray' },
    { caches: 'l1d' },
    { cost: 'beer=3' },
    { mmu: 'vax' },
    { replacement: 'best' },
    { engine: 'steam' },
    { quantum: '0' },
    { maxInstructions: '0' },
    { logLevel: 'loud' },
  ])('%j is refused', (raw) => {
    expect(refusal(() => runOptions(raw)).status).toBe(EXIT.badConfiguration);
  });
});
