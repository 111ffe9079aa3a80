import { type OperandKind, operandWidth } from '../isa/form.js';
import { isRegisterOnly, isRm } from '../isa/opcode-map.js';
import type { OperandWidth, Width } from '../isa/registers.js';

/** What an operand kind of a form string stands for, worked out once: the encoder asks for every line of source. */
export interface KindTraits {
  /** Any register of the operand's width: `r*`, `rm*` and `rr*`. */
  readonly general: boolean;
  /** Any XMM register. */
  readonly xmm: boolean;
  /** Encoded in ModRM.rm. */
  readonly rm: boolean;
  /** An addressed memory operand (`rm*`, `m*`), or a bare 64-bit address. */
  readonly memory: boolean;
  readonly moffs: boolean;
  /** The shift count. */
  readonly count: boolean;
  /** Number of the one register that it stands for, or -1. */
  readonly fixed: number;
  readonly immediate: boolean;
  readonly target: boolean;
  /** Width in bits, or 0 for the operand size of the instruction. */
  readonly width: OperandWidth | 0;
}

const known = new Map<OperandKind, KindTraits>();

/** The traits of a kind. */
export function kindTraits(kind: OperandKind): KindTraits {
  let traits = known.get(kind);
  if (traits === undefined) {
    traits = describe(kind);
    known.set(kind, traits);
  }
  return traits;
}

/** Width in bits of an operand of this kind in an instruction of operand size `width`. */
export function widthOf(traits: KindTraits, width: Width): OperandWidth {
  return traits.width === 0 ? width : traits.width;
}

function describe(kind: OperandKind): KindTraits {
  const own = operandWidth(kind, 16);
  return {
    general: /^r[mr]?\d*$/.test(kind),
    xmm: /^x[mr]?\d*$/.test(kind),
    rm: isRm(kind) || isRegisterOnly(kind),
    memory: isRm(kind),
    moffs: kind.startsWith('moffs'),
    count: kind === 'cl',
    fixed: /^(al|ax|acc)$/.test(kind) ? 0 : kind === 'dx' ? 2 : -1,
    immediate: kind === '1' || kind === 's8' || /^i\d*$/.test(kind),
    target: kind.startsWith('rel'),
    width: own === operandWidth(kind, 64) ? own : 0,
  };
}
