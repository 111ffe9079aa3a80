import { PF_ERROR, VECTOR } from '../cpu/trap.js';
import { addressInWords, areaAt, belowStack, bytesInWords, hex, isCanonical, nearNull } from './address-words.js';
import { undefinedInstruction } from './explain-opcode.js';
import type { AreaView, FaultReport } from './fault-report.js';
import { effectiveAddress } from './fault-witness.js';

/** Why a process died: a clause that ends the first line, and sentences that say more. */
export interface Cause {
  readonly headline: string;
  readonly because: readonly string[];
}

/** Says in words what a fault was about. Pure: the same report, the same words. */
export function causeOf(report: FaultReport): Cause {
  if (report.note !== null) return { headline: report.note, because: [] };
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
    case VECTOR.breakpoint:
      return {
        headline: 'it ran into a breakpoint',
        because: ['int3 calls the debugger. There is none here, so the signal ends the program.'],
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
  if (fetch)
    return {
      headline: `it jumped to ${words}, where nothing is mapped`,
      because: jumpHints(report, address),
    };
  return { headline: `it tried to ${verb(report)} ${words}`, because: notMapped(report, address) };
}

/** A stack access below the limit while rsp itself is there: recursion without end, or a local array too large. */
function isStackOverflow(report: FaultReport, address: bigint): boolean {
  const { stack } = report;
  if (stack === null || (report.errorCode & PF_ERROR.fetch) !== 0) return false;
  const rsp = report.registers[4]!;
  return belowStack(address, stack) && rsp <= stack.limit + 4096n * 16n;
}

function stackOverflow(report: FaultReport): Cause {
  const { top, limit } = report.stack!;
  const rsp = report.registers[4]!;
  return {
    headline: 'stack overflow',
    because: [
      `The stack may grow down to ${hex(limit)}, that is ${bytesInWords(top - limit)}. %rsp is ${hex(rsp)}: the program has used all of it.`,
      'Usual reasons: a recursion that does not end, a local array that is too large, a push without a pop in a loop.',
    ],
  };
}

function notMapped(report: FaultReport, address: bigint): string[] {
  const start = accessStart(report);
  if (nearNull(address) !== null)
    return [
      'No area of this process contains that address. The first pages are never mapped, so that null pointers are caught.',
      ...runOff(report),
    ];
  if (start !== null && start !== address && areaAt(start, report.areas) !== null)
    return [`The access starts at ${hex(start)} and reaches over the border of its page into one that is not mapped.`];
  return ['No area of this process contains that address.', ...runOff(report)];
}

/** Zero-filled memory behind the last instruction decodes as `add %al,(%rax)`. */
function runOff(report: FaultReport): string[] {
  const { bytes } = report.at;
  if (bytes[0] !== 0 || bytes[1] !== 0) return [];
  return [
    'The instruction is made of zero bytes: the program has probably run past its last instruction. Does it end with exit, or with ret?',
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
  if ((report.errorCode & PF_ERROR.fetch) !== 0)
    return {
      headline: `it tried to execute ${words}, which is ${rights} and no-execute (NX)`,
      because: [
        'What is data must not run as code: the entries of such pages carry the NX bit. That stops injected code.',
        ...untouched(report),
        ...jumpHints(report, address),
      ],
    };
  const because =
    area.execute && !area.write
      ? 'Code is mapped without the right to write, so that a program cannot overwrite itself by accident.'
      : 'The address belongs to the process, but not with this right.';
  return {
    headline: `it tried to ${verb(report)} ${words}, which is ${rights}`,
    because: [because, ...runOff(report)],
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
  if (address !== null && !isCanonical(address))
    return {
      headline: `it used ${hex(address)}, which is not a canonical address`,
      because: [
        'Virtual addresses have 48 bits: bits 63 to 47 must all be equal. The processor refuses such an address before it looks at any table.',
        ...textInPointer(address),
      ],
    };
  if (decoded?.form.privileged)
    return {
      headline: `${name} is a privileged instruction`,
      because: ['It belongs to the kernel. In user mode (CPL 3) the processor refuses it; no memory was touched.'],
    };
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
  return {
    headline: 'the quotient of a division does not fit',
    because: [
      `The dividend is in %rdx:%rax (the high half in %rdx${report.divisor === null ? '' : `; the divisor is ${report.divisor}`}). Was the high half cleared (xorl %edx,%edx) or sign-extended (cltd, cqto) before the division?`,
    ],
  };
}

/** First byte that the faulting instruction wanted to access; null when it has no memory operand. */
export function accessStart(report: FaultReport): bigint | null {
  if (report.decoded === null) return null;
  return effectiveAddress(report.decoded, report.at.address, report.registers, report.segmentBase);
}
