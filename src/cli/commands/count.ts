import { placementOf } from '../../machine/placement.js';
import { countTable, formatCountTable, unbalanced } from '../../observe/count-table.js';
import { Receipts } from '../../observe/receipts.js';
import { EXIT } from '../exit-status.js';
import { writeOutput } from '../files.js';
import { GuestIo } from '../guest-io.js';
import { Log } from '../log.js';
import { print, say } from '../output.js';
import { type RawRunOptions, runOptions } from '../run-options.js';
import { type Death, loadedMachine, machineOptions, runToEnd, watch } from '../session.js';
import { readProgramOf } from '../sources.js';
import { openSwap } from '../swap-file.js';

/** Options of `count` beyond those of the machine. */
export interface RawCountOptions extends RawRunOptions {
  readonly output?: string;
}

/** `pagewalk count FILE...`: runs one file, or several linked, with the reference engine, one receipt an instruction, and shows the sums. Gives the exit status. */
export async function count(
  paths: readonly string[],
  guestArguments: readonly string[],
  raw: RawCountOptions,
): Promise<number> {
  const options = runOptions({ ...raw, engine: 'reference' });
  const image = await readProgramOf(paths, placementOf(options.design));
  const swap = options.swap === null ? null : openSwap(options.swap);
  try {
    const io = new GuestIo(paths.includes('-') ? 'nothing' : 'standard input', options.root);
    const deaths = new Map<number, Death>();
    let receipts: Receipts | null = null;
    const machine = loadedMachine(machineOptions(options, swap), io, [image], guestArguments, (machine) => {
      receipts = new Receipts(machine.memory, machine.config.costs);
      machine.probe = receipts;
      watch(machine, deaths, new Log(options.logLevel));
    });
    const result = await runToEnd(machine, io);
    for (const { fault } of deaths.values())
      say(`pagewalk: ${image.name} was killed by ${fault.signal}; pagewalk run explains it\n`);
    // As it was loaded: static relocation moves its lines.
    return report(receipts!, result, result.processes[0]!.image, raw);
  } finally {
    swap?.close();
  }
}

type Table = ReturnType<typeof countTable>;

function report(
  receipts: Receipts,
  result: { counters: Parameters<typeof countTable>[2]; status: number; reason: string },
  image: Parameters<typeof countTable>[3],
  raw: RawCountOptions,
): number {
  const table = countTable(receipts.totals(), receipts.withoutInstruction(), result.counters, image);
  if (result.reason !== 'exit')
    say(`pagewalk: the run ended early (${result.reason}); the table shows what was done until then\n`);
  deliver(formatCountTable(table, image.name), raw.output ?? null);
  if (raw.json !== undefined) deliver(`${JSON.stringify(plain(table), null, 2)}\n`, raw.json);
  const differences = [...receipts.violations().map(({ identity }) => identity), ...unbalanced(table)];
  if (differences.length === 0) return result.status;
  say(
    `pagewalk: this is a defect of pagewalk, not of your program: the receipts do not add up: ${differences.join('; ')}\n`,
  );
  return EXIT.defect;
}

/** To a file, to stdout for `-`, to stderr when nobody says. */
function deliver(text: string, path: string | null): void {
  if (path === null) say(text);
  else if (path === '-') print(text);
  else writeOutput(path, text);
}

function plain(table: Table): object {
  const rows = (list: Table['rows']) => list.map((row) => ({ ...row, address: `0x${row.address.toString(16)}` }));
  return { ...table, rows: rows(table.rows), added: rows(table.added) };
}
