import { describe, expect, test, vi } from 'vitest';
import { commonShapes } from '../../../src/asm/generated/shapes.js';

const shapes = Object.keys(JSON.parse(commonShapes));

describe('the shapes that were read beforehand', () => {
  test('mean what the grammar says', async () => {
    const { Scanner } = await import('../../../src/asm/scanner.js');
    const { parse } = await import('../../../src/asm/parse.js');
    const { parsePlain } = await import('../../../src/asm/parse-plain.js');
    expect(shapes.length).toBeGreaterThan(100);
    for (const shape of shapes) {
      const lexemes = new Scanner(shape).next()!;
      expect(lexemes.shape).toBe(shape);
      expect(parse(lexemes)).toEqual(parsePlain(lexemes));
    }
  });

  test('do without the grammar; another shape asks for it', async () => {
    vi.resetModules();
    const { assembleObject } = await import('../../../src/asm/assemble-object.js');
    const { GrammarNeeded } = await import('../../../src/asm/shapes.js');
    const common = '_start: movl $1, %eax\n';
    const rare = ' .byte ((((1+2)*3)-4)/5)%6, 1|2&3^4, -(-~7)\n';
    expect(assembleObject(common, 'a.s').object?.sections[0]?.bytes).toEqual(Uint8Array.of(0xb8, 1, 0, 0, 0));
    expect(() => assembleObject(rare, 'b.s')).toThrow(GrammarNeeded);
    await import('../../../src/asm/grammar.js');
    expect(assembleObject(rare, 'b.s').diagnostics).toEqual([]);
  });
});
