import type { Image } from '../../asm/image.js';
import { registers } from '../../isa/registers.js';
import { DesignError } from '../../machine/designs.js';
import type { Machine } from '../../machine/machine.js';
import { placementOf } from '../../machine/placement.js';
import { exerciseState } from '../../machine/state-file.js';
import { STATE } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import type { Access } from '../../mmu/fault.js';
import { type Board, boardOf } from '../../observe/board/board.js';
import { boardText, designInWords } from '../../observe/board/board-text.js';
import { Symbols } from '../../observe/symbols.js';
import { CommandError, EXIT } from '../exit-status.js';
import { readInput, writeOutput } from '../files.js';
import { parseMmu } from '../mmu-option.js';
import { print } from '../output.js';
import { parseCount } from '../quantities.js';
import { type RawRunOptions, runOptions } from '../run-options.js';
import { loadedMachine, machineOptions } from '../session.js';
import { readImage } from '../sources.js';

/** Options of `translate` beyond those of the machine. */
export interface RawTranslateOptions extends RawRunOptions {
  readonly program?: string;
  readonly state?: string;
  readonly after?: string;
  readonly at?: string;
  readonly access?: string;
  readonly kernel?: boolean;
}

/** Where addresses are looked up, and what can be said instead of a number. */
interface Scene {
  readonly title: string;
  readonly memory: PhysicalMemory;
  readonly design: Board['design'];
  readonly symbols: Symbols | null;
  readonly image: Image | null;
}

const ACCESSES: Readonly<Record<string, Access>> = { read: 0, write: 1, fetch: 2 };
/** Steps after which a program that goes on is stopped. */
const LIMIT = 100_000_000;
/** Steps between two looks at whether a label was reached. */
const STRIDE = 100_000;

/** `pagewalk translate ADDRESS...`: each address step by step. Gives the exit status: 0, whatever the addresses come to. */
export async function translate(
  addresses: readonly string[],
  guestArguments: readonly string[],
  raw: RawTranslateOptions,
): Promise<number> {
  const access = ACCESSES[raw.access ?? 'read'];
  if (access === undefined)
    throw new CommandError(EXIT.badConfiguration, `--access: '${raw.access}' is not read, write or fetch`);
  const scene = raw.state === undefined ? await programScene(guestArguments, raw) : stateScene(raw, raw.state);
  const boards = addresses.map((text) => {
    const virtual = addressOf(text, scene);
    return {
      name: nameOf(text, virtual, scene),
      board: boardOf(scene.memory, scene.design, { virtual, access, user: raw.kernel !== true }),
    };
  });
  if (raw.json !== undefined)
    deliver(`${JSON.stringify({ scene: scene.title, boards: boards.map(plain) }, null, 2)}\n`, raw.json);
  else
    print(
      [
        `${scene.title}\n${designInWords(scene.design)}\n`,
        ...boards.map(({ board, name }) => boardText(board, name)),
      ].join('\n'),
    );
  return EXIT.success;
}

function stateScene(raw: RawTranslateOptions, path: string): Scene {
  for (const name of ['program', 'after', 'at'] as const)
    if (raw[name] !== undefined)
      throw new CommandError(EXIT.usage, `--${name} belongs to a program, and --state has none`);
  const { bytes, name } = readInput(path, 'json');
  const given = ['mmu', 'geometry', 'pageSize', 'vaBits', 'paBits', 'entry'].some((key) => key in raw)
    ? parseMmu(raw)
    : null;
  try {
    return { title: name, ...exerciseState(new TextDecoder().decode(bytes), given), symbols: null, image: null };
  } catch (error) {
    if (error instanceof DesignError)
      throw new CommandError(EXIT.badInput, `${path}: ${error.message}`, 'README.md shows a state that is right.');
    throw error;
  }
}

/** A program, stopped. Nothing of what it prints is shown: the question is where its memory is. */
async function programScene(guestArguments: readonly string[], raw: RawTranslateOptions): Promise<Scene> {
  if (raw.program === undefined)
    throw new CommandError(
      EXIT.usage,
      'an address needs a place where it is looked up',
      'Give a program, pagewalk translate --program FILE ADDRESS, or a state, pagewalk translate --state FILE.json ADDRESS.',
    );
  const { json: _, ...machineOnly } = raw;
  if (raw.at !== undefined && raw.after !== undefined)
    throw new CommandError(EXIT.usage, '--at and --after both say when the program stops', 'Leave one out.');
  const options = runOptions({ maxInstructions: String(LIMIT), ...machineOnly });
  const program = await readImage(raw.program, placementOf(options.design));
  const start = (): Machine => {
    const silent = { write: () => {}, read: () => new Uint8Array(0) };
    return loadedMachine(machineOptions(options, null), silent, [program], guestArguments, () => {});
  };
  const machine = start();
  // As it was loaded: static relocation moves its symbols.
  const { image } = machine.result('paused').processes[0]!;
  const symbols = new Symbols(image);
  const when =
    raw.at !== undefined ? runTo(machine, start(), symbolAddress(raw.at, image), raw.at)
    : raw.after !== undefined ? runSteps(machine, parseCount(raw.after, '--after', 0))
    : null; // biome-ignore format: a table
  if (when !== null) return sceneOf(machine, image, symbols, when);
  machine.run();
  const again = start();
  again.run(Math.max(0, machine.steps - 1));
  return sceneOf(again, image, symbols, `before its last instruction (${again.steps} done)`);
}

function sceneOf(machine: Machine, image: Image, symbols: Symbols, when: string): Scene {
  return { title: `${image.name} ${when}`, memory: machine.memory, design: machine.config.design, symbols, image };
}

function runSteps(machine: Machine, steps: number): string {
  if (steps > 0) machine.run(steps);
  if (machine.kernel.current !== null) return `after ${machine.steps} instructions`;
  throw new CommandError(
    EXIT.badConfiguration,
    `--after: the program ended after ${machine.steps} instructions`,
    'Nothing is left of its memory then; give fewer.',
  );
}

/** Runs to the first attempt to fetch an instruction. A scout, the same machine again, says in which step that is. */
function runTo(machine: Machine, scout: Machine, address: bigint, name: string): string {
  let steps = 0;
  let found = -1;
  scout.probe = {
    step: () => {
      steps++;
    },
    lookup: ({ access, virtual }) => {
      if (found < 0 && access === 'fetch' && virtual === address) found = steps;
    },
  };
  let reason = 'paused';
  while (found < 0 && reason === 'paused') reason = scout.run(STRIDE).reason;
  if (found < 0)
    throw new CommandError(
      EXIT.badConfiguration,
      `--at: the program does not come to ${name}: it ${reason === 'limit' ? 'was stopped' : 'ended'} after ${steps} instructions`,
    );
  if (found > 0) machine.run(found);
  return `at ${name} (${found} instructions done)`;
}

function symbolAddress(text: string, image: Image): bigint {
  const symbol = image.symbols.find(({ name }) => name === text);
  if (symbol !== undefined) return symbol.address;
  if (/^0x[0-9a-f]+$/i.test(text)) return BigInt(text);
  throw new CommandError(
    EXIT.badConfiguration,
    `--at: ${image.name} has no symbol '${text}'`,
    'Give a label of the program, or an address like 0x401000.',
  );
}

/** `0x401000`, `4200`, `array`, `array+8`, `%rsp-16`. */
function addressOf(text: string, { image, memory }: Scene): bigint {
  const match = /^(.+?)(?:([+-])(0x[0-9a-f]+|\d+))?$/i.exec(text.trim());
  const [, base = '', sign, distance = '0'] = match ?? [];
  const value = baseOf(base, image, memory);
  if (value === null)
    throw new CommandError(
      EXIT.badInput,
      `'${text}' is not an address`,
      image === null
        ? 'Write 0x1068 or 4200.'
        : `Write 0x401000, 4200, a label of ${image.name}, %rsp, or one of them with a distance: array+8.`,
    );
  return BigInt.asUintN(64, sign === '-' ? value - BigInt(distance) : value + BigInt(distance));
}

function baseOf(text: string, image: Image | null, memory: PhysicalMemory): bigint | null {
  if (/^(0x[0-9a-f]{1,16}|\d{1,20})$/i.test(text)) return BigInt(text);
  if (image === null) return null;
  const register = text.startsWith('%') ? registers.get(text.slice(1)) : undefined;
  if (register?.width === 64) return memory.u64[(STATE.gpr >>> 3) + register.number]!;
  if (text === '%rip') return memory.u64[STATE.rip >>> 3]!;
  return image.symbols.find(({ name }) => name === text)?.address ?? null;
}

/** What people call an address: as it was written, unless that was a number; else the symbol that it lies behind. */
function nameOf(text: string, virtual: bigint, { symbols }: Scene): string | null {
  return /^\d/.test(text) ? (symbols?.text(virtual) ?? null) : text;
}

function deliver(text: string, path: string): void {
  if (path === '-') print(text);
  else writeOutput(path, text);
}

const hex = (value: number | bigint): string => `0x${value.toString(16)}`;

/** A board as JSON shows it: addresses as texts. */
function plain({ board, name }: { readonly board: Board; readonly name: string | null }): object {
  const { virtual, access, user, refusal, errorCode, physical, parts } = board;
  const answer = physical < 0 ? null : hex(physical);
  const common = {
    virtual: hex(virtual),
    name,
    access: ['read', 'write', 'fetch'][access],
    user,
    refusal,
    errorCode,
    physical: answer,
    parts,
  };
  if (board.kind === 'registers') return { ...common, segment: board.segment };
  const levels = board.walk.levels.map(({ level, index, table, address, low, high, bits, stop }) => ({
    table: level.table,
    tableAddress: hex(table),
    index,
    entryAddress: hex(address),
    entry: hex((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)),
    bits,
    stop,
  }));
  return { ...common, root: hex(board.root), pageBytes: board.walk.pageBytes, levels };
}
