import { FLAG_BIT, STATUS_MASK } from '../isa/flags.js';
import { STATE } from '../memory/layout.js';
import { PRIVATE } from './layout.js';
import { KIND, KIND_FLAG_SHIFT, KIND_MASK, KIND_SIGN_SHIFT, kindBit } from './lazy-flags.js';
import { FunctionBody } from './wasm.js';

/** Pushes the low half of RFLAGS. */
export function loadRflags(f: FunctionBody): void {
  f.i32(0);
  f.memory('i32.load', STATE.rflags);
}

/** Bit `index` of the i32 on the stack. */
export function bit(f: FunctionBody, index: number): void {
  f.i32(index);
  f.op('i32.shr_u');
  f.i32(1);
  f.op('i32.and');
}

/** Writes the status bits of RFLAGS from the lazy form. */
export function materializeBody(): FunctionBody {
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
  bit(f, kindBit('pf'));
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
    bit(f, kindBit(flag));
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
  bit(f, kindBit('of'));
  f.i32(FLAG_BIT.of);
  f.op('i32.shl');
  f.op('i32.or');
  f.set(flags);
  f.end();
}
