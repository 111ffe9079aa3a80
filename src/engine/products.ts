import type { ValueFunctions } from './values.js';
import { FunctionBody, type WasmModule } from './wasm.js';

/** High halves of 64-bit products, from four 32-bit ones. */
export function declareProducts(module: WasmModule): ValueFunctions {
  const mulHighUnsigned = module.declare(['i64', 'i64'], ['i64']);
  const mulHighSigned = module.declare(['i64', 'i64'], ['i64']);
  module.define(mulHighUnsigned, unsignedBody());
  module.define(mulHighSigned, signedBody(mulHighUnsigned));
  return { mulHighUnsigned, mulHighSigned };
}

function unsignedBody(): FunctionBody {
  const f = new FunctionBody(2);
  const [a, b] = [0, 1];
  const [low, cross1, cross2] = [f.local('i64'), f.local('i64'), f.local('i64')];
  const half = (local: number, high: boolean) => {
    f.get(local);
    f.i64(high ? 32n : 0xffff_ffffn);
    f.op(high ? 'i64.shr_u' : 'i64.and');
  };
  const product = (highA: boolean, highB: boolean) => {
    half(a, highA);
    half(b, highB);
    f.op('i64.mul');
  };
  product(false, false);
  f.set(low);
  // a.high * b.low + carry of the low product
  product(true, false);
  half(low, true);
  f.op('i64.add');
  f.set(cross1);
  product(false, true);
  half(cross1, false);
  f.op('i64.add');
  f.set(cross2);
  product(true, true);
  half(cross1, true);
  f.op('i64.add');
  half(cross2, true);
  f.op('i64.add');
  return f;
}

/** signed = unsigned - (a < 0 ? b : 0) - (b < 0 ? a : 0) */
function signedBody(unsigned: number): FunctionBody {
  const f = new FunctionBody(2);
  const [a, b] = [0, 1];
  f.get(a);
  f.get(b);
  f.call(unsigned);
  for (const [sign, other] of [[a, b], [b, a]] as const) {
    f.get(sign);
    f.i64(63n);
    f.op('i64.shr_s');
    f.get(other);
    f.op('i64.and');
    f.op('i64.sub');
  } // biome-ignore format: pairs
  return f;
}
