import { EXTENSIONS } from '../codec/extensions.js';
import { knownInstruction } from '../codec/known-opcodes.js';
import type { Cause } from './explain-cause.js';
import type { FaultReport } from './fault-report.js';

/** One-byte opcodes that existed in 32-bit mode and are undefined in 64-bit mode (SDM vol. 2, table A-2, superscript i64). */
const gone = new Map<number, string>([
  [0x06, 'push %es'], [0x07, 'pop %es'], [0x0e, 'push %cs'], [0x16, 'push %ss'], [0x17, 'pop %ss'], [0x1e, 'push %ds'],
  [0x1f, 'pop %ds'], [0x27, 'daa'], [0x2f, 'das'], [0x37, 'aaa'], [0x3f, 'aas'], [0x60, 'pusha'], [0x61, 'popa'],
  [0x9a, 'a far call'], [0xce, 'into'], [0xd4, 'aam'], [0xd5, 'aad'], [0xea, 'a far jmp'],
]); // biome-ignore format: a table

function hexBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

function oldInstruction(bytes: Uint8Array): string | null {
  return bytes.length === 0 ? null : (gone.get(bytes[0]!) ?? null);
}

/** Why #UD was raised: ud2, a LOCK prefix where it may not stand, an extension that is not there, or no instruction at all. */
export function undefinedInstruction(report: FaultReport): Cause {
  const { bytes } = report.at;
  if (bytes[0] === 0x0f && bytes[1] === 0x0b)
    return {
      headline: 'it executed ud2 (0f 0b), the instruction that is undefined on purpose',
      because: [
        'Compilers put it where a program must never arrive: after a call that does not return, at an unreachable place.',
      ],
    };
  if (bytes[0] === 0x0f && (bytes[1] === 0xb9 || bytes[1] === 0xff))
    return {
      headline: `it executed ${bytes[1] === 0xb9 ? 'ud1' : 'ud0'}, an instruction that is undefined on purpose`,
      because: ['Compilers and sanitizers put it where a program must never arrive.'],
    };
  if (report.decoded?.lock)
    return {
      headline: 'a LOCK prefix stands before an instruction that cannot have one',
      because: [
        'LOCK is for instructions that read, change and write one place in memory, with the memory operand as destination.',
      ],
    };
  const shown = hexBytes(bytes.subarray(0, 8));
  const old = oldInstruction(bytes);
  if (old !== null)
    return {
      headline: `the bytes ${shown} are no instruction`,
      because: [`In 32-bit programs this was ${old}; in 64-bit mode it does not exist.`],
    };
  const known = knownInstruction(bytes);
  if (known !== null) {
    const { name, advice } = EXTENSIONS[known.extension];
    return {
      headline: `the bytes ${shown} are ${known.name ?? 'an instruction'}, which pagewalk does not have`,
      because: [`It belongs to ${name}. Instead: ${advice}.`],
    };
  }
  return {
    headline: `the bytes ${shown} are no instruction`,
    because: ['Did the program jump into data, or into the middle of an instruction?'],
  };
}
