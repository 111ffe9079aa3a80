import { PF_ERROR, VECTOR } from '../cpu/trap.js';
import {
  addressInWords,
  areaAt,
  belowStack,
  bytesInWords,
  hex,
  isCanonical,
  isTooWide,
  nearNull,
  upperHalf,
} from './address-words.js';
import { undefinedInstruction } from './explain-opcode.js';
import { kernelDestroyed, registerFault } from './explain-register.js';
import { floatException, misalignedVector } from './explain-vector.js';
import type { AreaView, FaultReport } from './fault-report.js';
import { effectiveAddress } from './fault-witness.js';
import { X86_SPACE } from './report-space.js';

/** A stack pointer further below the limit than this was never meant to be one. */
const LARGEST_LOCAL = 1n << 30n;

const MISSING_EXIT = 'Does the program end with exit, or with ret?';

/** Why a process died: a clause that ends the first line, and sentences that say more. */
export interface Cause {
  readonly headline: string;
  readonly because: readonly string[];
}

/** Says in words what a fault was about. Pure: the same report, the same words. */
export function causeOf(report: FaultReport): Cause {
  if (report.damage !== undefined && report.damage.length > 0) return kernelDestroyed(report.damage);
  if (report.note !== null) return { headline: report.note, because: [] };
  if (report.register) return registerFault(report, report.register);
  switch (report.vector) {
    case -1:
      return { headline: 'a process sent this signal', because: [] };
    case VECTOR.pageFault:
      return pageFault(report);
    case VECTOR.generalProtection:
    case VECTOR.stackFault:
      return generalProtection(report);
    case VECTOR.divideError:
      return divideError(report);
    case VECTOR.invalidOpcode:
      return undefinedInstruction(report);
    case VECTOR.simdFloatingPoint:
      return floatException(report);
    case VECTOR.breakpoint:
      return {
        headline: 'it ran into a breakpoint',
        because: ['int3 calls the debugger. There is none here, so the signal ends the program.'],
      };
    case VECTOR.alignmentCheck:
      return {
        headline: `it used ${hex(report.address ?? 0n)}, which is not a multiple of the size of the access`,
        because: [
          'The program has set AC in RFLAGS (bit 18): until it clears it every load and store must be aligned to its size.',
        ],
      };
    case VECTOR.debug:
      return {
        headline: 'it stopped for a debugger',
        because: [
          'With TF in RFLAGS (bit 8) each instruction ends in a trap, as int1 does. There is no debugger here, so the signal ends the program.',
        ],
      };
    default:
      return { headline: `exception ${report.vector}`, because: [] };
  }
}

function verb(report: FaultReport): string {
  if ((report.errorCode & PF_ERROR.fetch) !== 0) return 'execute';
  return (report.errorCode & PF_ERROR.write) !== 0 ? 'write to' : 'read from';
}

function pageFault(report: FaultReport): Cause {
  const address = report.address ?? 0n;
  const fetch = (report.errorCode & PF_ERROR.fetch) !== 0;
  const area = areaAt(address, report.areas);
  if (area !== null) return notAllowed(report, area);
  if (isStackOverflow(report, address)) return stackOverflow(report);
  const words = addressInWords(address, report);
  if (fetch) return nothingToExecute(report, address, words);
  return { headline: `it tried to ${verb(report)} ${words}`, because: notMapped(report, address) };
}

/** The fetch of an instruction, or of its second part, where nothing is mapped. */
function nothingToExecute(report: FaultReport, address: bigint, words: string): Cause {
  if (report.at.address !== address)
    return {
      headline: `it ran on past the end of its code: the instruction at ${hex(report.at.address)} continues at ${words}, where nothing is mapped`,
      because: [`Nothing told the program to stop. ${MISSING_EXIT}`, ...runOff(report)],
    };
  if (report.fellThrough)
    return {
      headline: `it ran on to ${words}, where nothing is mapped`,
      because: [`No jump led there: the code just went on. ${MISSING_EXIT}`],
    };
  return { headline: `it jumped to ${words}, where nothing is mapped`, because: jumpHints(report, address) };
}

/** A stack access below the limit while rsp itself is there: recursion without end, or a local array too large. */
function isStackOverflow(report: FaultReport, address: bigint): boolean {
  const { stack } = report;
  if (stack === null || (report.errorCode & PF_ERROR.fetch) !== 0) return false;
  const rsp = report.registers[4]!;
  const space = report.space ?? X86_SPACE;
  // Accesses so far from the stack pointer, or from the limit, still belong to the stack.
  const { near } = space;
  const atTheLimit = belowStack(address, stack, space) && rsp <= stack.limit + near;
  const farBelow =
    rsp < stack.limit && rsp >= stack.limit - LARGEST_LOCAL && address >= rsp - near && address < stack.limit;
  return atTheLimit || farBelow;
}

/** What the stack pointer says about an overflow. */
function depth(rsp: bigint, limit: bigint): string {
  return rsp >= limit ? 'the program has used all of it' : `that is ${bytesInWords(limit - rsp)} too far`;
}

function stackOverflow(report: FaultReport): Cause {
  const { top, limit } = report.stack!;
  const rsp = report.registers[4]!;
  return {
    headline: 'stack overflow',
    because: [
      `The stack may grow down to ${hex(limit)}, that is ${bytesInWords(top - limit)}. %rsp is ${hex(rsp)}: ${depth(rsp, limit)}.`,
      'Usual reasons: a recursion that does not end, a local array that is too large, a push without a pop in a loop.',
    ],
  };
}

function notMapped(report: FaultReport, address: bigint): string[] {
  const start = accessStart(report);
  const space = report.space ?? X86_SPACE;
  if (isTooWide(address, space))
    return [
      `Addresses of this design have ${space.virtualBits} bits: 0x0 to ${hex((1n << BigInt(space.virtualBits!)) - 1n)}. No table is looked at for a larger one.`,
      ...runOff(report),
    ];
  if (nearNull(address, space) !== null)
    return [
      'No area of this process contains that address. The first pages are never mapped, so that null pointers are caught.',
      ...runOff(report),
    ];
  if (start !== null && start !== address && areaAt(start, report.areas) !== null)
    return [`The access starts at ${hex(start)} and reaches over the border of its page into one that is not mapped.`];
  if (address >= upperHalf(space))
    return [
      `Addresses from ${hex(upperHalf(space))} up belong to the kernel: user mode may use none of them.`,
      ...runOff(report),
    ];
  return ['No area of this process contains that address.', ...runOff(report)];
}

/** Zero-filled memory behind the last instruction decodes as `add %al,(%rax)`. */
function runOff(report: FaultReport): string[] {
  const { bytes } = report.at;
  if (bytes[0] !== 0 || bytes[1] !== 0) return [];
  return [
    `The instruction is made of zero bytes: the program has probably run past its last instruction. ${MISSING_EXIT}`,
  ];
}

function notAllowed(report: FaultReport, area: AreaView): Cause {
  const address = report.address!;
  const words = addressInWords(address, report);
  const rights = rightsInWords(area);
  const none = !area.read && !area.write && !area.execute;
  if (none)
    return {
      headline: `it tried to ${verb(report)} ${words}, which allows no access at all (PROT_NONE)`,
      because: [
        'The address belongs to the process, but all rights to it have been taken away: a guard page.',
        ...untouched(report),
      ],
    };
  if ((report.errorCode & PF_ERROR.fetch) !== 0) {
    const ranOn = report.fellThrough || report.at.address !== address;
    return {
      headline: ranOn
        ? `it ran on past the end of its code into ${words}, which is ${rights} and no-execute (NX)`
        : `it tried to execute ${words}, which is ${rights} and no-execute (NX)`,
      because: [
        ...(ranOn ? [`Nothing told the program to stop. ${MISSING_EXIT}`] : []),
        'What is data must not run as code: the entries of such pages carry the NX bit. That stops injected code.',
        ...untouched(report),
        ...jumpHints(report, address),
      ],
    };
  }
  const because =
    area.execute && !area.write
      ? 'Code is mapped without the right to write, so that a program cannot overwrite itself by accident.'
      : 'The address belongs to the process, but not with this right.';
  return {
    headline: `it tried to ${verb(report)} ${words}, which is ${rights}`,
    because: [because, ...untouched(report), ...runOff(report)],
  };
}

/** Pages get their entry at the first allowed touch: until then the right is missing in the kernel's list of areas only. */
function untouched(report: FaultReport): string[] {
  if ((report.errorCode & PF_ERROR.present) !== 0) return [];
  return [
    'The page had not been used yet, so the walk found no entry; the kernel then looked at its areas and refused.',
  ];
}

function rightsInWords(area: AreaView): string {
  if (area.write) return area.read ? 'read-write' : 'write-only';
  return area.execute ? 'read-only code' : 'read-only';
}

function jumpHints(report: FaultReport, address: bigint): string[] {
  const from = report.cameFrom;
  if (from === null || from.text === null) return [];
  const hints = [`It came here by the ${from.text.split(/\s/)[0]} at ${placeInWords(from)}.`];
  if (/^ret/.test(from.text))
    hints.push(
      `A ret jumps to the number on top of the stack. That was ${hex(address)}: is every push matched by a pop? _start has no caller to return to.`,
    );
  return hints;
}

export function placeInWords(place: {
  symbol: string | null;
  address: bigint;
  source: FaultReport['at']['source'];
}): string {
  const where = place.symbol === null ? hex(place.address) : `${hex(place.address)} (${place.symbol})`;
  return place.source === null ? where : `line ${place.source.line}, ${where}`;
}

function generalProtection(report: FaultReport): Cause {
  const { decoded, address, at } = report;
  const name = (at.text ?? 'this instruction').split(/\s/)[0]!;
  const space = report.space ?? X86_SPACE;
  if (address !== null && !isCanonical(address, space))
    return {
      headline: `it ${/^(jmp|call|ret)/.test(name) ? 'jumped to' : 'used'} ${hex(address)}, which is not a canonical address`,
      because: [
        `Virtual addresses have ${space.linearBits} bits: bits 63 to ${space.linearBits - 1} must all be equal. The processor refuses such an address before it looks at any table.`,
        ...textInPointer(address),
      ],
    };
  if (decoded?.form.privileged)
    return {
      headline: `${name} is a privileged instruction`,
      because: ['It belongs to the kernel. In user mode (CPL 3) the processor refuses it; no memory was touched.'],
    };
  if (decoded?.form.mnemonic === 'int')
    return {
      headline: `${at.text ?? 'int'} calls the kernel of another system`,
      because: [
        "Linux's 32-bit programs call it with int $0x80; 64-bit ones use syscall, and other numbers: write is 1, exit 60.",
      ],
    };
  const vector = misalignedVector(report, name, accessStart(report));
  if (vector !== null) return vector;
  return {
    headline: `general protection fault in ${name}`,
    because: ['The processor refused the instruction; no page is to blame.'],
  };
}

/** A pointer that consists of letters was text a moment ago. */
function textInPointer(address: bigint): string[] {
  const letters = Array.from({ length: 8 }, (_, i) => Number((address >> BigInt(8 * i)) & 0xffn));
  if (!letters.every((code) => code >= 0x20 && code < 0x7f)) return [];
  return [`Its bytes are the text "${String.fromCharCode(...letters)}": a string has been written over a pointer.`];
}

function divideError(report: FaultReport): Cause {
  if (report.divisor === 0n)
    return {
      headline: 'division by zero',
      because: ['The divisor is 0. The processor has no result to give, and raises exception 0.'],
    };
  const by = report.divisor === null ? '' : ` The divisor is ${report.divisor}.`;
  const dividend =
    report.decoded?.width === 8
      ? 'The dividend is %ax, with its high half in %ah.'
      : 'The dividend is %rdx:%rax (%edx:%eax for 32 bits), with its high half in %rdx.';
  const advice = 'Was the high half cleared, or filled with the sign (cltd, cqto), before the division?';
  return { headline: 'the quotient of a division does not fit', because: [`${dividend}${by} ${advice}`] };
}

/** First byte that the faulting instruction wanted to access; null when it has no memory operand. */
export function accessStart(report: FaultReport): bigint | null {
  if (report.decoded === null) return null;
  return effectiveAddress(report.decoded, report.at.address, report.registers, report.segmentBase);
}
