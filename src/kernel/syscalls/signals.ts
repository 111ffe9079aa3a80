import { ERRNO } from '../errno.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { ACTION_BYTES } from '../signal-state.js';
import { kills, LAST_SIGNAL, SIGNAL, type SignalName, signalName } from '../signals.js';
import { copyIn, copyOut } from '../user-memory.js';
import { type Arguments, type Syscall, syscall, UNANSWERED } from './syscall.js';

const SET_BYTES = 8;
const HOW = { block: 0, unblock: 1, set: 2 } as const;

/** Lets a signal do what it does when nobody handles it. null: it was the end of the caller. */
function act(kernel: Kernel, caller: Process, target: Process, signal: number): number | null {
  if (!kills(signal) || target.signals.ignores(signal)) return 0;
  kernel.kill(target, { signal: signalName(signal) as SignalName, code: 'SI_USER' });
  return target === caller ? UNANSWERED : 0;
}

/** kill, tkill, tgkill. Negative and zero process numbers mean the caller's group: the caller. A blocked signal waits. */
function sendSignal(kernel: Kernel, process: Process, pid: number, signal: number): number | null {
  if (signal < 0 || signal > LAST_SIGNAL) return -ERRNO.EINVAL;
  const target = pid > 0 ? kernel.processes.get(pid) : process;
  if (!target?.alive) return -ERRNO.ESRCH;
  if (signal === 0 || target.signals.holdBack(signal)) return 0;
  return act(kernel, process, target, signal);
}

/** tkill and tgkill take positive numbers only. */
const sendToThread = (kernel: Kernel, process: Process, tid: number, signal: number): number | null =>
  tid <= 0 ? -ERRNO.EINVAL : sendSignal(kernel, process, tid, signal);

/** rt_sigaction(signal, new, old, bytes of a set). */
function rtSigaction(_kernel: Kernel, process: Process, args: Arguments): number {
  const signal = args.int(0);
  if (args.size(3) !== SET_BYTES) return -ERRNO.EINVAL;
  const next = args.size(1) === 0 ? null : copyIn(process.space, args.size(1), ACTION_BYTES);
  if (next !== null && next.length < ACTION_BYTES) return -ERRNO.EFAULT;
  if (signal < 1 || signal > LAST_SIGNAL) return -ERRNO.EINVAL;
  if (next !== null && (signal === SIGNAL.SIGKILL || signal === SIGNAL.SIGSTOP)) return -ERRNO.EINVAL;
  const old = process.signals.action(signal);
  if (next !== null) process.signals.setAction(signal, next);
  return args.size(2) === 0 || copyOut(process.space, args.size(2), old) === old.length ? 0 : -ERRNO.EFAULT;
}

function storeSet(process: Process, address: number, set: bigint): number {
  const bytes = new Uint8Array(SET_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, set, true);
  return copyOut(process.space, address, bytes) === SET_BYTES ? 0 : -ERRNO.EFAULT;
}

/** rt_sigprocmask(how, new, old, bytes of a set). What the new mask lets through acts at once. */
function rtSigprocmask(kernel: Kernel, process: Process, args: Arguments): number | null {
  if (args.size(3) !== SET_BYTES) return -ERRNO.EINVAL;
  const { signals } = process;
  const old = signals.mask;
  if (args.size(1) !== 0) {
    const bytes = copyIn(process.space, args.size(1), SET_BYTES);
    if (bytes.length < SET_BYTES) return -ERRNO.EFAULT;
    const set = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
    const how = args.int(0);
    if (how === HOW.block) signals.setMask(old | set);
    else if (how === HOW.unblock) signals.setMask(old & ~set);
    else if (how === HOW.set) signals.setMask(set);
    else return -ERRNO.EINVAL;
  }
  const stored = args.size(2) === 0 ? 0 : storeSet(process, args.size(2), old);
  for (let signal = signals.takeReleased(); signal !== 0; signal = signals.takeReleased())
    if (act(kernel, process, process, signal) === UNANSWERED) return UNANSWERED;
  return stored;
}

function rtSigpending(_kernel: Kernel, process: Process, args: Arguments): number {
  if (args.size(1) > SET_BYTES) return -ERRNO.EINVAL;
  return storeSet(process, args.size(0), process.signals.waiting);
}

/** Signals that programs send, block and ignore. */
export const signalCalls: readonly Syscall[] = [
  syscall(13, 'rt_sigaction', 4, rtSigaction),
  syscall(14, 'rt_sigprocmask', 4, rtSigprocmask),
  syscall(62, 'kill', 2, (kernel, process, args) => sendSignal(kernel, process, args.int(0), args.int(1))),
  syscall(127, 'rt_sigpending', 2, rtSigpending),
  syscall(200, 'tkill', 2, (kernel, process, args) => sendToThread(kernel, process, args.int(0), args.int(1))),
  syscall(234, 'tgkill', 3, (kernel, process, args) =>
    args.int(0) <= 0 ? -ERRNO.EINVAL : sendToThread(kernel, process, args.int(1), args.int(2)),
  ),
];
