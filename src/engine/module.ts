import { PAGE_BYTES } from '../memory/layout.js';
import { pushCodeSlot } from './code-slot.js';
import { ColdStyle } from './cold-style.js';
import { Graph, Temporaries, Writer } from './expression.js';
import { declareFlagFunctions } from './flag-functions.js';
import { type Functions, planOf } from './functions.js';
import { writeHandler } from './handler.js';
import { CODE_FAST, CODE_FAST_SLOT, EXIT, PRIVATE, RECORD } from './layout.js';
import { writeLoop } from './loop.js';
import { missBody } from './miss-function.js';
import { declareProducts } from './products.js';
import { RepeatStyle } from './repeat-style.js';
import type { HandlerShape } from './shapes.js';
import { FunctionBody, WasmModule } from './wasm.js';

export interface InterpreterModule {
  readonly bytes: Uint8Array;
  /** Bytes of the larger one of the loop functions. */
  readonly loopBytes: number;
}

/**
 * Builds the interpreter. Numbering: `hot` shapes, which are handlers in the loop too; `flagless`, some of them again; `cold` ones. Outside the
 * loop every handler leaves its flags.
 */
export function buildModule(
  hot: readonly HandlerShape[],
  flagless: readonly HandlerShape[],
  cold: readonly HandlerShape[],
): InterpreterModule {
  const module = new WasmModule();
  const slow = module.import('miss', ['i32', 'i32', 'i32', 'i32'], ['i32']);
  const commit = module.import('commit', ['i32'], []);
  const divideWide = module.import('divideWide', ['i32', 'i64', 'i64', 'i64'], ['i32']);
  const float = module.import('float', ['i32'], []);
  const settleFloats = module.import('settleFloats', [], ['i32']);
  const miss = module.declare(['i32', 'i32', 'i32', 'i32'], ['i32']);
  module.define(miss, missBody(slow));
  const functions: Functions = {
    miss,
    commit,
    divideWide,
    float,
    settleFloats,
    ...declareFlagFunctions(module),
    ...declareProducts(module),
    handlerType: module.type(['i32'], ['i32']),
  };
  const fixed = [
    leaving(module, EXIT.decode),
    fallOff(module),
    crossing(module),
    leaving(module, EXIT.fallback),
    following(module, RECORD.displacement),
  ];
  const outside = new Map([...hot, ...cold].map((shape) => [shape, coldHandler(module, shape, functions)]));
  module.table([...fixed, ...[...hot, ...flagless, ...cold].map((shape) => outside.get(shape)!)]);
  const loop = writeLoop(hot, flagless, functions, false);
  const exact = writeLoop(hot, flagless, functions, true);
  module.export('run', defined(module, loop));
  module.export('runExact', defined(module, exact));
  module.export('adopt', functions.adopt);
  return { bytes: module.encode(), loopBytes: Math.max(loop.size, exact.size) };
}

function coldHandler(module: WasmModule, shape: HandlerShape, functions: Functions): number {
  const body = new FunctionBody(1);
  const temporaries = new Temporaries(body);
  const graph = new Graph();
  const zero = graph.constant(0n, 32);
  const plan = planOf(
    shape,
    {
      hot: false,
      record: graph.local(0, 32),
      x: graph.load('i64.load', 64, zero, PRIVATE.x),
      y: graph.load('i64.load', 64, zero, PRIVATE.y),
      r: graph.load('i64.load', 64, zero, PRIVATE.r),
      kind: graph.load('i32.load', 32, zero, PRIVATE.kind),
      local: (type) => temporaries.take(type),
    },
    functions,
  );
  const writer = new Writer(body, temporaries);
  if (shape.repeat === 'none') writeHandler(plan, writer, new ColdStyle(writer, functions, functions));
  else {
    const style = new RepeatStyle(writer, functions, functions);
    style.begin(shape.repeat);
    writeHandler(plan, writer, style);
  }
  body.unreachable();
  return defined(module, body);
}

function defined(module: WasmModule, body: FunctionBody): number {
  const index = module.declare(['i32'], ['i32']);
  module.define(index, body);
  return index;
}

/** The record is not an instruction, or not one of ours. */
function leaving(module: WasmModule, exit: number): number {
  const body = new FunctionBody(1);
  body.i32(0);
  body.i32(exit);
  body.memory('i32.store', PRIVATE.exit);
  body.i32(0);
  return defined(module, body);
}

/** Goes on at the record in a field. */
function following(module: WasmModule, field: number): number {
  const body = new FunctionBody(1);
  body.get(0);
  body.memory('i32.load', field);
  return defined(module, body);
}

/** Behind the last instruction of a page: not an instruction, takes no step, goes to the next page. */
function fallOff(module: WasmModule): number {
  const body = new FunctionBody(1);
  body.i32(0);
  body.i32(0);
  body.memory('i64.load', PRIVATE.pageBase);
  body.get(0);
  body.memory('i64.load16_u', RECORD.nextOffset);
  body.op('i64.add');
  body.memory('i64.store', PRIVATE.target);
  body.i32(1);
  return defined(module, body);
}

/**
 * An instruction that lies in two pages: the second one must be where it was when the instruction was decoded (its records are in the
 * `displacement` field). Its lookup is stamped and counted; then the instruction's own record is executed.
 */
function crossing(module: WasmModule): number {
  const body = new FunctionBody(1);
  const page = body.local('i64');
  const slot = body.local('i32');
  body.i32(0);
  body.memory('i64.load', PRIVATE.pageBase);
  body.i64(BigInt(PAGE_BYTES));
  body.op('i64.add');
  body.tee(page);
  pushCodeSlot(body, page);
  body.tee(slot);
  body.memory('i64.load', CODE_FAST + CODE_FAST_SLOT.tag);
  body.op('i64.eq');
  body.get(slot);
  body.memory('i32.load', CODE_FAST + CODE_FAST_SLOT.table);
  body.get(0);
  body.memory('i32.load', RECORD.displacement);
  body.op('i32.eq');
  body.op('i32.and');
  body.op('i32.eqz');
  body.if();
  body.i32(0);
  body.i32(EXIT.crossing);
  body.memory('i32.store', PRIVATE.exit);
  body.i32(0);
  body.return();
  body.end();
  body.get(slot);
  body.memory('i32.load', CODE_FAST + CODE_FAST_SLOT.entry);
  body.i32(0);
  body.memory('i64.load', PRIVATE.clock);
  body.i64(1n);
  body.op('i64.add');
  body.memory('i64.store', 24);
  body.i32(0);
  body.i32(0);
  body.memory('i32.load', PRIVATE.crossings);
  body.i32(1);
  body.op('i32.add');
  body.memory('i32.store', PRIVATE.crossings);
  body.get(0);
  body.memory('i32.load', RECORD.own);
  return defined(module, body);
}
