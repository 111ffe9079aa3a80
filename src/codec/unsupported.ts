/**
 * Names of real x86-64 instructions that the subset does not have, so that a message can say so instead of guessing at a
 * spelling mistake. By family, with what a user may do instead.
 */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^v(?!er[rw]$)[a-z]\w+$/, 'AVX is not supported: compile with -mno-avx'],
  [/^(h(add|sub)p[sd]|addsubp[sd]|lddqu|mov(d|sh|sl)dup)$/, 'SSE3 is not supported: compile with -mno-sse3'],
  [
    /^(pshufb|palignr|pabs[bwd]|ph(add|sub)(w|d|sw)|pmaddubsw|pmulhrsw|psign[bwd])$/,
    'SSSE3 is not supported: compile with -mno-ssse3',
  ],
  [
    /^(p?blend\w+|pmul(ld|dq)|p(min|max)(sb|sd|ud|uw)|p(ins|ext)r[bdq]|pmov[sz]x\w+|packusdw|ptest|pcmp(eqq|gtq|[ei]str[im])|phminposuw|round[ps][sd]|dpp[sd]|insertps|extractps|mpsadbw|movntdqa)$/,
    'SSE4 is not supported: compile with -mno-sse4',
  ],
  [
    /^(f?emms|pshufw|movq2dq|movdq2q|maskmovq|movntq|cvtpi2p[sd]|cvtt?p[sd]2pi)$/,
    'MMX is not supported: use the instructions on %xmm registers',
  ],
  [/^(f(?!s$)\w+|wait)$/, 'x87 floating point is not supported'],
  [/^int$/, "64-bit programs call the kernel with 'syscall'; the breakpoint is 'int3'"],
  [/^(clflushopt|clwb)$/, 'there are no caches here: leave it out'],
  [
    /^(popcnt|lzcnt|andn|bextr|bls\w+|pdep|pext|rorx|s[ahr][lr]x|mulx|adcx|adox|movbe|crc32)[wlq]?$/,
    'not in the x86-64 baseline',
  ],
  [
    /^(rdtscp?|rdrand|rdseed|rdpmc|xgetbv|xsave\w*|fxsave\w*|cmpxchg(8b|16b)|xlatb?|in[bwl]?|out[bwl]?|(ins|outs)[bwl]?)$/,
    'not supported',
  ],
  [
    /^(iret[lqw]?|sysret[lq]?|sysenter|sysexit|swapgs|lgdt|lidt|sgdt|sidt|ltr|str|lldt|invlpg|wrmsr|rdmsr|clts|wbinvd)$/,
    'only the kernel uses it, and the kernel is built in',
  ],
  [/^(aaa|aas|aam|aad|daa|das|pusha\w?|popa\w?|bound|into|les|lds|arpl)$/, 'it does not exist in 64-bit mode'],
  [/^(ret|call|jmp|leave|enter)w$/, 'its 16-bit form would truncate an address'],
];

/** What to tell the writer of a real instruction outside of the subset; null for other names. */
export function unsupportedHint(name: string): string | null {
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
