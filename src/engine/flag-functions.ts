import { FLAG_BIT } from '../isa/flags.js';
import { PRIVATE } from './layout.js';
import { KIND, KIND_FLAG_SHIFT } from './lazy-flags.js';
import { bit, loadRflags, materializeBody } from './materialize.js';
import { FunctionBody, type WasmModule } from './wasm.js';

/** Functions over the flags in PRIVATE. */
export interface FlagFunctions {
  /** Writes the status bits of STATE.rflags. */
  readonly materialize: number;
  /** Reads them back into x, y, r, kind. Ends the slice when they cannot be expressed. */
  readonly adopt: number;
  /** The truth of SF != OF, of OF, of PF; they materialize. */
  readonly less: number;
  readonly overflow: number;
  readonly parity: number;
}

export function declareFlagFunctions(module: WasmModule): FlagFunctions {
  const materialize = module.declare([], []);
  const adopt = module.declare([], []);
  const [less, overflow, parity] = [module.declare([], ['i32']), module.declare([], ['i32']), module.declare([], ['i32'])]; // biome-ignore format: one line
  module.define(materialize, materializeBody());
  module.define(adopt, adoptBody());
  module.define(less, bitsDiffer(materialize, FLAG_BIT.sf, FLAG_BIT.of));
  module.define(overflow, oneBit(materialize, FLAG_BIT.of));
  module.define(parity, oneBit(materialize, FLAG_BIT.pf));
  return { materialize, adopt, less, overflow, parity };
}

function oneBit(materialize: number, index: number): FunctionBody {
  const f = new FunctionBody(0);
  f.call(materialize);
  loadRflags(f);
  bit(f, index);
  return f;
}

function bitsDiffer(materialize: number, first: number, second: number): FunctionBody {
  const f = new FunctionBody(0);
  f.call(materialize);
  loadRflags(f);
  bit(f, first);
  loadRflags(f);
  bit(f, second);
  f.op('i32.xor');
  return f;
}

const KEPT_IN_KIND = (1 << FLAG_BIT.sf) | (1 << FLAG_BIT.pf) | (1 << FLAG_BIT.af) | (1 << FLAG_BIT.of);
const ZERO_AND_SIGN = (1 << FLAG_BIT.zf) | (1 << FLAG_BIT.sf);

function adoptBody(): FunctionBody {
  const f = new FunctionBody(0);
  const flags = f.local('i32');
  loadRflags(f);
  f.set(flags);
  f.i32(0);
  f.i64(0n);
  f.memory('i64.store', PRIVATE.x);
  f.i32(0);
  f.get(flags);
  bit(f, FLAG_BIT.cf);
  f.op('i64.extend_i32_u');
  f.memory('i64.store', PRIVATE.y);
  // r: 0 for ZF, else -1 for SF, else 1.
  f.i32(0);
  f.get(flags);
  bit(f, FLAG_BIT.zf);
  f.op('i32.eqz');
  f.i32(1);
  f.get(flags);
  bit(f, FLAG_BIT.sf);
  f.i32(1);
  f.op('i32.shl');
  f.op('i32.sub');
  f.op('i32.mul');
  f.op('i64.extend_i32_s');
  f.memory('i64.store', PRIVATE.r);
  f.i32(0);
  f.get(flags);
  f.i32(KEPT_IN_KIND);
  f.op('i32.and');
  f.i32(KIND_FLAG_SHIFT);
  f.op('i32.shl');
  f.i32(KIND.kept);
  f.op('i32.or');
  f.memory('i32.store', PRIVATE.kind);
  f.get(flags);
  f.i32(ZERO_AND_SIGN);
  f.op('i32.and');
  f.i32(ZERO_AND_SIGN);
  f.op('i32.eq');
  f.if();
  f.i32(0);
  f.i64(0n);
  f.memory('i64.store', PRIVATE.limit);
  f.end();
  return f;
}
