import { PF_ERROR, VECTOR } from '../cpu/trap.js';
import { register } from '../isa/registers.js';
import type { WalkLevel } from '../mmu/schemes/scheme.js';
import { addressInWords, areaAt, hex } from './address-words.js';
import { accessStart, causeOf, placeInWords } from './explain-cause.js';
import { registerLines } from './explain-register.js';
import type { AreaView, CodePlace, FaultReport, LastWrite } from './fault-report.js';
import { X86_SPACE } from './report-space.js';
import { statementOf } from './symbols.js';

const SIGNAL_MEANING: Readonly<Record<string, string>> = {
  SIGSEGV: 'segmentation fault',
  SIGILL: 'illegal instruction',
  SIGFPE: 'arithmetic error',
  SIGTRAP: 'breakpoint',
  SIGBUS: 'bus error',
  SIGKILL: 'killed',
};
const WIDTH = 96;
const INDENT = '    ';

/**
 * Explains a fatal fault to a beginner: what happened, where, why, the walk with the entry that failed, the areas nearby, the
 * registers. Ends with a newline. Pure text of the report.
 */
export function explainFault(report: FaultReport): string {
  const cause = causeOf(report);
  const meaning = SIGNAL_MEANING[report.signal];
  const signal = meaning === undefined ? report.signal : `${report.signal} (${meaning})`;
  const sections = [
    wrap(`${report.program}: ${signal}: ${cause.headline}.`, ''),
    ...(report.damage !== undefined && report.damage.length > 0 ? [] : [instructionSection(report)]),
    section('why', [
      ...cause.because.flatMap((text) => wrap(text, '')),
      ...accessLines(report),
      ...lastWriteLines(report),
    ]),
    section(`the registers and ${hex(report.address ?? 0n)}`, registerLines(report)),
    walkSection(report),
    errorCodeSection(report),
    areaSection(report),
    registerSection(report),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => (line === '' ? '' : INDENT + line))];
}

/** Breaks text at blanks; a long word stays whole. */
function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += line === '' || line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}

function instructionSection(report: FaultReport): string[] {
  const { at } = report;
  const lines: string[] = [];
  if (at.source !== null) {
    lines.push(`${at.source.file}:${at.source.line}:`);
    if (at.source.text.trim() !== '') lines.push(`    ${at.source.text.trim().replace(/\t/g, ' ')}`);
  }
  lines.push(codeLine(at));
  return section('the instruction', lines);
}

function codeLine(place: CodePlace): string {
  const shown = place.text === null ? place.bytes.subarray(0, 8) : place.bytes;
  const bytes = Array.from(shown, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const symbol = place.symbol === null ? '' : ` <${place.symbol}>`;
  return `${hex(place.address)}${symbol}:  ${bytes === '' ? '(cannot be read)' : bytes}${place.text === null ? '' : `   ${place.text}`}`;
}

/** How the bad address came about: the registers of the operand. */
function accessLines(report: FaultReport): string[] {
  const memory = report.decoded?.memory;
  const { address } = report;
  if (!memory || address === null || isFetch(report)) return implicitAccess(report);
  const start = accessStart(report);
  if (start === null) return [];
  if (start !== address && (address < start || address > start + 8n)) return implicitAccess(report);
  const parts: string[] = [];
  if (memory.ripRelative) parts.push('the next instruction');
  if (memory.base >= 0) parts.push(named(report, memory.base));
  if (memory.index >= 0)
    parts.push(`${named(report, memory.index)}${memory.scale === 0 ? '' : ` * ${1 << memory.scale}`}`);
  if (report.segmentBase !== 0n) parts.push(`the base of %${memory.segment} ${hex(report.segmentBase)}`);
  if (parts.length === 0) return [];
  const displacement = memory.displacement < 0n ? ` - ${hex(-memory.displacement)}` : ` + ${hex(memory.displacement)}`;
  const sum = parts.join(' + ') + (memory.displacement === 0n ? '' : displacement);
  return wrap(`The address: ${sum} = ${hex(start)}.`, '  ');
}

function implicitAccess(report: FaultReport): string[] {
  if (report.vector !== VECTOR.pageFault || isFetch(report)) return [];
  if (/^(push|pop|call|ret|leave|enter)/.test(report.at.text ?? ''))
    return [`The address comes from the stack pointer: %rsp = ${hex(report.registers[4]!)}.`];
  if (/^(rep\w* )?(movs|stos|lods|scas|cmps)/.test(report.at.text ?? ''))
    return [`The addresses of a string instruction: ${named(report, 6)} (source), ${named(report, 7)} (destination).`];
  return [];
}

function named(report: FaultReport, number: number): string {
  return `%${register(number, 64).name} (${hex(report.registers[number]!)})`;
}

function lastWriteLines(report: FaultReport): string[] {
  return report.lastWrites.flatMap((write) => wrap(lastWriteText(write), '  '));
}

/** `%rbx was last written 2 instructions before, at line 5: xorl %ebx, %ebx`, and where that value came from. */
function lastWriteText(write: LastWrite): string {
  const when = write.stepsAgo === 1 ? 'directly before' : `${write.stepsAgo} instructions before`;
  if (write.systemCall !== null)
    return `${write.register} = ${hex(write.value)} is what the system call ${write.systemCall} returned, ${when}, at ${placeInWords(write.by)}.`;
  const code = statementOf(write.by.source?.text ?? '') || (write.by.text ?? '').replace(/\s+#.*/, '');
  const text = `${write.register} was last written ${when}, at ${placeInWords(write.by)}: ${code}`;
  return write.from === null ? text : `${text}. ${lastWriteText(write.from)}`;
}

function isFetch(report: FaultReport): boolean {
  return (report.vector === VECTOR.pageFault || Boolean(report.register)) && (report.errorCode & PF_ERROR.fetch) !== 0;
}

function walkSection(report: FaultReport): string[] {
  const { walk, address } = report;
  if (walk === null || address === null || report.vector !== VECTOR.pageFault) return [];
  const space = report.space ?? X86_SPACE;
  const shift = BigInt(space.pageShift);
  const page = BigInt.asUintN(space.virtualBits ?? space.linearBits, address) >> shift;
  const digits = walk[0]?.layout === undefined ? 16 : 2 * walk[0].layout.bytes;
  const width = Math.max(...walk.map(({ level }) => level.table.length), 'table'.length);
  const heads = ['table'.padEnd(width), 'index', 'entry at  ', 'entry'.padEnd(digits + 2), 'P  R/W  U/S  NX  A  D'];
  const lines = [heads.join('  ')];
  for (const level of walk) lines.push(levelLine(level, report, digits, width));
  return section(
    `the walk of ${hex(address)} (page ${hex(page)}, offset ${hex(address & ((1n << shift) - 1n))})`,
    lines,
  );
}

function levelLine(level: WalkLevel, report: FaultReport, digits: number, width: number): string {
  const entry = BigInt.asUintN(4 * digits, (BigInt(level.high >>> 0) << 32n) | BigInt(level.low >>> 0));
  const { bits, layout } = level;
  // A dash stands for a bit that there is no room for.
  const bit = (value: boolean, place: number | null | undefined = 0) => (place === null ? '-' : value ? '1' : '0');
  const leaf = level.stop === null && (level.level.entry === 'PTE' || bits.pageSize);
  const execution = layout === undefined ? 0 : (layout.noExecute ?? layout.execute);
  const shown = bits.present
    ? `1  ${bit(bits.write, layout?.write)}    ${bit(bits.user, layout?.user)}    ${bit(bits.noExecute, execution)}   ${bit(bits.accessed, layout?.accessed)}  ${leaf ? bit(bits.dirty, layout?.dirty) : '-'}`
    : '0';
  const place = `${level.level.table.padEnd(width)}  ${String(level.index).padEnd(5)}  ${hex(level.address).padEnd(10)}`;
  const head = `${place}  0x${entry.toString(16).padStart(digits, '0')}  ${shown}`;
  const comment = levelComment(level, leaf, report);
  return comment === '' ? head : `${head.padEnd(45 + digits + width)}  ${comment}`;
}

function levelComment(level: WalkLevel, leaf: boolean, report: FaultReport): string {
  if (level.stop === 'not-present') return '<- not present: the walk ends here';
  if (level.stop === 'reserved') return '<- a reserved bit is set';
  const missing: string[] = [];
  if ((report.errorCode & PF_ERROR.write) !== 0 && !level.bits.write) missing.push('not writable');
  if (!level.bits.user) missing.push('not for user mode');
  if (isFetch(report) && level.bits.noExecute) missing.push('no-execute');
  if (missing.length > 0) return `<- ${missing.join(', ')}`;
  return leaf ? `-> frame ${hex(level.bits.address)}` : `-> table at ${hex(level.bits.address)}`;
}

function errorCodeSection(report: FaultReport): string[] {
  if (report.vector !== VECTOR.pageFault) return [];
  const { errorCode } = report;
  const parts = [
    (errorCode & PF_ERROR.present) !== 0 ? 'P=1 the page is there, the right is not' : 'P=0 no entry maps that page',
    (errorCode & PF_ERROR.write) !== 0 ? 'W=1 a write' : 'W=0 no write',
    (errorCode & PF_ERROR.user) !== 0 ? 'U=1 from user mode' : 'U=0 from kernel mode',
    (errorCode & PF_ERROR.fetch) !== 0 ? 'I=1 an instruction fetch' : 'I=0 a data access',
  ];
  if ((errorCode & PF_ERROR.reserved) !== 0) parts.push('R=1 a reserved bit was set');
  return [`  error code ${hex(errorCode)}: ${parts.join(', ')}`];
}

/** The area of the address and its two neighbours on either side. */
function areaSection(report: FaultReport): string[] {
  const { address, areas } = report;
  if (address === null || areas.length === 0) return [];
  if (report.vector !== VECTOR.pageFault && !report.register) return [];
  const behind = areas.findIndex((area) => area.end > address);
  const first = Math.max(0, (behind < 0 ? areas.length : behind) - 2);
  const shown = areas.slice(first, first + 4);
  const lines: string[] = [];
  if (first > 0) lines.push(`(${first} more below)`);
  let placed = false;
  for (const area of shown) {
    if (!placed && address < area.start) {
      lines.push(here(address, report));
      placed = true;
    }
    const inside = address >= area.start && address < area.end;
    lines.push(`${areaLine(area)}${inside ? `   <- ${hex(address)} is here` : ''}`);
    placed ||= inside;
  }
  if (!placed) lines.push(here(address, report));
  const above = areas.length - first - shown.length;
  if (above > 0) lines.push(`(${above} more above)`);
  return section('the nearest areas', lines);
}

function here(address: bigint, report: FaultReport): string {
  return areaAt(address, report.areas) === null
    ? `${hex(address).padStart(18)} <- ${addressInWords(address, report)}`
    : '';
}

function areaLine(area: AreaView): string {
  const rights = `${area.read ? 'r' : '-'}${area.write ? 'w' : '-'}${area.execute ? 'x' : '-'}`;
  return `${hex(area.start).padStart(18)}-${hex(area.end).padEnd(18)}  ${rights}  ${area.name}`;
}

function registerSection(report: FaultReport): string[] {
  const lines: string[] = [];
  for (let row = 0; row < 4; row++) {
    const cells: string[] = [];
    for (let column = 0; column < 4; column++) {
      const number = row + 4 * column;
      cells.push(`${`%${register(number, 64).name}`.padEnd(4)} ${hex(report.registers[number]!).padEnd(18)}`);
    }
    lines.push(cells.join(' ').trimEnd());
  }
  lines.push(`%rip ${hex(report.at.address).padEnd(18)} rflags ${hex(report.rflags)}`);
  return section('registers', lines);
}
