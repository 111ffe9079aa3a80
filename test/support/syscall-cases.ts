import { SeededRandom } from './seeded-random.js';
import { files, start } from './syscall-file-cases.js';
import { randomScript } from './syscall-random.js';
import type { ScriptArgument, ScriptCall } from './syscall-script.js';

/** Linux numbers of the calls that the scripts make. */
const NUMBER = {
  read: 0,
  write: 1,
  open: 2,
  close: 3,
  lseek: 8,
  mmap: 9,
  mprotect: 10,
  munmap: 11,
  ioctl: 16,
  writev: 20,
  madvise: 28,
  dup: 32,
  dup2: 33,
  nanosleep: 35,
  kill: 62,
  uname: 63,
  arch_prctl: 158,
  clock_gettime: 228,
  unknown: 999,
} as const;

const call = (show: ScriptCall['show'], name: keyof typeof NUMBER, ...args: ScriptArgument[]): ScriptCall => ({
  number: NUMBER[name],
  args,
  show,
  title: `${name}(${args.join(', ')})`,
});
const all = (name: keyof typeof NUMBER, ...args: ScriptArgument[]) => call('all', name, ...args);
const error = (name: keyof typeof NUMBER, ...args: ScriptArgument[]) => call('error', name, ...args);

/** A place that neither Linux nor the model uses by itself. */
const BASE = 0x2000_0000;
const PAGE = 0x1000;
const KERNEL = 0xffff_8000_0000_0000n;
const NON_CANONICAL = 0x8000_0000_0000n;
const END = 0x7fff_ffff_f000n;
const READ = 1;
const WRITE = 2;
const EXECUTE = 4;
const NONE = 0;
/** Flags: anonymous private, and fixed besides. */
const ANONYMOUS = 0x22;
const FIXED = 0x32;
const NO_REPLACE = 0x10_0022;
const SHARED = 0x31;
const map = (at: number | bigint, length: number, protection: number, flags = FIXED) =>
  all('mmap', at, length, protection, flags, -1n & 0xffff_ffff_ffff_ffffn, 0);

/** Asks whether 16 bytes can be read (they hold zeros: success) or written. */
const readable = (at: ScriptArgument) => error('nanosleep', at, 0);
const writable = (at: number) => error('clock_gettime', 1, at % PAGE === 0 ? at + 64 : at);

const descriptors: ScriptCall[] = [
  all('read', 99, 'buffer', 4),
  all('read', 1, 'buffer', 4),
  all('read', 0, 16, 4),
  all('read', 0, KERNEL, 4),
  all('read', 0, 'out', 0xffff_ffff_ffff_f000n),
  all('read', 0, 'digits', 4),
  all('read', 0, 'buffer', 4),
  all('read', 0, 'buffer', 0),
  all('write', 99, 'text', 5),
  all('write', 0xffff_ffffn, 'text', 5),
  all('write', 1, 16, 5),
  all('write', 1, 0, 0),
  all('write', 1, KERNEL, 5),
  all('write', 1, NON_CANONICAL, 5),
  all('write', 1, 'text', 0xffff_ffff_ffff_f000n),
  all('write', 1, 'text', 5),
  all('write', 0x1_0000_0001n, 'text', 5),
  all('writev', 1, 'iov', 2),
  all('writev', 1, 'badiov', 2),
  all('writev', 1, 16, 2),
  all('writev', 1, 'negiov', 1),
  all('writev', 1, 'iov', 1025),
  all('writev', 1, 'iov', 0),
  all('writev', 99, 'iov', 2),
  all('lseek', 1, 0, 0),
  all('lseek', 99, 0, 0),
  all('ioctl', 1, 0x5413, 'buffer'),
  all('ioctl', 99, 0x5413, 'buffer'),
  all('open', 'nowhere', 0, 0),
  all('open', 16, 0, 0),
  all('close', 99),
  all('dup', 99),
  all('dup', 1),
  all('dup2', 1, 7),
  all('dup2', 99, 7),
  all('write', 7, 'text', 5),
  all('close', 7),
  all('close', 7),
  all('write', 7, 'text', 5),
  all('unknown'),
];

const mapping: ScriptCall[] = [
  map(BASE, 8 * PAGE, READ | WRITE),
  readable(BASE),
  writable(BASE + 7 * PAGE),
  writable(BASE + 8 * PAGE),
  writable(BASE + 8 * PAGE - 8),
  all('mmap', 0, 0, READ, ANONYMOUS, 0, 0),
  all('mmap', BASE + 1, PAGE, READ, FIXED, 0, 0),
  all('mmap', 0, PAGE, READ, 0x20, 0, 0),
  all('mmap', 0, PAGE, READ, 0x02, 99, 0),
  all('mmap', 0, PAGE, READ, ANONYMOUS, 0, 1),
  all('mmap', 0, 0x7fff_ffff_ffff_ffffn, READ, ANONYMOUS, 0, 0),
  all('mmap', 0, 0xffff_ffff_ffff_ffffn, READ, ANONYMOUS, 0, 0),
  all('mmap', END, PAGE, READ, FIXED, 0, 0),
  all('mmap', KERNEL, PAGE, READ, FIXED, 0, 0),
  map(BASE + 2 * PAGE, PAGE, READ, NO_REPLACE),
  map(BASE + 64 * PAGE, PAGE, READ, NO_REPLACE),
  all('mmap', BASE + 70 * PAGE, PAGE, READ, ANONYMOUS, 0, 0),
  error('mmap', 0, 3 * PAGE, READ | WRITE, ANONYMOUS, 0, 0),
  map(BASE + 80 * PAGE, PAGE, READ | WRITE, SHARED),
  writable(BASE + 80 * PAGE),
  map(BASE + 90 * PAGE, PAGE, NONE),
  readable(BASE + 90 * PAGE),
  writable(BASE + 90 * PAGE),
  map(BASE + 91 * PAGE, PAGE, WRITE),
  writable(BASE + 91 * PAGE),
  readable(BASE + 91 * PAGE),
  map(BASE + 92 * PAGE, PAGE, READ | EXECUTE),
  writable(BASE + 92 * PAGE),
  readable(BASE + 92 * PAGE),
  all('munmap', BASE + 1, PAGE),
  all('munmap', BASE, 0),
  all('munmap', END, 2 * PAGE),
  all('munmap', KERNEL, PAGE),
  all('munmap', BASE + 40 * PAGE, PAGE),
  all('munmap', BASE + 3 * PAGE, 1),
  readable(BASE + 3 * PAGE),
  readable(BASE + 2 * PAGE),
  readable(BASE + 4 * PAGE),
  all('munmap', BASE, 100 * PAGE),
  readable(BASE),
];

const protection: ScriptCall[] = [
  map(BASE, 8 * PAGE, READ | WRITE),
  writable(BASE + 2 * PAGE),
  all('mprotect', BASE + 2 * PAGE, PAGE, READ),
  writable(BASE + 2 * PAGE),
  writable(BASE + 3 * PAGE),
  all('mprotect', BASE + 2 * PAGE, 1, NONE),
  readable(BASE + 2 * PAGE),
  all('mprotect', BASE + 2 * PAGE, PAGE, READ | WRITE),
  writable(BASE + 2 * PAGE),
  all('mprotect', BASE + 1, PAGE, READ),
  all('mprotect', BASE, 0, READ),
  all('mprotect', BASE, PAGE, 0x100),
  all('mprotect', BASE + 20 * PAGE, PAGE, READ),
  all('mprotect', KERNEL, PAGE, READ),
  all('munmap', BASE + 4 * PAGE, PAGE),
  all('mprotect', BASE, 8 * PAGE, READ),
  writable(BASE),
  writable(BASE + 3 * PAGE),
  writable(BASE + 5 * PAGE),
  all('madvise', BASE + 1, PAGE, 4),
  all('madvise', BASE, PAGE, 4),
  all('madvise', BASE, PAGE, 99),
  all('madvise', BASE + 4 * PAGE, PAGE, 4),
  all('madvise', BASE, 0, 4),
];

const others: ScriptCall[] = [
  all('nanosleep', 16, 0),
  all('nanosleep', 'second', 0),
  all('clock_gettime', 99, 'buffer'),
  all('clock_gettime', 1, 16),
  all('clock_gettime', 1, 'digits'),
  error('clock_gettime', 0, 'buffer'),
  all('uname', 16),
  all('uname', 'buffer'),
  all('arch_prctl', 0x1002, 0x1234_5000),
  all('arch_prctl', 0x1003, 'buffer'),
  all('arch_prctl', 0x1003, 16),
  all('arch_prctl', 0x1002, KERNEL),
  all('arch_prctl', 0x9999, 0),
  all('kill', 0x3fff_fff0, 0),
  all('kill', 0x3fff_fff0, 9),
  all('kill', 0, 0),
  all('kill', 0, 17),
  all('kill', 0, 65),
];

/**
 * Writes from a mapping whose end is `short` bytes away. What Linux writes then depends on the file, and on a pipe on how full its last
 * buffer is; these cases do not.
 */
const partialWrite = (short: number, length: number) => call('all', 'write', 1, BASE + 2 * PAGE - short, length);
const partial: ScriptCall[] = [
  map(BASE, 2 * PAGE, READ | WRITE),
  partialWrite(100, 100),
  partialWrite(100, 200),
  partialWrite(2 * PAGE, 3 * PAGE),
  call('all', 'read', 0, BASE + 2 * PAGE - 4, 3),
];

const randomScripts = Object.fromEntries(
  Array.from({ length: 24 }, (_, i) => [`areas at random ${i + 1}`, randomScript(new SeededRandom(i + 1), 80)]),
);

/** Scripts by name. Their standard input is `input`. */
export const scripts: Readonly<Record<string, readonly ScriptCall[]>> = {
  descriptors,
  mapping,
  protection,
  others,
  partial,
  files,
  start,
  ...randomScripts,
};
export const input = 'abcdefghijklmnopqrstuvwxyz';
