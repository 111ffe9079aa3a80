import { describe, expect, it } from 'vitest';
import { generateInterpreter } from '../../../src/engine/generate.js';
import { keys, loopBytes, moduleBase64, moduleBytes } from '../../../src/engine/generated/interpreter.js';
import { bytesOf } from '../../../src/engine/module-cache.js';
import { pack, unpack } from '../../../src/engine/packing.js';
import { meaningOf } from '../../../src/engine/shapes.js';
import { forms } from '../../../src/isa/table.js';

/** Over this V8 allocates registers badly: half the speed. */
const MOST_LOOP_BYTES = 30_000;

describe('the generated interpreter', () => {
  const built = generateInterpreter();

  it('is what the instruction table gives now, and always the same', () => {
    expect(built.keys.join(' ')).toBe(keys);
    const packed = Buffer.from(pack(built.bytes)).toString('base64');
    expect(packed === moduleBase64).toBe(true);
    expect(Buffer.compare(unpack(bytesOf(moduleBase64), moduleBytes), built.bytes)).toBe(0);
  });

  it('has a loop that V8 compiles well', () => {
    expect(built.loopBytes).toBe(loopBytes);
    expect(loopBytes).toBeLessThan(MOST_LOOP_BYTES);
  });

  it('is valid WebAssembly', () => {
    expect(WebAssembly.validate(built.bytes as Uint8Array<ArrayBuffer>)).toBe(true);
  });

  it('serves every instruction of the teaching subset but the odd ones', () => {
    const served = new Set(keys.split(' ').map((key) => key.split('/')[0]!.split('.')[0]!));
    const odd = 'popf sahf syscall int3 hlt cli sti enter';
    const wanted = forms
      .filter((form) => meaningOf(form) >= 0 && form.map < 2 && form.prefix === 0)
      .filter((form) =>
        /^(mov|add|sub|and|or|xor|cmp|test|adc|sbb|inc|dec|neg|not|i?mul|i?div|sh[lr]d?|sar|ro[lr]|rc[lr]|bt[src]?|bs[fr]|push|pop|call|ret|leave|lea|xchg|xadd|cmpxchg|movs|stos|cmps|scas|lods|loop|cwd|cbw|bswap|lahf|nop)$/.test(
          form.mnemonic,
        ),
      );
    expect([...new Set(wanted.map((form) => form.mnemonic))].filter((name) => !served.has(name))).toEqual([]);
    for (const name of odd.split(' ')) expect(served.has(name), name).toBe(false);
  });
});
