import type { CostPart } from '../mmu/cost.js';
import { thousands } from '../util/text.js';
import { type Counters, references } from './counters.js';
import type { Ledger, LedgerLine } from './ledger.js';

/** What a program reference takes on average, in cycles: the formulas of the textbooks with the numbers of a run. */
export interface Averages {
  /** The reference itself. */
  readonly access: number;
  /** Looking up the first-level TLB. */
  readonly tlb: number;
  /** Lookups a reference that missed the first-level TLB, and what one of them took: second level, walk, A and D. */
  readonly missRate: number;
  readonly missCycles: number;
  /** access + tlb + missRate x missCycles: the effective access time. */
  readonly effective: number;
  /** Pages moved from or to the disk a reference, and cycles of one. */
  readonly diskRate: number;
  readonly diskCycles: number;
  /** effective + diskRate x diskCycles: the average memory access time. */
  readonly withDisk: number;
}

const TLB_LINES = /^TLB (hits|lookups)$/;

const sum = (lines: readonly LedgerLine[]): number => lines.reduce((total, { cycles }) => total + cycles, 0);
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** null without references. */
export function averages(counters: Counters, account: Ledger): Averages | null {
  const { program } = references(counters);
  if (program === 0) return null;
  const part = (name: CostPart) => account.lines.filter(({ cost }) => cost.part === name);
  const translation = part('translation');
  const lookups = translation.filter(({ cost }) => TLB_LINES.test(cost.name));
  const misses = translation.filter(({ cost }) => !TLB_LINES.test(cost.name));
  const missed = counters.walks + counters.stlbHits === 0 ? 0 : counters.itlbMisses + counters.dtlbMisses;
  const transfers = counters.swapIns + counters.swapOuts;
  const access = sum(part('access')) / program;
  const effective = access + sum(translation) / program;
  return {
    access,
    tlb: sum(lookups) / program,
    missRate: missed / program,
    missCycles: ratio(sum(misses), missed),
    effective,
    diskRate: transfers / program,
    diskCycles: ratio(sum(part('disk')), transfers),
    withDisk: effective + sum(part('disk')) / program,
  };
}

type Row = readonly [name: string, value: string, note: string];
/** Two decimals, if there are any. */
function short(value: number): string {
  const [whole = '0', decimals] = (Math.round(value * 100) / 100).toString().split('.');
  return `${thousands(Number(whole))}${decimals === undefined ? '' : `.${decimals.padEnd(2, '0')}`}`;
}
const rate = (value: number): string => (value === 0 ? '0' : value.toPrecision(4));

/** The formulas, filled in. */
export function averageRows(account: Ledger, found: Averages): Row[] {
  const terms = [`${short(found.access)} access`, `${short(found.tlb)} TLB`];
  if (found.missRate > 0) terms.push(`${rate(found.missRate)} misses x ${short(found.missCycles)}`);
  const rows: Row[] = [
    ...(['fetches', 'data', 'walks'] as const).flatMap((what) => lineRow(account, what)),
    ['effective access time', short(found.effective), `= ${terms.join(' + ')}`],
  ];
  if (found.diskRate > 0) {
    const disk = `${rate(found.diskRate)} transfers x ${short(found.diskCycles)}`;
    rows.push(['with the disk', short(found.withDisk), `= ${short(found.effective)} + ${disk}`]);
  }
  return rows;
}

/** With caches: where the lines of one kind of reference were found, and what one took on average. */
function lineRow(account: Ledger, what: string): Row[] {
  const lines = account.lines.filter(({ cost, count }) => count > 0 && cost.name.startsWith(`${what} from `));
  const lookups = lines.reduce((total, { count }) => total + count, 0);
  if (lookups === 0) return [];
  const terms = lines.map(({ cost, count }) => {
    const place = cost.name.slice(`${what} from `.length);
    return `${((100 * count) / lookups).toFixed(2)} % ${place} x ${thousands(cost.cycles)}`;
  });
  return [[`a line of ${what}`, short(sum(lines) / lookups), `= ${terms.join(' + ')}`]];
}
