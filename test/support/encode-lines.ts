import { readFileSync } from 'node:fs';
import { allMnemonics, type Spelling, spellingsOf } from '../../src/codec/mnemonics.js';
import { type OperandKind, operandWidth } from '../../src/isa/form.js';
import type { OperandWidth } from '../../src/isa/registers.js';
import { SeededRandom } from './seeded-random.js';

/** The hand-written lines. */
export function writtenLines(): string[] {
  return readFileSync(new URL('./encode-lines.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const REGISTERS = [
  ['al', 'ah', 'bl', 'sil', 'r8b', 'r15b'],
  ['ax', 'cx', 'bp', 'r9w'],
  ['eax', 'ecx', 'esp', 'r10d', 'r13d'],
  ['rax', 'rbx', 'rbp', 'r11', 'r12'],
];
const XMM = ['xmm0', 'xmm1', 'xmm7', 'xmm8', 'xmm15'];
const MEMORY = [
  '(%rax)',
  '8(%rbp)',
  '(%rsp)',
  '-0x80(%r13)',
  '0x80(%r12)',
  'foo',
  'foo(%rip)',
  'foo+8(%rbx)',
  '(%rax,%r12,4)',
  '0x1000(,%rcx,8)',
  '(%r9,%rbp)',
  '%fs:0x28',
  '%gs:(%rdx,%rsi,2)',
  '%es:(%rdi)',
  '(%rsi)',
  '(%eax)',
  '4(%r8d,%ecx,2)',
  '0x7fffffff(%rdx)',
  '-0x80000000',
  '0x123456789',
];
const STRING = /^(movs|cmps|stos|lods|scas|xlat|ins|outs)[bwlqd]?$/;
const STRING_MEMORY = ['(%rsi)', '(%rdi)', '%es:(%rdi)', '%ds:(%rsi)', '%fs:(%rsi)', '(%rax)', '(%esi)', '(%edi)'];
const NUMBERS = [
  ...['0', '1', '-1', '3', '127', '128', '-128', '-129', '255', '256', '-255', '-256', '0x7fff', '0x8000', '0xff80'],
  ...['0xffff', '0x10000', '-0x8000', '-0x8001', '0x7fffffff', '0x80000000', '0xffffff80', '0xffffffff', '0x100000000'],
  ...['-0x80000000', '-0x80000001', '0x123456789abc', '0xffffffffffffff80', '0xffffffff80000000', 'foo', 'foo+4'],
];
const TARGETS = ['foo', 'foo+4', '*%rax', '*%r11', '*(%rax)', '*foo(%rip)', '*8(,%rbx,8)', '*%eax', '0x1234', '%rdx'];
const PREFIXES = ['lock', 'rep', 'repne', 'repz', 'cs', 'notrack', 'bnd', 'fs'];
const SUFFIXES = ['', '', 'b', 'w', 'l', 'q'];

/** Instructions that a wrong suffix makes of others: comparisons and extremes of SSE4. */
const BEYOND = /^(pcmp(eq|gt)q|p(min|max)(sb|uw|ud|sd)|p(ext|ins)r[bdq]|invlpgb)$/;

/** Ports with a register that only as takes for dx. */
const PORT_OUTSIDE = /^(in|out)[bwl]? .*%[er]dx|^(in|out)[bwl]? .*\(%edx/;

/** Direct branches with a segment, far ones without a star to an address that does not fit. */
const BRANCH_OUTSIDE = /(j[a-z]+|call[wq]?|loop\w*) %[a-z]s:\S*$|l(jmp|call)[wl]? 0x123456789$/;

/** movsxd to a 16-bit register only moves: the subset leaves it out. */
const EXTENSION_TO_16 = /movs(xd|l) .*%(ax|cx|bp|r9w)$/;

/** Random lines: a mnemonic with a right or wrong suffix, operands of any kind, now and then a prefix. */
export function generatedLines(count: number, seed: number): string[] {
  const random = new SeededRandom(seed);
  const mnemonics = allMnemonics();
  const lines = new Set<string>();
  while (lines.size < count) {
    const line = generateLine(random, random.pick(mnemonics));
    if (!isOutside(line)) lines.add(line);
  }
  return [...lines];
}

function generateLine(random: SeededRandom, mnemonic: string): string {
  const name = random.chance(0.15) ? mnemonic.replace(/[bwlq]?$/, random.pick(SUFFIXES)) : mnemonic;
  const prefix = random.chance(0.06) ? `${random.pick(PREFIXES)} ` : '';
  const branch = /^(j|call|loop)/.test(name);
  const spelling = random.pick(spellingsOf(mnemonic));
  const operands =
    branch && random.chance(0.9)
      ? [random.pick(TARGETS)]
      : random.chance(0.75) && spelling.form.repeat === 'none'
        ? fittingOperands(random, spelling)
        : generateOperands(random, STRING.test(name));
  return `${prefix}${name} ${operands.join(',')}`.trim();
}

/** Operands of a form of the mnemonic, in source order. */
function fittingOperands(random: SeededRandom, { form, width }: Spelling): string[] {
  const size = width ?? random.pick(form.widths);
  return form.operands.map((kind) => fittingOperand(random, kind, operandWidth(kind, size))).reverse();
}

function fittingOperand(random: SeededRandom, kind: OperandKind, width: OperandWidth): string {
  if (/^x[mr]?\d*$/.test(kind)) {
    return kind.startsWith('xm') && random.chance(0.5) ? random.pick(MEMORY) : `%${random.pick(XMM)}`;
  }
  const registers = REGISTERS[[8, 16, 32, 64].indexOf(kind.endsWith('r32') && random.chance(0.3) ? 64 : width)]!;
  if (kind === '1') return '$1';
  if (kind === 'cl' || kind === 'dx') return `%${kind}`;
  if (kind === 'creg') return `%cr${random.pick([0, 2, 3, 4, 8])}`;
  if (kind === 'dreg') return `%db${random.below(8)}`;
  if (kind === 'sreg' || kind === 'fs' || kind === 'gs') return `%${random.pick(['es', 'ss', 'ds', 'fs', 'gs'])}`;
  if (kind === 'acc' || kind === 'al') return `%${['al', 'ax', 'eax', 'rax'][[8, 16, 32, 64].indexOf(width)]}`;
  if (/^(i\d*|s8)$/.test(kind)) return `$${random.pick(NUMBERS)}`;
  if (/^rr?\d*$/.test(kind) || (kind.startsWith('rm') && random.chance(0.5))) return `%${random.pick(registers)}`;
  return random.pick(MEMORY);
}

/** Up to three operands, mostly of one size, mostly with the constant first and the register last. */
function generateOperands(random: SeededRandom, string: boolean): string[] {
  const count = random.pick([0, 1, 1, 2, 2, 2, 2, 2, 2, 3]);
  const size = random.below(4);
  return Array.from({ length: count }, (_, i) => {
    const registers = REGISTERS[random.chance(0.85) ? size : random.below(4)]!;
    const choice = random.next();
    if (i === 0 && count > 1 && choice < 0.4) return random.chance(0.1) ? '%cl' : `$${random.pick(NUMBERS)}`;
    if (choice < 0.65) return `%${random.pick(random.chance(0.15) ? XMM : registers)}`;
    return choice < 0.97 ? random.pick(string ? STRING_MEMORY : MEMORY) : `$${random.pick(NUMBERS)}`;
  });
}

function isOutside(line: string): boolean {
  const words = line.split(' ');
  return (
    words.some((word) => BEYOND.test(word)) ||
    PORT_OUTSIDE.test(line) ||
    BRANCH_OUTSIDE.test(line) ||
    EXTENSION_TO_16.test(line)
  );
}
