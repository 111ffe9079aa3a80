import { thousands } from '../statistics.js';
import type { Anomaly, MissCurve } from './miss-curve.js';
import type { ReferenceString } from './reference-string.js';
import type { Replay, ReplayStep } from './replay.js';

/** Everything that `pagewalk policy` shows. */
export interface PolicyReport {
  /** What was replayed, in words. */
  readonly subject: string;
  readonly string: ReferenceString;
  readonly replays: readonly Replay[];
  /** The steps of each replay; empty when nobody asked for them. */
  readonly steps: readonly (readonly ReplayStep[])[];
  /** Empty when nobody asked for them. */
  readonly curves: readonly MissCurve[];
  readonly anomalies: readonly Anomaly[];
}

/** Rows of a curve that are shown when there are too many: every one up to this, then ever larger steps. */
const EVERY_ROW = 24;

/** Aligns columns to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padStart(widths[column]!)).join('  ')}`);
}

const counted = (count: number, noun: string): string => `${thousands(count)} ${noun}${count === 1 ? '' : 's'}`;
const percent = (part: number, whole: number): string => `${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)} %`;

function stepTable({ policy, frames }: Replay, steps: readonly ReplayStep[], names: readonly string[]): string[] {
  const name = (page: number): string => (page < 0 ? '-' : names[page]!);
  const rows = steps.map(({ page, hit, evicted, frames: pages }, index) => [
    String(index + 1),
    name(page),
    hit ? 'hit' : 'miss',
    evicted < 0 ? '' : name(evicted),
    ...pages.map(name),
  ]);
  const heads = Array.from({ length: frames }, (_, frame) => `frame ${frame}`);
  return [
    `${policy}, ${counted(frames, 'frame')}`,
    ...columns([['use', 'page', 'result', 'evicted', ...heads], ...rows]),
    '',
  ];
}

function totals(replays: readonly Replay[]): string[] {
  const rows = replays.map(({ policy, frames, hits, misses, coldMisses, evictions }) => [
    policy,
    thousands(frames),
    thousands(hits),
    thousands(misses),
    thousands(coldMisses),
    thousands(evictions),
    percent(hits, hits + misses),
  ]);
  return [...columns([['policy', 'frames', 'hits', 'misses', 'cold', 'evictions', 'hit rate'], ...rows]), ''];
}

/** Indexes of the rows to show: all of a short curve; of a long one those where something may be seen. */
function shownRows(length: number): number[] {
  const rows: number[] = [];
  for (let frames = 1; frames <= length; frames += frames < EVERY_ROW ? 1 : Math.ceil(frames / 8))
    rows.push(frames - 1);
  if (rows.at(-1) !== length - 1) rows.push(length - 1);
  return rows;
}

function curveTable(curves: readonly MissCurve[]): string[] {
  const rows = shownRows(curves[0]!.misses.length).map((index) => [
    thousands(index + 1),
    ...curves.map(({ misses }) => thousands(misses[index]!)),
  ]);
  const passes = curves.filter(({ onePass }) => onePass).map(({ policy }) => policy);
  const heading = `Misses by number of frames${passes.length === 0 ? '' : ` (${passes.join(', ')}: one pass over the string)`}`;
  return [heading, ...columns([['frames', ...curves.map(({ policy }) => policy)], ...rows]), ''];
}

function anomalyLines(found: readonly Anomaly[]): string[] {
  return found.map(
    ({ policy, frames, misses, missesWithMore }) =>
      `Belady's anomaly: ${policy} has ${thousands(misses)} misses with ${counted(frames, 'frame')}, and ${thousands(missesWithMore)} with ${frames + 1}.`,
  );
}

/** The report as text. */
export function formatPolicyReport(report: PolicyReport): string {
  const { string, replays, steps, curves } = report;
  const lines = [
    `${report.subject}: ${counted(string.uses.length, 'use')} of ${counted(string.names.length, 'page')}`,
    '',
  ];
  steps.forEach((list, index) => {
    if (list.length > 0) lines.push(...stepTable(replays[index]!, list, string.names));
  });
  lines.push(...totals(replays));
  if (curves.length > 0) {
    lines.push(...curveTable(curves));
    const found = anomalyLines(report.anomalies);
    if (found.length > 0) lines.push(...found, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
