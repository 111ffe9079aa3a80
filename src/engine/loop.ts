import { PAGE_BYTES } from '../memory/layout.js';
import { pushCodeSlot } from './code-slot.js';
import { Graph, Temporaries, Writer } from './expression.js';
import { type Functions, planOf } from './functions.js';
import { writeHandler } from './handler.js';
import { HotStyle, type LoopLabels, type LoopLocals } from './hot-style.js';
import { CODE_FAST, CODE_FAST_SLOT, EXIT, HANDLER, PRIVATE, RECORD } from './layout.js';
import { type Surroundings, Unsupported } from './plan.js';
import type { HandlerShape } from './shapes.js';
import { FunctionBody, type Label, type MemoryOpcode } from './wasm.js';

const RECORD_PARAMETER = 0;

/**
 * The function `run(record) -> exit`: dispatches records until the limit or until something needs TypeScript.
 *
 *     outer:  clock >= limit? leave.  no record? go
 *       inner:  clock += step.  br_table on the record's handler
 *               handlers: end with `inner`, `go` or, before any effect, `outside`
 *       go:       the record of `target`: same page, or a page in the code fast table; else leave
 *       outside:  the handler outside the loop, through the function table, with the state in memory
 *
 * The inner loop calls nothing, so that its state stays in machine registers. The limit is looked at after branches and outside handlers
 * only, so that up to STRAIGHT more steps may be made; where that is too many, the `exact` function looks before every step.
 */
export function writeLoop(
  hot: readonly HandlerShape[],
  flagless: readonly HandlerShape[],
  functions: Functions,
  exact: boolean,
): FunctionBody {
  const body = new FunctionBody(1);
  const locals: LoopLocals = {
    record: RECORD_PARAMETER,
    clock: body.local('i64'),
    target: body.local('i64'),
  };
  const exit = body.local('i32');
  const loop = new Loop(body, locals, functions, exact);
  loop.reload();
  body.i32(0);
  body.memory('i64.load', PRIVATE.target);
  body.set(locals.target);
  const leave = body.block();
  const outer = body.loop();
  const outside = body.block();
  const go = body.block();
  const limit = body.block();
  body.get(locals.record);
  body.op('i32.eqz');
  body.brIf(go);
  if (!exact) loop.leaveAtLimit(limit);
  loop.writeInner(hot, flagless, { go, outside, limit });
  body.end();
  body.i32(EXIT.budget);
  body.set(exit);
  body.br(leave);
  body.end();
  loop.writeGo(outer, leave, exit);
  body.end();
  loop.writeOutside(outer, leave, exit);
  body.end();
  body.end();
  loop.spill();
  body.call(functions.materialize);
  body.get(exit);
  return body;
}

interface InnerLabels {
  readonly go: Label;
  readonly outside: Label;
  readonly limit: Label;
}

class Loop {
  private readonly body: FunctionBody;
  private readonly exact: boolean;
  private readonly locals: LoopLocals;
  private readonly functions: Functions;
  private readonly variables: readonly (readonly [number, MemoryOpcode, MemoryOpcode, number])[];

  constructor(body: FunctionBody, locals: LoopLocals, functions: Functions, exact: boolean) {
    this.exact = exact;
    this.body = body;
    this.locals = locals;
    this.functions = functions;
    this.variables = [[locals.clock, 'i64.load', 'i64.store', PRIVATE.clock]];
  }

  /** State from memory into locals. */
  reload(): void {
    const { body } = this;
    for (const [local, load, , offset] of this.variables) {
      body.i32(0);
      body.memory(load, offset);
      body.set(local);
    }
  }

  /** State from locals into memory. */
  spill(): void {
    const { body, locals } = this;
    const record = [locals.record, 'i32.load', 'i32.store', PRIVATE.record] as const;
    for (const [local, , store, offset] of [...this.variables, record]) {
      body.i32(0);
      body.get(local);
      body.memory(store, offset);
    }
  }

  /**
   * The handlers `hot`, then those of `flagless`: some of `hot` again, for where their flags are never seen. A step that may be the last
   * must leave its flags: in the exact function these numbers lead to the handlers with flags.
   */
  writeInner(
    hot: readonly HandlerShape[],
    flagless: readonly HandlerShape[],
    { go, outside, limit }: InnerLabels,
  ): void {
    const { body, locals } = this;
    const next = body.loop();
    if (this.exact) this.leaveAtLimit(limit);
    body.get(locals.clock);
    body.i64(8n);
    body.op('i64.add');
    body.set(locals.clock);
    const written = this.exact ? hot : [...hot, ...flagless];
    const handlers = written.map(() => body.block()).reverse();
    const link = body.block();
    const off = body.block();
    body.get(locals.record);
    body.memory('i32.load16_u', RECORD.handler);
    const inside = new Map([
      [HANDLER.fallOff, off],
      [HANDLER.link, link],
    ] as [number, Label][]);
    const fixed = Array.from({ length: HANDLER.first }, (_, number) => inside.get(number) ?? outside);
    const withFlags = this.exact ? flagless.map((shape) => handlers[hot.indexOf(shape)]!) : [];
    body.brTable([...fixed, ...handlers, ...withFlags], outside);
    body.end();
    this.writeFallOff(go);
    body.end();
    this.writeLink(next);
    const temporaries = new Temporaries(body);
    written.forEach((shape, index) => {
      body.end();
      temporaries.reset();
      this.writeHot(shape, index >= hot.length, temporaries, { next, go, outside, limit });
    });
    body.end();
    body.unreachable();
  }

  private writeHot(shape: HandlerShape, flagless: boolean, temporaries: Temporaries, labels: LoopLabels): void {
    const { body, locals } = this;
    const graph = new Graph();
    const here: Surroundings = {
      hot: true,
      record: graph.local(locals.record, 32),
      x: graph.load('i64.load', 64, graph.constant(0n, 32), PRIVATE.x),
      y: graph.load('i64.load', 64, graph.constant(0n, 32), PRIVATE.y),
      r: graph.load('i64.load', 64, graph.constant(0n, 32), PRIVATE.r),
      kind: graph.load('i32.load', 32, graph.constant(0n, 32), PRIVATE.kind),
      local: (type) => temporaries.take(type),
    };
    const plan = planOf(shape, here, this.functions);
    if (plan.stores.length > 1) throw new Unsupported('two stores');
    const writer = new Writer(body, temporaries);
    const effective = flagless ? { ...plan, flags: null, flagsWhen: null } : plan;
    writeHandler(effective, writer, new HotStyle(writer, locals, labels, this.exact));
  }

  /** Behind the last instruction of a page: takes no step. */
  private writeFallOff(go: Label): void {
    const { body, locals } = this;
    this.addToClock(-8n);
    body.i32(0);
    body.memory('i64.load', PRIVATE.pageBase);
    body.get(locals.record);
    body.memory('i64.load16_u', RECORD.nextOffset);
    body.op('i64.add');
    body.set(locals.target);
    body.br(go);
  }

  /** A chain of records goes on elsewhere: takes no step. */
  private writeLink(next: Label): void {
    const { body, locals } = this;
    this.addToClock(-8n);
    body.get(locals.record);
    body.memory('i32.load', RECORD.displacement);
    body.set(locals.record);
    body.br(next);
  }

  leaveAtLimit(limit: Label): void {
    this.body.get(this.locals.clock);
    this.pushLimit();
    this.body.op('i64.ge_u');
    this.body.brIf(limit);
  }

  private pushLimit(): void {
    this.body.i32(0);
    this.body.memory('i64.load', PRIVATE.limit);
  }

  private addToClock(amount: bigint): void {
    const { body, locals } = this;
    body.get(locals.clock);
    body.i64(amount);
    body.op('i64.add');
    body.set(locals.clock);
  }

  /** Finds the record of `target`, as the next fetch: in this page, which needs no lookup, or by the code fast table. */
  writeGo(outer: Label, leave: Label, exit: number): void {
    const { body, locals } = this;
    const [page, slot] = [body.local('i64'), body.local('i32')];
    const leaveWith = (reason: number) => {
      body.i32(0);
      body.get(locals.target);
      body.memory('i64.store', PRIVATE.target);
      body.i32(0);
      body.set(locals.record);
      body.i32(reason);
      body.set(exit);
      body.br(leave);
    };
    body.get(locals.clock);
    this.pushLimit();
    body.op('i64.ge_u');
    body.if();
    leaveWith(EXIT.budget);
    body.end();
    body.get(locals.target);
    body.i64(-4096n);
    body.op('i64.and');
    body.tee(page);
    body.i32(0);
    body.memory('i64.load', PRIVATE.pageTag);
    body.op('i64.ne');
    body.if();
    body.get(page);
    pushCodeSlot(body, page);
    body.tee(slot);
    body.memory('i64.load', CODE_FAST + CODE_FAST_SLOT.tag);
    body.op('i64.ne');
    body.if();
    leaveWith(EXIT.fetch);
    body.end();
    this.changePage(page, slot);
    body.end();
    body.i32(0);
    body.memory('i32.load', PRIVATE.pageTable);
    body.get(locals.target);
    body.op('i32.wrap_i64');
    body.i32(PAGE_BYTES - 1);
    body.op('i32.and');
    body.i32(2);
    body.op('i32.shl');
    body.op('i32.add');
    body.memory('i32.load', 0);
    body.tee(locals.record);
    body.op('i32.eqz');
    body.if();
    leaveWith(EXIT.decode);
    body.end();
    body.br(outer);
  }

  /** Stamps the entry of the page that is left with its last fetch, and makes another page current. */
  private changePage(page: number, slot: number): void {
    const { body, locals } = this;
    const [entry, time] = [body.local('i32'), body.local('i64')];
    body.i32(0);
    body.memory('i32.load', PRIVATE.pageEntry);
    body.tee(entry);
    body.i32(0);
    body.memory('i64.load', PRIVATE.repeatStart);
    body.get(locals.clock);
    body.i64(8n);
    body.op('i64.sub');
    body.i32(0);
    body.memory('i64.load', PRIVATE.repeatEnd);
    body.get(locals.clock);
    body.op('i64.eq');
    body.op('select');
    body.tee(time);
    // A data access may have used the entry of a unified TLB later.
    body.get(entry);
    body.memory('i64.load', 24);
    body.get(time);
    body.get(entry);
    body.memory('i64.load', 24);
    body.op('i64.gt_u');
    body.op('select');
    body.memory('i64.store', 24);
    for (const [variable, field] of [[PRIVATE.pageTable, CODE_FAST_SLOT.table], [PRIVATE.pageEntry, CODE_FAST_SLOT.entry]] as const) {
      body.i32(0);
      body.get(slot);
      body.memory('i32.load', CODE_FAST + field);
      body.memory('i32.store', variable);
    } // biome-ignore format: pairs
    for (const variable of [PRIVATE.pageBase, PRIVATE.pageTag]) {
      body.i32(0);
      body.get(page);
      body.memory('i64.store', variable);
    }
  }

  /** Calls the handler outside the loop. */
  writeOutside(outer: Label, leave: Label, exit: number): void {
    const { body, locals } = this;
    this.addToClock(-8n);
    this.spill();
    body.get(locals.record);
    body.get(locals.record);
    body.memory('i32.load16_u', RECORD.handler);
    body.callIndirect(this.functions.handlerType);
    const answer = body.local('i32');
    body.set(answer);
    this.reload();
    body.get(answer);
    body.i32(1);
    body.op('i32.gt_u');
    body.if();
    body.get(answer);
    body.set(locals.record);
    body.br(outer);
    body.end();
    body.get(answer);
    body.if();
    body.i32(0);
    body.memory('i64.load', PRIVATE.target);
    body.set(locals.target);
    body.i32(0);
    body.set(locals.record);
    body.br(outer);
    body.end();
    body.i32(0);
    body.memory('i32.load', PRIVATE.exit);
    body.set(exit);
    body.br(leave);
  }
}
