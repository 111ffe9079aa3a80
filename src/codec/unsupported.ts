/**
 * Names of real x86-64 instructions that the subset does not have, so that a message can say so instead of guessing at a
 * spelling mistake. By family, with what a user may do instead.
 */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [
    /^v?(add|sub|mul|div|min|max|sqrt|rcp|rsqrt|u?comi|cmp\w*|mov(a|u|l|h|nt|hl|lh|msk)?|andn?|x?or|unpck[lh]|shuf|h(add|sub))(ss|sd|ps|pd)$/,
    'SSE is not supported: compile with -mno-sse',
  ],
  [
    /^v?(movd|movdq[au]|movnt\w+|movhlps|movlhps|cvt\w+|p(add|sub|mul|madd|cmp|and|or|xor|shuf|unpck|s[lr]l|sra|min|max|avg|ack|sad|insr|extr|movmsk|blend|align)\w*|(ld|st)mxcsr)$/,
    'SSE is not supported: compile with -mno-sse',
  ],
  [/^(f(?!s$)\w+|wait)$/, 'x87 floating point is not supported'],
  [/^int$/, "64-bit programs call the kernel with 'syscall'; the breakpoint is 'int3'"],
  [/^([lms]fence|clflush(opt)?|clwb)$/, 'memory is always ordered here: leave it out'],
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
