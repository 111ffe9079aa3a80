import { ERRNO } from '../errno.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { copyIn, copyOut } from '../user-memory.js';
import { type Arguments, type Syscall, syscall } from './syscall.js';

const SECOND = 1_000_000_000;
/** Clock numbers (linux/time.h): those that tell the time of day, and the last one that exists. */
const WALL_CLOCKS = new Set([0, 5, 11]);
const LAST_CLOCK = 11;

/** A pair of 64-bit numbers: timespec or timeval. */
function pair(first: number, second: number): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setBigInt64(0, BigInt(first), true);
  view.setBigInt64(8, BigInt(second), true);
  return bytes;
}

function store(process: Process, address: number, bytes: Uint8Array): number {
  return copyOut(process.space, address, bytes) === bytes.length ? 0 : -ERRNO.EFAULT;
}

function clockGettime(kernel: Kernel, process: Process, args: Arguments): number {
  const clock = args.int(0);
  if (clock < 0 || clock > LAST_CLOCK) return -ERRNO.EINVAL;
  const seconds = Math.floor(kernel.modelTime / SECOND) + (WALL_CLOCKS.has(clock) ? kernel.options.epoch : 0);
  return store(process, args.size(1), pair(seconds, kernel.modelTime % SECOND));
}

function gettimeofday(kernel: Kernel, process: Process, args: Arguments): number {
  const seconds = Math.floor(kernel.modelTime / SECOND) + kernel.options.epoch;
  const microseconds = Math.floor((kernel.modelTime % SECOND) / 1000);
  const time = args.size(0) === 0 ? 0 : store(process, args.size(0), pair(seconds, microseconds));
  return time < 0 || args.size(1) === 0 ? time : store(process, args.size(1), new Uint8Array(8));
}

function time(kernel: Kernel, process: Process, args: Arguments): number {
  const seconds = Math.floor(kernel.modelTime / SECOND) + kernel.options.epoch;
  if (args.size(0) === 0) return seconds;
  const stored = store(process, args.size(0), pair(seconds, 0).subarray(0, 8));
  return stored < 0 ? stored : seconds;
}

/** Sleeps in model time: others run, or time passes. Nothing interrupts it, so nothing remains. */
function nanosleep(kernel: Kernel, process: Process, args: Arguments): number {
  const bytes = copyIn(process.space, args.size(0), 16);
  if (bytes.length < 16) return -ERRNO.EFAULT;
  const view = new DataView(bytes.buffer);
  const seconds = Number(view.getBigInt64(0, true));
  const nanoseconds = Number(view.getBigInt64(8, true));
  if (seconds < 0 || nanoseconds < 0 || nanoseconds >= SECOND) return -ERRNO.EINVAL;
  kernel.dispatcher.sleep(process, kernel.modelTime + seconds * SECOND + nanoseconds);
  return 0;
}

/** Time, as the model has it: a nanosecond a step. */
export const timeCalls: readonly Syscall[] = [
  syscall(35, 'nanosleep', 2, nanosleep),
  syscall(96, 'gettimeofday', 2, gettimeofday),
  syscall(201, 'time', 1, time),
  syscall(228, 'clock_gettime', 2, clockGettime),
];
