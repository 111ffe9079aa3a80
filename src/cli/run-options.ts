import type { TlbConfig } from '../mmu/config.js';
import { CommandError, EXIT } from './exit-status.js';
import { type LogLevel, parseLogLevel } from './log.js';
import { parseCount, parseSize } from './quantities.js';
import { parseTlb } from './tlb-option.js';

/** The options of `run` and `count` as commander gives them: text or presence. */
export interface RawRunOptions {
  readonly profile?: string;
  readonly mmu?: string;
  readonly tlb?: string;
  readonly ram?: string;
  readonly swap?: string;
  readonly replacement?: string;
  readonly quantum?: string;
  readonly engine?: string;
  readonly maxInstructions?: string;
  readonly stats?: boolean;
  readonly json?: string;
  readonly check?: boolean;
  readonly events?: boolean;
  readonly logLevel?: string;
  readonly explain?: boolean;
}

export const ENGINES = ['auto', 'interpreter', 'reference'] as const;
export const REPLACEMENTS = ['fifo', 'lru', 'clock'] as const;
export const MMUS = ['x86-64', 'physical'] as const;
export const PROFILES = ['textbook'] as const;

/** The same, understood and checked. A value is null where the profile decides. */
export interface RunOptions {
  readonly profile: (typeof PROFILES)[number];
  readonly mmu: (typeof MMUS)[number];
  readonly tlb: TlbConfig;
  readonly ramBytes: number;
  /** The value of `--swap` as written; null: no swap device. */
  readonly swap: string | null;
  readonly replacement: (typeof REPLACEMENTS)[number];
  /** Steps of a time slice. */
  readonly quantum: number;
  readonly engine: (typeof ENGINES)[number];
  /** Steps after which the run stops with status 124; null: never. */
  readonly limit: number | null;
  readonly stats: boolean;
  /** File for the JSON report, `-` for stdout; null: none. */
  readonly json: string | null;
  readonly check: boolean;
  readonly logLevel: LogLevel;
  readonly explain: boolean;
}

const PAGE_BYTES = 4096;
/** Four tables, a page of code, of stack, of data and a victim: less cannot make progress. */
const LEAST_RAM = 16 * PAGE_BYTES;
const MOST_RAM = 2 ** 31;

/** Understands the options; refuses with status 78 a value that cannot be. */
export function runOptions(raw: RawRunOptions): RunOptions {
  const ramBytes = parseSize(raw.ram ?? '64M', '--ram');
  if (ramBytes < LEAST_RAM || ramBytes > MOST_RAM)
    throw new CommandError(EXIT.badConfiguration, `--ram '${raw.ram}' must be between 64K and 2G`);
  const level = parseLogLevel(raw.logLevel ?? 'warn');
  return {
    profile: choose(raw.profile ?? 'textbook', PROFILES, '--profile'),
    mmu: choose(raw.mmu ?? 'x86-64', MMUS, '--mmu'),
    tlb: parseTlb(raw.tlb ?? '64x4,lru'),
    ramBytes,
    swap: raw.swap ?? null,
    replacement: choose(raw.replacement ?? 'lru', REPLACEMENTS, '--replacement'),
    quantum: parseCount(raw.quantum ?? '10000', '--quantum'),
    engine: choose(raw.engine ?? 'auto', ENGINES, '--engine'),
    limit: raw.maxInstructions === undefined ? null : parseCount(raw.maxInstructions, '--max-instructions'),
    stats: raw.stats === true,
    json: raw.json ?? null,
    check: raw.check === true,
    logLevel: raw.events === true && level !== 'trace' ? 'debug' : level,
    explain: raw.explain !== false,
  };
}

/** One of several words. */
function choose<T extends string>(text: string, known: readonly T[], option: string): T {
  const choice = known.find((word) => word === text.toLowerCase());
  if (choice === undefined)
    throw new CommandError(EXIT.badConfiguration, `${option}: there is no '${text}'`, `Known: ${known.join(', ')}.`);
  return choice;
}
