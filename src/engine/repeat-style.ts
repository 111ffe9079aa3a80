import { RCX } from '../isa/registers.js';
import { STATE } from '../memory/layout.js';
import { ColdStyle } from './cold-style.js';
import { PRIVATE, RECORD } from './layout.js';
import type { Repeat } from './shapes.js';
import type { Label } from './wasm.js';

const COUNT = STATE.gpr + 8 * RCX;

/**
 * A string instruction with a repeat prefix: its element in a loop. Each element is a step; the instruction may be left after any of
 * them (limit) or in one (fault), and STATE.repeating says that its fetch has been made.
 */
export class RepeatStyle extends ColdStyle {
  private elements: Label | null = null;
  private repeat: Repeat = 'rep';

  /** What comes before an element. Nothing is fetched, and the count not looked at, when an earlier slice has begun. */
  begin(repeat: Repeat): void {
    const { body } = this.writer;
    this.repeat = repeat;
    this.load('i32.load', STATE.repeating);
    body.op('i32.eqz');
    body.if();
    this.store('i64.store', PRIVATE.repeatStart, () => this.load('i64.load', PRIVATE.clock));
    this.store('i32.store', PRIVATE.repeatHandler, () => {
      body.get(0);
      body.memory('i32.load16_u', RECORD.handler);
    });
    this.load('i64.load', COUNT);
    body.op('i64.eqz');
    body.if();
    super.goNext();
    body.end();
    body.end();
    this.elements = body.loop();
  }

  /** After an element: on, or out. */
  override goNext(): void {
    const { body } = this.writer;
    this.advanceClock();
    this.store('i64.store', COUNT, () => {
      this.load('i64.load', COUNT);
      body.i64(1n);
      body.op('i64.sub');
    });
    this.load('i64.load', COUNT);
    body.op('i64.eqz');
    if (this.repeat !== 'rep') this.orComparisonEnds();
    body.if();
    this.store('i32.store', STATE.repeating, () => body.i32(0));
    this.leaveWith(() => this.pushNext());
    body.end();
    this.store('i32.store', PRIVATE.unfinished, () => {
      this.load('i32.load', PRIVATE.unfinished);
      body.i32(1);
      body.op('i32.add');
    });
    this.store('i32.store', STATE.repeating, () => {
      body.get(0);
      body.memory('i32.load', RECORD.displacement);
    });
    this.load('i64.load', PRIVATE.clock);
    this.load('i64.load', PRIVATE.limit);
    body.op('i64.ge_u');
    body.if();
    this.leaveWith(() => body.get(0));
    body.end();
    body.br(this.elements!);
    body.end();
    body.unreachable();
  }

  /** repe goes on while ZF (r = 0), repne while not. */
  private orComparisonEnds(): void {
    const { body } = this.writer;
    this.load('i64.load', PRIVATE.r);
    body.op('i64.eqz');
    if (this.repeat === 'repe') body.op('i32.eqz');
    body.op('i32.or');
  }

  /** Returns the record that `push` pushes. */
  private leaveWith(push: () => void): void {
    this.store('i64.store', PRIVATE.repeatEnd, () => this.load('i64.load', PRIVATE.clock));
    push();
    this.writer.body.return();
  }
}
