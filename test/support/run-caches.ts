/**
 * Caches against the model that is told every reference, at length: `tsx test/support/run-caches.ts [CONFIGURATIONS] [SEED]`, each with
 * ten programs (default 200 configurations). Status 1 at the first difference.
 */
import { compareWithModel } from './cache-watcher.js';

const [configurations = 200, seed = 1] = process.argv.slice(2).map(Number);
const { runs, lookups, differences } = compareWithModel(configurations, 10, seed);
console.log(`${runs} runs, ${lookups} lookups, ${differences.length === 0 ? 'no difference' : differences.join('\n')}`);
process.exitCode = differences.length === 0 ? 0 : 1;
