import { closestName } from '../../codec/edit-distance.js';
import type { Diagnostic } from '../diagnostics.js';
import { type ObjectFile, RELOCATION } from '../object.js';
import { placeOf, position } from './places.js';
import type { Linked, RelocationProblem } from './relocate.js';

/** Messages that are made; what is beyond is only counted. */
const MOST_MESSAGES = 200;
/** Other places that one message names. */
const PLACES_NAMED = 5;

/** Says what could not be linked: one diagnostic for an undefined symbol with all its places, one for every other problem. */
export function explain(
  linked: Linked,
  problems: readonly RelocationProblem[],
  offered: ReadonlyMap<string, string> = new Map(),
): Diagnostic[] {
  const uses = new Map<string, RelocationProblem[]>();
  const misfits: RelocationProblem[] = [];
  for (const problem of problems) {
    if (problem.kind !== 'undefined') misfits.push(problem);
    else if (uses.has(problem.name)) uses.get(problem.name)!.push(problem);
    else uses.set(problem.name, [problem]);
  }
  if (uses.size + misfits.length === 0) return [];
  const names = definedNames(linked);
  const missing = [...uses.values()].slice(0, MOST_MESSAGES);
  const rest = misfits.slice(0, MOST_MESSAGES - missing.length);
  const diagnostics = [
    ...missing.map((problem) => undefinedSymbol(linked, problem, names, offered)),
    ...rest.map((problem) => misfit(linked, problem)),
  ];
  const more = uses.size + misfits.length - diagnostics.length;
  if (more === 0) return diagnostics;
  const file = linked.objects[0]!.name;
  return [...diagnostics, { file, line: 0, column: 0, severity: 'error', message: `${more} more messages`, more }];
}

function undefinedSymbol(
  linked: Linked,
  uses: readonly RelocationProblem[],
  names: readonly string[],
  offered: ReadonlyMap<string, string>,
): Diagnostic {
  const first = uses[0]!;
  const { name } = first;
  const places = new Set([describe(linked, first)]);
  let described = 1;
  while (described < uses.length && places.size <= PLACES_NAMED) places.add(describe(linked, uses[described++]!));
  const left = uses.length - described;
  const others = [...places].slice(1).join(', ') + (left > 0 ? ` and ${left} more` : '');
  const member = offered.get(name);
  const closest = closestName(name, names);
  const suggestion =
    member !== undefined ? `${member} defines it: name the archive behind the files that need it`
    : closest ? `did you mean '${closest}'?`
    : libraryHint(name); // biome-ignore format: a list of cases
  return {
    ...positionOf(linked.objects[first.objectIndex]!, first),
    severity: 'error',
    message: `undefined reference to '${name}'${others ? `; also used in ${others}` : ''}`,
    ...(suggestion ? { suggestion } : {}),
  };
}

function positionOf(object: ObjectFile, { relocation, name }: RelocationProblem) {
  return position(object, placeOf(object, relocation.section, relocation.offset), name);
}

/** `file:line`, or section and offset where no line is known. */
function describe(linked: Linked, { objectIndex, relocation }: RelocationProblem): string {
  const object = linked.objects[objectIndex]!;
  const { file, line } = placeOf(object, relocation.section, relocation.offset);
  if (line > 0) return `${file}:${line}`;
  return `${file}(${object.sections[relocation.section]!.name}+0x${relocation.offset.toString(16)})`;
}

function misfit(linked: Linked, problem: RelocationProblem): Diagnostic {
  const { relocation, name, kind, value } = problem;
  const object = linked.objects[problem.objectIndex]!;
  const type = relocationName(relocation.type);
  const number = value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
  const overflow = `the ${describeTarget(object, problem)} is ${number}, which does not fit into its field (${type})`;
  const indirect = `'${name}' is an indirect function (IFUNC), which is chosen while the program starts: this linker makes no IRELATIVE relocations; gcc -static links it`;
  const discarded = `'${name}' lies in a part of a COMDAT group that was dropped, since another object has the same group`;
  const unsupported = `a relocation of type ${type}${name === '' ? '' : ` against '${name}'`} is for dynamic linking, which there is none of`;
  return {
    ...positionOf(object, problem),
    severity: 'error',
    message: { overflow, indirect, discarded, unsupported, undefined: '' }[kind],
  };
}

function describeTarget(object: ObjectFile, { relocation, name }: RelocationProblem): string {
  const symbol = object.symbols[relocation.symbol];
  if (symbol?.type !== 'section') return name === '' ? 'value' : `value from '${name}'`;
  return `address in ${object.sections[Number(symbol.section)]?.name ?? name}`;
}

function relocationName(type: number): string {
  const entry = Object.entries(RELOCATION).find(([, number]) => number === type);
  if (!entry) return `number ${type}`;
  const spelt: Record<string, string> = { abs64: '64', abs32: '32', abs32s: '32S', abs16: '16', abs8: '8' };
  spelt.rexGotpcrelx = 'REX_GOTPCRELX';
  return `R_X86_64_${spelt[entry[0]] ?? entry[0].toUpperCase()}`;
}

function definedNames(linked: Linked): string[] {
  const locals = linked.objects.flatMap((object) =>
    object.symbols.filter((symbol) => symbol.section !== 'undefined' && symbol.name !== '').map(({ name }) => name),
  );
  return [...new Set([...linked.table.definitions.keys(), ...locals])];
}

/** Functions of the C library that beginners call. */
const C_LIBRARY = new Set(
  'printf puts putchar scanf fprintf sprintf snprintf malloc calloc realloc free exit abort memcpy memset memmove memcmp strlen strcmp strcpy strcat fopen fclose fread fwrite fgets gets getchar read write open close atoi rand srand time __stack_chk_fail'.split(
    ' ',
  ),
);

function libraryHint(name: string): string | null {
  if (name === '__stack_chk_fail') return 'compile with -fno-stack-protector';
  if (C_LIBRARY.has(name)) return `'${name}' is in the C library, which is not linked: use a system call, or define it`;
  return null;
}
