import { ERRNO } from './errno.js';
import { shortageSignal } from './fatal-fault.js';
import type { Kernel } from './kernel.js';
import type { Process, Wait } from './process.js';
import { copyOut } from './user-memory.js';

/** Children that are there, or have ended and not been waited for, and that `pid` means (-1: any). */
function children(kernel: Kernel, parent: Process, pid: number): Process[] {
  return [...kernel.processes.values()].filter(
    (process) => process.parent === parent.pid && !process.reaped && (pid === -1 || process.pid === pid),
  );
}

/** Status word of wait4: the exit code in bits 15:8, or the signal in bits 6:0. */
const statusWord = (process: Process): number =>
  process.signal !== 0 ? process.signal : ((process.status ?? 0) & 0xff) << 8;

/** Tells a parent of a child's end: stores the status, and gives the child's number or an error. */
function reap(parent: Process, child: Process, { statusAddress }: Wait): number {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, statusWord(child), true);
  if (statusAddress !== 0 && copyOut(parent.space, statusAddress, bytes) < 4) return -ERRNO.EFAULT;
  child.reaped = true;
  return child.pid;
}

/** wait4: an ended child is reaped at once; with none ended the caller waits (null), or gets 0 if it does not want to. */
export function waitForChild(kernel: Kernel, parent: Process, wait: Wait, mayWait: boolean): number | null {
  const candidates = children(kernel, parent, wait.pid);
  const ended = candidates.find((child) => !child.alive);
  if (ended) return reap(parent, ended, wait);
  if (candidates.length === 0) return -ERRNO.ECHILD;
  if (!mayWait) return 0;
  kernel.dispatcher.wait(parent, wait);
  return null;
}

/** After the end of a process: a parent that waits for it goes on. */
export function tellFamily(kernel: Kernel, process: Process): void {
  const parent = kernel.processes.get(process.parent);
  const wait = parent?.alive === true ? parent.wait : null;
  if (!parent || wait === null || (wait.pid !== -1 && wait.pid !== process.pid)) return;
  const result = reap(parent, process, wait);
  if (parent.space.takeShortage()) kernel.kill(parent, shortageSignal(kernel.vm.shortage!));
  else kernel.dispatcher.wake(parent, result);
}
