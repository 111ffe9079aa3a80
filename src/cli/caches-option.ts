import {
  CACHE_NAMES,
  CACHE_POLICIES,
  type CacheName,
  type CachePolicy,
  type CacheShape,
  type HierarchyConfig,
  hierarchyProblem,
} from '../mmu/caches/config.js';
import { CommandError, EXIT } from './exit-status.js';
import { parseSize } from './quantities.js';

const ADVICE =
  'Write CACHE=SIZExWAYS@CYCLES, separated by commas: l1i=32Kx8@0,l1d=32Kx8@4,l2=1Mx16@14,l3=8Mx16@44. One first level for code and data: ' +
  'l1=32Kx8. Also: line=64, policy=lru|fifo|random[:SEED]|plru|lfu, write=back|through, walks=l1d|l2|l3|memory, inclusive. Or: none.';

/** Cycles where none are given: round figures of the decade. */
const USUAL: Readonly<Record<CacheName, number>> = { l1i: 0, l1d: 4, l2: 14, l3: 44 };

interface Understood {
  readonly sizes: Map<CacheName, { bytes: number; ways: number | null; latency: number }>;
  line: number;
  policy: CachePolicy;
  seed: number;
  write: 'back' | 'through';
  walks: HierarchyConfig['walks'] | null;
  unified: boolean;
  inclusive: boolean;
}

/** Reads the value of `--caches`; null: none. Refuses with status 78. */
export function parseCaches(text: string): HierarchyConfig | null {
  const words = text.toLowerCase().replace(/\s/g, '');
  if (words === 'none') return null;
  const found: Understood = {
    sizes: new Map(),
    line: 64,
    policy: 'lru',
    seed: 1,
    write: 'back',
    walks: null,
    unified: false,
    inclusive: false,
  };
  for (const word of words.split(',')) read(text, word, found);
  if (found.sizes.size === 0) throw refuse(text, 'names no cache');
  const config = complete(text, found);
  const problem = hierarchyProblem(config);
  if (problem !== null) throw refuse(text, `cannot be built: ${problem}`);
  return config;
}

function read(text: string, word: string, found: Understood): void {
  const [name = '', value = ''] = word.split('=');
  if (name === 'inclusive' && value === '') found.inclusive = true;
  else if (name === 'l1') {
    found.unified = true;
    readCache(text, 'l1d', value, found);
  } else if (CACHE_NAMES.some((known) => known === name)) readCache(text, name as CacheName, value, found);
  else if (name === 'line') found.line = parseSize(value, '--caches, line');
  else if (name === 'policy') readPolicy(text, value, found);
  else if (name === 'write' && (value === 'back' || value === 'through')) found.write = value;
  else if (name === 'walks' && /^(l1d|l2|l3|memory)$/.test(value)) found.walks = value as HierarchyConfig['walks'];
  else throw refuse(text, word === '' ? 'is empty between commas' : `has '${word}', which it cannot have`);
}

function readCache(text: string, name: CacheName, value: string, found: Understood): void {
  const match = /^([\d.]+[kmg]?i?b?)(?:x(\d+))?(?:@(\d+))?$/.exec(value);
  if (match === null) throw refuse(text, `has a cache '${value}' that is not SIZE, SIZExWAYS or SIZExWAYS@CYCLES`);
  if (found.sizes.has(name)) throw refuse(text, `gives ${name} twice`);
  const bytes = parseSize(match[1]!, '--caches');
  const ways = match[2] === undefined ? null : Number(match[2]);
  found.sizes.set(name, { bytes, ways, latency: match[3] === undefined ? USUAL[name] : Number(match[3]) });
}

function readPolicy(text: string, value: string, found: Understood): void {
  const [name, seed] = value.split(':');
  const policy = CACHE_POLICIES.find((known) => known === name);
  if (policy === undefined) throw refuse(text, `names the unknown policy '${name}'`);
  if (seed !== undefined && (policy !== 'random' || !/^\d+$/.test(seed) || Number(seed) > 0xffff_ffff))
    throw refuse(text, `has a bad seed '${seed}'`);
  found.policy = policy;
  found.seed = Number(seed ?? 1);
}

function complete(text: string, found: Understood): HierarchyConfig {
  const { sizes, line, policy, seed, write, unified, inclusive } = found;
  const shape = (name: CacheName): CacheShape | null => {
    const size = sizes.get(name);
    if (size === undefined) return null;
    const lines = size.bytes / line;
    const ways = size.ways ?? lines;
    if (!Number.isInteger(lines / ways))
      throw refuse(
        text,
        `gives ${name} ${size.bytes} bytes, which are not whole sets of ${ways} lines of ${line} bytes`,
      );
    return { sets: lines / ways, ways, policy, write, latency: size.latency };
  };
  const first = (['l1d', 'l2', 'l3'] as const).find((name) => sizes.has(name)) ?? 'memory';
  const [l1i, l1d, l2, l3] = CACHE_NAMES.map(shape) as [CacheShape, CacheShape, CacheShape, CacheShape];
  return { lineBytes: line, l1i, l1d, l2, l3, unified, inclusive, walks: found.walks ?? first, seed };
}

const refuse = (text: string, why: string): CommandError =>
  new CommandError(EXIT.badConfiguration, `--caches '${text}' ${why}`, ADVICE);
