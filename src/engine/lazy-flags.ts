import { FLAG_BIT, STATUS_MASK } from '../isa/flags.js';
import type { ValueWidth } from '../isa/semantics.js';
import { STATE } from '../memory/layout.js';
import { PRIVATE } from './layout.js';
import { FunctionBody, type WasmModule } from './wasm.js';

/**
 * Status flags are kept as three 64-bit numbers and a kind, so that the common conditions are one comparison:
 *
 *     CF = x <u y     ZF = r == 0     SF = r < 0     after cmp, sub, and, or, xor, test also: signed less = x < y
 *
 * x, y, r are sign-extended from the width of the operation. OF, AF and PF follow from the kind:
 *
 *     kind      x    y      OF, AF
 *     compare   a    b      of r = a - b; logic is compare with a = r, b = 0
 *     add       r    a      of r = a + b, with b = r - a
 *     inc, dec  0    CF     of r = a +- 1
 *     kept      0    CF     in the kind, PF too: flags that came from RFLAGS
 *     given     0    CF     in the kind; PF from r
 *     carry     0    CF     of what was there before, which is in savedX, savedY, savedKind (bt, stc: only CF was written)
 *     overflow  0    CF     OF in the kind, AF and PF of what was there before (rotates, mul: only CF and OF were written)
 *
 * ZF and SF both set (popf, sahf, bsf can do that) have no r: the kind (kept) also holds SF, so that nothing is lost, and the
 * interpreter leaves such stretches to the reference CPU.
 */
export const KIND = { compare: 0, add: 1, inc: 2, dec: 3, kept: 4, given: 5, carry: 6, overflow: 7 } as const;
export const KIND_MASK = 15;
/** Where a kind holds the index of the sign bit (add, inc, dec), and flags by their RFLAGS bit. */
export const KIND_SIGN_SHIFT = 8;
export const KIND_FLAG_SHIFT = 16;

/** A kind with the width of its operation. */
export function kindOf(kind: number, width: ValueWidth): number {
  return kind | ((width - 1) << KIND_SIGN_SHIFT);
}

const at = (flag: keyof typeof FLAG_BIT) => KIND_FLAG_SHIFT + FLAG_BIT[flag];

/** Functions over the flags in PRIVATE. */
export interface FlagFunctions {
  /** Writes the status bits of STATE.rflags. */
  readonly materialize: number;
  /** Reads them back into x, y, r, kind. Ends the slice when they cannot be expressed. */
  readonly adopt: number;
  /** The truth of SF != OF, of OF, of PF; they materialize. */
  readonly less: number;
  readonly overflow: number;
  readonly parity: number;
}

export function declareFlagFunctions(module: WasmModule): FlagFunctions {
  const materialize = module.declare([], []);
  const adopt = module.declare([], []);
  const [less, overflow, parity] = [module.declare([], ['i32']), module.declare([], ['i32']), module.declare([], ['i32'])]; // biome-ignore format: one line
  module.define(materialize, materializeBody());
  module.define(adopt, adoptBody());
  module.define(less, bitsDiffer(materialize, FLAG_BIT.sf, FLAG_BIT.of));
  module.define(overflow, oneBit(materialize, FLAG_BIT.of));
  module.define(parity, oneBit(materialize, FLAG_BIT.pf));
  return { materialize, adopt, less, overflow, parity };
}

function loadRflags(f: FunctionBody): void {
  f.i32(0);
  f.memory('i32.load', STATE.rflags);
}

/** Bit `index` of the i32 on the stack. */
function bit(f: FunctionBody, index: number): void {
  f.i32(index);
  f.op('i32.shr_u');
  f.i32(1);
  f.op('i32.and');
}

function oneBit(materialize: number, index: number): FunctionBody {
  const f = new FunctionBody(0);
  f.call(materialize);
  loadRflags(f);
  bit(f, index);
  return f;
}

function bitsDiffer(materialize: number, first: number, second: number): FunctionBody {
  const f = new FunctionBody(0);
  f.call(materialize);
  loadRflags(f);
  bit(f, first);
  loadRflags(f);
  bit(f, second);
  f.op('i32.xor');
  return f;
}

function materializeBody(): FunctionBody {
  const f = new FunctionBody(0);
  const [x, y, r, b] = [f.local('i64'), f.local('i64'), f.local('i64'), f.local('i64')];
  const [kind, below, type, flags] = [f.local('i32'), f.local('i32'), f.local('i32'), f.local('i32')];
  const load64 = (offset: number, local: number) => {
    f.i32(0);
    f.memory('i64.load', offset);
    f.set(local);
  };
  const load32 = (offset: number, local: number) => {
    f.i32(0);
    f.memory('i32.load', offset);
    f.set(local);
  };
  load64(PRIVATE.x, x);
  load64(PRIVATE.y, y);
  load64(PRIVATE.r, r);
  load32(PRIVATE.kind, kind);
  resultBits(f, x, y, r, flags);
  // An override keeps what was below it.
  f.get(kind);
  f.set(below);
  f.get(kind);
  f.i32(KIND_MASK);
  f.op('i32.and');
  f.i32(KIND.carry);
  f.op('i32.ge_u');
  f.if();
  load64(PRIVATE.savedX, x);
  load64(PRIVATE.savedY, y);
  load32(PRIVATE.savedKind, below);
  f.end();
  f.get(below);
  f.i32(KIND_MASK);
  f.op('i32.and');
  f.set(type);
  parityBit(f, type, below, r, flags);
  operandOfAdd(f, type, x, y, r, b);
  adjustAndOverflow(f, { type, below, x, y, r, b, flags });
  overflowOverride(f, kind, flags);
  f.i32(0);
  loadRflags(f);
  f.i32(~STATUS_MASK);
  f.op('i32.and');
  f.get(flags);
  f.i32(STATUS_MASK);
  f.op('i32.and');
  f.op('i32.or');
  f.memory('i32.store', STATE.rflags);
  return f;
}

/** flags = CF, ZF, SF. */
function resultBits(f: FunctionBody, x: number, y: number, r: number, flags: number): void {
  f.get(x);
  f.get(y);
  f.op('i64.lt_u');
  f.get(r);
  f.op('i64.eqz');
  f.i32(FLAG_BIT.zf);
  f.op('i32.shl');
  f.op('i32.or');
  f.get(r);
  f.i64(0n);
  f.op('i64.lt_s');
  f.i32(FLAG_BIT.sf);
  f.op('i32.shl');
  f.op('i32.or');
  f.set(flags);
}

/** PF; and SF of flags that have no r. */
function parityBit(f: FunctionBody, type: number, kind: number, r: number, flags: number): void {
  f.get(flags);
  f.get(kind);
  f.i32(KIND_FLAG_SHIFT);
  f.op('i32.shr_u');
  f.i32(1 << FLAG_BIT.sf);
  f.op('i32.and');
  f.op('i32.or');
  f.set(flags);
  f.get(flags);
  f.get(kind);
  bit(f, at('pf'));
  f.get(r);
  f.op('i32.wrap_i64');
  f.i32(0xff);
  f.op('i32.and');
  f.op('i32.popcnt');
  f.i32(1);
  f.op('i32.and');
  f.op('i32.eqz');
  f.get(type);
  f.i32(KIND.kept);
  f.op('i32.eq');
  f.op('select');
  f.i32(FLAG_BIT.pf);
  f.op('i32.shl');
  f.op('i32.or');
  f.set(flags);
}

/** For add: x becomes the first operand, b the second; for compare b = y. */
function operandOfAdd(f: FunctionBody, type: number, x: number, y: number, r: number, b: number): void {
  f.get(y);
  f.set(b);
  f.get(type);
  f.i32(KIND.add);
  f.op('i32.eq');
  f.if();
  f.get(y);
  f.set(x);
  f.get(r);
  f.get(y);
  f.op('i64.sub');
  f.set(b);
  f.end();
}

interface Places {
  readonly type: number;
  readonly below: number;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly b: number;
  readonly flags: number;
}

function adjustAndOverflow(f: FunctionBody, { type, below, x, r, b, flags }: Places): void {
  const done = f.block();
  const set = (flag: 'af' | 'of') => {
    f.i32(FLAG_BIT[flag]);
    f.op('i32.shl');
    f.get(flags);
    f.op('i32.or');
    f.set(flags);
  };
  f.get(type);
  f.i32(KIND.kept);
  f.op('i32.ge_u');
  f.if();
  for (const flag of ['af', 'of'] as const) {
    f.get(below);
    bit(f, at(flag));
    set(flag);
  }
  f.br(done);
  f.end();
  f.get(type);
  f.i32(KIND.inc);
  f.op('i32.ge_u');
  f.if();
  stepFlags(f, type, below, r, set);
  f.br(done);
  f.end();
  sumFlags(f, { type, below, x, r, b }, set);
  f.end();
}

/** inc: AF when the low digit became 0, OF when r is the smallest number; dec: 15, the largest. */
function stepFlags(f: FunctionBody, type: number, kind: number, r: number, set: (flag: 'af' | 'of') => void): void {
  const isDec = () => {
    f.get(type);
    f.i32(KIND.dec);
    f.op('i32.eq');
    f.op('i64.extend_i32_u');
  };
  // r + isDec: its low digit is 0 in both cases; its low bits are 10...0 in both cases.
  f.get(r);
  isDec();
  f.op('i64.add');
  f.i64(15n);
  f.op('i64.and');
  f.op('i64.eqz');
  set('af');
  f.get(r);
  isDec();
  f.op('i64.add');
  f.i64(63n);
  shiftOf(f, kind);
  f.op('i64.sub');
  f.op('i64.shl');
  f.i64(-0x8000_0000_0000_0000n);
  f.op('i64.eq');
  set('of');
}

/** The index of the sign bit that a kind holds, as i64. */
function shiftOf(f: FunctionBody, kind: number): void {
  f.get(kind);
  f.i32(KIND_SIGN_SHIFT);
  f.op('i32.shr_u');
  f.i32(63);
  f.op('i32.and');
  f.op('i64.extend_i32_u');
}

/** AF = bit 4 of x ^ b ^ r; OF: the sign of (x ^ r) & (b ^ r) for add, of (x ^ b) & (x ^ r) for compare. */
function sumFlags(
  f: FunctionBody,
  { type, below, x, r, b }: Omit<Places, 'flags' | 'y'>,
  set: (flag: 'af' | 'of') => void,
): void {
  f.get(x);
  f.get(b);
  f.op('i64.xor');
  f.get(r);
  f.op('i64.xor');
  f.i64(4n);
  f.op('i64.shr_u');
  f.op('i32.wrap_i64');
  f.i32(1);
  f.op('i32.and');
  set('af');
  f.get(x);
  f.get(r);
  f.op('i64.xor');
  f.get(b);
  f.get(r);
  f.get(x);
  f.get(type);
  f.op('select');
  f.op('i64.xor');
  f.op('i64.and');
  f.i64(63n);
  shiftOf(f, below);
  f.get(type);
  f.op('i32.eqz');
  f.op('i64.extend_i32_u');
  f.i64(63n);
  f.op('i64.mul');
  f.op('i64.or');
  f.op('i64.sub');
  f.op('i64.shl');
  f.i64(0n);
  f.op('i64.lt_s');
  set('of');
}

function overflowOverride(f: FunctionBody, kind: number, flags: number): void {
  f.get(kind);
  f.i32(KIND_MASK);
  f.op('i32.and');
  f.i32(KIND.overflow);
  f.op('i32.eq');
  f.if();
  f.get(flags);
  f.i32(~(1 << FLAG_BIT.of));
  f.op('i32.and');
  f.get(kind);
  bit(f, at('of'));
  f.i32(FLAG_BIT.of);
  f.op('i32.shl');
  f.op('i32.or');
  f.set(flags);
  f.end();
}

const KEPT_IN_KIND = (1 << FLAG_BIT.sf) | (1 << FLAG_BIT.pf) | (1 << FLAG_BIT.af) | (1 << FLAG_BIT.of);
const ZERO_AND_SIGN = (1 << FLAG_BIT.zf) | (1 << FLAG_BIT.sf);

function adoptBody(): FunctionBody {
  const f = new FunctionBody(0);
  const flags = f.local('i32');
  loadRflags(f);
  f.set(flags);
  f.i32(0);
  f.i64(0n);
  f.memory('i64.store', PRIVATE.x);
  f.i32(0);
  f.get(flags);
  bit(f, FLAG_BIT.cf);
  f.op('i64.extend_i32_u');
  f.memory('i64.store', PRIVATE.y);
  // r: 0 for ZF, else -1 for SF, else 1.
  f.i32(0);
  f.get(flags);
  bit(f, FLAG_BIT.zf);
  f.op('i32.eqz');
  f.i32(1);
  f.get(flags);
  bit(f, FLAG_BIT.sf);
  f.i32(1);
  f.op('i32.shl');
  f.op('i32.sub');
  f.op('i32.mul');
  f.op('i64.extend_i32_s');
  f.memory('i64.store', PRIVATE.r);
  f.i32(0);
  f.get(flags);
  f.i32(KEPT_IN_KIND);
  f.op('i32.and');
  f.i32(KIND_FLAG_SHIFT);
  f.op('i32.shl');
  f.i32(KIND.kept);
  f.op('i32.or');
  f.memory('i32.store', PRIVATE.kind);
  f.get(flags);
  f.i32(ZERO_AND_SIGN);
  f.op('i32.and');
  f.i32(ZERO_AND_SIGN);
  f.op('i32.eq');
  f.if();
  f.i32(0);
  f.i64(0n);
  f.memory('i64.store', PRIVATE.limit);
  f.end();
  return f;
}
