import { SeededRandom } from './seeded-random.js';

/*
 * Random programs for the linker: several sources with many sections, alignments, mergeable strings and constants, symbols of every
 * binding, and references of every kind that static code has. Each is valid for GNU as, and for ld together with its others.
 */

interface SectionKind {
  readonly directive: string;
  readonly content: 'code' | 'data' | 'zeros' | 'pointers' | 'strings' | 'wideStrings' | 'constants';
  /** Alignment that the content needs. */
  readonly alignment: number;
}

const kind = (directive: string, content: SectionKind['content'], alignment = 1): SectionKind => ({
  directive,
  content,
  alignment,
});

const KINDS: readonly SectionKind[] = [
  kind('.text', 'code'),
  kind('.section .text.startup,"ax",@progbits', 'code'),
  kind('.section .text.unlikely,"ax",@progbits', 'code'),
  kind('.section .text.hot,"ax",@progbits', 'code'),
  kind('.section .text.square,"ax",@progbits', 'code'),
  kind('.section my_text,"ax",@progbits', 'code'),
  kind('.data', 'data'),
  kind('.section .data.table,"aw"', 'data'),
  kind('.section my_data,"aw"', 'data'),
  kind('.section .rodata', 'data'),
  kind('.section my_rodata,"a"', 'data'),
  kind('.section .data.rel.ro.local,"aw"', 'data'),
  kind('.section .data.rel.ro,"aw"', 'data'),
  kind('.bss', 'zeros'),
  kind('.section my_bss,"aw",@nobits', 'zeros'),
  kind('.section .init_array,"aw",@init_array', 'pointers', 8),
  kind('.section .fini_array,"aw",@fini_array', 'pointers', 8),
  kind('.section .rodata.str1.1,"aMS",@progbits,1', 'strings'),
  kind('.section .rodata.str1.8,"aMS",@progbits,1', 'strings', 8),
  kind('.section .rodata.str4.4,"aMS",@progbits,4', 'wideStrings', 4),
  kind('.section .rodata.cst4,"aM",@progbits,4', 'constants', 4),
  kind('.section .rodata.cst8,"aM",@progbits,8', 'constants', 8),
  kind('.section .rodata.cst16,"aM",@progbits,16', 'constants', 16),
];

/** Words of which some are tails of others. */
const WORDS = ['a', 'ba', 'cba', 'hello', 'o', 'lo', 'world', 'd', 'ld', 'x', '', 'hello world', 'orld'];
const SCRIPT_SYMBOLS = ['_end', 'end', '_edata', 'edata', 'etext', '__bss_start', '__executable_start'];

/** One to three sources; the first has `_start`. */
export function randomLinkProgram(seed: number): string[] {
  const random = new SeededRandom(seed);
  const globals: string[] = ['_start'];
  const count = 1 + random.below(3);
  return Array.from({ length: count }, (_, index) => randomSource(random, index, globals));
}

function randomSource(random: SeededRandom, index: number, globals: string[]): string {
  const lines = index === 0 ? ['.text', '.globl _start', '_start: nop'] : [];
  const locals: string[] = [];
  for (let part = 1 + random.below(10); part > 0; part--) {
    const section = random.pick(KINDS);
    lines.push(section.directive);
    if (section.alignment > 1) lines.push(`.balign ${section.alignment}`);
    else if (random.chance(0.3)) lines.push(`.balign ${1 << random.below(random.chance(0.2) ? 13 : 7)}`);
    const label = `l${index}_${locals.length}`;
    if (random.chance(0.3)) {
      lines.push(`.globl ${label}`);
      globals.push(label);
    }
    if (random.chance(0.3)) lines.push(`.type ${label}, @object`, `.size ${label}, ${random.below(9)}`);
    lines.push(`${label}:`);
    locals.push(label);
    lines.push(...content(random, section.content, section.alignment, locals, globals, index));
  }
  lines.push(...extras(random));
  return `${lines.join('\n')}\n`;
}

function content(
  random: SeededRandom,
  what: SectionKind['content'],
  size: number,
  locals: string[],
  globals: readonly string[],
  index: number,
): string[] {
  const target = () => (locals.length === 0 || random.chance(0.3) ? random.pick(globals) : random.pick(locals));
  const times = (most: number, make: () => string) => Array.from({ length: random.below(most + 1) }, make);
  switch (what) {
    case 'zeros':
      return [`.zero ${1 + random.below(random.chance(0.3) ? 9000 : 40)}`];
    case 'pointers':
      return [`.quad ${target()}`];
    case 'strings':
      return times(4, () => {
        const label = `m${index}_${locals.length}`;
        locals.push(label);
        return `${label}: .asciz "${random.pick(WORDS)}"${random.chance(0.2) ? '\n.balign 8' : ''}`;
      });
    case 'wideStrings':
      return times(4, () => `.long ${[...times(3, () => `${1 + random.below(3)}`), '0'].join(', ')}`);
    case 'constants':
      return times(3, () => `${size === 4 ? '.long' : '.quad'} ${random.below(3)}${size === 16 ? ', 1' : ''}`);
    case 'code':
      return times(5, () => (random.chance(0.2) ? datum(random, target) : instruction(random, target)));
    case 'data':
      return times(5, () => datum(random, target));
  }
}

function datum(random: SeededRandom, target: () => string): string {
  return random.pick([
    () => `.byte ${random.below(256)}`,
    () => `.quad ${target()} + ${random.below(9)}`,
    () => `.long ${target()}`,
    () => `.long ${target()} - .`,
    () => `.zero ${1 + random.below(random.chance(0.2) ? 5000 : 20)}`,
    () => `.ascii "${'x'.repeat(random.below(30))}"`,
  ])();
}

function instruction(random: SeededRandom, target: () => string): string {
  const register = () => random.pick(['rax', 'rbx', 'r9', 'r12', 'r15']);
  return random.pick([
    () => `call ${target()}`,
    () => `jmp ${target()}`,
    () => `mov ${target()}(%rip), %eax`,
    () => `movl $7, ${target()}(%rip)`,
    () => `mov $${target()}, %esi`,
    () => `mov $${target()}, %rdi`,
    () => `mov ${target()}, %rdi`,
    () => `lea ${target()} + 3(%rip), %rdx`,
    () => `mov ${target()}@GOTPCREL(%rip), %${register()}`,
    () => `add ${target()}@GOTPCREL(%rip), %${register()}`,
    () => `test %${register()}, ${target()}@GOTPCREL(%rip)`,
    () => `cmpl $5, ${target()}@GOTPCREL(%rip)`,
    () => `call *${target()}@GOTPCREL(%rip)`,
    () => `jmp *${target()}@GOTPCREL(%rip)`,
  ])();
}

function extras(random: SeededRandom): string[] {
  const lines: string[] = [];
  for (let i = random.below(4); i > 1; i--)
    lines.push(`.comm c${random.below(6)}, ${1 + random.below(40)}, ${1 << random.below(6)}`);
  if (random.chance(0.2)) lines.push('.weak absent', '.text', 'call absent', '.data', '.quad absent');
  if (random.chance(0.3)) lines.push('.text', `mov $${random.pick(SCRIPT_SYMBOLS)}, %eax`);
  if (random.chance(0.2)) lines.push('.text', 'mov $__start_my_data, %eax', 'mov $__stop_my_data, %ecx', MY_DATA);
  if (random.chance(0.7)) lines.push('.section .note.GNU-stack,"",@progbits');
  return lines;
}

const MY_DATA = '.section my_data,"aw"\n.byte 1';
