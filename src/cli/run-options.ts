import { FITS } from '../kernel/unpaged/extents.js';
import { replacementPolicies } from '../kernel/vm/policies/index.js';
import type { PriceOptions } from '../machine/costs.js';
import { engines } from '../machine/engines.js';
import { profiles } from '../machine/profiles/index.js';
import { type RamLimits, ramLimits } from '../machine/ram.js';
import type { HierarchyConfig } from '../mmu/caches/config.js';
import type { TlbConfig } from '../mmu/config.js';
import { type Design, tableLevels } from '../mmu/design.js';
import { parseCaches } from './caches-option.js';
import { parseCosts } from './cost-option.js';
import { CommandError, EXIT } from './exit-status.js';
import { type LogLevel, parseLogLevel } from './log.js';
import { parseMmu, type RawMmuOptions } from './mmu-option.js';
import { formatSize, parseCount, parseSize } from './quantities.js';
import { parseTlbOptions, type RawTlbOptions } from './tlb-option.js';

/** The options of `run` and `count` as commander gives them: text or presence. */
export interface RawRunOptions extends RawMmuOptions, RawTlbOptions {
  readonly profile?: string;
  readonly caches?: string;
  readonly cost?: string;
  readonly ram?: string;
  readonly swap?: string;
  readonly root?: string;
  readonly replacement?: string;
  readonly fit?: string;
  readonly partitions?: string;
  readonly quantum?: string;
  readonly engine?: string;
  readonly maxInstructions?: string;
  readonly stats?: boolean;
  readonly json?: string;
  readonly check?: boolean;
  readonly forgetInvlpg?: boolean;
  readonly warnStale?: boolean;
  readonly events?: boolean;
  readonly logLevel?: string;
  readonly explain?: boolean;
}

/** The same, understood and checked. A value is null where the profile decides. */
export interface RunOptions {
  readonly profile: string;
  readonly design: Design;
  readonly tlb: TlbConfig | null;
  /** undefined where the profile decides; null: no caches. */
  readonly caches: HierarchyConfig | null | undefined;
  readonly prices: PriceOptions;
  readonly ramBytes: number;
  /** The value of `--swap` as written; null: no swap device. */
  readonly swap: string | null;
  /** Directory of the host that programs see as `/`; null: an empty one. */
  readonly root: string | null;
  readonly replacement: string;
  /** Without page tables: the hole that a piece of RAM takes; the number of fixed partitions, or null. */
  readonly fit: string;
  readonly partitions: number | null;
  /** Steps of a time slice. */
  readonly quantum: number;
  readonly engine: string;
  /** Steps after which the run stops with status 124; null: never. */
  readonly limit: number | null;
  readonly stats: boolean;
  /** File for the JSON report, `-` for stdout; null: none. */
  readonly json: string | null;
  readonly check: boolean;
  /** The kernel forgets INVLPG; the use of a stale translation is reported. */
  readonly forgetful: boolean;
  readonly warnStale: boolean;
  readonly logLevel: LogLevel;
  readonly explain: boolean;
}

const DEFAULT_RAM = 64 * 2 ** 20;

/** Understands the options; refuses with status 78 a value that cannot be. */
export function runOptions(raw: RawRunOptions): RunOptions {
  const design = parseMmu(raw);
  const ramBytes = parseRam(raw.ram, ramLimits(design));
  const level = parseLogLevel(raw.logLevel ?? 'warn');
  if (raw.check === true && raw.forgetInvlpg === true)
    throw new CommandError(
      EXIT.badConfiguration,
      '--check would only find what --forget-invlpg does',
      'Leave one out.',
    );
  refuseForeign(raw, design);
  const profile = choose(raw.profile ?? 'textbook', profiles, '--profile');
  return {
    profile,
    design,
    tlb: parseTlbOptions(raw, profiles.get(profile)!.tlb),
    caches: raw.caches === undefined ? undefined : parseCaches(raw.caches),
    prices: raw.cost === undefined ? {} : parseCosts(raw.cost),
    ramBytes,
    swap: raw.swap ?? null,
    root: raw.root ?? null,
    fit: choose(raw.fit ?? 'first', new Map(FITS.map((fit) => [fit, fit])), '--fit'),
    partitions: raw.partitions === undefined ? null : parseCount(raw.partitions, '--partitions'),
    replacement: choose(raw.replacement ?? 'lru', replacementPolicies, '--replacement'),
    quantum: parseCount(raw.quantum ?? '10000', '--quantum'),
    engine: choose(raw.engine ?? 'auto', engines, '--engine'),
    limit: raw.maxInstructions === undefined ? null : parseCount(raw.maxInstructions, '--max-instructions'),
    stats: raw.stats === true,
    json: raw.json ?? null,
    check: raw.check === true,
    forgetful: raw.forgetInvlpg === true,
    warnStale: raw.warnStale === true,
    logLevel: raw.events === true && level !== 'trace' ? 'debug' : level,
    explain: raw.explain !== false,
  };
}

const OF_TABLES = {
  tlb: '--tlb',
  stlb: '--stlb',
  walkCaches: '--walk-caches',
  pcid: '--pcid',
  refill: '--refill',
} as const;
const OF_PIECES = { fit: '--fit', partitions: '--partitions' } as const;

/** Refuses options about parts that a design has not, which would change nothing. */
function refuseForeign(raw: RawRunOptions, design: Design): void {
  const paged = tableLevels(design) > 0;
  const foreign: Readonly<Record<string, string>> = paged ? OF_PIECES : OF_TABLES;
  const given = Object.keys(foreign).find((name) => (raw as Readonly<Record<string, unknown>>)[name] !== undefined);
  if (given === undefined) return;
  const why = paged
    ? 'a design with page tables takes RAM by the frame'
    : `'${design.kind}' has no page tables, so no TLB`;
  throw new CommandError(EXIT.badConfiguration, `${foreign[given]}: ${why}`, 'Leave it out, or choose another --mmu.');
}

function parseRam(text: string | undefined, { least, most, unit }: RamLimits): number {
  if (text === undefined) return Math.min(DEFAULT_RAM, most);
  const bytes = parseSize(text, '--ram');
  if (bytes < least || bytes > most)
    throw new CommandError(EXIT.badConfiguration, `--ram '${text}' must be between ${short(least)} and ${short(most)}`);
  if (bytes % unit !== 0)
    throw new CommandError(EXIT.badConfiguration, `--ram '${text}' must be a multiple of ${formatSize(unit)}`);
  return bytes;
}

/** `64K`: a size as one writes it. */
const short = (bytes: number): string =>
  formatSize(bytes)
    .replace(/ (.)iB$/, '$1')
    .replace(/ bytes$/, '');

/** One of the names of a table. */
function choose(text: string, known: ReadonlyMap<string, unknown>, option: string): string {
  const name = text.toLowerCase();
  if (!known.has(name))
    throw new CommandError(
      EXIT.badConfiguration,
      `${option}: there is no '${text}'`,
      `Known: ${[...known.keys()].join(', ')}.`,
    );
  return name;
}
