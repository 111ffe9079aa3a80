import { RAX, RDI, RDX, RSI } from '../../isa/registers.js';
import { COUNTER } from '../../memory/layout.js';
import { ERRNO } from '../errno.js';
import { shortageSignal } from '../fatal-fault.js';
import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';
import { Arguments, UNANSWERED } from './syscall.js';
import { syscalls } from './table.js';

/** Registers that carry the arguments, in order (System V ABI, AMD64 supplement, A.2.1). */
const ARGUMENT_REGISTERS = [RDI, RSI, RDX, 10, 8, 9] as const;

/** Answers the `syscall` instruction: number in rax, result in rax. Unknown ones get -ENOSYS. */
export function performSyscall(kernel: Kernel, process: Process): void {
  const { cpu } = kernel;
  kernel.memory.count(COUNTER.syscalls);
  // Linux takes the number from eax.
  const number = Number(BigInt.asIntN(32, cpu.register(RAX)));
  const raw = ARGUMENT_REGISTERS.map((register) => cpu.register(register));
  const entry = syscalls.get(number);
  const result = entry ? entry.call(kernel, process, new Arguments(raw)) : -ERRNO.ENOSYS;
  if (process.alive) {
    const args = raw.slice(0, entry?.arity);
    kernel.emit({ kind: 'syscall', pid: process.pid, number, name: entry?.name ?? null, arguments: args, result });
  }
  if (process.alive && process.space.takeShortage()) kernel.kill(process, shortageSignal(kernel.vm.shortage!));
  else if (result !== UNANSWERED) cpu.setRegister(RAX, BigInt.asUintN(64, BigInt(result)));
}
