import type { StatusFlag } from '../isa/flags.js';
import type { OperandWidth } from '../isa/registers.js';
import type { Expression } from './expression.js';
import type { ValueType } from './wasm.js';

/** Where a handler finds its surroundings: as locals of the loop, or as variables in memory. */
export interface Surroundings {
  /** Inside the loop: nothing may be called, and what does not go fast goes to the handler's twin outside. */
  readonly hot: boolean;
  record: Expression;
  readonly x: Expression;
  readonly y: Expression;
  readonly r: Expression;
  readonly kind: Expression;
  /** Reserves a local that keeps its value. */
  local(type: ValueType): number;
}

/** One access to memory, in the order of the lookups. `place` is the local with the byte's place in the buffer. */
export interface AccessPlan {
  readonly address: Expression;
  readonly bytes: number;
  /** Bits of ACCESS for the miss path. */
  readonly flags: number;
  readonly place: number;
}

export type Statement =
  | { readonly kind: 'load'; readonly access: AccessPlan; readonly result: number; readonly width: OperandWidth }
  | { readonly kind: 'divide'; readonly division: Division }
  /** Brings STATE.rflags up to date and reads it. */
  | { readonly kind: 'flags'; readonly result: number }
  /** Raises #GP(0), after so many accesses, when the value is not zero. */
  | { readonly kind: 'protect'; readonly bad: Expression; readonly accesses: number }
  | { readonly kind: 'float'; readonly float: FloatPlan };

/**
 * A floating-point operation that the host may make if `fine` is not zero or, which takes longer to find out, `exact` is not; else the reference's
 * arithmetic makes it (float-calls.ts).
 */
export interface FloatPlan {
  readonly call: number;
  readonly operands: readonly Expression[];
  readonly value: Expression;
  readonly fine: Expression;
  /** Not looked at in the loop. `fresh`: a part of it that other operations of the instruction share. */
  readonly exact: Expression | null;
  readonly fresh: Expression | null;
  /** The local with the result. */
  readonly result: number;
  /** Accesses made before it. */
  readonly accesses: number;
}

export interface Division {
  readonly signed: boolean;
  readonly high: Expression;
  readonly low: Expression;
  readonly divisor: Expression;
  readonly quotient: number;
  readonly remainder: number;
  /** Accesses made before it. */
  readonly accesses: number;
}

export interface StorePlan {
  readonly value: Expression;
  /** null: made where the location was loaded. */
  readonly access: AccessPlan | null;
  readonly place: number;
}

/** New lazy flags. `set` writes all four; `carry` and `overflow` override CF, or CF and OF; `bits` writes given bits of RFLAGS. */
export type FlagPlan =
  | { readonly kind: 'set'; readonly x: Expression; readonly y: Expression; readonly r: Expression; readonly tag: Expression }
  | { readonly kind: 'carry'; readonly cf: Expression }
  | { readonly kind: 'overflow'; readonly cf: Expression; readonly of: Expression }
  | { readonly kind: 'bits'; readonly flags: Partial<Record<StatusFlag | 'df', Expression>> }; // biome-ignore format: one line each

export interface RegisterPlan {
  readonly address: Expression;
  readonly value: Expression;
  /** A 32-bit value leaves the bits above it, instead of clearing them. */
  readonly keeps: boolean;
  /** null: always. */
  readonly when: Expression | null;
}

export type Target =
  | { readonly kind: 'near' }
  | {
      readonly kind: 'address';
      readonly value: Expression;
      /** The jump is made and its target is not canonical: #GP(0). */
      readonly bad: Expression;
    };

/** Everything one instruction does, as expressions: what `run` of a meaning leaves. */
export interface Plan {
  readonly statements: readonly Statement[];
  readonly stores: readonly StorePlan[];
  readonly flags: FlagPlan | null;
  readonly flagsWhen: Expression | null;
  readonly registers: readonly RegisterPlan[];
  readonly jump: { readonly target: Target; readonly when: Expression | null } | null;
  readonly fault: number | null;
  /** In the loop: leave it when this is not zero. */
  readonly guards: readonly Expression[];
  readonly loads: number;
  readonly storeCount: number;
  readonly modifies: number;
  /** Translations: a read-modify-write is one. */
  readonly accesses: number;
}

/** Thrown by a meaning that this back end leaves to the reference CPU, or does not put into the loop. */
export class Unsupported extends Error {}
