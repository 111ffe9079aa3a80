import { describe, expect, test } from 'vitest';
import { assembleObject } from '../../src/asm/assemble.js';
import { link } from '../../src/asm/link/link.js';
import { runGuest } from '../support/guest.js';
import { canRunNatively, runNatively } from '../support/native-source.js';

/** A program that dies: the status that Linux gives, and what the explanation must say. */
type Death = readonly [title: string, source: string, status: number, ...words: string[]];
const deaths: Death[] = [
  ['no exit', '_start: movl $1,%eax\n nop', 139, 'NULL + 0x1', 'run past its last instruction', '%rax was last written 2 instructions before'],
  ['no exit, with a pointer in rax', '_start: leaq b(%rip),%rax\n.bss\nb: .skip 8', 139, 'ran on past the end of its code', 'exit, or with ret'],
  ['ret from _start', '_start: nop\n ret', 139, 'it jumped to NULL + 0x1', 'by the ret at line 3', '_start has no caller'],
  ['a null function pointer', '_start: xorl %eax,%eax\n call *%rax', 139, 'it jumped to NULL', 'by the call at line 3', 'xorl %eax,%eax'],
  ['a wild jump', '_start: movl $0x12345678,%eax\n jmp *%rax', 139, 'the middle of nowhere', 'by the jmp'],
  ['a jump to a non-canonical address', '_start: movabsq $0x1234567890abcdef,%rax\n jmp *%rax', 139, 'not a canonical address'],
  ['a return to a non-canonical address', '_start: movabsq $0x4141414141414141,%rax\n pushq %rax\n ret', 139, 'not a canonical address', 'the text "AAAAAAAA"'],
  ['a non-canonical store', '_start: movabsq $0x800000000000,%rdi\n movb %al,(%rdi)', 139, 'not a canonical address', '%rdi was last written directly before'],
  ['the upper half', '_start: movq $0xffffffff81000000,%rdi\n movb %al,(%rdi)', 139, 'belongs to the kernel'],
  ['push without a stack', '_start: xorl %esp,%esp\n pushq %rax', 139, '8 bytes below NULL', '%rsp = 0x0'],
  ['a large local array', '_start: subq $9<<20,%rsp\n movb $0,(%rsp)', 139, 'stack overflow', '1.0 MiB too far'],
  ['past the end of .bss', '_start: movq $b+4092,%rbx\n movq 4(%rbx,%rax),%rcx\n.bss\n .balign 4096\nb: .skip 4096', 139, 'the first byte past the end of .bss', '%rbx (0x402ffc) + %rax (0x0) + 0x4 = 0x403000'],
  ['over the border of a page', '_start: movq b+4092(%rip),%rcx\n.bss\n .balign 4096\nb: .skip 4096', 139, 'starts at 0x402ffc and reaches over the border'],
  ['past the heap', '_start: movl $12,%eax\n xorl %edi,%edi\n syscall\n leaq 4096(%rax),%rdi\n movq %rax,%rbx\n movl $12,%eax\n syscall\n movb $1,(%rbx)\n movb $1,4096(%rbx)', 139, 'past the end of the heap', 'what the system call brk returned'],
  ['a failed mmap used', '_start: movl $9,%eax\n xorl %edi,%edi\n xorl %esi,%esi\n movl $3,%edx\n movl $0x22,%r10d\n movq $-1,%r8\n xorl %r9d,%r9d\n syscall\n movq %rax,%rbx\n movl $5,(%rbx)', 139, 'bytes below NULL', 'mmap (error EINVAL)'],
  ['writing a string constant', '_start: movb $65,t(%rip)\n.section .rodata\nt: .ascii "abc"', 139, 'write to t in .rodata, which is read-only'],
  ['a privileged instruction', '_start: cli', 139, 'privileged'],
  ['division by zero', '_start: movl $7,%eax\n xorl %edx,%edx\n divl z(%rip)\n.bss\nz: .skip 4', 136, 'division by zero'],
  ['a quotient too large', '_start: movl $1,%edx\n movl $1,%ecx\n divl %ecx', 136, 'does not fit', 'The divisor is 1.'],
  ['a byte quotient too large', '_start: movw $1000,%ax\n movb $2,%cl\n divb %cl', 136, 'its high half in %ah', 'The divisor is 2.'],
  ['ud2', '_start: ud2', 132, 'ud2'],
  ['an old instruction', '_start: .byte 0x06', 132, 'push %es'],
  ['LOCK before a register', '_start: .byte 0xf0,0x01,0xc3', 132, 'LOCK'],
  ['int3', '_start: int3', 133, 'breakpoint'],
]; // biome-ignore format: a table

const programs = deaths.map(([title, source, status, ...words]) => ({ title, source, status, words }));

const full = (source: string) => `.globl _start\n${source}\n.section .note.GNU-stack,"",@progbits\n`;

describe('programs that die', () => {
  test.each(programs)('$title', ({ source, status, words }) => {
    const { object } = assembleObject(full(source), 'x.s');
    const { image } = link([object!]);
    const outcome = runGuest([image!]);
    expect(outcome.status).toBe(status);
    for (const word of words) expect(outcome.explanation).toContain(word);
  });

  if (!canRunNatively) console.warn(`skipped: ${deaths.length} deaths natively (needs x86-64 Linux, as, ld)`);
  test.skipIf(!canRunNatively).each(programs)('$title, natively', ({ source, status }) => {
    expect(runNatively(full(source)).status).toBe(status);
  });

  test('what pagewalk lacks is named', () => {
    const { object } = assembleObject(full('_start: .byte 0xc5,0xf8,0x58,0xc1'), 'x.s');
    const outcome = runGuest([link([object!]).image!]);
    expect(outcome.status).toBe(132);
    expect(outcome.explanation).toContain('AVX');
  });
});
