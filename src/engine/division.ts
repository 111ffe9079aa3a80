import type { Width } from '../isa/registers.js';
import type { Expression, Writer } from './expression.js';
import { EXIT, PRIVATE } from './layout.js';
import type { Division } from './plan.js';

/**
 * Division of a double-width pair (Intel SDM vol. 2, DIV and IDIV). `exit` leaves the loop for a reason. A pair of 128 bits whose high half
 * says something is divided by the imported function `divideWide`, which leaves quotient and remainder in the scratch area.
 */
export function writeDivision(
  writer: Writer,
  division: Division,
  divideWide: number,
  exit: (reason: number) => void,
): void {
  const { body } = writer;
  const width = division.low.width as Width;
  const divisor = writer.temporary('i64');
  const error = () => {
    body.if();
    exit(EXIT.divideError);
    body.end();
  };
  pushExtended(writer, division.divisor, division.signed);
  body.tee(divisor);
  body.op('i64.eqz');
  error();
  if (width !== 64) {
    pushPair(writer, division, width);
    writeShort(writer, division, divisor, error);
    return;
  }
  const { high, low, signed } = division;
  for (const value of [high, low]) writer.force(value);
  writer.emit(high);
  if (signed) {
    writer.emit(low);
    body.i64(63n);
    body.op('i64.shr_s');
  } else body.i64(0n);
  body.op('i64.eq');
  body.if();
  writer.emit(low);
  writeShort(writer, division, divisor, error);
  body.else();
  body.i32(signed ? 1 : 0);
  writer.emit(high);
  writer.emit(low);
  body.get(divisor);
  body.call(divideWide);
  body.op('i32.eqz');
  error();
  body.i32(0);
  body.memory('i64.load', PRIVATE.scratch);
  body.set(division.quotient);
  body.i32(0);
  body.memory('i64.load', PRIVATE.scratch + 8);
  body.set(division.remainder);
  body.end();
}

/** Divides the 64-bit number on the stack. */
function writeShort(writer: Writer, division: Division, divisor: number, error: () => void): void {
  const { body } = writer;
  const width = division.low.width as Width;
  const [pair, quotient] = [writer.temporary('i64'), writer.temporary('i64')];
  body.set(pair);
  if (division.signed) {
    body.get(pair);
    body.i64(-0x8000_0000_0000_0000n);
    body.op('i64.eq');
    body.get(divisor);
    body.i64(-1n);
    body.op('i64.eq');
    body.op('i32.and');
    error();
  }
  body.get(pair);
  body.get(divisor);
  body.op(division.signed ? 'i64.div_s' : 'i64.div_u');
  body.set(quotient);
  if (width !== 64) {
    body.get(quotient);
    pushFitted(writer, quotient, width, division.signed);
    body.op('i64.ne');
    error();
  }
  body.get(quotient);
  if (width !== 64) body.op('i32.wrap_i64');
  body.set(division.quotient);
  body.get(pair);
  body.get(divisor);
  body.op(division.signed ? 'i64.rem_s' : 'i64.rem_u');
  if (width !== 64) body.op('i32.wrap_i64');
  body.set(division.remainder);
}

/** The value in 64 bits. */
function pushExtended(writer: Writer, value: Expression, signed: boolean): void {
  const { body } = writer;
  writer.emit(value);
  if (value.width === 64) return;
  if (!signed && value.width < 32) {
    body.i32((1 << value.width) - 1);
    body.op('i32.and');
  }
  body.op(signed ? 'i64.extend_i32_s' : 'i64.extend_i32_u');
  if (signed && value.width < 32) body.op(value.width === 8 ? 'i64.extend8_s' : 'i64.extend16_s');
}

/** high:low in 64 bits; the sign of the pair is the sign of high. */
function pushPair(writer: Writer, { high, low, signed }: Division, width: Width): void {
  const { body } = writer;
  pushExtended(writer, high, signed);
  body.i64(BigInt(width));
  body.op('i64.shl');
  pushExtended(writer, low, false);
  body.op('i64.or');
}

/** The quotient cut to the width and extended again. */
function pushFitted(writer: Writer, quotient: number, width: Width, signed: boolean): void {
  const { body } = writer;
  body.get(quotient);
  if (signed) body.op(width === 8 ? 'i64.extend8_s' : width === 16 ? 'i64.extend16_s' : 'i64.extend32_s');
  else {
    body.i64((1n << BigInt(width)) - 1n);
    body.op('i64.and');
  }
}
