import { gunzipSync, gzipSync } from 'node:zlib';
import { decode } from '../../../src/codec/decode.js';
import type { Batch, Case, Outcome, Vectors } from './layout.js';

/** Cases with what a processor made of them, independent of the numbering of forms. */
export interface Recording {
  /** The processor's name, as it gives it. */
  readonly processor: string;
  readonly batch: Batch;
  readonly outcomes: readonly Outcome[];
}

const hex = (value: bigint) => value.toString(16);
const unhex = (text: string) => BigInt(`0x${text}`);

/** One line of JSON a case, compressed. Of the registers after the case only the changed ones are kept. */
export function pack({ processor, batch, outcomes }: Recording): Buffer {
  const lines = batch.cases.map((test, index) => {
    const outcome = outcomes[index]!;
    const changed = outcome.registers.flatMap((value, number) =>
      value === test.registers[number] ? [] : [[number, hex(value)]],
    );
    return [
      Buffer.from(test.code).toString('hex'),
      test.offset,
      test.flags,
      test.registers.map(hex).join(' '),
      hex(outcome.rip),
      outcome.flags,
      outcome.vector,
      outcome.errorCode,
      hex(outcome.address),
      changed,
      outcome.changes.map(([at, value]) => [at, hex(value)]),
      ...(test.vectors === null ? [] : packVectors(test.vectors, outcome.vectors!)),
    ];
  });
  const head = { processor, memory: Buffer.from(batch.memory).toString('base64') };
  return gzipSync([head, ...lines].map((line) => JSON.stringify(line)).join('\n'), { level: 9 });
}

function packVectors(before: Vectors, after: Vectors): unknown[] {
  const changed = after.xmm.flatMap((value, number) => (value === before.xmm[number] ? [] : [[number, hex(value)]]));
  return [before.mxcsr, before.xmm.map(hex).join(' '), after.mxcsr, changed];
}

function unpackVectors(fields: readonly unknown[]): { before: Vectors; after: Vectors } | null {
  if (fields.length === 0) return null;
  const [mxcsr, registers, mxcsrAfter, changed] = fields as [number, string, number, [number, string][]];
  const xmm = registers.split(' ').map(unhex);
  const final = [...xmm];
  for (const [number, value] of changed) final[number] = unhex(value);
  return { before: { xmm, mxcsr }, after: { xmm: final, mxcsr: mxcsrAfter } };
}

export function unpack(packed: Uint8Array): Recording {
  const [head, ...lines] = gunzipSync(packed)
    .toString()
    .split('\n')
    .map((line) => JSON.parse(line));
  const cases: Case[] = [];
  const outcomes: Outcome[] = [];
  for (const [
    code,
    offset,
    flags,
    registers,
    rip,
    after,
    vector,
    errorCode,
    address,
    changed,
    changes,
    ...fields
  ] of lines) {
    const bytes = Uint8Array.from(Buffer.from(code, 'hex'));
    const decoded = decode(bytes, 0, bytes.length);
    if (typeof decoded === 'string') throw new Error(`recorded instruction ${code} does not decode: ${decoded}`);
    const before: bigint[] = registers.split(' ').map(unhex);
    const vectors = unpackVectors(fields);
    const start = { offset, registers: before, flags, vectors: vectors?.before ?? null };
    cases.push({ form: decoded.form.id, width: decoded.width, code: bytes, ...start });
    const final = [...before];
    for (const [number, value] of changed) final[number] = unhex(value);
    const words = changes.map(([at, value]: [number, string]) => [at, unhex(value)] as const);
    const end = { rip: unhex(rip), flags: after, vector, errorCode, address: unhex(address) };
    outcomes.push({ ...end, registers: final, vectors: vectors?.after ?? null, changes: words });
  }
  const memory = Uint8Array.from(Buffer.from(head.memory, 'base64'));
  return { processor: head.processor, batch: { memory, cases }, outcomes };
}
