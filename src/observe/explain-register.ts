import { PF_ERROR } from '../cpu/trap.js';
import type { Damage } from '../kernel/unpaged/os-image.js';
import { SEGMENT_FLAG } from '../memory/layout.js';
import type { SegmentsDesign } from '../mmu/design.js';
import type { RegistersDesign } from '../mmu/schemes/registers.js';
import { hex } from './address-words.js';
import type { Cause } from './explain-cause.js';
import type { FaultReport, RegisterView } from './fault-report.js';

/** An address that the segment registers refused: which comparison failed, with its numbers. */
export function registerFault(report: FaultReport, view: RegisterView): Cause {
  const address = report.address ?? 0n;
  const tried = `it tried to ${verb(report.errorCode)} ${hex(address)}`;
  const { verdict, register } = view.inspected;
  const where = pieceInWords(report, view);
  switch (verdict) {
    case 'width':
      if (view.design.kind === 'base-bounds') return outOfBounds(report, view, tried, address);
      return {
        headline: `${tried}, which has more than the ${view.design.virtualBits} bits of this design's addresses`,
        because: [`The address space ends at ${hex(2 ** view.design.virtualBits)}.`],
      };
    case 'none':
      return {
        headline: `${tried}, in ${where}, where nothing is`,
        because: [`Its register is not valid: this process has put nothing into that segment.`],
      };
    case 'rights':
      return {
        headline: `${tried}, in ${where}, which is ${rightsInWords(register.flags)}`,
        because: ['Rights hold for a whole segment: its register has no bit for this kind of access.'],
      };
    case 'ram':
      return {
        headline: `${tried}, where the machine has no RAM`,
        because: [ramInWords(view, address)],
      };
    default:
      return outOfBounds(report, view, tried, address);
  }
}

function outOfBounds(report: FaultReport, view: RegisterView, tried: string, address: bigint): Cause {
  const { start, offset, register } = view.inspected;
  const down = offset < 0;
  const size = BigInt(register.size);
  const beyond = down ? BigInt(-offset) - size : address - BigInt(start) - size;
  const limit =
    view.design.kind === 'base-bounds'
      ? `the bounds ${hex(size)}`
      : `${pieceInWords(report, view)}, ${hex(size)} bytes long`;
  const by = beyond === 0n ? 'just' : `${hex(beyond)} bytes`;
  return {
    headline: `${tried}, which is ${by} ${down ? 'below the end of' : 'beyond'} ${limit}`,
    because: [boundsInWords(view, address - BigInt(start))],
  };
}

function verb(errorCode: number): string {
  if ((errorCode & PF_ERROR.fetch) !== 0) return 'execute';
  return (errorCode & PF_ERROR.write) !== 0 ? 'write to' : 'read from';
}

/** `segment 1 (.data, [heap])`; the space itself where there is one piece. */
function pieceInWords(report: FaultReport, { design, inspected }: RegisterView): string {
  if (design.kind !== 'segments') return 'the space of the process';
  const { index, start, span } = inspected;
  const inside = report.areas.filter((area) => area.start >= BigInt(start) && area.start < BigInt(start + span));
  const names = [...new Set(inside.map(({ name }) => name))];
  return `segment ${index}${names.length === 0 ? '' : ` (${names.join(', ')})`}`;
}

function rightsInWords(flags: number): string {
  const { read, write, execute } = SEGMENT_FLAG;
  const rights = [
    (flags & read) !== 0 ? 'read' : '',
    (flags & write) !== 0 ? 'write' : '',
    (flags & execute) !== 0 ? 'execute' : '',
  ];
  const given = rights.filter((right) => right !== '');
  return given.length === 0 ? 'closed to every access' : `for ${given.join(' and ')} only`;
}

function boundsInWords({ inspected: { offset, register } }: RegisterView, up: bigint): string {
  return offset < 0
    ? `The segment grows down: its offsets count from its end, and ${hex(BigInt(-offset))} is more than its size ${hex(register.size)}. The stack may not grow so far, or there is no room for it.`
    : `The processor compares before it adds: ${hex(up)} is not below ${hex(register.size)}, so the base is never used.`;
}

function ramInWords({ design, inspected: { register } }: RegisterView, address: bigint): string {
  if (design.kind !== 'base') return 'Addresses are those of RAM, and RAM ends below this one.';
  const sum = address + BigInt(register.base);
  return `The base is added and nothing compared: ${hex(address)} + base ${hex(register.base)} = ${hex(sum)}, which is beyond the end of RAM.`;
}

/** The arithmetic of one translation, as on the board. Lines of a section; empty where registers had no part. */
export function registerLines({ register: view, address }: FaultReport): string[] {
  if (!view || address === null) return [];
  const { design, inspected } = view;
  const { index, start, span, offset, register, verdict } = inspected;
  if (verdict === 'width') return [];
  const lines: string[] = [];
  if (isSegments(design)) {
    const shift = design.virtualBits - design.selectorBits;
    lines.push(`segment   ${hex(address)} >> ${shift} = ${index}`);
    lines.push(`offset    ${hex(address)} - ${hex(start + (offset < 0 ? span : 0))} = ${signedHex(offset)}`);
  }
  lines.push(`register  base ${hex(register.base)}, size ${hex(register.size)}, ${flagsInWords(register.flags)}`);
  return lines;
}

const isSegments = (design: RegistersDesign): design is SegmentsDesign => design.kind === 'segments';

const signedHex = (value: number) => (value < 0 ? `-${hex(-value)}` : hex(value));

function flagsInWords(flags: number): string {
  const { valid, read, write, execute, growsDown } = SEGMENT_FLAG;
  const letter = (bit: number, text: string) => ((flags & bit) !== 0 ? text : '-');
  const rights = `${letter(read, 'r')}${letter(write, 'w')}${letter(execute, 'x')}`;
  return `${rights}${(flags & growsDown) !== 0 ? ', grows down' : ''}${(flags & valid) !== 0 ? '' : ', not valid'}`;
}

/** A program has overwritten the kernel: what was destroyed. */
export function kernelDestroyed(damage: readonly Damage[]): Cause {
  return {
    headline: 'the kernel has been overwritten, and cannot go on; every process ends with it',
    because: [
      'This design has no bounds: a store goes to whatever RAM its address names, the kernel included.',
      ...damage.map(({ address, what, before, after }) => {
        const last = address + before.length - 1;
        const place = before.length === 1 ? hex(address) : `${hex(address)}..${hex(last)}`;
        return `${place}, ${what}: was ${bytesText(before)}, is ${bytesText(after)}`;
      }),
    ],
  };
}

function bytesText(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return bytes.length > 8 ? `${shown} ...` : shown;
}
