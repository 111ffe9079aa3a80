import type { Image } from '../../asm/image.js';
import type { Machine, Result } from '../../machine/machine.js';
import { placementOf } from '../../machine/placement.js';
import { memoryReport } from '../../observe/memory-report.js';
import { StaleWatch, staleInWords } from '../../observe/stale-watch.js';
import { formatStatistics, type StatisticsInput, statistics } from '../../observe/statistics.js';
import { Symbols } from '../../observe/symbols.js';
import { EXIT } from '../exit-status.js';
import { explanation } from '../explanation.js';
import { writeOutput } from '../files.js';
import { GuestIo } from '../guest-io.js';
import { Log } from '../log.js';
import { print, say } from '../output.js';
import { formatSize } from '../quantities.js';
import type { PastRun } from '../repeat.js';
import { type RawRunOptions, type RunOptions, runOptions } from '../run-options.js';
import { type Death, loadedMachine, machineOptions, runToEnd, watch } from '../session.js';
import { readImage, readLinked } from '../sources.js';
import { openSwap, type SwapFile } from '../swap-file.js';

/** `pagewalk run FILE... [-- ARG...]`: gives the exit status. */
export async function run(
  paths: readonly string[],
  guestArguments: readonly string[],
  raw: RawRunOptions & { readonly link?: boolean },
): Promise<number> {
  const options = runOptions(raw);
  const images: Image[] = [];
  const place = placementOf(options.design);
  if (raw.link === true) images.push(await readLinked(paths, { place }));
  else for (const path of paths) images.push(await readImage(path, place));
  const swap = options.swap === null ? null : openSwap(options.swap);
  try {
    return await runImages(images, paths.includes('-'), guestArguments, options, swap);
  } finally {
    swap?.close();
  }
}

async function runImages(
  images: readonly Image[],
  inputTaken: boolean,
  guestArguments: readonly string[],
  options: RunOptions,
  swap: SwapFile | null,
): Promise<number> {
  const log = new Log(options.logLevel);
  const io = new GuestIo(inputTaken ? 'nothing' : 'standard input', options.root);
  const deaths = new Map<number, Death>();
  const settings = machineOptions(options, swap);
  const machine = loadedMachine(settings, io, images, guestArguments, (machine) => watch(machine, deaths, log));
  if (options.warnStale)
    machine.probe = new StaleWatch(machine.memory, machine.mmu, (use) => say(`pagewalk: ${staleInWords(use)}\n`));
  const { name } = machine.engine;
  log.write('info', `${formatSize(options.ramBytes)} of RAM, engine ${name}, profile ${options.profile}`, {
    ramBytes: options.ramBytes,
    engine: name,
    profile: options.profile,
  });
  const result = await runToEnd(machine, io);
  const past: PastRun = {
    options: { ...settings, swap: swap === null ? null : swap.blockCount * 4096, check: false },
    images,
    guestArguments,
    input: io.inputRead,
    files: io.files,
  };
  for (const { pid, image } of result.processes) {
    const death = deaths.get(pid);
    if (death !== undefined && options.explain) say(`\n${explanation(death, image, machine.config.stackLimit, past)}`);
  }
  if (!io.outputBroken) sayReason(result, machine, options);
  return settle(result, machine, options);
}

/** Says why a run stopped that did not end by itself. */
function sayReason(result: Result, machine: Machine, options: RunOptions): void {
  if (result.reason === 'limit')
    say(`pagewalk: stopped after ${options.limit} instructions (--max-instructions)${whereabouts(machine)}\n`);
  if (result.reason === 'interrupted') say(`pagewalk: interrupted${whereabouts(machine)}\n`);
  for (const { rule, detail, pid } of result.violations)
    say(
      `pagewalk: this is a defect of pagewalk, not of your program: ${rule} does not hold in process ${pid}: ${detail}\n`,
    );
}

/** Where the running process is, as the end of a sentence. */
function whereabouts(machine: Machine): string {
  const process = machine.kernel.current;
  if (process === null) return '';
  const symbols = new Symbols(process.image);
  const { rip } = machine.cpu;
  const line = symbols.line(rip);
  const symbol = symbols.text(rip);
  const place = `0x${rip.toString(16)}${symbol === null ? '' : ` <${symbol}>`}`;
  return `, at ${place}${line === null ? '' : `, ${line.file}:${line.line}: ${line.text.trim().replace(/\s+/g, ' ')}`}`;
}

/** Prints and writes the statistics that were asked for, and checks the books. Gives the exit status. */
function settle(result: Result, machine: Machine, options: RunOptions): number {
  const input: StatisticsInput = {
    counters: result.counters,
    profile: machine.config.costs,
    mmu: machine.mmu.config,
    repeating: machine.cpu.repeating,
    ...(machine.kernel.plain === null ? {} : { memory: memoryReport(machine.kernel.plain) }),
  };
  const figures = statistics(input);
  if (options.stats) say(formatStatistics(input));
  if (options.json !== null) {
    const text = `${JSON.stringify({ ...outcome(result), ...figures }, null, 2)}\n`;
    if (options.json === '-') print(text);
    else writeOutput(options.json, text);
  }
  if (figures.violations.length === 0) return result.status;
  for (const { identity, left, right } of figures.violations)
    say(`pagewalk: this is a defect of pagewalk, not of your program: ${identity}: ${left} against ${right}\n`);
  return EXIT.defect;
}

/** How the run and its processes ended: nothing in it depends on the clock. */
function outcome({ reason, status, processes }: Result): object {
  return {
    reason,
    status,
    processes: processes.map(({ pid, name, status: ended, fault }) => ({
      pid,
      name,
      status: ended,
      signal: fault?.signal ?? null,
      code: fault?.code ?? null,
      address: fault?.address == null ? null : `0x${fault.address.toString(16)}`,
    })),
  };
}
