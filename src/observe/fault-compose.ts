import type { Image } from '../asm/image.js';
import { decode, MAX_LENGTH } from '../codec/decode.js';
import type { Decoded } from '../codec/decoded.js';
import { formatAtt } from '../codec/format-att.js';
import { PF_ERROR, VECTOR } from '../cpu/trap.js';
import { effectsOf } from '../isa/effects.js';
import { RAX, RDI, RSI, RSP, register } from '../isa/registers.js';
import { ERRNO } from '../kernel/errno.js';
import type { FatalFault } from '../kernel/events.js';
import type { Area } from '../kernel/vm/area.js';
import { layoutOf, mostStack } from '../kernel/vm/space-layout.js';
import type { ShortageReason } from '../kernel/vm/virtual-memory.js';
import { type Design, X86_64 } from '../mmu/design.js';
import type { AreaView, CodePlace, FaultReport, LastWrite, RegisterView, StackView } from './fault-report.js';
import { type FaultEvidence, segmentBaseOf } from './fault-witness.js';
import type { LastWriters, PastStep } from './last-writers.js';
import { spaceOf } from './report-space.js';
import { Symbols } from './symbols.js';

/** Puts together everything that is known about a fatal fault. `stackLimit` is RLIMIT_STACK in bytes. */
export function composeReport(
  fault: FatalFault,
  evidence: FaultEvidence,
  image: Image,
  stackLimit: number,
  writers: LastWriters | null,
  design: Design = X86_64,
): FaultReport {
  const symbols = new Symbols(image);
  const { bytes, decoded } = evidence.bytes.length > 0 ? evidence : fromImage(image, evidence.address);
  const place = (address: bigint, instruction: Decoded | null, bytes: Uint8Array): CodePlace => ({
    address,
    text:
      instruction === null
        ? null
        : formatAtt(instruction, address, (target) => symbols.text(target)).replace(/\s+/g, ' '),
    bytes,
    symbol: symbols.text(address),
    source: symbols.line(address),
  });
  const past = (step: PastStep) => place(step.rip, step.decoded, new Uint8Array(0));
  return {
    program: image.name,
    signal: fault.signal,
    vector: fault.vector,
    errorCode: fault.errorCode,
    address: evidence.target,
    at: place(evidence.address, decoded, bytes),
    decoded,
    registers: fault.registers.registers,
    rflags: fault.registers.rflags,
    mxcsr: fault.registers.mxcsr,
    segmentBase: segmentBaseOf(decoded, fault),
    areas: fault.areas.map(areaView),
    stack: stackView(fault.areas, Math.min(stackLimit, mostStack(layoutOf(design)))),
    space: spaceOf(design),
    walk: fault.walk?.levels ?? null,
    ...registerView(fault, design),
    damage: fault.damage,
    divisor: evidence.divisor,
    cameFrom: writers === null || !jumped(evidence, writers) ? null : past(writers.last!),
    fellThrough: writers !== null && writers.last !== null && !jumped(evidence, writers),
    lastWrites: writers === null ? [] : lastWrites(evidence, fault, writers, past),
    symbolAt: (address) => nameOfPlace(symbols, address),
    note: fault.shortage === null ? null : shortageInWords(fault.shortage),
  };
}

function registerView({ register }: FatalFault, design: Design): { register?: RegisterView } {
  if (register === null || design.kind === 'paged' || design.kind === 'x86-64') return {};
  return { register: { design, inspected: register } };
}

/** The instruction as the file has it, when its page was never loaded. */
function fromImage(image: Image, address: bigint): { bytes: Uint8Array; decoded: Decoded | null } {
  const segment = image.segments.find(
    (one) => address >= one.address && address < one.address + BigInt(one.bytes.length),
  );
  if (segment === undefined) return { bytes: new Uint8Array(0), decoded: null };
  const bytes = segment.bytes.slice(Number(address - segment.address)).subarray(0, MAX_LENGTH);
  const decoded = decode(bytes, 0, bytes.length);
  return typeof decoded === 'string' ? { bytes, decoded: null } : { bytes: bytes.subarray(0, decoded.length), decoded };
}

function areaView({ start, end, rights, name }: Area): AreaView {
  return { start: BigInt(start), end: BigInt(end), ...rights, name };
}

function stackView(areas: readonly Area[], limit: number): StackView | null {
  const stack = areas.findLast((area) => area.kind === 'stack');
  return stack === undefined ? null : { top: BigInt(stack.end), limit: BigInt(stack.end - limit) };
}

/** A symbol says something only when it is near: not the last label a megabyte ago. */
function nameOfPlace(symbols: Symbols, address: bigint): string | null {
  const symbol = symbols.before(address);
  if (symbol === null) return null;
  const offset = address - symbol.address;
  const reach = symbol.size > 0 ? BigInt(symbol.size) : 4096n;
  if (offset >= reach) return null;
  return offset === 0n ? symbol.name : `${symbol.name}+0x${offset.toString(16)}`;
}

/** The fault was the fetch at the target of the instruction completed before. */
function jumped(evidence: FaultEvidence, { last }: LastWriters): boolean {
  if (last === null || evidence.target !== evidence.address) return false;
  return effectsOf(last.decoded.form, last.decoded.width, last.decoded.memory !== null).jumps;
}

function lastWrites(
  evidence: FaultEvidence,
  fault: FatalFault,
  writers: LastWriters,
  past: (step: PastStep) => CodePlace,
): LastWrite[] {
  if (evidence.target === null) return [];
  const fetched =
    (fault.errorCode & PF_ERROR.fetch) !== 0 && (fault.vector === VECTOR.pageFault || fault.register !== null);
  const instruction = jumped(evidence, writers) ? writers.last!.decoded : fetched ? null : evidence.decoded;
  if (instruction === null) return [];
  const writeOf = (number: number, step: PastStep): LastWrite => ({
    register: `%${register(number, 64).name}`,
    value:
      number === RAX && step.systemCall
        ? BigInt.asUintN(64, BigInt(step.systemCall.result))
        : fault.registers.registers[number]!,
    stepsAgo: writers.count - step.index,
    by: past(step),
    systemCall: number === RAX && step.systemCall ? systemCallInWords(step.systemCall) : null,
    from: step.source === null ? null : writeOf(step.source.register, step.source.step),
  });
  return addressRegisters(instruction).flatMap((number) => {
    const step = writers.writers[number];
    return step === undefined ? [] : [writeOf(number, step)];
  });
}

/** Registers that the address of an access, or the target of an indirect jump, is made from; not rsp, which everybody writes. */
function addressRegisters(decoded: Decoded): number[] {
  const { memory, form } = decoded;
  const numbers: number[] = [];
  if (memory !== null) numbers.push(memory.base, memory.index);
  else if (/^(jmp|call)/.test(form.mnemonic)) numbers.push(decoded.rm);
  else if (/^(movs|stos|lods|scas|cmps)[bwlqd]?$/.test(form.mnemonic)) numbers.push(RSI, RDI);
  return [...new Set(numbers)].filter((number) => number >= 0 && number !== RSP);
}

function systemCallInWords({ name, result }: NonNullable<PastStep['systemCall']>): string {
  const error = result < 0 ? Object.entries(ERRNO).find(([, number]) => number === -result)?.[0] : undefined;
  return error === undefined ? name : `${name} (error ${error})`;
}

function shortageInWords(shortage: ShortageReason): string {
  const pages = `${shortage.frames} frames of RAM, ${shortage.tableFrames} of them page tables`;
  switch (shortage.cause) {
    case 'outOfMemory':
      return `no memory is left: ${pages}, and ${shortage.swapSlots === 0 ? 'there is no swap device (--swap FILE,SIZE, or more --ram)' : 'nothing that could be evicted'}`;
    case 'swapFull':
      return `the swap device is full: all ${shortage.swapSlots} slots are used (${pages}); give --swap more, or use more --ram`;
    case 'swapWriteError':
      return 'the swap device failed while a page was written';
    case 'swapReadError':
      return 'the swap device failed, or gave back something else than was written, while a page was read';
  }
}
