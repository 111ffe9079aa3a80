import { existsSync } from 'node:fs';
import { placementOf } from '../../machine/placement.js';
import { anomalies, missCurve } from '../../observe/replacement/miss-curve.js';
import { type ReplayPolicy, replayPolicies } from '../../observe/replacement/policies.js';
import { formatPolicyReport, type PolicyReport } from '../../observe/replacement/policy-report.js';
import {
  MOST_USES,
  PageTrace,
  type ReferenceString,
  referenceString,
  type Traced,
} from '../../observe/replacement/reference-string.js';
import { type ReplayStep, replay } from '../../observe/replacement/replay.js';
import { CommandError, EXIT } from '../exit-status.js';
import { readInput, writeOutput } from '../files.js';
import { GuestIo } from '../guest-io.js';
import { print, say } from '../output.js';
import { formatSize, parseCount, parseSize } from '../quantities.js';
import { type RawRunOptions, runOptions } from '../run-options.js';
import { loadedMachine, machineOptions, runToEnd } from '../session.js';
import { readImage } from '../sources.js';
import { openSwap } from '../swap-file.js';

/** Options of `policy` beyond those of the machine. */
export interface RawPolicyOptions extends RawRunOptions {
  readonly frames?: string;
  readonly policy?: string;
  readonly curve?: boolean | string;
  readonly steps?: boolean;
  readonly references?: string;
  readonly page?: string;
  readonly addresses?: boolean;
  readonly refs?: string;
  readonly seed?: string;
  readonly output?: string;
}

const DEFAULT_POLICIES = 'opt,lru,clock,fifo';
/** Written strings up to this length show every step of their own accord, as a textbook would. */
const SHORT = 40;
/** Curves of policies that need a replay for each number of frames end here unless a number is given. */
const LONGEST_CURVE = 64;
const MOST_FRAMES = 2 ** 20;

interface Subject {
  readonly title: string;
  readonly isProgram: boolean;
  readonly string: ReferenceString;
}

/** `pagewalk policy REFERENCES | FILE`: replays uses of pages under replacement policies. Gives the exit status. */
export async function policy(
  words: readonly string[],
  guestArguments: readonly string[],
  raw: RawPolicyOptions,
): Promise<number> {
  const policies = chosenPolicies(raw.policy ?? DEFAULT_POLICIES);
  const frames = (raw.frames ?? '3').split(',').map((text) => frameCount(text, '--frames'));
  const seed = raw.seed === undefined ? 1 : parseCount(raw.seed, '--seed', 0);
  if (!TRACED.has(raw.references ?? 'all'))
    throw new CommandError(EXIT.badConfiguration, `--references: '${raw.references}' is not all, data or fetches`);
  if (raw.refs !== undefined && words.length > 0)
    throw new CommandError(EXIT.usage, '--refs and a reference string or program are two subjects', 'Leave one out.');
  const { title, isProgram, string } = await subjectOf(words, guestArguments, raw);
  if (string.uses.length === 0)
    throw new CommandError(
      EXIT.badInput,
      'there is no use of a page to replay',
      'Give page numbers: pagewalk policy 0,1,2,0,3',
    );
  const detailed = raw.steps ?? (!isProgram && string.uses.length <= SHORT);
  const report = reportOn(title, string, policies, frames, seed, { detailed, curve: raw.curve });
  const text = raw.json === undefined ? formatPolicyReport(report) : null;
  if (text === null) deliver(`${JSON.stringify(plain(report), null, 2)}\n`, raw.json!);
  else deliver(text, raw.output ?? '-');
  return EXIT.success;
}

function reportOn(
  subject: string,
  string: ReferenceString,
  policies: readonly ReplayPolicy[],
  frames: readonly number[],
  seed: number,
  { detailed, curve }: { readonly detailed: boolean; readonly curve: boolean | string | undefined },
): PolicyReport {
  const steps: ReplayStep[][] = [];
  const replays = policies.flatMap((policy) =>
    frames.map((count) => {
      const list: ReplayStep[] = [];
      steps.push(list);
      return replay(string, policy, count, detailed ? { seed, onStep: (step) => list.push(step) } : { seed });
    }),
  );
  const most = typeof curve === 'string' ? frameCount(curve, '--curve') : Math.min(string.names.length, LONGEST_CURVE);
  const curves = curve === undefined ? [] : policies.map((policy) => missCurve(string, policy, most, seed));
  return { subject, string, replays, steps, curves, anomalies: curves.flatMap(anomalies) };
}

function chosenPolicies(text: string): ReplayPolicy[] {
  const names = text === 'all' ? [...replayPolicies.keys()] : text.split(',').map((name) => name.trim().toLowerCase());
  return names.map((name) => {
    const policy = replayPolicies.get(name);
    if (policy !== undefined) return policy;
    throw new CommandError(
      EXIT.badConfiguration,
      `--policy: there is no policy '${name}'`,
      `Choose from ${[...replayPolicies.keys()].join(', ')}, separated by commas, or all.`,
    );
  });
}

function frameCount(text: string, option: string): number {
  const count = parseCount(text, option);
  if (count <= MOST_FRAMES) return count;
  throw new CommandError(
    EXIT.badConfiguration,
    `${option}: ${text} frames are more than the ${MOST_FRAMES} that a replay may have`,
  );
}

/** A reference string from the command line or from a file of them, or the trace of a program. */
async function subjectOf(
  words: readonly string[],
  guestArguments: readonly string[],
  raw: RawPolicyOptions,
): Promise<Subject> {
  if (raw.refs !== undefined) {
    const { bytes, name } = readInput(raw.refs, 'references');
    return { title: name, isProgram: false, string: written(new TextDecoder().decode(bytes), raw) };
  }
  if (words.length === 0)
    throw new CommandError(
      EXIT.usage,
      'nothing to replay',
      'Give page numbers (0,1,2,0,3), a program, or --refs FILE.',
    );
  if (words.length === 1 && (words[0] === '-' || existsSync(words[0]!))) return traced(words[0]!, guestArguments, raw);
  const text = words.join(' ');
  if (/^[\w\s,]+$/.test(text)) return { title: 'the reference string', isProgram: false, string: written(text, raw) };
  throw new CommandError(
    EXIT.noInput,
    `'${text}' is neither a file nor a reference string`,
    'A reference string is page numbers or names with commas or blanks between them: 0,1,2,0,3',
  );
}

/** The pages of a written string; of addresses, the pages that they lie in. */
function written(text: string, raw: RawPolicyOptions): ReferenceString {
  const items = text.split(/[\s,]+/).filter((item) => item !== '');
  if (raw.addresses !== true) return referenceString(items);
  const bytes = BigInt(pageBytes(raw));
  const pages = items.map((item, index) => {
    if (!/^(0x[0-9a-f]+|\d+)$/i.test(item))
      throw new CommandError(
        EXIT.badInput,
        `item ${index + 1}, '${item}', is not an address`,
        'Write addresses as 4200 or 0x1068.',
      );
    return `0x${(BigInt(item) / bytes).toString(16)}`;
  });
  return referenceString(pages);
}

function pageBytes(raw: RawPolicyOptions): number {
  const bytes = parseSize(raw.page ?? '4K', '--page');
  if (bytes >= 1 && Number.isInteger(Math.log2(bytes))) return bytes;
  throw new CommandError(EXIT.badConfiguration, `--page: the page size must be a power of two, not ${bytes}`);
}

const TRACED: ReadonlySet<string> = new Set<Traced>(['all', 'data', 'fetches']);

/** Runs a program with the reference engine and notes its pages. What it prints goes where it always goes. */
async function traced(path: string, guestArguments: readonly string[], raw: RawPolicyOptions): Promise<Subject> {
  const which = raw.references ?? 'all';
  const bytes = pageBytes(raw);
  const { json: _, ...machineOnly } = raw;
  const options = runOptions({ ...machineOnly, engine: 'reference' });
  const image = await readImage(path, placementOf(options.design));
  const swap = options.swap === null ? null : openSwap(options.swap);
  try {
    const io = new GuestIo(path === '-' ? 'nothing' : 'standard input', options.root);
    let trace: PageTrace | null = null;
    const machine = loadedMachine(machineOptions(options, swap), io, [image], guestArguments, (made) => {
      trace = new PageTrace(made.memory, bytes, which as Traced);
      made.probe = trace;
    });
    const { reason } = await runToEnd(machine, io);
    const { result, dropped } = trace!;
    if (dropped > 0) say(`pagewalk: the trace ends after ${MOST_USES} uses; ${dropped} more were dropped\n`);
    if (reason !== 'exit') say(`pagewalk: the run ended early (${reason}); the trace has what was done until then\n`);
    const kind = which === 'all' ? 'references' : which;
    return { title: `${image.name}, ${kind}, pages of ${formatSize(bytes)}`, isProgram: true, string: result };
  } finally {
    swap?.close();
  }
}

function deliver(text: string, path: string): void {
  if (path === '-') print(text);
  else writeOutput(path, text);
}

/** The report as JSON shows it. */
function plain({ subject, string, replays, steps, curves, anomalies }: PolicyReport): object {
  const named = (page: number) => (page < 0 ? null : string.names[page]!);
  return {
    subject,
    uses: string.uses.length,
    pages: string.names.length,
    replays: replays.map((result, index) => ({
      ...result,
      steps: steps[index]!.map(({ page, hit, evicted, frames }) => ({
        page: named(page),
        hit,
        evicted: named(evicted),
        frames: frames.map(named),
      })),
    })),
    curves,
    anomalies,
  };
}
