import { ERRNO } from '../errno.js';
import type { Kernel } from '../kernel.js';
import { USER_ID } from '../loader.js';
import type { Process } from '../process.js';
import { copyOut, isUserRange } from '../user-memory.js';
import { type Arguments, type Syscall, syscall } from './syscall.js';

/** struct new_utsname: six strings of 65 bytes. */
const UTS_BYTES = 65;
const UTS = ['Linux', 'pagewalk', '6.1.0', '#1', 'x86_64', '(none)'];

function uname(_kernel: Kernel, process: Process, args: Arguments): number {
  const bytes = new Uint8Array(UTS_BYTES * UTS.length);
  UTS.forEach((text, i) => {
    bytes.set(new TextEncoder().encode(text), UTS_BYTES * i);
  });
  return copyOut(process.space, args.size(0), bytes) === bytes.length ? 0 : -ERRNO.EFAULT;
}

const GRND_MASK = 0x7;
/** The most that one call gives without being interruptible; more comes in pieces on Linux too. */
const MOST_RANDOM = 0x200_0000 - 1;

/** Deterministic: the bytes follow from the machine's seed. */
function getrandom(kernel: Kernel, process: Process, args: Arguments): number {
  if ((args.int(2) & ~GRND_MASK) !== 0) return -ERRNO.EINVAL;
  const length = Math.min(args.size(1), MOST_RANDOM);
  if (!isUserRange(process.space, args.size(0), length)) return -ERRNO.EFAULT;
  const copied = copyOut(process.space, args.size(0), kernel.random.bytes(length));
  return copied === 0 && length > 0 ? -ERRNO.EFAULT : copied;
}

const identity = (number: number, name: string): Syscall => syscall(number, name, 0, () => USER_ID);

/** What the system and the user are called. */
export const identityCalls: readonly Syscall[] = [
  syscall(63, 'uname', 1, uname),
  identity(102, 'getuid'),
  identity(104, 'getgid'),
  identity(107, 'geteuid'),
  identity(108, 'getegid'),
  syscall(318, 'getrandom', 3, getrandom),
];
