import { expect, it } from 'vitest';
import { compareWithModel } from '../support/cache-watcher.js';

it('hits and misses of caches are those of a model that is told every reference: 200 hierarchies, ten programs in turn', () => {
  const { lookups, differences } = compareWithModel(200, 1, 77);
  expect(differences).toEqual([]);
  expect(lookups).toBeGreaterThan(100_000);
});
