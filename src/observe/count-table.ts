import type { Image } from '../asm/image.js';
import { formatAtt } from '../codec/format-att.js';
import { type Counters, type References, references } from './counters.js';
import type { InstructionTotals } from './receipts.js';
import { thousands } from './statistics.js';
import { Symbols, statementOf } from './symbols.js';

/** One instruction of the program in the table of references. */
export interface CountRow {
  readonly address: bigint;
  /** Label at this address, or null. */
  readonly label: string | null;
  /** Source line without its comment, or the disassembled instruction. */
  readonly text: string;
  /** Source file and line; null when unknown. */
  readonly file: string | null;
  readonly line: number | null;
  /** `file:line` where the line itself is not at hand, else null. */
  readonly place: string | null;
  /** How often it completed. */
  readonly executed: number;
  readonly references: References;
}

/** The table of `pagewalk count`: rows, what belongs to no row, and their sum, which is the machine's own counters. */
export interface CountTable {
  readonly rows: readonly CountRow[];
  /** Rows of code that pagewalk added (a start stub), by the name of the stub. */
  readonly added: readonly CountRow[];
  /** Loading, and timer interrupts. */
  readonly outside: References;
  readonly program: References;
  readonly total: References;
}

/** Sorts the accounts of a run into a table. `total` are the machine's counters. */
export function countTable(
  accounts: readonly InstructionTotals[],
  outside: Counters,
  total: Counters,
  image: Image,
): CountTable {
  const symbols = new Symbols(image);
  const rows = accounts.map((account) => rowOf(account, symbols));
  const added = rows.filter(({ file }) => file?.startsWith('<') && file !== '<stdin>');
  const own = rows.filter((row) => !added.includes(row));
  return { rows: own, added, outside: references(outside), program: sum(own), total: references(total) };
}

function rowOf(account: InstructionTotals, symbols: Symbols): CountRow {
  const { address, decoded, counters } = account;
  const line = symbols.line(address);
  const symbol = symbols.before(address);
  const instruction = decoded === null ? '' : formatAtt(decoded, address, (target) => symbols.text(target));
  return {
    address,
    label: symbol?.address === address ? symbol.name : null,
    place: line === null || line.text !== '' ? null : `${line.file}:${line.line}`,
    text: (line === null ? '' : statementOf(line.text)) || instruction.replace(/\s+/g, ' '),
    file: line?.file ?? null,
    line: line?.line ?? null,
    executed: counters.instructions,
    references: references(counters),
  };
}

const CLASSES = ['fetch', 'load', 'store', 'walk', 'ad', 'kernel', 'program', 'total'] as const;

function sum(rows: readonly CountRow[]): References {
  const sums: Record<(typeof CLASSES)[number], number> = {
    fetch: 0, load: 0, store: 0, walk: 0, ad: 0, kernel: 0, program: 0, total: 0,
  }; // biome-ignore format: a table
  for (const row of rows) for (const name of CLASSES) sums[name] += row.references[name];
  return sums;
}

/** Classes of which rows, additions and the rest do not add up to the total: always none, unless pagewalk has a defect. */
export function unbalanced(table: CountTable): string[] {
  const added = sum(table.added);
  return CLASSES.filter((name) => table.program[name] + added[name] + table.outside[name] !== table.total[name]);
}

const COLUMNS = ['fetch', 'load', 'store', 'walk', 'ad', 'kernel', 'total'] as const;
const TITLES = ['fetch', 'load', 'store', 'walk', 'A/D', 'kernel', 'total'];

/** The table as text: one line an instruction, then the sums. Ends with a newline. */
export function formatCountTable(table: CountTable, name: string): string {
  const addedSum = sum(table.added);
  const all = [table.program, addedSum, table.outside, table.total];
  const width = Math.max(6, ...all.flatMap((one) => COLUMNS.map((column) => thousands(one[column]).length))) + 1;
  const cells = (one: References) => COLUMNS.map((column) => thousands(one[column]).padStart(width)).join('');
  const executedWidth = Math.max(8, ...table.rows.map((row) => thousands(row.executed).length)) + 1;
  const head = `${'address'.padEnd(10)}${'executed'.padStart(executedWidth)}${TITLES.map((title) => title.padStart(width)).join('')}   instruction`;
  const line = (row: CountRow, i: number) => [
    ...(row.label === null ? [] : [`<${row.label}>`]),
    ...(row.place === null || row.place === table.rows[i - 1]?.place ? [] : [row.place]),
    `${`0x${row.address.toString(16)}`.padEnd(10)}${thousands(row.executed).padStart(executedWidth)}${cells(row.references)}   ${row.text}`,
  ];
  const footing = (title: string, one: References) => `${title.padEnd(10 + executedWidth)}${cells(one)}`;
  const { fetch, load, store, program } = table.program;
  const outsideLine = table.outside.total === 0 ? [] : [footing('loading, timer', table.outside)];
  const addedLine = table.added.length === 0 ? [] : [footing('start and end stub', addedSum)];
  return [
    `References to memory by the instructions of ${name}`,
    '',
    head,
    ...table.rows.flatMap(line),
    '',
    footing('program', table.program),
    ...addedLine,
    ...outsideLine,
    footing('total', table.total),
    '',
    `The program itself made ${count(program, 'reference')}: ${count(fetch, 'fetch', 'fetches')}, ${count(load, 'load')}, ${count(store, 'store')}.`,
    'walk: page-table entries read; A/D: entries written to set accessed or dirty; kernel: words that the kernel read and',
    'wrote to answer the faults and system calls of the instruction.',
    '',
  ].join('\n');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${thousands(number)} ${number === 1 ? one : many}`;
}
