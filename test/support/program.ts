import type { Image } from '../../src/asm/image.js';
import { assemble } from '../../src/machine/assemble.js';

/** Assembles a test program; wrong source is a wrong test, and throws. */
export function program(source: string, name = 'test.s'): Image {
  return assemble(source, name);
}

/** Lines that end a process with a status. */
export const exitWith = (status: number): string => `movl $${status}, %edi\n movl $60, %eax\n syscall\n`;
