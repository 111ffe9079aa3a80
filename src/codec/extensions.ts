/** A part of the x86-64 instruction set that pagewalk leaves out: its name, and what a programmer can do instead. */
export interface Extension {
  readonly name: string;
  readonly advice: string;
}

const baseline = (flag: string) => `compile with -march=x86-64 or ${flag}`;
const kernelOnly = 'only the kernel uses it, and the kernel is built in';

/** By a short key. The flags are those of gcc and clang. */
export const EXTENSIONS = {
  sse3: { name: 'SSE3', advice: baseline('-mno-sse3') },
  ssse3: { name: 'SSSE3', advice: baseline('-mno-ssse3') },
  sse41: { name: 'SSE4.1', advice: baseline('-mno-sse4.1') },
  sse42: { name: 'SSE4.2', advice: baseline('-mno-sse4.2') },
  popcnt: { name: 'POPCNT', advice: baseline('-mno-popcnt') },
  lzcnt: { name: 'LZCNT', advice: baseline('-mno-lzcnt') },
  movbe: { name: 'MOVBE', advice: baseline('-mno-movbe') },
  bmi: { name: 'BMI1', advice: baseline('-mno-bmi') },
  bmi2: { name: 'BMI2', advice: baseline('-mno-bmi2') },
  adx: { name: 'ADX', advice: baseline('-mno-adx') },
  aes: { name: 'AES', advice: baseline('-mno-aes') },
  pclmul: { name: 'PCLMULQDQ', advice: baseline('-mno-pclmul') },
  sha: { name: 'SHA', advice: baseline('-mno-sha') },
  avx: { name: 'AVX/AVX2', advice: baseline('-mno-avx') },
  fma: { name: 'FMA', advice: baseline('-mno-fma') },
  avx512: { name: 'AVX-512', advice: baseline('-mno-avx512f') },
  mmx: { name: 'MMX', advice: 'compile with -mno-mmx: SSE2 does the same in XMM registers' },
  amd3dnow: { name: '3DNow!', advice: 'compile with -mno-3dnow' },
  x87: { name: 'x87 floating point', advice: 'use float or double, which SSE2 computes, and not long double' },
  rdrand: { name: 'RDRAND/RDSEED', advice: 'call getrandom, or compile with -mno-rdrnd -mno-rdseed' },
  xsave: {
    name: 'XSAVE',
    advice: 'use fxsave, or leave it to the kernel, which keeps the registers of a process when it switches',
  },
  sse4a: { name: 'SSE4a', advice: baseline('-mno-sse4a') },
  gfni: { name: 'GFNI', advice: baseline('-mno-gfni') },
  movdir: { name: 'MOVDIRI/MOVDIR64B', advice: baseline('-mno-movdiri -mno-movdir64b') },
  xop: { name: 'XOP/LWP', advice: baseline('-mno-xop') },
  fsgsbase: { name: 'FSGSBASE', advice: 'call arch_prctl, or compile with -mno-fsgsbase' },
  cet: { name: 'CET (shadow stacks)', advice: 'compile with -fcf-protection=none' },
  tsx: { name: 'TSX', advice: 'compile with -mno-rtm' },
  cache: { name: 'later cache control', advice: 'there are no caches to control: leave it out' },
  monitor: { name: 'MONITOR/MWAIT', advice: kernelOnly },
  vmx: { name: 'virtualization', advice: 'pagewalk is no host for virtual machines' },
  rdtscp: { name: 'RDTSCP', advice: 'use rdtsc' },
  segment: { name: 'access to segment registers', advice: 'segments are flat; arch_prctl sets the bases of FS and GS' },
  far: { name: 'far transfer of control', advice: 'segments are flat: use a near one' },
  ports: { name: 'input and output of strings', advice: 'there are no devices: call read or write' },
  system: { name: 'this system instruction', advice: kernelOnly },
  sysenter: { name: 'SYSENTER', advice: "64-bit programs call the kernel with 'syscall'" },
} as const satisfies Record<string, Extension>;

export type ExtensionKey = keyof typeof EXTENSIONS;

/** Names of instructions by extension, without suffixes: of maps 0F 38 and 0F 3A see known-opcodes.ts. */
const NAMES: readonly (readonly [RegExp, ExtensionKey])[] = [
  [/^(movddup|movs[lh]dup|h(add|sub)p[sd]|addsubp[sd]|lddqu)$/, 'sse3'],
  [/^popcnt[wlq]?$/, 'popcnt'],
  [/^(andn|bextr|bls(i|r|msk))[lq]?$/, 'bmi'],
  [/^(movnts[sd]|extrq|insertq)$/, 'sse4a'],
  [/^loadiwkey$|^aes(enc|dec)(wide)?\d+kl$/, 'aes'],
  [/^gf2p8\w+$/, 'gfni'],
  [/^(movdiri|movdir64b|enqcmds?)$/, 'movdir'],
  [/^(bzhi|pdep|pext|rorx|s[ahr][lr]x|mulx)[lq]?$/, 'bmi2'],
  [/^(emms|maskmovq|movntq|pshufw|movdq2q|movq2dq|cvtt?p[sd]2pi|cvtpi2p[sd])$/, 'mmx'],
  [/^(femms|pf\w+|pi2f[dw]|pavgusb|pmulhrw|pswapd|prefetch)$/, 'amd3dnow'],
  [/^(rdrand|rdseed)[wlq]?$/, 'rdrand'],
  [/^(xsave|xrstor|xsaveopt|xsavec|xsaves|xrstors)(64|q)?$|^x[gs]etbv$/, 'xsave'],
  [/^(rd|wr)[fg]sbase[lq]?$/, 'fsgsbase'],
  [/^((inc|wr|save|restore|set|clr)ss\w*|wruss\w*|rstorssp|saveprevssp)$/, 'cet'],
  [/^(xbegin|xend|xabort|xtest)$/, 'tsx'],
  [/^(clflushopt|clwb|clzero|prefetchit[01])$/, 'cache'],
  [/^(monitorx?|mwaitx?|umonitor|umwait|tpause)$/, 'monitor'],
  [
    /^(vmcall|vmlaunch|vmresume|vmxo(ff|n)|vmread\w?|vmwrite\w?|vmptr\w+|vmclear|vmrun|vmmcall|vmload|vmsave|stgi|clgi|skinit|invlpga|invept|invvpid)$/,
    'vmx',
  ],
  [/^(rdtscp|rdpid|rdpru)$/, 'rdtscp'],
  [/^(stac|clac|rsm|senduipi)$/, 'system'],
  [/^(sysenter|sysexit)[lq]?$/, 'sysenter'],
  [/^v(f?n?m(add|sub)|fmaddsub|fmsubadd)\w+$/, 'fma'],
  [/^vf(n?m(add|sub)|maddsub|msubadd)\w+$/, 'fma'],
  [/^vpmov(us?|s)?[dqw][bwd]$/, 'avx512'],
  [/^v[a-z]\w*(32x[248]|64x[24]|reduce\w+|range\w+|getexp\w+|getmant\w+)$/, 'avx512'],
  [/^k(add|and|andn|mov|not|or|ortest|shift[lr]|test|unpck|xnor|xor)\w+$/, 'avx512'],
  [/^v(?!err|erw)[a-z]\w+$/, 'avx'],
  [/^(f(?!s$)\w+|wait)$/, 'x87'],
];

/** The extension that an instruction of this name belongs to; null for names that are none. */
export function extensionOfName(name: string): ExtensionKey | null {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
