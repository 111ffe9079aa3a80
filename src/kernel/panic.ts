import type { Kernel } from './kernel.js';
import type { Process } from './process.js';
import { OS_BYTES } from './unpaged/os-image.js';
import type { PlainMemory, Stray } from './unpaged/plain-memory.js';

/**
 * Without bounds a program reaches whatever RAM there is. Tells observers what it has reached since it was last asked, and looks whether the
 * kernel's own memory is as it was: if not, the kernel cannot go on, and every process ends with it. True: that has happened.
 */
export function answerStrays(kernel: Kernel, plain: PlainMemory, process: Process): boolean {
  const { strays, osTouched } = plain.takeStrays();
  for (const stray of strays) kernel.emit({ kind: 'stray', pid: process.pid, ...stray, owner: ownerOf(kernel, stray) });
  if (!osTouched) return false;
  kernel.damage = plain.os.damage();
  if (kernel.damage.length === 0) return false;
  const others = [...kernel.processes.values()].filter((other) => other.alive && other !== process);
  for (const victim of [...others, process]) kernel.kill(victim, { signal: 'SIGKILL', code: 'SI_KERNEL' });
  return true;
}

function ownerOf(kernel: Kernel, { physical }: Stray): 'kernel' | 'free' | number {
  if (physical < OS_BYTES) return 'kernel';
  for (const { alive, pid, space } of kernel.processes.values()) if (alive && space.occupies(physical)) return pid;
  return 'free';
}
