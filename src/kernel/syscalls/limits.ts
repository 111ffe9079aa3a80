import { ERRNO } from '../errno.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { copyOut } from '../user-memory.js';
import { DESCRIPTOR_LIMIT } from './descriptors.js';
import { type Arguments, type Syscall, syscall } from './syscall.js';

const RLIMIT = { data: 2, stack: 3, core: 4, files: 7, last: 15 } as const;
const INFINITY = 0xffff_ffff_ffff_ffffn;

/** Both limits of a resource, which are one here: soft and hard. */
function limit(process: Process, resource: number): bigint {
  if (resource === RLIMIT.stack) return BigInt(process.space.stackLimit);
  if (resource === RLIMIT.files) return BigInt(DESCRIPTOR_LIMIT);
  return resource === RLIMIT.core ? 0n : INFINITY;
}

function storeLimit(process: Process, resource: number, address: number): number {
  if (resource < 0 || resource > RLIMIT.last) return -ERRNO.EINVAL;
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, limit(process, resource), true);
  view.setBigUint64(8, limit(process, resource), true);
  return copyOut(process.space, address, bytes) === bytes.length ? 0 : -ERRNO.EFAULT;
}

/** prlimit64(pid, resource, new, old). Limits are the machine's: they can be asked for, not changed. */
function prlimit64(kernel: Kernel, process: Process, args: Arguments): number {
  const pid = args.int(0);
  const resource = args.int(1);
  if (resource < 0 || resource > RLIMIT.last) return -ERRNO.EINVAL;
  const target = pid === 0 ? process : kernel.processes.get(pid);
  if (!target?.alive) return -ERRNO.ESRCH;
  if (args.size(2) !== 0) return -ERRNO.EPERM;
  return args.size(3) === 0 ? 0 : storeLimit(process, resource, args.size(3));
}

const SYSINFO_BYTES = 112;

/** struct sysinfo: uptime, loads, memory in bytes, processes. */
function sysinfo(kernel: Kernel, process: Process, args: Arguments): number {
  const bytes = new Uint8Array(SYSINFO_BYTES);
  const view = new DataView(bytes.buffer);
  const word = (offset: number, value: number) => view.setBigUint64(offset, BigInt(value), true);
  const { frames, swap, pageBytes } = kernel.vm;
  const alive = [...kernel.processes.values()].filter((one) => one.alive).length;
  word(0, Math.floor(kernel.modelTime / 1e9));
  word(32, frames.count * pageBytes);
  word(40, frames.free * pageBytes);
  word(64, swap.slotCount * pageBytes);
  word(72, (swap.slotCount - swap.used) * pageBytes);
  view.setUint16(80, alive, true);
  view.setUint32(104, 1, true);
  return copyOut(process.space, args.size(0), bytes) === bytes.length ? 0 : -ERRNO.EFAULT;
}

/** struct robust_list_head. There are no threads, so nobody looks at the list. */
const ROBUST_HEAD_BYTES = 24;

/** What the system has and allows. */
export const limitCalls: readonly Syscall[] = [
  syscall(97, 'getrlimit', 2, (_kernel, process, args) => storeLimit(process, args.int(0), args.size(1))),
  syscall(99, 'sysinfo', 1, sysinfo),
  syscall(273, 'set_robust_list', 2, (_kernel, _process, args) =>
    args.size(1) === ROBUST_HEAD_BYTES ? 0 : -ERRNO.EINVAL,
  ),
  syscall(302, 'prlimit64', 4, prlimit64),
];
