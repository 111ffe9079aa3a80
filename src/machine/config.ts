import { schedulingPolicies } from '../kernel/schedulers/index.js';
import { FITS, type Fit } from '../kernel/unpaged/extents.js';
import { replacementPolicies } from '../kernel/vm/policies/index.js';
import type { BlockDevice } from '../kernel/vm/swap.js';
import { type HierarchyConfig, hierarchyProblem } from '../mmu/caches/config.js';
import type { TlbConfig } from '../mmu/config.js';
import type { CostProfile } from '../mmu/cost.js';
import { type Design, X86_64 } from '../mmu/design.js';
import { designProblem } from '../mmu/design-check.js';
import { tlbProblem } from '../mmu/tlb-config.js';
import { costsOf, MOST_CYCLES, type PriceOptions } from './costs.js';
import { engines } from './engines.js';
import { priceNames } from './profiles/figures.js';
import { type Profile, profiles } from './profiles/index.js';
import { ramLimits } from './ram.js';

/** What a user says about a machine; everything may be left out. Sizes are bytes, or text like `64 KiB`, `4M`. */
export interface MachineOptions {
  readonly profile?: string;
  readonly ram?: number | string;
  /** How addresses are translated; machine/designs.ts makes one of text. */
  readonly mmu?: Design;
  readonly tlb?: TlbConfig;
  /** null: none, memory is flat. */
  readonly caches?: HierarchyConfig | null;
  /** Cycles of events, where they are not to be those of the profile. */
  readonly prices?: PriceOptions;
  /** `auto` takes the fastest. */
  readonly engine?: string;
  /** Steps that a process runs while others wait. */
  readonly quantum?: number;
  readonly scheduler?: string;
  readonly replacement?: string;
  /** A disk to swap to, or the size of one in the host's memory. */
  readonly swap?: BlockDevice | number | string | null;
  /** Without page tables: which hole of RAM a piece takes (first, best, worst, next). */
  readonly fit?: string;
  /** Without page tables: number of fixed partitions of RAM, one for each process; null: none. */
  readonly partitions?: number | null;
  /** Steps after which `run` gives up; null: never. */
  readonly limit?: number | null;
  /** RLIMIT_STACK. */
  readonly stackLimit?: number | string;
  readonly seed?: number;
  /** CLOCK_REALTIME at the start, seconds since 1970. */
  readonly epoch?: number;
  /** Check the kernel's invariants after every trap. */
  readonly check?: boolean;
  /** For show: a kernel that changes page tables and forgets INVLPG, so that stale translations are used. */
  readonly forgetful?: boolean;
}

/** The same, complete and valid. Sizes in bytes. */
export interface MachineConfig {
  readonly profile: Profile;
  readonly ramBytes: number;
  readonly design: Design;
  readonly tlb: TlbConfig;
  readonly caches: HierarchyConfig | null;
  readonly costs: CostProfile;
  readonly engine: string;
  readonly quantum: number;
  readonly scheduler: string;
  readonly replacement: string;
  readonly swap: BlockDevice | number | null;
  readonly fit: Fit;
  readonly partitions: number | null;
  readonly limit: number | null;
  readonly stackLimit: number;
  readonly seed: number;
  readonly epoch: number;
  readonly check: boolean;
  readonly forgetful: boolean;
}

/** A value that cannot be. `expected` completes "must be ...". */
export interface ConfigProblem {
  readonly option: keyof MachineOptions;
  readonly value: unknown;
  readonly expected: string;
}

/** Thrown by `new Machine` on a configuration that cannot be; `problems` has them all. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ option, value, expected }) => `${option} ${String(value)}: must be ${expected}`).join('; '));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const PAGE = 4096;
const FIT_NAMES: ReadonlyMap<string, Fit> = new Map(FITS.map((fit) => [fit, fit]));
export const MOST_PARTITIONS = 4096;
/** Steps fit a budget, and time stamps of eight a step stay exact. */
const MOST_STEPS = 2 ** 49;

const defaults = {
  profile: 'textbook',
  engine: 'auto',
  quantum: 10_000,
  scheduler: 'rr',
  replacement: 'lru',
  swap: null,
  fit: 'first',
  limit: null,
  stackLimit: 8 * 2 ** 20,
  seed: 1,
  /** 2000-01-01 00:00:00 UTC. */
  epoch: 946_684_800,
  check: false,
  forgetful: false,
} as const;

/** Completes and checks options. All problems at once. */
export function completeConfig(options: MachineOptions): MachineConfig | readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const check = new Checker(options, problems);
  const profile = profiles.get(check.name('profile', profiles)) ?? profiles.get(defaults.profile)!;
  const design = check.design();
  const ram = ramLimits(design);
  const caches = check.caches(profile.caches);
  const config: MachineConfig = {
    profile,
    ramBytes: check.size('ram', Math.min(profile.ramBytes, ram.most), ram.least, ram.most, ram.unit),
    design,
    tlb: check.tlb(profile.tlb),
    caches,
    costs: costsOf(profile, caches, check.prices()),
    engine: check.name('engine', engines),
    quantum: check.count('quantum', defaults.quantum, 1, MOST_STEPS),
    scheduler: check.name('scheduler', schedulingPolicies),
    replacement: check.name('replacement', replacementPolicies),
    swap: check.swap(),
    fit: check.name('fit', FIT_NAMES) as Fit,
    partitions: options.partitions == null ? null : check.count('partitions', 1, 1, MOST_PARTITIONS),
    limit: options.limit == null ? null : check.count('limit', 1, 1, MOST_STEPS),
    stackLimit: check.size('stackLimit', defaults.stackLimit, 32 * PAGE, 2 ** 40),
    seed: check.count('seed', defaults.seed, 0, 2 ** 32 - 1),
    epoch: check.count('epoch', defaults.epoch, 0, 2 ** 40),
    check: options.check ?? defaults.check,
    forgetful: options.forgetful ?? defaults.forgetful,
  };
  return problems.length > 0 ? problems : config;
}

/** Reads one option after the other and notes what is wrong. */
class Checker {
  private readonly options: MachineOptions;
  private readonly problems: ConfigProblem[];

  constructor(options: MachineOptions, problems: ConfigProblem[]) {
    this.options = options;
    this.problems = problems;
  }

  private refuse(option: keyof MachineOptions, expected: string): void {
    this.problems.push({ option, value: this.options[option], expected });
  }

  name(
    option: 'fit' | 'profile' | 'engine' | 'scheduler' | 'replacement',
    known: ReadonlyMap<string, unknown>,
  ): string {
    const name = this.options[option] ?? defaults[option];
    if (!known.has(name)) this.refuse(option, `one of ${[...known.keys()].join(', ')}`);
    return name;
  }

  count(
    option: 'partitions' | 'quantum' | 'limit' | 'seed' | 'epoch',
    otherwise: number,
    least: number,
    most: number,
  ): number {
    const value = this.options[option] ?? otherwise;
    if (!Number.isInteger(value) || value < least || value > most)
      this.refuse(option, `a whole number from ${least} to ${most}`);
    return value;
  }

  size(option: 'ram' | 'stackLimit', otherwise: number, least: number, most: number, unit = PAGE): number {
    const bytes = parseSize(this.options[option] ?? otherwise);
    if (bytes === null || bytes < least || bytes > most || bytes % unit !== 0)
      this.refuse(option, `a multiple of ${unit} bytes from ${least} to ${most}`);
    return bytes ?? otherwise;
  }

  design(): Design {
    const design = this.options.mmu ?? X86_64;
    const problem = designProblem(design);
    if (problem !== null) this.refuse('mmu', `a design that can be built: ${problem}`);
    return problem === null ? design : X86_64;
  }

  swap(): BlockDevice | number | null {
    const swap = this.options.swap ?? defaults.swap;
    if (swap === null || typeof swap === 'object') return swap;
    const bytes = parseSize(swap);
    if (bytes === null || bytes < PAGE || bytes > 2 ** 32)
      this.refuse('swap', `a disk, or a size from ${PAGE} to ${2 ** 32} bytes`);
    return bytes;
  }

  tlb(otherwise: TlbConfig): TlbConfig {
    const tlb = this.options.tlb ?? otherwise;
    const problem = tlbProblem(tlb);
    if (problem !== null) this.refuse('tlb', `a TLB that can be built: this one ${problem}`);
    if (tlb.unified && tlb.itlb === null) this.refuse('tlb', 'a TLB with a geometry in `itlb` when it is unified');
    return tlb;
  }

  prices(): PriceOptions {
    const prices = this.options.prices ?? {};
    for (const [name, cycles] of Object.entries(prices)) {
      const good = name in priceNames && Number.isInteger(cycles) && cycles >= 0 && cycles <= MOST_CYCLES;
      if (!good)
        this.refuse('prices', `whole cycles from 0 to ${MOST_CYCLES} by ${Object.keys(priceNames).join(', ')}`);
    }
    return prices;
  }

  caches(otherwise: HierarchyConfig | null): HierarchyConfig | null {
    const caches = this.options.caches === undefined ? otherwise : this.options.caches;
    const problem = caches && hierarchyProblem(caches);
    if (problem) this.refuse('caches', `caches that can be built: of these ${problem}`);
    return caches;
  }
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** `4096`, `64K`, `64 KiB`, `1 MiB`, `1g`: bytes; null when it is no size. */
export function parseSize(size: number | string): number | null {
  if (typeof size === 'number') return Number.isInteger(size) && size >= 0 ? size : null;
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?$/i.exec(size.trim());
  if (!match) return null;
  const bytes = Number(match[1]) * UNITS[match[2]!.toLowerCase()]!;
  return Number.isInteger(bytes) ? bytes : null;
}
