import type { CostProfile } from '../mmu/cost.js';
import { tableLevels } from '../mmu/design.js';
import type { MmuConfig } from '../mmu/mmu.js';
import { duration, percent, thousands } from '../util/text.js';
import { type Averages, averageRows, averages } from './averages.js';
import { type CachesStatistics, cacheRows, cacheStatistics, describeCaches } from './cache-report.js';
import { type Counters, type References, references } from './counters.js';
import { designInWords } from './design-words.js';
import { ledger, seconds, type Violation, violations } from './ledger.js';
import { type MemoryReport, memoryRows } from './memory-report.js';
import { type TlbReport, tlbInWords, tlbReport, tlbRows } from './tlb-report.js';

export type { TlbReport, TlbStatistics } from './tlb-report.js';

export { thousands };

/** What a report is made from. */
export interface StatisticsInput {
  readonly counters: Counters;
  readonly profile: CostProfile;
  readonly mmu: MmuConfig;
  /** How RAM was divided, where there are no page tables. */
  readonly memory?: MemoryReport;
  /** STATE.repeating when the counters were read, see `violations` of ledger.ts. */
  readonly repeating?: number;
}

/** Everything that `--stats` shows, as plain numbers; the shape of `--json`. Keys are stable. */
export interface Statistics {
  readonly counters: Counters;
  readonly references: References;
  readonly tlb: TlbReport;
  readonly cycles: {
    readonly profile: string;
    readonly lines: readonly CycleLine[];
    readonly total: number;
    readonly seconds: number;
    /** References of the program and their translation in cycles / program references; null without references. */
    readonly perReference: number | null;
  };
  /** Absent where there are page tables. */
  readonly memory?: MemoryReport;
  /** The same taken apart; null without references. */
  readonly averages: Averages | null;
  /** null: memory is flat. */
  readonly caches: CachesStatistics | null;
  /** Empty unless pagewalk has a defect. */
  readonly violations: readonly Violation[];
}

export interface CycleLine {
  readonly name: string;
  /** What it is paid for. */
  readonly part: string;
  readonly counters: readonly string[];
  readonly count: number;
  readonly cost: number;
  readonly cycles: number;
  readonly label: string;
  readonly source: string;
}

export function statistics(input: StatisticsInput): Statistics {
  const { counters, profile } = input;
  const account = ledger(counters, profile);
  const byClass = references(counters);
  const means = averages(counters, account);
  const { caches } = input.mmu;
  return {
    counters,
    references: byClass,
    tlb: tlbReport(counters, input.mmu.tlb),
    cycles: {
      profile: profile.name,
      lines: account.lines.map(({ cost, count, cycles }) => ({
        name: cost.name,
        part: cost.part,
        counters: cost.counters,
        count,
        cost: cost.cycles,
        cycles,
        label: cost.label,
        source: cost.source,
      })),
      total: account.cycles,
      seconds: seconds(account),
      perReference: means === null ? null : means.effective,
    },
    averages: means,
    caches: caches ? cacheStatistics(counters, caches) : null,
    ...(input.memory ? { memory: input.memory } : {}),
    violations: violations(counters, input.repeating, tableLevels(input.mmu.design)),
  };
}

/** The report of `--stats`: groups of aligned lines, ending in a newline. */
export function formatStatistics(input: StatisticsInput): string {
  const report = statistics(input);
  return [
    ...program(report),
    ...referenceLines(report),
    ...translation(report, input.mmu),
    ...(report.caches && input.mmu.caches
      ? group(`Caches (${describeCaches(input.mmu.caches)})`, cacheRows(report.caches))
      : []),
    ...(input.memory ? group(memoryTitle(input.memory), memoryRows(input.memory)) : []),
    ...kernel(report),
    ...cycleLines(report, hasTables(input.mmu)),
    ...(hasTables(input.mmu) ? averageLines(input, report) : []),
    '',
  ].join('\n');
}

type Row = readonly [name: string, value: string, note?: string];

/** A title and rows with values aligned right at a common column. */
function group(title: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  return [
    title,
    ...rows.map(([name, value, note = '']) => `  ${name.padEnd(24)}${value.padStart(17)}  ${note}`.trimEnd()),
  ];
}

/** Rows of those counts that are not zero. */
function counted(rows: readonly (readonly [name: string, value: number, note?: string])[]): Row[] {
  return rows.filter(([, value]) => value !== 0).map(([name, value, note]) => [name, thousands(value), note ?? '']);
}

function program({ counters }: Statistics): string[] {
  const rows: Row[] = [['instructions', thousands(counters.instructions)]];
  if (counters.steps !== counters.instructions)
    rows.push(['steps', thousands(counters.steps), 'instructions, with every element of a rep']);
  return group('Program', rows);
}

function referenceLines({ counters, references: r }: Statistics): string[] {
  const share = (value: number) => percent(r.total === 0 ? null : value / r.total).padStart(8);
  const row = (name: string, value: number, note = ''): Row => [
    name,
    thousands(value),
    `${share(value)}  ${note}`.trimEnd(),
  ];
  const splits = counters.fetchSplits > 0 ? `${thousands(counters.fetchSplits)} of them second pages` : '';
  return group('Memory references', [
    row('fetch', r.fetch, splits),
    row('load', r.load),
    row('store', r.store),
    row('program', r.program, 'fetch + load + store'),
    row('walk', r.walk, 'page-table entries read'),
    row('A/D', r.ad, 'entries written to set accessed or dirty'),
    row('kernel', r.kernel, 'words read and written by the kernel'),
    row('total', r.total, 'program + walk + A/D + kernel'),
  ]);
}

function hasTables({ design }: MmuConfig): boolean {
  return design.kind === 'paged' || design.kind === 'x86-64';
}

function describeMmu(mmu: MmuConfig): string {
  const design = designInWords(mmu.design);
  return hasTables(mmu) ? `${design}, ${tlbInWords(mmu.tlb)}` : design;
}

function translation({ counters, tlb }: Statistics, mmu: MmuConfig): string[] {
  const rows: Row[] = hasTables(mmu)
    ? [...tlbRows(tlb)]
    : [['translations', thousands(counters.itlbHits + counters.dtlbHits), 'each answered by registers, or by nothing']];
  rows.push(
    ...counted([
      ['walks', counters.walks, `${(counters.walkReads / counters.walks).toFixed(2)} entries each`],
      ['data over two pages', counters.dataSplits],
      ['lookups of faulted tries', counters.abortedFetches + counters.abortedData],
      ['TLB flushes', counters.tlbFlushes, `${thousands(counters.tlbFlushed)} entries lost`],
      ['page invalidations', counters.invalidations],
      ['refills by the kernel', counters.tlbRefills],
    ]),
  );
  return group(`Translation (${describeMmu(mmu)})`, rows);
}

function kernel({ counters: c }: Statistics): string[] {
  return group(
    'Kernel',
    counted([
      ['system calls', c.syscalls],
      ['page faults', c.pageFaults],
      ['other exceptions', c.exceptions - c.pageFaults - c.tlbRefills],
      ['timer interrupts', c.timerInterrupts],
      ['context switches', c.contextSwitches],
      ['pages zero-filled', c.zeroFills],
      ['pages from the image', c.imageFills],
      ['pages copied', c.pageCopies],
      ['pages evicted clean', c.cleanEvictions],
      ['pages written to swap', c.swapOuts],
      ['pages read from swap', c.swapIns],
      ['whole images moved', c.imageSwaps, 'to the disk or back'],
      ['address fields rewritten', c.relocations],
      ['pieces of RAM moved', c.extentMoves],
      ['stray loads', c.strayReads, "from RAM that is not the process's own"],
      ['stray stores', c.strayWrites, "to RAM that is not the process's own"],
    ]),
  );
}

const memoryTitle = ({ fit, partition }: MemoryReport) =>
  `Memory (${partition === null ? `${fit} fit` : 'fixed partitions'})`;

/** Where there is no TLB no line speaks of one. */
function cycleLines({ cycles }: Statistics, tlb: boolean): string[] {
  const rows: Row[] = cycles.lines
    .filter((line) => line.count !== 0 && (tlb || !line.name.startsWith('TLB')))
    .map((line) => [
      line.name,
      thousands(line.cycles),
      `= ${thousands(line.count)} x ${thousands(line.cost)}${/^(estimate|measured)$/.test(line.label) ? ` (${line.label})` : ''}`,
    ]);
  rows.push(['total', thousands(cycles.total), `cycles, ${duration(cycles.seconds)}`]);
  if (cycles.perReference !== null)
    rows.push(['a program reference', cycles.perReference.toFixed(2), 'cycles on average, translation included']);
  return group(`Cycles (profile ${cycles.profile})`, rows);
}

function averageLines({ counters, profile }: StatisticsInput, { averages: means }: Statistics): string[] {
  return means === null ? [] : group('Averages (cycles)', averageRows(ledger(counters, profile), means));
}
