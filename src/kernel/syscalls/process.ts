import { ERRNO } from '../errno.js';
import { waitForChild } from '../family.js';
import { shortageSignal } from '../fatal-fault.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { copyOut } from '../user-memory.js';
import { type Arguments, type Syscall, syscall, UNANSWERED } from './syscall.js';

function exit(kernel: Kernel, process: Process, args: Arguments): null {
  kernel.exit(process, args.int(0) & 0xff);
  return UNANSWERED;
}

/** The caller goes behind the others that are ready; alone it just goes on. */
function schedYield(kernel: Kernel, process: Process): number {
  kernel.dispatcher.yield(process);
  return 0;
}

/** Flags of clone that a fork in disguise may have: where the child's number goes in the child, and the signal at its end. */
const CLONE = { childClearTid: 0x20_0000, childSetTid: 0x100_0000, signalMask: 0xff } as const;

function fork(kernel: Kernel, process: Process): number {
  return kernel.fork(process)?.pid ?? -ERRNO.ENOMEM;
}

/** clone(flags, stack, parent_tid, child_tid, tls), as far as it is a fork. Threads are not offered. */
function clone(kernel: Kernel, process: Process, args: Arguments): number {
  const flags = args.int(0);
  if ((flags & ~(CLONE.childClearTid | CLONE.childSetTid | CLONE.signalMask)) !== 0 || args.size(1) !== 0)
    return -ERRNO.EINVAL;
  const child = kernel.fork(process);
  if (child === null) return -ERRNO.ENOMEM;
  const tid = new Uint8Array(4);
  new DataView(tid.buffer).setInt32(0, child.pid, true);
  if ((flags & CLONE.childSetTid) !== 0) copyOut(child.space, args.size(3), tid);
  if (child.space.takeShortage()) kernel.kill(child, shortageSignal(kernel.vm.shortage!));
  return child.pid;
}

const WNOHANG = 1;
const WAIT_OPTIONS = 0xf;

/** wait4(pid, status, options, rusage). Process groups are not distinguished: 0 and negative numbers mean any child. */
function wait4(kernel: Kernel, process: Process, args: Arguments): number | null {
  const options = args.int(2);
  if ((options & ~WAIT_OPTIONS) !== 0) return -ERRNO.EINVAL;
  const pid = args.int(0);
  const wait = { pid: pid > 0 ? pid : -1, statusAddress: args.size(1) };
  return waitForChild(kernel, process, wait, (options & WNOHANG) === 0);
}

const ARCH = { setGs: 0x1001, setFs: 0x1002, getFs: 0x1003, getGs: 0x1004 } as const;
const USER_TOP = 2n ** 47n;

function archPrctl(kernel: Kernel, process: Process, args: Arguments): number {
  const { cpu } = kernel;
  const code = args.int(0);
  const value = args.raw[1]!;
  if (code === ARCH.setFs || code === ARCH.setGs) {
    if (value >= USER_TOP) return -ERRNO.EPERM;
    if (code === ARCH.setFs) cpu.fsBase = value;
    else cpu.gsBase = value;
    return 0;
  }
  if (code !== ARCH.getFs && code !== ARCH.getGs) return -ERRNO.EINVAL;
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, code === ARCH.getFs ? cpu.fsBase : cpu.gsBase, true);
  return copyOut(process.space, args.size(1), bytes) === 8 ? 0 : -ERRNO.EFAULT;
}

/** Life and death of processes, and their registers. */
export const processCalls: readonly Syscall[] = [
  syscall(24, 'sched_yield', 0, schedYield),
  syscall(39, 'getpid', 0, (_kernel, process) => process.pid),
  syscall(56, 'clone', 5, clone),
  syscall(57, 'fork', 0, fork),
  syscall(58, 'vfork', 0, fork),
  syscall(60, 'exit', 1, exit),
  syscall(61, 'wait4', 4, wait4),
  syscall(110, 'getppid', 0, (kernel, process) => (kernel.processes.get(process.parent)?.alive ? process.parent : 0)),
  syscall(158, 'arch_prctl', 2, archPrctl),
  syscall(186, 'gettid', 0, (_kernel, process) => process.pid),
  syscall(218, 'set_tid_address', 1, (_kernel, process) => process.pid),
  syscall(231, 'exit_group', 1, exit),
];
