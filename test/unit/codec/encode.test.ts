import { describe, expect, it } from 'vitest';
import { closestMnemonic, encode, isMnemonic } from '../../../src/codec/encode.js';
import type { Encoded, EncodeError } from '../../../src/codec/operand.js';
import { parseAttLine } from '../../support/att-line.js';

function assemble(line: string): Encoded | EncodeError {
  const { mnemonic, prefixes, operands } = parseAttLine(line);
  return encode(mnemonic, prefixes, operands);
}

function encoded(line: string): Encoded {
  const result = assemble(line);
  if ('error' in result) throw new Error(`${line}: ${result.error}`);
  return result;
}

function refused(line: string): EncodeError {
  const result = assemble(line);
  if (!('error' in result)) throw new Error(`${line} was accepted`);
  return result;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('encode: fixups', () => {
  it('gives jumps to a symbol a short and a near encoding', () => {
    const jump = encoded('jne foo');
    expect(hex(jump.bytes)).toBe('7500');
    expect(jump.fixups).toEqual([{ offset: 1, size: 1, kind: 'branch', toEnd: 1, symbolic: 'foo' }]);
    expect(hex(jump.near!.bytes)).toBe('0f8500000000');
    expect(jump.near!.fixups).toEqual([{ offset: 2, size: 4, kind: 'branch', toEnd: 4, symbolic: 'foo' }]);
  });

  it('has one encoding for call, loop and a jump to a number', () => {
    expect(encoded('call foo').near).toBeNull();
    expect(encoded('loop foo')).toMatchObject({ near: null, fixups: [{ size: 1 }] });
    expect(encoded('jmp 0x1234')).toMatchObject({ near: null, fixups: [{ size: 4, symbolic: 0x1234n }] });
  });

  it('counts the immediate behind a rip-relative field', () => {
    expect(encoded('movl $1,foo(%rip)').fixups).toEqual([
      { offset: 2, size: 4, kind: 'relative', toEnd: 8, symbolic: 'foo' },
    ]);
    expect(encoded('addl $1,foo(%rip)').fixups[0]!.toEnd).toBe(5);
  });

  it('tells sign-extended fields from the others', () => {
    const kinds = (line: string) => encoded(line).fixups.map(({ kind, size }) => `${kind} ${size}`);
    expect(kinds('mov $foo,%rax')).toEqual(['signed 4']);
    expect(kinds('mov $foo,%eax')).toEqual(['absolute 4']);
    expect(kinds('movabs $foo,%rax')).toEqual(['absolute 8']);
    expect(kinds('movb $foo,bar(%rbx)')).toEqual(['signed 4', 'absolute 1']);
    expect(kinds('mov foo(%eax),%ebx')).toEqual(['absolute 4']);
  });
});

describe('encode: refusals', () => {
  it('names the nearest mnemonic', () => {
    expect(refused('mvol $1,%eax')).toMatchObject({ operand: -1, suggestion: "did you mean 'movl'?" });
    expect(refused('retrun').suggestion).toBeNull();
    expect(refused('psuh %rax').suggestion).toBe("did you mean 'push'?");
  });

  it('tells instructions outside of the subset from misspelt ones', () => {
    expect(refused('pmulld (%rax),%xmm1')).toMatchObject({
      error: "instruction not supported: `pmulld'",
      suggestion: 'SSE4.1 is not supported: compile with -march=x86-64 or -mno-sse4.1',
    });
    const flags = {
      'vaddps (%rax),%xmm1,%xmm2': '-mno-avx',
      'haddps %xmm1,%xmm2': '-mno-sse3',
      'pshufb %xmm1,%xmm2': '-mno-ssse3',
      'crc32l %eax,%ebx': '-mno-sse4.2',
      'aesenc %xmm1,%xmm2': '-mno-aes',
      'shlxl %eax,%ebx,%ecx': '-mno-bmi2',
      'vfmadd213sd %xmm0,%xmm1,%xmm2': '-mno-fma',
    };
    for (const [line, flag] of Object.entries(flags))
      expect(refused(line).suggestion, line).toMatch(new RegExp(`${flag}$`));
    for (const line of ['fldz', 'popcnt %rax,%rbx', 'clwb (%rax)', 'xsave (%rax)', 'pshufw', 'emms', 'rdtscp']) {
      expect(refused(line).error, line).toContain('not supported');
    }
    expect(hex(encoded('int $3').bytes)).toBe('cc');
  });

  it('says which suffixes a mnemonic has', () => {
    expect(refused('jeq foo')).toMatchObject({
      error: "invalid instruction suffix for `je'",
      suggestion: "write 'je'",
    });
    expect(refused('pushl %eax').suggestion).toBe("write 'push' or 'pushw' or 'pushq'");
  });

  it('points at the register that the suffix contradicts', () => {
    expect(refused('addq $1,%eax')).toEqual({
      error: "incorrect register `%eax' used with `q' suffix",
      operand: 1,
      suggestion: "%eax has 32 bits, 'q' means 64: 'addl'?",
    });
  });

  it('explains two memory operands, constants as destination, mixed sizes, wrong counts', () => {
    expect(refused('mov (%rax),(%rbx)')).toMatchObject({ error: "too many memory references for `mov'", operand: 1 });
    expect(refused('mov %eax,$1')).toMatchObject({ error: "operand type mismatch for `mov'", operand: 1 });
    expect(refused('add %al,%ebx').suggestion).toContain('%al has 8 bits and %ebx 32');
    expect(refused('inc %eax,%ebx')).toMatchObject({
      error: "number of operands mismatch for `inc'",
      suggestion: 'inc takes 1 operand, not 2',
    });
    expect(refused('shl %al,%eax').suggestion).toBe('the count is a constant or %cl');
    expect(refused('push %eax')).toMatchObject({ error: "operand size mismatch for `push'", operand: 0 });
    expect(refused('mov *%rax,%rbx').suggestion).toContain('leave it out');
  });

  it('points at numbers that do not fit', () => {
    expect(refused('add $0x80000000,%rax')).toMatchObject({ error: "operand type mismatch for `add'", operand: 0 });
    expect(refused('mov 0x80000000(%rax),%eax')).toMatchObject({
      error: '0x80000000 out of range of signed 32bit displacement',
      operand: 0,
    });
  });

  it('points at impossible addresses and prefixes', () => {
    expect(refused('mov %eax,(%rax,%rsp)')).toMatchObject({
      error: "`(%rax,%rsp)' is not a valid base/index expression",
      operand: 1,
    });
    expect(refused('lock incl %eax').error).toBe("expecting lockable instruction after `lock'");
    expect(refused('rep add %eax,%ebx').error).toBe("invalid instruction `add' after `rep'");
    expect(refused('mov %ah,%r8b').error).toBe("can't encode register '%ah' in an instruction requiring REX prefix.");
  });
});

describe('the mnemonics', () => {
  it('are the instructions with their suffixes, aliases and hints, and the prefix words', () => {
    for (const name of ['movl', 'movslq', 'cltq', 'jnae', 'cmovnel', 'je,pt', 'rep', 'jecxz', 'movsd', 'salq']) {
      expect(isMnemonic(name), name).toBe(true);
    }
    for (const name of ['mvol', 'jeq', 'pushl', 'addsq', '']) expect(isMnemonic(name), name).toBe(false);
  });

  it('are found by edit distance, with a swap of neighbours as one edit', () => {
    expect(closestMnemonic('mvoq')).toBe('movq');
    expect(closestMnemonic('cals')).toBe('call');
    expect(closestMnemonic('xyzzyxyzzy')).toBeNull();
  });
});
