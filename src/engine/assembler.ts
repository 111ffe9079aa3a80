import { type Expression, Graph, Temporaries, Writer } from './expression.js';
import type { FunctionBody, Label, MemoryOpcode, Opcode } from './wasm.js';

/** Either an expression or an i32 constant. */
export type Operand32 = Expression | number;

/**
 * A thin layer for functions written by hand: expressions over locals that may change, assignments, conditionals. Nothing is cached from
 * one statement to the next.
 */
export class HandAssembler {
  readonly body: FunctionBody;
  private readonly graph = new Graph();
  private readonly writer: Writer;

  constructor(body: FunctionBody) {
    this.body = body;
    this.writer = new Writer(body, new Temporaries(body));
  }

  parameter(index: number): Expression {
    return this.graph.variable(index, 32);
  }

  /** A new local, as an expression that reads it. */
  local32(): Expression {
    return this.graph.variable(this.body.local('i32'), 32);
  }

  local64(): Expression {
    return this.graph.variable(this.body.local('i64'), 64);
  }

  private value(operand: Operand32): Expression {
    return typeof operand === 'number' ? this.graph.constant(BigInt(operand), 32) : operand;
  }

  /** An i32 operation: `add`, `shr_u`, `eq`, ... */
  op(name: string, a: Operand32, b?: Operand32): Expression {
    const args = b === undefined ? [this.value(a)] : [this.value(a), this.value(b)];
    return this.graph.op(`i32.${name}` as Opcode, 32, args);
  }

  op64(name: string, a: Expression, b: Expression): Expression {
    const opcode = `i64.${name}` as Opcode;
    return /^(eq|ne|lt|gt|le|ge)/.test(name) ? this.graph.truth(opcode, [a, b]) : this.graph.op(opcode, 64, [a, b]);
  }

  constant64(value: bigint): Expression {
    return this.graph.constant(value, 64);
  }

  wide(a: Operand32): Expression {
    return this.graph.op('i64.extend_i32_u', 64, [this.value(a)]);
  }

  /** The bits of an f64 that has the value of an i64 below 2^53. Those of two such values compare as the values do. */
  doubleBits(a: Expression): Expression {
    return this.graph.op('i64.reinterpret_f64', 64, [this.graph.op('f64.convert_i64_s', 64, [a])]);
  }

  load(address: Operand32, offset = 0, op: MemoryOpcode = 'i32.load'): Expression {
    return this.graph.load(op, op.startsWith('i64') ? 64 : 32, this.value(address), offset);
  }

  load64(address: Operand32, offset = 0): Expression {
    return this.load(address, offset, 'i64.load');
  }

  push(value: Operand32): void {
    this.writer.emit(this.value(value));
  }

  set(local: Expression, value: Operand32): void {
    this.push(value);
    this.body.set(Number(local.immediate));
  }

  store(address: Operand32, offset: number, value: Operand32, op: MemoryOpcode = 'i32.store'): void {
    this.push(address);
    this.push(value);
    this.body.memory(op, offset);
  }

  store64(address: Operand32, offset: number, value: Expression): void {
    this.store(address, offset, value, 'i64.store');
  }

  when(condition: Operand32, then: () => void): void {
    this.push(condition);
    this.body.if();
    then();
    this.body.end();
  }

  leaveIf(condition: Operand32, label: Label): void {
    this.push(condition);
    this.body.brIf(label);
  }

  /** Adds one (or more) to a counter, u64 at a fixed address. */
  count(address: number, amount = 1): void {
    const sum = this.op64('add', this.load64(0, address), this.constant64(BigInt(amount)));
    this.store64(0, address, sum);
  }
}
