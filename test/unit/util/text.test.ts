import { expect, it } from 'vitest';
import { duration, percent, thousands } from '../../../src/util/text.js';

it('groups digits by thousands', () => {
  expect([0, 999, 1000, 1234567, -1000, 12345678901234567890n].map(thousands)).toEqual([
    '0',
    '999',
    '1,000',
    '1,234,567',
    '-1,000',
    '12,345,678,901,234,567,890',
  ]);
});

it('shows shares', () => {
  expect([0, 0.12345, 1, null].map(percent)).toEqual(['0.00 %', '12.35 %', '100.00 %', '-']);
});

it('chooses the unit of a time', () => {
  expect([0, 4.2e-8, 1.5e-6, 0.0123456, 1, 8519.714].map(duration)).toEqual([
    '0 ns',
    '42 ns',
    '1.5 us',
    '12.35 ms',
    '1 s',
    '8520 s',
  ]);
});
