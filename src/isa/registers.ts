/** Operand sizes of the integer instruction set, in bits. */
export type Width = 8 | 16 | 32 | 64;

/** Widths of operands: also a whole XMM register. */
export type OperandWidth = Width | 128;

/** Number of a general register as the encoding counts them: 0 rax, 1 rcx, 2 rdx, 3 rbx, 4 rsp, 5 rbp, 6 rsi, 7 rdi, 8..15. */
export type RegisterNumber = number;

export const RAX = 0;
export const RCX = 1;
export const RDX = 2;
export const RBX = 3;
export const RSP = 4;
export const RBP = 5;
export const RSI = 6;
export const RDI = 7;
export const R11 = 11;

/**
 * One name of the integer register file. `high` marks ah, ch, dh, bh: bits 15:8 of registers 0..3.
 * `rex` marks spl, bpl, sil, dil, which exist only under a REX prefix (Intel SDM vol. 2, 2.2.1.2).
 */
export interface Register {
  readonly name: string;
  readonly number: RegisterNumber;
  readonly width: Width;
  readonly high: boolean;
  readonly rex: boolean;
}

const classic = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di'];

const names: Record<Width, readonly string[]> = {
  8: ['al', 'cl', 'dl', 'bl', 'spl', 'bpl', 'sil', 'dil', ...extended('b')],
  16: [...classic, ...extended('w')],
  32: [...classic.map((name) => `e${name}`), ...extended('d')],
  64: [...classic.map((name) => `r${name}`), ...extended('')],
};

function extended(suffix: string): string[] {
  return Array.from({ length: 8 }, (_, i) => `r${i + 8}${suffix}`);
}

/** Every integer register by its AT&T name without `%`. */
export const registers: ReadonlyMap<string, Register> = new Map(
  [
    ...([8, 16, 32, 64] as const).flatMap((width) =>
      names[width].map((name, number) => ({
        name,
        number,
        width,
        high: false,
        rex: width === 8 && number >= 4 && number < 8,
      })),
    ),
    ...['ah', 'ch', 'dh', 'bh'].map((name, number) => ({ name, number, width: 8 as Width, high: true, rex: false })),
  ].map((register) => [register.name, register]),
);

const highBytes = ['ah', 'ch', 'dh', 'bh'];

/** The register that `number` names at `width`; `high` selects ah..bh for 0..3. */
export function register(number: RegisterNumber, width: Width, high = false): Register {
  return registers.get(high ? highBytes[number]! : names[width][number]!)!;
}

/** XMM registers by their number, AT&T names without `%`. */
export const xmmRegisters: readonly string[] = Array.from({ length: 16 }, (_, number) => `xmm${number}`);

/** Segment registers in encoding order (0 es ... 5 gs). Only FS and GS have a base in long mode. */
export const segmentRegisters = ['es', 'cs', 'ss', 'ds', 'fs', 'gs'] as const;
export type SegmentRegister = (typeof segmentRegisters)[number];
