import type { Decoded } from '../codec/decoded.js';
import { addressConstant } from '../cpu/address.js';
import { type OperandSlot, operandSlots } from '../isa/operands.js';
import { RAX, RSP } from '../isa/registers.js';
import { PAGE_BYTES, STATE } from '../memory/layout.js';
import { flagsAreDead } from './dead-flags.js';
import { hotHandlers, keys } from './generated/interpreter.js';
import { HANDLER, PRIVATE, RECORD } from './layout.js';
import { keyOf, meaningOf, type Place, type Repeat } from './shapes.js';

const handlers: ReadonlyMap<string, number> = new Map(
  keys.split(' ').map((key, index) => [key, HANDLER.first + index]),
);

/** The handler in the loop that leaves the flags alone, by the handler that writes them. */
const flaglessOf: ReadonlyMap<number, number> = new Map(
  keys.split(' ').flatMap((key, index) => {
    const [general, suffix] = key.split('/flagless');
    return suffix === undefined ? [] : [[handlers.get(general!)!, HANDLER.first + index] as const];
  }),
);

/** Byte address in the CPU state of an encoded register; general ones without REX, 4..7 at width 8 are ah, ch, dh, bh. */
function registerAddress(number: number, { bank, width }: OperandSlot, rex: boolean): number {
  if (bank === 'xmm') return STATE.xmm + 16 * number;
  if (width === 8 && number >= 4 && number < 8 && !rex) return STATE.gpr + 8 * (number - 4) + 1;
  return STATE.gpr + 8 * number;
}

/** Where the operands of an instruction are; of a branch, whether its target is in the same page. `offset` is that of the next instruction. */
function placesOf(decoded: Decoded, offset: number, memory: Place): Place[] {
  return operandSlots(decoded.form, decoded.width).map(({ place, bank }) => {
    const register = bank === 'xmm' ? 'xmm' : 'register';
    switch (place) {
      case 'reg':
      case 'rax':
      // Only the reference CPU executes those.
      case 'control':
        return register;
      case 'rm':
        return decoded.memory === null ? register : memory;
      case 'target':
        return isNear(decoded, offset) ? 'near' : 'far';
      case 'immediate2':
        return 'immediate';
      default:
        return place;
    }
  });
}

/** Byte offset in the page of the target of a branch within it, or -1. `offset` is that of the next instruction. */
export function nearTarget(decoded: Decoded, offset: number): number {
  const branches = operandSlots(decoded.form, decoded.width)[0]?.place === 'target';
  return branches && isNear(decoded, offset) ? offset + Number(decoded.immediate) : -1;
}

function isNear(decoded: Decoded, offset: number): boolean {
  const target = offset + Number(decoded.immediate);
  return target >= 0 && target < PAGE_BYTES;
}

/** Kinds of memory handlers that can serve an operand, the fastest first. */
function memoryPlaces(decoded: Decoded): readonly Place[] {
  const { memory, form } = decoded;
  if (memory === null) return ['memory'];
  if (form.immediates[0] === 'mo') return ['absolute'];
  if (memory.segment === 'fs' || memory.segment === 'gs') return ['memory'];
  return memory.index < 0 ? ['simple', 'indexed', 'memory'] : ['indexed', 'memory'];
}

function repeatOf(decoded: Decoded): Repeat {
  if (decoded.repeat === 'none' || decoded.form.repeat === 'none') return 'none';
  if (decoded.form.repeat === 'rep') return 'rep';
  return decoded.repeat === 'rep' ? 'repe' : 'repne';
}

/** Number of the handler of an instruction that ends `offset` bytes from the start of its page. */
function handlerOf(decoded: Decoded, offset: number): number {
  const { form, width } = decoded;
  const meaning = meaningOf(form);
  const lockFault = decoded.lock && !(form.lockable && decoded.memory !== null);
  const slots = operandSlots(form, width);
  const special = slots.some(({ place }) => place === 'control');
  if (meaning < 0 || lockFault || decoded.address32 || special) return HANDLER.fallback;
  const widths = slots.map((slot) => slot.width);
  for (const memory of memoryPlaces(decoded)) {
    const places = placesOf(decoded, offset, memory);
    const handler = handlers.get(keyOf(meaning, width, places, widths, repeatOf(decoded)));
    if (handler !== undefined) return handler;
  }
  return HANDLER.fallback;
}

/** The instruction is executed inside the loop. Branches do not matter here: `far` stands for all. */
function isInLoop(decoded: Decoded): boolean {
  const handler = handlerOf(decoded, 0);
  return handler >= HANDLER.first && handler < HANDLER.first + hotHandlers;
}

/** Writes decoded instructions into records. All addresses are byte offsets in the buffer. */
export class RecordWriter {
  private readonly view: DataView;

  constructor(buffer: ArrayBuffer) {
    this.view = new DataView(buffer);
  }

  /**
   * Writes the record of an instruction at byte `offset` of its page; the record of a near target is left to `setTarget`. False: the
   * instruction is one for the reference CPU, and so says the record.
   */
  write(record: number, decoded: Decoded, offset: number): boolean {
    const { view } = this;
    const nextOffset = offset + decoded.length;
    let handler = handlerOf(decoded, nextOffset);
    if (handler !== HANDLER.fallback && !this.writeOperands(record, decoded, nextOffset)) handler = HANDLER.fallback;
    view.setUint8(record + RECORD.length, decoded.length);
    view.setUint16(record + RECORD.nextOffset, nextOffset, true);
    view.setUint16(record + RECORD.handler, handler, true);
    return handler !== HANDLER.fallback;
  }

  /** A record that is no instruction, before the one at `offset`. */
  writeMark(record: number, handler: number, offset: number, target = 0): void {
    const { view } = this;
    view.setUint16(record + RECORD.handler, handler, true);
    view.setUint16(record + RECORD.nextOffset, offset, true);
    view.setUint8(record + RECORD.length, 0);
    view.setUint32(record + RECORD.displacement, target, true);
  }

  handler(record: number): number {
    return this.view.getUint16(record + RECORD.handler, true);
  }

  /** Byte offset in its page of the instruction that a record is, or stands before. */
  offsetOf(record: number): number {
    return this.view.getUint16(record + RECORD.nextOffset, true) - this.view.getUint8(record + RECORD.length);
  }

  lengthOf(record: number): number {
    return this.view.getUint8(record + RECORD.length);
  }

  target(record: number): number {
    return this.view.getUint32(record + RECORD.displacement, true);
  }

  setTarget(record: number, target: number): void {
    this.view.setUint32(record + RECORD.displacement, target, true);
  }

  /**
   * Makes the record of an instruction leave the flags alone, if what follows in its page overwrites them unseen. `start` and `end`: the
   * bytes behind it in the page.
   */
  dropDeadFlags(record: number, bytes: Uint8Array, start: number, end: number): void {
    const flagless = flaglessOf.get(this.view.getUint16(record + RECORD.handler, true));
    if (flagless === undefined || !flagsAreDead(bytes, start, end, isInLoop)) return;
    this.view.setUint16(record + RECORD.handler, flagless, true);
  }

  private writeOperands(record: number, decoded: Decoded, nextOffset: number): boolean {
    const { view } = this;
    view.setBigInt64(record + RECORD.immediate, decoded.immediate, true);
    view.setInt32(record + RECORD.displacement, 0, true);
    const slots = operandSlots(decoded.form, decoded.width);
    slots.forEach((slot, operand) => {
      const { place } = slot;
      if (operand > 1) return;
      const field = record + (operand === 0 ? RECORD.registerA : RECORD.registerB);
      if (place === 'rax') view.setUint16(field, STATE.gpr + 8 * RAX, true);
      else if (place === 'reg') view.setUint16(field, registerAddress(decoded.reg, slot, decoded.rex), true);
      else if (place === 'rm' && decoded.memory === null)
        view.setUint16(field, registerAddress(decoded.rm, slot, decoded.rex), true);
      else if (place === 'target') this.writeTarget(record, decoded, nextOffset);
    });
    if (repeatOf(decoded) !== 'none')
      view.setInt32(record + RECORD.displacement, nextOffset > PAGE_BYTES ? 2 : 1, true);
    return this.writeAddress(record, decoded, nextOffset);
  }

  private writeTarget(record: number, decoded: Decoded, nextOffset: number): void {
    if (isNear(decoded, nextOffset)) return;
    this.view.setBigInt64(record + RECORD.immediate, BigInt(nextOffset) + decoded.immediate, true);
  }

  /** False: the displacement of a rip-relative operand does not fit once it counts from the page. */
  private writeAddress(record: number, decoded: Decoded, nextOffset: number): boolean {
    const { view } = this;
    const { memory, segment } = decoded;
    const gpr = (number: number) => (number < 0 ? STATE.zero : STATE.gpr + 8 * number);
    const base = memory?.ripRelative ? PRIVATE.pageBase : gpr(memory?.base ?? -1);
    view.setUint16(record + RECORD.base, base, true);
    view.setUint16(record + RECORD.index, gpr(memory?.index ?? -1), true);
    view.setUint8(record + RECORD.scale, memory?.scale ?? 0);
    const segmentBase = segment === 'fs' ? STATE.fsBase : segment === 'gs' ? STATE.gsBase : STATE.zero;
    view.setUint16(record + RECORD.segment, segmentBase, true);
    if (memory === null) return true;
    if (decoded.form.immediates[0] === 'mo') {
      view.setBigInt64(record + RECORD.immediate, BigInt.asIntN(64, memory.displacement), true);
      return true;
    }
    const displacement = addressConstant(decoded, BigInt(nextOffset));
    view.setInt32(record + RECORD.displacement, Number(BigInt.asIntN(32, displacement)), true);
    return BigInt.asIntN(32, displacement) === displacement;
  }

  /** The own record of an instruction that crosses into the next page. */
  isCrossing(record: number): boolean {
    return this.lengthOf(record) > 0 && this.view.getUint16(record + RECORD.nextOffset, true) > PAGE_BYTES;
  }
}

/** The base register of a record makes its memory operand a stack access. */
export function hasStackBase(base: number, segment: number): boolean {
  return segment === STATE.zero && (base === STATE.gpr + 8 * RSP || base === STATE.gpr + 8 * (RSP + 1));
}
