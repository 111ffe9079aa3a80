import type { Cause } from './explain-cause.js';
import type { FaultReport } from './fault-report.js';

/** What bytes belong to, when pagewalk has no such instruction. `mask` selects the bits of the byte that count. */
interface Family {
  readonly escape: 'none' | '0f';
  readonly value: number;
  readonly mask: number;
  readonly name: string;
}

/** Families of Intel SDM vol. 2, appendix A, that pagewalk does not execute. First match wins. */
const families: readonly Family[] = [
  { escape: '0f', value: 0x38, mask: 0xff, name: 'SSSE3, SSE4, AES or another extension of map 0F 38' },
  { escape: '0f', value: 0x3a, mask: 0xff, name: 'SSSE3, SSE4, AES or another extension of map 0F 3A' },
  { escape: '0f', value: 0x10, mask: 0xf8, name: 'SSE (moves of floating-point registers)' },
  { escape: '0f', value: 0x28, mask: 0xf8, name: 'SSE (moves and conversions)' },
  { escape: '0f', value: 0x50, mask: 0xf0, name: 'SSE (floating-point arithmetic)' },
  { escape: '0f', value: 0x60, mask: 0xf0, name: 'MMX or SSE2 (packed integers)' },
  { escape: '0f', value: 0x70, mask: 0xf0, name: 'MMX or SSE2 (packed integers)' },
  { escape: '0f', value: 0xae, mask: 0xff, name: 'state saving (fxsave, ldmxcsr) and fences' },
  { escape: '0f', value: 0xc2, mask: 0xff, name: 'SSE (compare)' },
  { escape: '0f', value: 0xc6, mask: 0xff, name: 'SSE (shuffle)' },
  { escape: '0f', value: 0xd0, mask: 0xf0, name: 'MMX or SSE2 (packed integers)' },
  { escape: '0f', value: 0xe0, mask: 0xf0, name: 'MMX or SSE2 (packed integers)' },
  { escape: '0f', value: 0xf0, mask: 0xf0, name: 'MMX or SSE2 (packed integers)' },
  { escape: 'none', value: 0xc4, mask: 0xfe, name: 'AVX (VEX prefix)' },
  { escape: 'none', value: 0x62, mask: 0xff, name: 'AVX-512 (EVEX prefix)' },
  { escape: 'none', value: 0xd8, mask: 0xf8, name: 'x87 floating point' },
];

/** One-byte opcodes that existed in 32-bit mode and are undefined in 64-bit mode (SDM vol. 2, table A-2, superscript i64). */
const gone = new Map<number, string>([
  [0x06, 'push %es'], [0x07, 'pop %es'], [0x0e, 'push %cs'], [0x16, 'push %ss'], [0x17, 'pop %ss'], [0x1e, 'push %ds'],
  [0x1f, 'pop %ds'], [0x27, 'daa'], [0x2f, 'das'], [0x37, 'aaa'], [0x3f, 'aas'], [0x60, 'pusha'], [0x61, 'popa'],
  [0x9a, 'a far call'], [0xce, 'into'], [0xd4, 'aam'], [0xd5, 'aad'], [0xea, 'a far jmp'],
]); // biome-ignore format: a table

const legacyPrefixes = new Set([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3]);

function hexBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** Name of the instruction family that bytes belong to, or of what they once were; null when nothing is known. */
export function opcodeFamily(bytes: Uint8Array): string | null {
  let at = 0;
  while (at < bytes.length && legacyPrefixes.has(bytes[at]!)) at++;
  if (at < bytes.length && (bytes[at]! & 0xf0) === 0x40) at++;
  const map = bytes[at] === 0x0f ? '0f' : 'none';
  const opcode = bytes[map === '0f' ? at + 1 : at];
  if (opcode === undefined) return null;
  return families.find((family) => family.escape === map && (opcode & family.mask) === family.value)?.name ?? null;
}

function oldInstruction(bytes: Uint8Array): string | null {
  return bytes.length === 0 ? null : (gone.get(bytes[0]!) ?? null);
}

/** Why #UD was raised: ud2, a LOCK prefix where it may not stand, a family that is not there, or no instruction at all. */
export function undefinedInstruction(report: FaultReport): Cause {
  const { bytes } = report.at;
  if (bytes[0] === 0x0f && bytes[1] === 0x0b)
    return {
      headline: 'it executed ud2 (0f 0b), the instruction that is undefined on purpose',
      because: [
        'Compilers put it where a program must never arrive: after a call that does not return, at an unreachable place.',
      ],
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
  const family = opcodeFamily(bytes);
  if (family !== null)
    return {
      headline: `the bytes ${shown} are an instruction that pagewalk does not have`,
      because: [`They belong to the family ${family}. With gcc, -mno-sse and -ffreestanding avoid most of them.`],
    };
  return {
    headline: `the bytes ${shown} are no instruction`,
    because: ['Did the program jump into data, or into the middle of an instruction?'],
  };
}
