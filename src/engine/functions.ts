import type { Imports } from './cold-style.js';
import { Emitter } from './emit-wasm.js';
import type { FlagFunctions } from './flag-functions.js';
import type { Plan, Surroundings } from './plan.js';
import { type HandlerShape, meanings } from './shapes.js';
import type { ValueFunctions } from './values.js';

/** Everything that handlers call. */
export interface Functions extends FlagFunctions, ValueFunctions, Imports {
  /** Type of a handler outside the loop, and their table. */
  readonly handlerType: number;
}

/** Runs the meaning of a shape. */
export function planOf(shape: HandlerShape, here: Surroundings, functions: Functions): Plan {
  const emitter = new Emitter(shape, here, functions);
  meanings[shape.meaning]!(emitter, ...shape.operands.keys());
  return emitter.plan();
}
