import { replacementPolicies } from '../kernel/vm/policies/index.js';
import { LEAST_RAM, MOST_RAM } from '../machine/config.js';
import { engines } from '../machine/engines.js';
import { profiles } from '../machine/profiles.js';
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
  readonly root?: string;
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

/** Translation schemes that a machine can be built with. */
const MMUS: ReadonlyMap<string, unknown> = new Map([['x86-64', 'four-level paging']]);

/** The same, understood and checked. A value is null where the profile decides. */
export interface RunOptions {
  readonly profile: string;
  readonly tlb: TlbConfig;
  readonly ramBytes: number;
  /** The value of `--swap` as written; null: no swap device. */
  readonly swap: string | null;
  /** Directory of the host that programs see as `/`; null: an empty one. */
  readonly root: string | null;
  readonly replacement: string;
  /** Steps of a time slice. */
  readonly quantum: number;
  readonly engine: string;
  /** Steps after which the run stops with status 124; null: never. */
  readonly limit: number | null;
  readonly stats: boolean;
  /** File for the JSON report, `-` for stdout; null: none. */
  readonly json: string | null;
  readonly check: boolean;
  readonly logLevel: LogLevel;
  readonly explain: boolean;
}

/** Understands the options; refuses with status 78 a value that cannot be. */
export function runOptions(raw: RawRunOptions): RunOptions {
  const ramBytes = parseSize(raw.ram ?? '64M', '--ram');
  if (ramBytes < LEAST_RAM || ramBytes > MOST_RAM)
    throw new CommandError(EXIT.badConfiguration, `--ram '${raw.ram}' must be between 64K and 2G`);
  choose(raw.mmu ?? 'x86-64', MMUS, '--mmu');
  const level = parseLogLevel(raw.logLevel ?? 'warn');
  return {
    profile: choose(raw.profile ?? 'textbook', profiles, '--profile'),
    tlb: parseTlb(raw.tlb ?? '64x4,lru'),
    ramBytes,
    swap: raw.swap ?? null,
    root: raw.root ?? null,
    replacement: choose(raw.replacement ?? 'lru', replacementPolicies, '--replacement'),
    quantum: parseCount(raw.quantum ?? '10000', '--quantum'),
    engine: choose(raw.engine ?? 'auto', engines, '--engine'),
    limit: raw.maxInstructions === undefined ? null : parseCount(raw.maxInstructions, '--max-instructions'),
    stats: raw.stats === true,
    json: raw.json ?? null,
    check: raw.check === true,
    logLevel: raw.events === true && level !== 'trace' ? 'debug' : level,
    explain: raw.explain !== false,
  };
}

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
