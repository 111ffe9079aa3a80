import { opcodeEntry } from '../isa/opcode-map.js';
import type { ExtensionKey } from './extensions.js';

/** An instruction that processors have and pagewalk has not: its name where the bytes tell it, and the extension it belongs to. */
export interface KnownInstruction {
  readonly name: string | null;
  readonly extension: ExtensionKey;
}

/** Names of consecutive opcodes from `first`; `-` leaves one out. */
interface Row {
  readonly first: number;
  readonly names: string;
  readonly extension: ExtensionKey;
}

/** Map 0F 38 with prefix 66 (Intel SDM vol. 2, table A-4). */
const map38: readonly Row[] = [
  { first: 0x00, names: 'pshufb phaddw phaddd phaddsw pmaddubsw phsubw phsubd phsubsw', extension: 'ssse3' },
  { first: 0x08, names: 'psignb psignw psignd pmulhrsw', extension: 'ssse3' },
  { first: 0x1c, names: 'pabsb pabsw pabsd', extension: 'ssse3' },
  { first: 0x10, names: 'pblendvb - - - blendvps blendvpd - ptest', extension: 'sse41' },
  { first: 0x20, names: 'pmovsxbw pmovsxbd pmovsxbq pmovsxwd pmovsxwq pmovsxdq', extension: 'sse41' },
  { first: 0x28, names: 'pmuldq pcmpeqq movntdqa packusdw', extension: 'sse41' },
  { first: 0x30, names: 'pmovzxbw pmovzxbd pmovzxbq pmovzxwd pmovzxwq pmovzxdq', extension: 'sse41' },
  { first: 0x37, names: 'pcmpgtq', extension: 'sse42' },
  { first: 0x38, names: 'pminsb pminsd pminuw pminud pmaxsb pmaxsd pmaxuw pmaxud', extension: 'sse41' },
  { first: 0x40, names: 'pmulld phminposuw', extension: 'sse41' },
  { first: 0x80, names: 'invept invvpid', extension: 'vmx' },
  { first: 0xc8, names: 'sha1nexte sha1msg1 sha1msg2 sha256rnds2 sha256msg1 sha256msg2', extension: 'sha' },
  { first: 0xdb, names: 'aesimc aesenc aesenclast aesdec aesdeclast', extension: 'aes' },
];

/** Map 0F 3A with prefix 66 (table A-5). */
const map3a: readonly Row[] = [
  { first: 0x08, names: 'roundps roundpd roundss roundsd blendps blendpd pblendw', extension: 'sse41' },
  { first: 0x0f, names: 'palignr', extension: 'ssse3' },
  { first: 0x14, names: 'pextrb pextrw pextrd extractps', extension: 'sse41' },
  { first: 0x20, names: 'pinsrb insertps pinsrd', extension: 'sse41' },
  { first: 0x40, names: 'dpps dppd mpsadbw', extension: 'sse41' },
  { first: 0x44, names: 'pclmulqdq', extension: 'pclmul' },
  { first: 0x60, names: 'pcmpestrm pcmpestri pcmpistrm pcmpistri', extension: 'sse42' },
  { first: 0xcc, names: 'sha1rnds4', extension: 'sha' },
  { first: 0xdf, names: 'aeskeygenassist', extension: 'aes' },
];

/** Map 0F without prefix: the MMX registers (table A-3). */
const mapMmx: readonly Row[] = [
  { first: 0x2a, names: 'cvtpi2ps - cvttps2pi cvtps2pi', extension: 'mmx' },
  { first: 0x60, names: 'punpcklbw punpcklwd punpckldq packsswb pcmpgtb pcmpgtw pcmpgtd packuswb', extension: 'mmx' },
  { first: 0x68, names: 'punpckhbw punpckhwd punpckhdq packssdw - - movd movq', extension: 'mmx' },
  { first: 0x70, names: 'pshufw - - - pcmpeqb pcmpeqw pcmpeqd emms', extension: 'mmx' },
  { first: 0x7e, names: 'movd movq', extension: 'mmx' },
  { first: 0xc4, names: 'pinsrw pextrw', extension: 'mmx' },
  { first: 0xd1, names: 'psrlw psrld psrlq paddq pmullw - pmovmskb', extension: 'mmx' },
  { first: 0xd8, names: 'psubusb psubusw pminub pand paddusb paddusw pmaxub pandn', extension: 'mmx' },
  { first: 0xe0, names: 'pavgb psraw psrad pavgw pmulhuw pmulhw - movntq', extension: 'mmx' },
  { first: 0xe8, names: 'psubsb psubsw pminsw por paddsb paddsw pmaxsw pxor', extension: 'mmx' },
  { first: 0xf1, names: 'psllw pslld psllq pmuludq pmaddwd psadbw maskmovq', extension: 'mmx' },
  { first: 0xf8, names: 'psubb psubw psubd psubq paddb paddw paddd', extension: 'mmx' },
];

/** What mandatory prefix, map and opcode name beyond the regular tables: `66 0f 7c`. */
const single: Readonly<Record<string, readonly [name: string | null, extension: ExtensionKey]>> = {
  'f2 0f 12': ['movddup', 'sse3'], 'f3 0f 12': ['movsldup', 'sse3'], 'f3 0f 16': ['movshdup', 'sse3'],
  '66 0f 7c': ['haddpd', 'sse3'], 'f2 0f 7c': ['haddps', 'sse3'], '66 0f 7d': ['hsubpd', 'sse3'], 'f2 0f 7d': ['hsubps', 'sse3'],
  '66 0f d0': ['addsubpd', 'sse3'], 'f2 0f d0': ['addsubps', 'sse3'], 'f2 0f f0': ['lddqu', 'sse3'],
  '66 0f 2a': ['cvtpi2pd', 'mmx'], '66 0f 2c': ['cvttpd2pi', 'mmx'], '66 0f 2d': ['cvtpd2pi', 'mmx'],
  'f2 0f d6': ['movdq2q', 'mmx'], 'f3 0f d6': ['movq2dq', 'mmx'], 'f3 0f b8': ['popcnt', 'popcnt'],
  '0f 38 f0': ['movbe', 'movbe'], '0f 38 f1': ['movbe', 'movbe'], '66 0f 38 f0': ['movbe', 'movbe'], '66 0f 38 f1': ['movbe', 'movbe'],
  'f2 0f 38 f0': ['crc32', 'sse42'], 'f2 0f 38 f1': ['crc32', 'sse42'], '66 0f 38 f6': ['adcx', 'adx'], 'f3 0f 38 f6': ['adox', 'adx'],
  '0f 0e': ['femms', 'amd3dnow'], '0f 0f': [null, 'amd3dnow'],
  '0f 07': ['sysretl', 'system'],
  '0f 21': ['mov', 'system'], '0f 23': ['mov', 'system'], 
  '0f 34': ['sysenter', 'sysenter'], '0f 35': ['sysexit', 'sysenter'], '0f 78': ['vmread', 'vmx'], '0f 79': ['vmwrite', 'vmx'],
  'f2 0f 2b': ['movntsd', 'sse4a'], 'f3 0f 2b': ['movntss', 'sse4a'], 'f2 0f 78': ['insertq', 'sse4a'], 'f2 0f 79': ['insertq', 'sse4a'],
  '66 0f 78': ['extrq', 'sse4a'], '66 0f 79': ['extrq', 'sse4a'], '66 0f 38 cf': ['gf2p8mulb', 'gfni'],
  '66 0f 3a ce': ['gf2p8affineqb', 'gfni'], '66 0f 3a cf': ['gf2p8affineinvqb', 'gfni'], '0f 38 f9': ['movdiri', 'movdir'],
  '66 0f 38 f8': ['movdir64b', 'movdir'], 'f2 0f 38 f8': ['enqcmd', 'movdir'], 'f3 0f 38 f8': ['enqcmds', 'movdir'],
  '0f 38 f6': [null, 'cet'], '66 0f 38 f5': [null, 'cet'],
  'f3 0f 38 dc': [null, 'aes'], 'f3 0f 38 dd': ['aesdec128kl', 'aes'], 'f3 0f 38 de': ['aesenc256kl', 'aes'],
  'f3 0f 38 df': ['aesdec256kl', 'aes'], 'f3 0f 38 d8': [null, 'aes'],
  '0f aa': ['rsm', 'system'], 
  '8c': ['mov', 'segment'], '8e': ['mov', 'segment'],
  '9b': ['fwait', 'x87'], 
  'd8': [null, 'x87'], 'd9': [null, 'x87'], 'da': [null, 'x87'], 'db': [null, 'x87'], 'dc': [null, 'x87'], 'dd': [null, 'x87'],
  'de': [null, 'x87'], 'df': [null, 'x87'],
}; // biome-ignore format: a table

/** Opcodes whose ModRM byte decides: by prefix, opcode, and `/digit` with `m` or `r`, or the ModRM byte. */
const groups: Readonly<Record<string, readonly [name: string | null, extension: ExtensionKey]>> = {
  '0f ae /4m': ['xsave', 'xsave'],
  '0f ae /5m': ['xrstor', 'xsave'], '0f ae /6m': ['xsaveopt', 'xsave'],
  '66 0f ae /7m': ['clflushopt', 'cache'], '66 0f ae /6m': ['clwb', 'cache'],
  'f3 0f ae /0r': ['rdfsbase', 'fsgsbase'], 'f3 0f ae /1r': ['rdgsbase', 'fsgsbase'], 'f3 0f ae /2r': ['wrfsbase', 'fsgsbase'],
  'f3 0f ae /3r': ['wrgsbase', 'fsgsbase'], 'f3 0f ae /5r': ['incssp', 'cet'], 'f3 0f ae /6m': ['clrssbsy', 'cet'],
  '0f c7 /6r': ['rdrand', 'rdrand'], '0f c7 /7r': ['rdseed', 'rdrand'], '0f c7 /3m': ['xrstors', 'xsave'],
  '0f c7 /4m': ['xsavec', 'xsave'], '0f c7 /5m': ['xsaves', 'xsave'], '0f c7 /6m': ['vmptrld', 'vmx'], '66 0f c7 /6m': ['vmclear', 'vmx'], 'f3 0f c7 /6m': ['vmxon', 'vmx'],
  '0f 71 /2r': ['psrlw', 'mmx'], '0f 71 /4r': ['psraw', 'mmx'], '0f 71 /6r': ['psllw', 'mmx'], '0f 72 /2r': ['psrld', 'mmx'],
  '0f 72 /4r': ['psrad', 'mmx'], '0f 72 /6r': ['pslld', 'mmx'], '0f 73 /2r': ['psrlq', 'mmx'], '0f 73 /6r': ['psllq', 'mmx'],
  '0f c7 /7m': ['vmptrst', 'vmx'],
  '0f 01 c1': ['vmcall', 'vmx'], '0f 01 c2': ['vmlaunch', 'vmx'], '0f 01 c3': ['vmresume', 'vmx'], '0f 01 c8': ['monitor', 'monitor'],
  '0f 01 d8': ['vmrun', 'vmx'], '0f 01 d9': ['vmmcall', 'vmx'], '0f 01 da': ['vmload', 'vmx'], '0f 01 db': ['vmsave', 'vmx'],
  '0f 01 dc': ['stgi', 'vmx'], '0f 01 dd': ['clgi', 'vmx'], '0f 01 de': ['skinit', 'vmx'], '0f 01 df': ['invlpga', 'vmx'],
  '0f 01 fa': ['monitorx', 'monitor'], '0f 01 fb': ['mwaitx', 'monitor'], '0f 01 fc': ['clzero', 'cache'], '0f 01 fd': ['rdpru', 'rdtscp'],
  'f3 0f c7 /7r': ['rdpid', 'rdtscp'], 'f3 0f c7 /6r': ['senduipi', 'system'],
  '0f 01 c9': ['mwait', 'monitor'], '0f 01 ca': ['clac', 'system'], '0f 01 cb': ['stac', 'system'], '0f 01 d0': ['xgetbv', 'xsave'],
  '0f 01 d1': ['xsetbv', 'xsave'], '0f 01 d5': ['xend', 'tsx'], '0f 01 d6': ['xtest', 'tsx'], '0f 01 f9': ['rdtscp', 'rdtscp'],
  'c6 f8': ['xabort', 'tsx'], 'c7 f8': ['xbegin', 'tsx'],
}; // biome-ignore format: a table

/** VEX instructions that have no legacy encoding: BMI. By prefix, map and opcode; `/digit` where ModRM decides. */
const vexOnly: Readonly<Record<string, readonly [name: string, extension: ExtensionKey]>> = {
  '0f 38 f2': ['andn', 'bmi'], '0f 38 f3 /1': ['blsr', 'bmi'], '0f 38 f3 /2': ['blsmsk', 'bmi'], '0f 38 f3 /3': ['blsi', 'bmi'],
  '0f 38 f7': ['bextr', 'bmi'], '0f 38 f5': ['bzhi', 'bmi2'], 'f2 0f 38 f5': ['pdep', 'bmi2'], 'f3 0f 38 f5': ['pext', 'bmi2'],
  'f2 0f 38 f6': ['mulx', 'bmi2'], '66 0f 38 f7': ['shlx', 'bmi2'], 'f2 0f 38 f7': ['shrx', 'bmi2'], 'f3 0f 38 f7': ['sarx', 'bmi2'],
  'f2 0f 3a f0': ['rorx', 'bmi2'],
}; // biome-ignore format: a table

const legacy = new Set([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3]);
const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** What bytes that pagewalk cannot decode are on processors that have more; null if nothing is known of them. */
export function knownInstruction(bytes: Uint8Array): KnownInstruction | null {
  let at = 0;
  let prefix = '';
  // REX too: one that is not the last prefix means nothing.
  for (; at < bytes.length && (legacy.has(bytes[at]!) || (bytes[at]! & 0xf0) === 0x40); at++) {
    const byte = bytes[at]!;
    // F2 and F3 count before 66, the last of them.
    if (byte >= 0xf2 || (byte === 0x66 && prefix === '')) prefix = `${hex(byte)} `;
  }
  const first = bytes[at];
  if (first === undefined) return null;
  if (first === 0x62) return { name: null, extension: 'avx512' };
  // XOP has pop's opcode, with a map above those of VEX.
  if (first === 0x8f && (bytes[at + 1]! & 0x1f) >= 8) return { name: null, extension: 'xop' };
  if (first === 0xc4 || first === 0xc5) return vexInstruction(bytes, at);
  const map = first !== 0x0f ? 0 : bytes[at + 1] === 0x38 ? 2 : bytes[at + 1] === 0x3a ? 3 : 1;
  const opcodeAt = at + Math.min(map, 2);
  return legacyInstruction(prefix, map, bytes[opcodeAt], bytes[opcodeAt + 1]);
}

const ESCAPES = ['', '0f ', '0f 38 ', '0f 3a '] as const;

function legacyInstruction(
  prefix: string,
  map: number,
  opcode: number | undefined,
  modrm: number | undefined,
): KnownInstruction | null {
  if (opcode === undefined) return null;
  const code = `${ESCAPES[map]}${hex(opcode)}`;
  const found =
    groupEntry(groups, prefix + code, modrm) ??
    groupEntry(groups, code, modrm) ??
    single[prefix + code] ??
    single[code];
  if (found !== undefined) return { name: found[0], extension: found[1] };
  if (map === 1 && prefix === '') return inRows(mapMmx, opcode);
  if (map === 2) return inRows(map38, opcode);
  if (map === 3) return inRows(map3a, opcode);
  return null;
}

function groupEntry<T>(table: Readonly<Record<string, T>>, code: string, modrm: number | undefined): T | undefined {
  if (modrm === undefined) return undefined;
  return table[`${code} ${hex(modrm)}`] ?? table[`${code} /${(modrm >> 3) & 7}${modrm < 0xc0 ? 'm' : 'r'}`];
}

function inRows(rows: readonly Row[], opcode: number): KnownInstruction | null {
  for (const { first, names, extension } of rows) {
    const name = names.split(' ')[opcode - first];
    if (name !== undefined && name !== '-') return { name, extension };
  }
  return null;
}

const PREFIXES = ['', '66 ', 'f3 ', 'f2 '] as const;
const MANDATORY = [0, 0x66, 0xf3, 0xf2] as const;

/** VEX says prefix, map and opcode in its own way; the instruction is mostly the one of SSE with a `v` in front. */
function vexInstruction(bytes: Uint8Array, at: number): KnownInstruction {
  const long = bytes[at] === 0xc4;
  const unknown: KnownInstruction = { name: null, extension: 'avx' };
  const last = bytes[at + (long ? 2 : 1)];
  const opcode = bytes[at + (long ? 3 : 2)];
  const modrm = bytes[at + (long ? 4 : 3)] ?? 0;
  if (last === undefined || opcode === undefined) return unknown;
  const map = long ? bytes[at + 1]! & 0x1f : 1;
  if (map < 1 || map > 3) return unknown;
  const code = `${PREFIXES[last & 3]}${ESCAPES[map]}${hex(opcode)}`;
  const own = vexOnly[code] ?? vexOnly[`${code} /${(modrm >> 3) & 7}`];
  if (own !== undefined) return { name: own[0], extension: own[1] };
  if (map === 1 && isMask(opcode)) return { name: null, extension: 'avx512' };
  if (map === 2 && opcode >= 0x96 && opcode < 0xc0 && (opcode & 0xf) >= 6) return { name: null, extension: 'fma' };
  const sse =
    map === 1
      ? sseName(opcode, MANDATORY[last & 3]!)
      : legacyInstruction(PREFIXES[last & 3]!, map, opcode, modrm)?.name;
  return { name: sse == null ? null : `v${sse}`, extension: 'avx' };
}

/** Opcodes of the mask registers k0 to k7. */
function isMask(opcode: number): boolean {
  return (opcode >= 0x41 && opcode <= 0x4b) || (opcode >= 0x90 && opcode <= 0x99);
}

/** The mnemonic of an opcode of map 0F with a mandatory prefix, if all its forms have one. */
function sseName(opcode: number, prefix: number): string | null {
  const forms = (opcodeEntry(1, opcode)?.forms ?? []).filter((form) => form.sse && form.prefix === prefix);
  const names = new Set(forms.map((form) => form.mnemonic));
  // Comparisons say their predicate in the name.
  return names.size === 1 && opcode !== 0xc2 ? [...names][0]! : null;
}

/** The extension of an instruction of maps 0F 38 and 0F 3A by its name; null for other names. */
export function extensionOfRows(name: string): ExtensionKey | null {
  const row = [...map38, ...map3a].find(({ names }) => names.split(' ').includes(name));
  if (row !== undefined) return row.extension;
  const one = Object.values(single).find(([known]) => known === name.replace(/[bwlq]$/, '') || known === name);
  return one?.[1] ?? null;
}
