import {
  PAGE_SIZES,
  type PageSize,
  type Refill,
  type SecondLevel,
  TLB_POLICIES,
  type TlbConfig,
  type TlbPolicy,
  type TlbShape,
  tlbProblem,
} from '../mmu/tlb-config.js';
import { CommandError, EXIT } from './exit-status.js';

/** The options about the TLB as commander gives them: text or presence. */
export interface RawTlbOptions {
  readonly tlb?: string;
  readonly stlb?: string;
  readonly walkCaches?: string;
  readonly pcid?: boolean;
  readonly refill?: string;
}

const ADVICE = {
  tlb: 'Write ENTRIESxWAYS,POLICY: 64x4,lru. Others: none; 16 (fully associative); 32x4/64x4 (instruction/data); unified:64x4,fifo; 64x4,random:7 (seed); 64x4+32x4@2m+4@1g (an array for each size of page); 64@4k2m1g (one for all).',
  stlb: 'Write ENTRIESxWAYS,POLICY: 1536x12@4k2m,lru. Others: none; 512x4/1024x8 (instruction/data); 1536x12@4k2m+16x4@1g.',
  walkCaches: 'Write ENTRIESxWAYS of PDEs/PDPTEs/PML4Es: 32x4/4/2. Others: none; 32x4 (PDEs only); none/4,fifo.',
  refill: 'Known: hardware, software.',
} as const;
/** What software refill needs, whatever the profile has. */
const REFILL_ADVICE =
  'With --refill software give --tlb 64x4 (lru, fifo or random) and --walk-caches none, or leave it out.';
type Option = keyof typeof ADVICE;
const NAMES: Record<Option, string> = { tlb: '--tlb', stlb: '--stlb', walkCaches: '--walk-caches', refill: '--refill' };

/** One option while it is read. */
class Reader {
  private readonly option: Option;
  private readonly text: string;

  constructor(option: Option, text: string) {
    this.option = option;
    this.text = text;
  }

  refuse(why: string): CommandError {
    return new CommandError(EXIT.badConfiguration, `${NAMES[this.option]} '${this.text}' ${why}`, ADVICE[this.option]);
  }

  /** The part before the comma and the policy behind it. `seeded`: random may have a seed. */
  split(seeded: boolean): { shape: string; policy: TlbPolicy | null; seed: number } {
    const [shape = '', policy, ...rest] = this.text.toLowerCase().replace(/\s/g, '').split(',');
    if (rest.length > 0) throw this.refuse('has more than one comma');
    if (policy === undefined) return { shape, policy: null, seed: 1 };
    const [name, seedText] = policy.split(':');
    const seed = Number(seedText ?? 1);
    const bad = seedText !== undefined && (!seeded || name !== 'random' || !/^\d+$/.test(seedText));
    if (bad || seed > 0xffff_ffff) throw this.refuse(`has a bad seed '${seedText}'`);
    return { shape, policy: this.policy(name!), seed };
  }

  private policy(name: string): TlbPolicy {
    const policy = TLB_POLICIES.find((known) => known === name);
    if (policy === undefined) throw this.refuse(`names the unknown policy '${name}'; there are ${TLB_POLICIES.join(', ')}`);
    return policy;
  } // biome-ignore format: one line

  /** `64x4+32x4@2m`: arrays; `none`: no array. */
  arrays(text: string, policy: TlbPolicy | null): TlbShape[] {
    if (text === 'none' || text === '0') return [];
    return text.split('+').map((part) => this.array(part, policy));
  }

  /** `64`, `64x4`, `64x4@4k2m`, `64x4=fifo`. */
  array(text: string, otherwise: TlbPolicy | null): TlbShape {
    const match = /^(\d+)(?:x(\d+))?(?:@((?:4k)?(?:2m)?(?:1g)?))?(?:=(\w+))?$/.exec(text);
    if (match === null || match[3] === '') throw this.refuse(`has a size '${text}' that is not ENTRIES or ENTRIESxWAYS`);
    const entries = Number(match[1]);
    const ways = match[2] === undefined ? entries : Number(match[2]);
    if (ways === 0 || entries % ways !== 0)
      throw this.refuse(`has ${entries} entries, which cannot be divided into ${ways} ways`);
    const pages: readonly PageSize[] = PAGE_SIZES.filter((size) => match[3]?.includes(size.toLowerCase()));
    const policy = match[4] === undefined ? otherwise : this.policy(match[4]);
    return { sets: entries / ways, ways, ...(match[3] ? { pages } : {}), ...(policy ? { policy } : {}) };
  } // biome-ignore format: one line
}

/**
 * Reads the value of `--tlb`:
 *
 *     none | [unified:] ARRAYS [/ ARRAYS] [, POLICY]     ARRAYS = none | ARRAY [+ ARRAY]      POLICY = lru | fifo | random[:SEED] | plru | lfu
 *     ARRAY = ENTRIES[xWAYS][@SIZES][=POLICY]            SIZES = 4k, 2m, 1g, or several: 4k2m; 4k if left out
 *
 * One ARRAYS gives the instruction and the data TLB each those arrays; entries alone are fully associative. Refuses with status 78.
 */
export function parseTlb(text: string): TlbConfig {
  const reader = new Reader('tlb', text);
  const { shape, policy, seed } = reader.split(true);
  const unified = shape.startsWith('unified:');
  const sides = (unified ? shape.slice('unified:'.length) : shape).split('/');
  if (sides.length > (unified ? 1 : 2))
    throw reader.refuse(unified ? 'gives a unified TLB two sizes' : 'has more than two sizes');
  const [itlb = null, ...itlbMore] = reader.arrays(sides[0]!, null);
  const [dtlb = null, ...dtlbMore] = unified ? [] : reader.arrays(sides[1] ?? sides[0]!, null);
  const more = { ...(itlbMore.length > 0 ? { itlbMore } : {}), ...(dtlbMore.length > 0 ? { dtlbMore } : {}) };
  const config = { itlb, dtlb, unified: unified && itlb !== null, policy: policy ?? 'lru', seed, ...more } as const;
  const problem = tlbProblem(config);
  if (problem !== null) throw reader.refuse(problem);
  return config;
}

/** Reads `--stlb`: none | ARRAYS [/ ARRAYS] [, POLICY], one ARRAYS for both kinds of access, two for instructions and data. */
function parseSecond(text: string): SecondLevel | null {
  const reader = new Reader('stlb', text);
  const { shape, policy } = reader.split(false);
  const sides = shape.split('/').map((side) => reader.arrays(side, policy));
  if (sides.length > 2) throw reader.refuse('has more than two sizes');
  if (sides.every((side) => side.length === 0)) return null;
  if (sides.length === 1) return { instruction: [], data: sides[0]!, unified: true };
  return { instruction: sides[0]!, data: sides[1]!, unified: false };
}

/** Reads `--walk-caches`: none | SIZE [/ SIZE]... [, POLICY], of the entries above the leaf tables upwards; SIZE = none | ENTRIES[xWAYS]. */
function parseWalkCaches(text: string): (TlbShape | null)[] {
  const reader = new Reader('walkCaches', text);
  const { shape, policy } = reader.split(false);
  if (shape === 'none') return [];
  return shape.split('/').map((size) => (size === 'none' || size === '0' ? null : reader.array(size, policy)));
}

/** The TLB that the options ask for, starting from that of the profile; null: they ask for nothing. Refuses with status 78. */
export function parseTlbOptions(raw: RawTlbOptions, profile: TlbConfig): TlbConfig | null {
  const changes: { -readonly [name in keyof TlbConfig]?: TlbConfig[name] } = {};
  if (raw.stlb !== undefined) changes.second = parseSecond(raw.stlb);
  if (raw.walkCaches !== undefined) changes.walkCaches = parseWalkCaches(raw.walkCaches);
  if (raw.pcid === true) changes.tagged = true;
  if (raw.refill !== undefined) changes.refill = parseRefill(raw.refill);
  const own = raw.tlb === undefined ? null : parseTlb(raw.tlb);
  if (own === null && Object.keys(changes).length === 0) return null;
  const config = { ...(own ?? profile), ...changes };
  const problem = tlbProblem(config);
  if (problem === null) return config;
  const advice = config.refill === 'software' ? REFILL_ADVICE : ADVICE.tlb;
  throw new CommandError(EXIT.badConfiguration, `the TLB ${problem}`, advice);
}

function parseRefill(text: string): Refill {
  const refill = text.toLowerCase();
  if (refill === 'hardware' || refill === 'software') return refill;
  throw new Reader('refill', text).refuse('is neither hardware nor software');
}
