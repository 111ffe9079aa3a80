import type { Width } from '../isa/registers.js';
import { type HandlerShape, type Place, shapeKey } from './shapes.js';

/**
 * The handlers inside the loop, chosen from profiles of compiled C: a row is mnemonics, widths, and the places of the operands. Memory in
 * a row stands for the addresses `indexed` and `simple`. The loop function must stay below 30 KB, or V8 compiles it badly.
 */
type Row = readonly [mnemonics: string, widths: readonly Width[], places: string];

const rows: readonly Row[] = [
  ['mov', [32, 64], 'register,register'],
  ['mov', [8, 32, 64], 'register,memory'],
  ['mov', [8, 32, 64], 'memory,register'],
  ['mov', [32, 64], 'register,immediate'],
  ['mov', [8, 32], 'memory,immediate'],
  ['movzx', [32], 'register,register'],
  ['movzx', [32], 'register,memory'],
  ['movsx', [32], 'register,register'],
  ['movsx', [32], 'register,memory'],
  ['movsxd', [64], 'register,register'],
  ['movsxd', [64], 'register,memory'],
  ['lea', [32, 64], 'register,memory'],
  ['add sub cmp and or xor', [32, 64], 'register,register'],
  ['add sub cmp and', [32, 64], 'register,immediate'],
  ['or xor', [32], 'register,immediate'],
  ['cmp', [8], 'register,immediate'],
  ['cmp', [8], 'register,register'],
  ['add sub cmp xor', [32], 'register,memory'],
  ['add cmp', [64], 'register,memory'],
  ['cmp', [32, 64], 'memory,register'],
  ['cmp', [8, 32], 'memory,immediate'],
  ['add sub', [32], 'memory,immediate'],
  ['add', [32, 64], 'memory,register'],
  ['inc dec', [32, 64], 'register'],
  ['test', [8, 32, 64], 'register,register'],
  ['test', [8], 'register,immediate'],
  ['neg not', [32], 'register'],
  ['imul', [32], 'register,register'],
  ['imul', [32], 'register,memory'],
  ['shl shr sar', [32, 64], 'register,immediate'],
  ['shl shr sar', [32], 'register,one'],
  ['rol ror', [32], 'register,immediate'],
  ['push pop', [64], 'register'],
  ['call jmp', [64], 'near'],
  ['call jmp', [64], 'far'],
  ['call jmp', [64], 'register'],
  ['ret leave', [64], ''],
  ['jb jae je jne jbe ja js jns jl jge jle jg', [64], 'near'],
  ['je jne', [64], 'far'],
  ['jp jnp', [64], 'near'],
  ['cwd cbw', [32, 64], ''],
  ['sete setne setb seta setl setg', [8], 'register'],
  ['cmove cmovne cmovl cmovg cmovb cmova', [32], 'register,register'],
  ['cmove cmovne', [64], 'register,register'],
  ['bswap', [32], 'register'],
  ['nop', [32], ''],
  ['movaps movups', [32], 'xmm,memory'],
  ['movaps movups', [32], 'memory,xmm'],
  ['movaps', [32], 'xmm,xmm'],
  ['movsd movss', [32], 'xmm,memory'],
  ['movsd movss', [32], 'memory,xmm'],
  ['xorps andps', [32], 'xmm,xmm'],
  ['movd', [32, 64], 'xmm,register'],
  ['movd', [32, 64], 'register,xmm'],
  ['movq', [32], 'xmm,memory'],
  ['addsd subsd mulsd', [32], 'xmm,xmm'],
  ['addsd subsd mulsd', [32], 'xmm,memory'],
  ['divsd', [32], 'xmm,xmm'],
  ['addss subss mulss', [32], 'xmm,xmm'],
  ['addss mulss', [32], 'xmm,memory'],
  ['addps mulps addpd mulpd', [32], 'xmm,xmm'],
  ['addps mulps addpd mulpd', [32], 'xmm,memory'],
  ['ucomisd comisd', [32], 'xmm,xmm'],
  ['cvtsi2sd', [32], 'xmm,register'],
  ['cvttsd2si', [32], 'register,xmm'],
  ['unpcklpd paddd paddq pmuludq', [32], 'xmm,xmm'],
  ['pshufd', [32], 'xmm,xmm,immediate'],
];

function addressPlaces(places: string): Place[][] {
  const split = places === '' ? [] : (places.split(',') as Place[]);
  if (!split.includes('memory')) return [split];
  return (['indexed', 'simple'] as const).map((kind) => split.map((place) => (place === 'memory' ? kind : place)));
}

function sameShape(shape: HandlerShape, mnemonic: string, width: Width, places: readonly Place[]): boolean {
  if (shape.mnemonic !== mnemonic || shape.width !== width || shape.repeat !== 'none') return false;
  const general = places.map((place) => (place === 'indexed' || place === 'simple' ? 'memory' : place));
  return shape.operands.map(({ place }) => place).join() === general.join();
}

/** The shapes of the loop, made from the general ones. Throws when a row names nothing: a defect of this table. */
export function hotShapes(all: readonly HandlerShape[]): HandlerShape[] {
  const found = new Map<string, HandlerShape>();
  for (const [mnemonics, widths, places] of rows) {
    for (const mnemonic of mnemonics.split(' ')) {
      for (const width of widths) {
        for (const wanted of addressPlaces(places)) {
          const matches = all.filter((shape) => sameShape(shape, mnemonic, width, wanted));
          if (matches.length === 0) throw new Error(`no handler ${mnemonic} ${width} ${places}`);
          for (const shape of matches) {
            const operands = shape.operands.map((operand, index) => ({ ...operand, place: wanted[index]! }));
            const hot = { ...shape, operands, segmented: false };
            found.set(shapeKey(hot), hot);
          }
        }
      }
    }
  }
  return [...found.values()];
}

/** Mnemonics that do more than write flags, of which the loop has a second handler for where the flags are overwritten unseen. */
const FLAGLESS = /^(add|sub|and|or|xor|inc|dec|neg|imul|shl|shr|sar|rol|ror)$/;

export function mayBeFlagless({ mnemonic, operands }: HandlerShape): boolean {
  return FLAGLESS.test(mnemonic) && operands[0]!.place === 'register';
}
