import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../src/engine/module-cache.js';
import { pack, unpack } from '../../../src/engine/packing.js';
import { declareProducts } from '../../../src/engine/products.js';
import { FunctionBody, WasmModule } from '../../../src/engine/wasm.js';
import { SeededRandom } from '../../support/seeded-random.js';

function instantiate(module: WasmModule): Record<string, (...args: never[]) => unknown> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const compiled = new WebAssembly.Module(module.encode() as Uint8Array<ArrayBuffer>);
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory, twice: (value: number) => 2 * value } });
  return exports as Record<string, (...args: never[]) => unknown>;
}

/** A module with one function `f`, and an import `twice`. */
function single(parameters: ('i32' | 'i64')[], result: 'i32' | 'i64', write: (f: FunctionBody) => void) {
  const module = new WasmModule();
  module.import('twice', ['i32'], ['i32']);
  const index = module.declare(parameters, [result]);
  const body = new FunctionBody(parameters.length);
  write(body);
  module.define(index, body);
  module.export('f', index);
  module.table([index]);
  return instantiate(module).f!;
}

describe('the WebAssembly encoder', () => {
  it.each([0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, -8192, 0x7fffffff, -0x80000000])('encodes i32 %i', (value) => {
    expect(single([], 'i32', (f) => f.i32(value))()).toBe(value);
  });

  it.each([0n, -1n, 0x7fff_ffff_ffff_ffffn, -0x8000_0000_0000_0000n, 0x1234_5678_9abcn])('encodes i64 %i', (value) => {
    expect(single([], 'i64', (f) => f.i64(value))()).toBe(value);
  });

  it('encodes numbers by their bits, a NaN with a payload too', () => {
    const double = single([], 'i64', (f) => {
      f.bits('f64', 0x7ff8_0000_dead_beefn);
      f.op('i64.reinterpret_f64');
    });
    expect(double()).toBe(0x7ff8_0000_dead_beefn);
    const float = single([], 'i32', (f) => {
      f.bits('f32', 0x3fc0_0000n);
      f.op('i32.reinterpret_f32');
    });
    expect(float()).toBe(0x3fc0_0000);
  });

  it.each([0, 1])('encodes vectors: lane %i of bytes of two', (lane) => {
    const f = single([], 'i64', (body) => {
      body.bits('v128', 0x0f0e0d0c0b0a09080706050403020100n);
      body.bits('v128', 0x1f1e1d1c1b1a19181716151413121110n);
      body.shuffle(0x1f0f_1e0e_1d0d_1c0c_1303_1202_1101_1000n);
      body.bits('v128', 0x0101_0101_0101_0101_0202_0202_0202_0202n);
      body.op('i8x16.add');
      body.lane('i64x2.extract_lane', lane);
    });
    const sum =
      lane === 0 ? 0x1303_1202_1101_1000n + 0x0202_0202_0202_0202n : 0x1f0f_1e0e_1d0d_1c0cn + 0x0101_0101_0101_0101n;
    expect(BigInt.asUintN(64, f() as bigint)).toBe(sum);
  });

  it('branches to labels by name, out of nested blocks', () => {
    const f = single(['i32'], 'i32', (body) => {
      const result = body.local('i32');
      const outer = body.block();
      const [first, second] = [body.block(), body.block()];
      body.get(0);
      body.brTable([second, first], outer);
      body.end();
      body.i32(10);
      body.set(result);
      body.br(outer);
      body.end();
      body.i32(20);
      body.set(result);
      body.end();
      body.get(result);
    }) as unknown as (n: number) => number;
    expect([0, 1, 2, 99].map((n) => f(n))).toEqual([10, 20, 0, 0]);
  });

  it('calls imports, and keeps values in memory', () => {
    const f = single(['i32'], 'i32', (body) => {
      body.i32(0);
      body.get(0);
      body.call(0);
      body.memory('i32.store', 40_000);
      body.i32(40_000);
      body.memory('i32.load16_u', 0);
    }) as unknown as (n: number) => number;
    expect(f(0x8001)).toBe(2);
  });

  it('has high halves of products', () => {
    const module = new WasmModule();
    const { mulHighSigned, mulHighUnsigned } = declareProducts(module);
    module.export('signed', mulHighSigned);
    module.export('unsigned', mulHighUnsigned);
    const { signed, unsigned } = instantiate(module) as unknown as Record<string, (a: bigint, b: bigint) => bigint>;
    const random = new SeededRandom(1);
    const word = () =>
      BigInt.asUintN(64, (BigInt(random.below(2 ** 32)) << BigInt(random.below(36))) - BigInt(random.below(3)));
    for (let round = 0; round < 2000; round++) {
      const [a, b] = [word(), word()];
      expect(BigInt.asUintN(64, unsigned!(a, b))).toBe((a * b) >> 64n);
      const [s, t] = [BigInt.asIntN(64, a), BigInt.asIntN(64, b)];
      expect(signed!(s, t)).toBe((s * t) >> 64n);
    }
  });
});

describe('packing', () => {
  it('gives back what it was given', () => {
    const random = new SeededRandom(3);
    for (const size of [0, 1, 4, 5, 15, 16, 270, 300, 5000, 100_000]) {
      for (const letters of [1, 2, 256]) {
        const bytes = Uint8Array.from({ length: size }, () => random.below(letters));
        const packed = pack(bytes);
        expect(Buffer.compare(unpack(packed, size), bytes)).toBe(0);
        if (letters === 1 && size > 100) expect(packed.length).toBeLessThan(size / 20 + 20);
      }
    }
  });
});

describe('base64', () => {
  it.each(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'])('decodes the vectors of RFC 4648: %s', (text) => {
    const encoded = Buffer.from(text).toString('base64');
    expect(Buffer.from(bytesOf(encoded)).toString()).toBe(text);
  });
});
