import type { Image, Segment } from '../asm/image.js';
import { initialVectors, type SavedState } from '../cpu/state.js';
import { RSP } from '../isa/registers.js';
import { copyOut } from './user-memory.js';
import { type Area, type AreaKind, PAGE, sameRights, USER_END } from './vm/area.js';
import type { Rights } from './vm/entry.js';
import type { LoadProblem } from './vm/load-problem.js';
import type { Space } from './vm/space.js';

/** There is not even memory for a page table and a stack. */
export const outOfMemory = (image: Image): LoadProblem => ({
  problem: 'outOfMemory',
  segment: null,
  address: image.entry,
});

/** A new stack's area has this size before anything grows it: 32 pages and one for the arguments, as on Linux; less where it may have less. */
const FIRST_STACK_BYTES = 33 * PAGE;
/** IF and the bit that is always one. */
const FIRST_RFLAGS = 0x202n;
/** Who every process runs as. */
export const USER_ID = 1000;

/** Enters the areas of an image and of the stack: with pages nothing is loaded, no entry is made. Gives the image as it was placed. */
export function mapImage(space: Space, program: Image): Image | LoadProblem {
  if (program.segments.length === 0) return { problem: 'noSegments', segment: null, address: program.entry };
  const image = space.admit(program);
  if ('problem' in image) return image;
  const { unit, end, firstStack } = space.layout;
  const areas = imageAreas(image, unit);
  if (!areas.every((area) => space.map(area))) return outOfMemory(image);
  space.heapStart =
    image.heapStart === undefined ? Math.max(...areas.map((area) => area.end)) : Number(image.heapStart);
  space.heapEnd = space.heapStart;
  const mapped = space.map({
    start: end - (firstStack ?? Math.min(FIRST_STACK_BYTES, Math.floor(space.stackLimit / unit) * unit)),
    end,
    rights: { read: true, write: true, execute: false },
    kind: 'stack',
    name: '[stack]',
    image: null,
    growsDown: true,
    shared: false,
  });
  return mapped ? image : outOfMemory(image);
}

/**
 * Areas of the segments, rounded to multiples of `unit`, the page. Where two segments share a page it goes to the area of the first, with the
 * rights of both. What lies wholly behind a segment's bytes is an area of its own, of zeros.
 */
export function imageAreas(image: Image, unit: number = PAGE): Area[] {
  const down = (address: number) => Math.floor(address / unit) * unit;
  const up = (address: number) => Math.ceil(address / unit) * unit;
  const areas: Area[] = [];
  const sorted = [...image.segments].sort((a, b) => Number(a.address - b.address));
  for (const segment of sorted) {
    if (segment.memoryBytes === 0) continue;
    const address = Number(segment.address);
    const previous = areas.at(-1);
    let start = down(address);
    if (previous && previous.end > start) {
      widen(areas, rightsOf(segment), unit);
      start = previous.end;
    }
    const contentEnd = Math.max(start, segment.bytes.length === 0 ? start : up(address + segment.bytes.length));
    const end = up(address + segment.memoryBytes);
    if (contentEnd > start) areas.push(imageArea(image, segment, start, Math.min(contentEnd, end), false));
    if (end > contentEnd) areas.push(imageArea(image, segment, contentEnd, end, true));
  }
  return areas;
}

/** Gives the last page of the last area further rights, since another segment begins there. */
function widen(areas: Area[], more: Rights, unit: number): void {
  const last = areas.pop()!;
  const rights = {
    read: last.rights.read || more.read,
    write: last.rights.write || more.write,
    execute: last.rights.execute || more.execute,
  };
  if (sameRights(rights, last.rights)) {
    areas.push(last);
    return;
  }
  const border = last.end - unit;
  if (border > last.start) areas.push({ ...last, end: border });
  areas.push({ ...last, start: border, rights });
}

function imageArea(image: Image, segment: Segment, start: number, end: number, zeros: boolean): Area {
  const rights = rightsOf(segment);
  const kind: AreaKind = rights.execute ? 'text' : !rights.write ? 'rodata' : zeros ? 'bss' : 'data';
  const name = zeros && segment.bytes.length > 0 ? '.bss' : segment.name;
  return { start, end, rights, kind, name, image: zeros ? null : image, growsDown: false, shared: false };
}

const rightsOf = ({ read, write, execute }: Segment): Rights => ({ read, write, execute });

/** Auxiliary vector types (elf.h). */
const AT = {
  null: 0,
  phdr: 3,
  phent: 4,
  phnum: 5,
  pagesz: 6,
  base: 7,
  flags: 8,
  entry: 9,
  uid: 11,
  euid: 12,
  gid: 13,
  egid: 14,
  platform: 15,
  hwcap: 16,
  clktck: 17,
  secure: 23,
  random: 25,
  hwcap2: 26,
  execfn: 31,
} as const;

/** CPUID.1:EDX of the processor that Linux would report. */
const HWCAP = 0x178b_fbff;

export interface StartContent {
  /** Address of argc: the first rsp, 16-byte aligned. */
  readonly rsp: number;
  /** What lies from rsp to the top of the stack. */
  readonly bytes: Uint8Array;
}

/**
 * The first content of a stack as Linux leaves it (fs/binfmt_elf.c, create_elf_tables): upwards from rsp argc, argv, 0, envp, 0, the
 * auxiliary vector, 16 random bytes, the platform's name, the strings of argv and envp, the program's name, 8 zero bytes. `end`: the top of the stack.
 */
export function startContent(
  image: Image,
  argv: readonly string[],
  envp: readonly string[],
  random: Uint8Array,
  end: number = USER_END,
): StartContent {
  const encoder = new TextEncoder();
  const strings: { address: number; bytes: Uint8Array }[] = [];
  let top = end - 8;
  const place = (bytes: Uint8Array): number => {
    top -= bytes.length;
    strings.push({ address: top, bytes });
    return top;
  };
  const placeString = (text: string): number => place(encoder.encode(`${text}\0`));
  const placeAll = (texts: readonly string[]): number[] => [...texts].reverse().map(placeString).reverse();
  const execfn = placeString(argv[0] ?? image.name);
  const environment = placeAll(envp);
  const args = placeAll(argv);
  top = Math.floor(top / 16) * 16;
  const platform = placeString('x86_64');
  const randomAt = place(random);
  const vector = auxiliaryVector(image, { execfn, platform, random: randomAt });
  const words = [args.length, ...args, 0, ...environment, 0, ...vector];
  const rsp = Math.floor((top - 8 * words.length) / 16) * 16;
  const bytes = new Uint8Array(end - rsp);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => {
    view.setBigUint64(8 * i, BigInt(word), true);
  });
  for (const string of strings) bytes.set(string.bytes, string.address - rsp);
  return { rsp, bytes };
}

/** Where the stack is too small for that: no arguments, no environment, an empty auxiliary vector (five words), or an empty stack. */
function shortStart(end: number, stackLimit: number): StartContent {
  const bytes = new Uint8Array(stackLimit >= 128 ? 48 : 0);
  return { rsp: end - bytes.length, bytes };
}

function auxiliaryVector(image: Image, at: { execfn: number; platform: number; random: number }): number[] {
  return [
    ...[AT.hwcap, HWCAP, AT.pagesz, PAGE, AT.clktck, 100],
    ...programHeaders(image),
    ...[AT.base, 0, AT.flags, 0, AT.entry, Number(image.entry)],
    ...[AT.uid, USER_ID, AT.euid, USER_ID, AT.gid, USER_ID, AT.egid, USER_ID, AT.secure, 0],
    ...[AT.random, at.random, AT.hwcap2, 0, AT.execfn, at.execfn, AT.platform, at.platform, AT.null, 0],
  ];
}

/** Where the program headers are, if the image carries its ELF header (ELF64: e_phoff at 32, e_phentsize at 54, e_phnum at 56). */
function programHeaders(image: Image): number[] {
  for (const { address, bytes } of image.segments) {
    if (bytes.length < 64 || bytes[0] !== 0x7f || bytes[1] !== 0x45 || bytes[2] !== 0x4c || bytes[3] !== 0x46) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const offset = Number(view.getBigUint64(32, true));
    return [AT.phdr, Number(address) + offset, AT.phent, view.getUint16(54, true), AT.phnum, view.getUint16(56, true)];
  }
  return [];
}

/** Puts arguments and environment on the stack. Gives the registers to start with, or a problem. */
export function prepareStart(
  space: Space,
  image: Image,
  argv: readonly string[],
  envp: readonly string[],
  random: Uint8Array,
): SavedState | LoadProblem {
  const { end } = space.layout;
  const full = startContent(image, argv, envp, random, end);
  const fits = full.bytes.length <= space.stackLimit / 4;
  if (!fits && space.stackLimit >= FIRST_STACK_BYTES)
    return { problem: 'argumentsTooLong', segment: null, address: BigInt(full.rsp) };
  const { rsp, bytes } = fits ? full : shortStart(end, space.stackLimit);
  if (copyOut(space, rsp, bytes) < bytes.length) return outOfMemory(image);
  const registers = Array.from({ length: 16 }, () => 0n);
  registers[RSP] = BigInt(rsp);
  return {
    registers,
    rip: image.entry,
    rflags: FIRST_RFLAGS,
    fsBase: 0n,
    gsBase: 0n,
    selectors: 0n,
    ...initialVectors(),
  };
}
