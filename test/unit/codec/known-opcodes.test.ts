import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/codec/decode.js';
import { isMnemonic } from '../../../src/codec/encode.js';
import { EXTENSIONS } from '../../../src/codec/extensions.js';
import { knownInstruction } from '../../../src/codec/known-opcodes.js';
import { unsupportedHint } from '../../../src/codec/unsupported.js';
import { dumpBytes, hasTool, inTemporaryFolder } from '../../support/gnu-as.js';

const extensionOf = (...bytes: number[]) => {
  const known = knownInstruction(Uint8Array.from(bytes));
  return known === null ? null : `${known.name} ${EXTENSIONS[known.extension].name}`;
};

describe('what undefined bytes are elsewhere', () => {
  it.each([
    [[0xf2, 0x0f, 0x7c, 0xc1], 'haddps SSE3'],
    [[0x66, 0x0f, 0x38, 0x00, 0xc1], 'pshufb SSSE3'],
    [[0x66, 0x45, 0x0f, 0x38, 0x40, 0xc1], 'pmulld SSE4.1'],
    [[0xf3, 0x48, 0x0f, 0xb8, 0xc1], 'popcnt POPCNT'],
    [[0xc5, 0xf8, 0x28, 0xc1], 'vmovaps AVX/AVX2'],
    [[0xc5, 0xfb, 0x58, 0xc1], 'vaddsd AVX/AVX2'],
    [[0xc4, 0xe2, 0xf9, 0xf7, 0xc1], 'shlx BMI2'],
    [[0xc4, 0xe2, 0x78, 0xf3, 0xc9], 'blsr BMI1'],
    [[0xc4, 0xe2, 0xf1, 0xa9, 0xc2], 'null FMA'],
    [[0x62, 0xf1, 0x7c, 0x48, 0x58, 0xc1], 'null AVX-512'],
    [[0x66, 0x0f, 0x38, 0xdc, 0xc1], 'aesenc AES'],
    [[0xd9, 0xe8], 'null x87 floating point'],
    [[0x0f, 0x77], 'emms MMX'],
    [[0x0f, 0xfc, 0xc1], 'paddb MMX'],
    [[0x0f, 0xc7, 0xf0], 'rdrand RDRAND/RDSEED'],
    [[0x0f, 0x01, 0xf9], 'rdtscp RDTSCP'],
    [[0x0f, 0xae, 0x20], 'xsave XSAVE'],
    [[0xf3, 0x48, 0x0f, 0xae, 0xc0], 'rdfsbase FSGSBASE'],
  ] as const)('%j is %s', (bytes, expected) => {
    expect(decode(Uint8Array.from(bytes), 0, bytes.length)).toBe('undefined');
    expect(extensionOf(...bytes)).toBe(expected);
  });

  it('knows nothing of bytes that no processor has', () => {
    expect(extensionOf(0xff, 0xff)).toBeNull();
    expect(extensionOf(0x0f, 0x04)).toBeNull();
    expect(extensionOf()).toBeNull();
    expect(extensionOf(0x66)).toBeNull();
    expect(extensionOf(0xc5)).toContain('AVX');
  });
});

const families: Record<string, readonly string[]> = {
  sse3: ['haddpd %xmm1,%xmm2', 'movddup %xmm1,%xmm2', 'lddqu (%rax),%xmm1', 'addsubps %xmm1,%xmm2'],
  ssse3: ['pabsd %xmm1,%xmm2', 'palignr $1,%xmm1,%xmm2', 'pmulhrsw %xmm1,%xmm2', 'phaddw %xmm1,%xmm2'],
  sse41: ['pmulld %xmm1,%xmm2', 'roundsd $1,%xmm1,%xmm2', 'ptest %xmm1,%xmm2', 'pmovzxbw %xmm1,%xmm2', 'insertps $1,%xmm1,%xmm2', 'pinsrb $1,%eax,%xmm1'],
  sse42: ['pcmpgtq %xmm1,%xmm2', 'pcmpistri $1,%xmm1,%xmm2', 'crc32b %al,%ebx', 'crc32q %rax,%rbx'],
  bmi: ['andn %eax,%ebx,%ecx', 'blsr %eax,%ebx', 'blsi %rax,%rbx', 'bextr %eax,%ebx,%ecx'],
  bmi2: ['pdep %eax,%ebx,%ecx', 'pext %eax,%ebx,%ecx', 'rorx $1,%eax,%ebx', 'sarx %eax,%ebx,%ecx', 'mulx %eax,%ebx,%ecx', 'bzhi %eax,%ebx,%ecx'],
  fma: ['vfmadd213sd %xmm1,%xmm2,%xmm3', 'vfnmsub231ps %ymm1,%ymm2,%ymm3'],
  avx: ['vaddps %ymm1,%ymm2,%ymm3', 'vmovdqu (%rax),%ymm1', 'vzeroupper', 'vpaddd %ymm1,%ymm2,%ymm3', 'vcvtsi2sd %eax,%xmm1,%xmm2', 'vpshufb %xmm1,%xmm2,%xmm3'],
  aes: ['aesenc %xmm1,%xmm2', 'aeskeygenassist $1,%xmm1,%xmm2'],
  sha: ['sha1msg1 %xmm1,%xmm2', 'sha256msg2 %xmm1,%xmm2'],
  pclmul: ['pclmulqdq $1,%xmm1,%xmm2'],
  adx: ['adcx %eax,%ebx', 'adox %rax,%rbx'],
  movbe: ['movbe (%rax),%eax', 'movbe %ax,(%rbx)'],
  popcnt: ['popcnt %eax,%ebx'],
  rdrand: ['rdrand %eax', 'rdseed %rax'],
  xsave: ['xsave (%rax)', 'xgetbv', 'xrstor64 (%rax)'],
  fsgsbase: ['rdfsbase %rax', 'wrgsbase %eax'],
  x87: ['fldz', 'faddp', 'fldt (%rax)', 'fistpll (%rax)', 'fucomip %st(1),%st'],
  mmx: ['emms', 'maskmovq %mm1,%mm2', 'cvtpi2ps %mm0,%xmm1', 'movdq2q %xmm1,%mm2'],
  cet: ['incsspq %rax', 'incsspd %eax'],
  monitor: ['monitor', 'mwait'],
  cache: ['clflushopt (%rax)', 'clwb (%rax)'],
}; // biome-ignore format: a table

describe.skipIf(!hasTool('as') || !hasTool('objdump'))('extensions against GNU as', () => {
  const lines = Object.entries(families).flatMap(([key, list]) => list.map((line) => ({ key, line })));
  const texts = inTemporaryFolder((folder) => {
    const source = join(folder, 'lines.s');
    const object = join(folder, 'lines.o');
    writeFileSync(source, lines.map(({ line }) => `.balign 32\n${line}\n`).join(''));
    execFileSync('as', ['-o', object, source]);
    execFileSync('objcopy', ['-O', 'binary', '-j', '.text', object, join(folder, 'text')]);
    return execFileSync('cat', [join(folder, 'text')]);
  });

  it('are undefined to the decoder, known by their bytes, and refused by name with the same advice', () => {
    lines.forEach(({ key, line }, index) => {
      const bytes = texts.subarray(32 * index, 32 * index + 16);
      const { name, advice } = EXTENSIONS[key as keyof typeof EXTENSIONS];
      const known = knownInstruction(bytes);
      expect(decode(bytes, 0, bytes.length), line).toBe('undefined');
      expect(known && EXTENSIONS[known.extension].name, line).toBe(name);
      const mnemonic = line.split(' ')[0]!;
      if (known?.name != null) expect(mnemonic.startsWith(known.name), `${line}: ${known.name}`).toBe(true);
      expect(isMnemonic(mnemonic), line).toBe(false);
      expect(unsupportedHint(mnemonic), line).toContain(advice);
      expect(dumpBytes(bytes)[0]!.text).not.toContain('bad');
    });
  });
});
