import type { Condition } from '../isa/conditions.js';
import { CONDITIONS } from '../isa/conditions.js';
import type { Flag, FlagRecipe, StatusFlag } from '../isa/flags.js';
import { FLAG_BIT } from '../isa/flags.js';
import { STATE } from '../memory/layout.js';
import type { Expression } from './expression.js';
import type { FlagFunctions } from './flag-functions.js';
import { KIND, KIND_FLAG_SHIFT, KIND_MASK, kindBit, kindOf } from './lazy-flags.js';
import { type FlagPlan, type Surroundings, Unsupported } from './plan.js';
import { type ValueFunctions, Values } from './values.js';

/** The flags of `Semantics` as WebAssembly expressions over their lazy form. */
export abstract class FlagValues extends Values {
  protected readonly here: Surroundings;
  protected readonly guards: Expression[] = [];
  protected flagPlan: FlagPlan | null = null;
  protected flagsWhen: Expression | null = null;
  private readonly functions: FlagFunctions;

  constructor(here: Surroundings, functions: FlagFunctions & ValueFunctions) {
    super(functions);
    this.here = here;
    this.functions = functions;
  }

  flag(flag: Flag): Expression {
    switch (flag) {
      case 'cf':
        return this.condition('b');
      case 'zf':
        return this.condition('e');
      case 'sf':
        return this.condition('s');
      case 'of':
        return this.condition('o');
      case 'pf':
        return this.condition('p');
      case 'df':
        return this.bit(this.graph.load('i32.load', 32, this.constant(0, 32), STATE.rflags), FLAG_BIT.df);
      default:
        throw new Unsupported(`reads ${flag}`);
    }
  }

  condition(condition: Condition): Expression {
    const number = CONDITIONS.indexOf(condition);
    const value = this.evenCondition(CONDITIONS[number & ~1]!);
    return number & 1 ? this.graph.truth('i32.eqz', [value]) : value;
  }

  private evenCondition(condition: Condition): Expression {
    const { x, y, r, hot } = this.here;
    switch (condition) {
      case 'b':
        return this.graph.truth('i64.lt_u', [x, y]);
      case 'e':
        return this.graph.truth('i64.eqz', [r]);
      case 'be':
        return this.graph.truth('i32.or', [this.graph.truth('i64.lt_u', [x, y]), this.graph.truth('i64.eqz', [r])]);
      case 's':
        return this.graph.truth('i64.lt_s', [r, this.constant(0, 64)]);
      case 'l':
        return hot ? this.signedCompare('i64.lt_s') : this.called(this.functions.less);
      case 'le':
        if (hot) return this.signedCompare('i64.le_s');
        return this.graph.truth('i32.or', [this.called(this.functions.less), this.graph.truth('i64.eqz', [r])]);
      case 'o':
        return this.called(this.functions.overflow);
      default:
        return hot ? this.keptParity() : this.called(this.functions.parity);
    }
  }

  private called(index: number): Expression {
    if (this.here.hot) throw new Unsupported('calls');
    return this.graph.make('call', 'i32', 1, [], BigInt(index), { clean: true, max: 1 });
  }

  /** Right after a comparison; otherwise the twin outside the loop finds the flags. */
  private signedCompare(op: 'i64.lt_s' | 'i64.le_s'): Expression {
    this.guards.push(this.here.kind);
    return this.graph.truth(op, [this.here.x, this.here.y]);
  }

  /** Right after a comparison of floating-point numbers. */
  private keptParity(): Expression {
    const { kind } = this.here;
    const type = this.and(kind, this.constant(KIND_MASK, 32));
    this.guards.push(this.xor(type, this.constant(KIND.kept, 32)));
    return this.bit(kind, kindBit('pf'));
  }

  setFlags(recipe: FlagRecipe, a: Expression, b: Expression, result: Expression): void {
    this.flagPlan = this.recipePlan(recipe, a, b, result);
  }

  private recipePlan(recipe: FlagRecipe, a: Expression, b: Expression, result: Expression): FlagPlan {
    const r = this.signed64(result);
    const zero = this.constant(0, 64);
    const tag = (kind: number) => this.constant(kind, 32);
    switch (recipe) {
      case 'sub':
        return { kind: 'set', x: this.signed64(a), y: this.signed64(b), r, tag: tag(KIND.compare) };
      case 'logic':
        return { kind: 'set', x: r, y: zero, r, tag: tag(KIND.compare) };
      case 'add':
        return { kind: 'set', x: r, y: this.signed64(a), r, tag: tag(kindOf(KIND.add, a.width)) };
      default: {
        const cf = this.unsigned64(this.condition('b'));
        return { kind: 'set', x: zero, y: cf, r, tag: tag(kindOf(KIND[recipe], a.width)) };
      }
    }
  }

  setFlagValues(flags: Partial<Record<StatusFlag | 'df', Expression>>, when?: Expression): void {
    if (when) this.flagsWhen = when;
    const trusted = when ? this.withoutProtection(flags, when) : flags;
    this.flagPlan = this.valuesPlan(trusted);
  }

  private valuesPlan(flags: Partial<Record<StatusFlag | 'df', Expression>>): FlagPlan {
    const { cf, of, af, zf, sf, pf, df } = flags;
    if (cf && !of && !af && !zf && !sf && !pf && !df) return { kind: 'carry', cf };
    if (cf && of && !af && !zf && !sf && !pf && !df) return { kind: 'overflow', cf, of };
    if (cf && of && af && zf && sf && pf && !df && sf.op === 'const' && sf.immediate === 0n)
      return this.givenFlags({ cf, of, af, zf, pf });
    const result = zf?.says?.of;
    const one = result && sf?.says?.of === result && pf?.says?.of === result;
    if (!one || !cf || !of || !af || df) return { kind: 'bits', flags };
    const tag = this.tagOf(KIND.given, { of, af });
    return { kind: 'set', x: this.constant(0, 64), y: this.unsigned64(cf), r: this.signed64(result), tag };
  }

  /** A kind with flags in it. */
  private tagOf(kind: number, flags: Partial<Record<StatusFlag, Expression>>): Expression {
    let tag = this.constant(kind, 32);
    for (const [name, flag] of Object.entries(flags) as [StatusFlag, Expression][]) {
      if (flag.op === 'const' && flag.immediate === 0n) continue;
      const place = this.constant(KIND_FLAG_SHIFT + FLAG_BIT[name], 32);
      tag = this.or(tag, this.shl(this.graph.same(flag, 32, true), place));
    }
    return tag;
  }

  /** All flags, none of them from a result; SF is clear. */
  private givenFlags({ cf, of, af, zf, pf }: Record<'cf' | 'of' | 'af' | 'zf' | 'pf', Expression>): FlagPlan {
    const r = this.unsigned64(this.graph.truth('i32.eqz', [zf]));
    return {
      kind: 'set',
      x: this.constant(0, 64),
      y: this.unsigned64(cf),
      r,
      tag: this.tagOf(KIND.kept, { of, af, pf }),
    };
  }

  /**
   * Flags that are written only if a count is not zero need no protection against count - 1 being below zero: plain shifts give them.
   */
  private withoutProtection<T extends Partial<Record<string, Expression>>>(flags: T, when: Expression): T {
    const zero = when.op === 'i32.eqz' ? when.args[0]!.says : null;
    if (zero?.kind !== 'zero') return flags;
    const plain = new Map<Expression, Expression>();
    for (const [shift, { plain: replacement, count }] of this.protectedShifts) {
      const [from, one] = count.args;
      const isBefore = count.op.endsWith('.sub') && from === zero.of && one?.op === 'const' && one.immediate === 1n;
      if (isBefore && from.max <= (replacement.width === 64 ? 64 : 32)) plain.set(shift, replacement);
    }
    const entries = Object.entries(flags).map(([flag, value]) => [flag, this.replaced(value!, plain)]);
    return Object.fromEntries(entries) as T;
  }

  private replaced(node: Expression, by: ReadonlyMap<Expression, Expression>): Expression {
    const replacement = by.get(node);
    if (replacement) return replacement;
    const args = node.args.map((arg) => this.replaced(arg, by));
    if (args.every((arg, index) => arg === node.args[index])) return node;
    return this.graph.make(node.op, node.type, node.width, args, node.immediate, node);
  }
}
