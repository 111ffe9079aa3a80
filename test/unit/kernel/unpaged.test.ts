import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../../src/asm/assemble.js';
import type { Image } from '../../../src/asm/image.js';
import { link } from '../../../src/asm/link/link.js';
import type { KernelEvent } from '../../../src/kernel/events.js';
import type { RegisterSpace } from '../../../src/kernel/unpaged/register-space.js';
import { relocated } from '../../../src/kernel/unpaged/relocate.js';
import { assemble } from '../../../src/machine/assemble.js';
import type { MachineOptions } from '../../../src/machine/config.js';
import { designOf } from '../../../src/machine/designs.js';
import { LoadError, Machine } from '../../../src/machine/machine.js';
import { COUNTER, RAM_BASE } from '../../../src/memory/layout.js';
import { exitWith } from '../../support/program.js';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function machineWith(name: string, sources: readonly string[], options: MachineOptions = {}): Machine {
  const mmu = options.mmu ?? designOf(name);
  const machine = new Machine({ ...options, mmu, check: true });
  for (const source of sources) machine.load(assemble(source, 'test.s', mmu));
  return machine;
}

const spaceOf = (machine: Machine, pid: number) => machine.kernel.processes.get(pid)!.space as RegisterSpace;
const extentsOf = (machine: Machine) => machine.kernel.plain!.extents.extents.map(({ base, size }) => [base, size]);

describe('static relocation', () => {
  const folder = new URL('../../corpus/', import.meta.url);
  const files = readdirSync(folder).filter((file) => /-O[01]\.s$/.test(file));
  const bytesOf = (image: Image) =>
    image.segments.map(({ address, bytes }) => [address, Buffer.from(bytes).toString('hex')]);

  it('a program rewritten for a place is the program that is linked to that place, byte for byte', () => {
    const machine = machineWith('relocation', []);
    let fields = 0;
    for (const file of files) {
      const object = assembleObject(readFileSync(new URL(file, folder), 'utf8'), file).object!;
      const at = (base: number) =>
        link([object], { place: { base, unit: 4096, headers: false, keepsRelocations: true } }).image!;
      const low = at(0);
      const moved = relocated(machine.kernel.plain!, low, 0x30_4000);
      const linked = at(0x30_4000);
      if ('problem' in moved) throw new Error(moved.problem);
      expect(bytesOf(moved)).toEqual(bytesOf(linked));
      expect([moved.entry, moved.symbols, moved.lines]).toEqual([linked.entry, linked.symbols, linked.lines]);
      fields += low.relocations!.length;
    }
    expect(files.length).toBeGreaterThan(20);
    expect(fields).toBeGreaterThan(300);
    expect(machine.memory.counter(COUNTER.relocations)).toBe(fields);
  });

  it('refuses a program without records, and one whose address does not fit its field', () => {
    const { relocations: _, ...bare } = assemble(
      `.globl _start\n_start: movl $_start, %eax\n${exitWith(0)}`,
      'x.s',
      designOf('relocation'),
    );
    expect(() => machineWith('relocation', []).load(bare)).toThrow(LoadError);
    const narrow = `.globl _start\n_start: ${exitWith(0)} .data\n .2byte _start\n`;
    expect(() => machineWith('relocation', ['nop\n', narrow])).toThrow(/relocationOverflow/);
  });
});

describe('pieces that grow', () => {
  /** Takes so many bytes of heap, stores at both ends, gives the sum. */
  const grows = (bytes: number) => `.globl _start
        .data
        .balign 8
here:   .quad 5
        .text
_start: movl $12, %eax
        xorl %edi, %edi
        syscall
        leaq ${bytes}(%rax), %rdi
        movl $12, %eax
        syscall
        movq $6, -8(%rax)
        movq -8(%rax), %rdi
        addq here(%rip), %rdi
        movl $60, %eax
        syscall
`;

  it('grow in place, or move with all they hold when another piece is behind them', () => {
    const events: KernelEvent[] = [];
    const machine = machineWith('segments', [grows(0x20000), grows(0x1000)]);
    machine.onEvent = (event) => events.push(event);
    const before = extentsOf(machine);
    const result = machine.run();
    expect(result.processes.map(({ status }) => status)).toEqual([11, 11]);
    expect(result.counters.extentMoves).toBe(1);
    const moved = events.filter((event) => event.kind === 'move');
    // The first program's data, 4 KiB, went from between its code and the second program's stack.
    expect(moved.map((event) => event.kind === 'move' && [event.from, event.bytes])).toEqual([[before[2]![0], 4096]]);
    expect(result.counters.kernelReads).toBeGreaterThanOrEqual(512);
    expect(extentsOf(machine)).toEqual([]);
  });

  it('are moved together when no hole is large enough, and programs do not notice', () => {
    const yields = 'movl $24, %eax\n syscall\n';
    const grower = grows(0xc000).replace('_start:', `_start: ${yields}`);
    const keeper = `.globl _start
        .data
word:   .quad 30
        .text
_start: pushq $12
        ${yields}${yields}popq %rdi
        addq word(%rip), %rdi
        movl $60, %eax
        syscall
`;
    // 112 KiB for programs, of which three take 24 + 20 + 24 KiB. The second one ends; then the first one wants 52 KiB in one piece.
    const machine = machineWith('segments', [grower, exitWith(3), keeper], { ram: '128K' });
    expect(machine.kernel.plain!.extents.division()).toMatchObject({ free: 44 * 1024, holes: 1 });
    const result = machine.run();
    expect(result.processes.map(({ status }) => status)).toEqual([11, 3, 42]);
    // The three pieces of the third program, and the data of the first.
    expect(result.counters.extentMoves).toBe(4);
  });

  it('stack segments grow down by faults, to their limit', () => {
    const pushes = `.globl _start\n_start: movl $20000, %ecx\n1: pushq %rcx\n decl %ecx\n jnz 1b\n popq %rdi\n ${'movl $60, %eax\n syscall\n'}`;
    const machine = machineWith('segments', [pushes]);
    const result = machine.run();
    expect(result.status).toBe(1);
    // 16 KiB at the start; 160,000 bytes and what was there need 40 pages or 41.
    expect(result.counters.exceptions).toBeGreaterThanOrEqual(36);
    expect(result.counters.exceptions).toBeLessThanOrEqual(37);
    expect(result.counters.pageFaults).toBe(0);
  });
});

describe('fork', () => {
  const forks = `.globl _start
        .data
value:  .quad 1
        .text
_start: movl $57, %eax
        syscall
        testl %eax, %eax
        jnz parent
        incq value(%rip)
        movq value(%rip), %rdi
        movl $60, %eax
        syscall
parent: movl $61, %eax
        movq $-1, %rdi
        leaq -8(%rsp), %rsi
        xorl %edx, %edx
        xorl %r10d, %r10d
        syscall
        movzbl -7(%rsp), %edi
        shll $4, %edi
        addq value(%rip), %rdi
        movl $60, %eax
        syscall
`;

  it.each(['base', 'base-bounds', 'segments', 'physical', 'relocation'])('gives both their own memory: %s', (name) => {
    const machine = machineWith(name, [forks], { swap: '8M' });
    expect(machine.run().processes.map(({ status }) => status)).toEqual([0x21, 2]);
    expect(machine.kernel.violations).toEqual([]);
    expect(machine.kernel.vm.swap.used).toBe(0);
  });

  it('shares code under segments, and copies nothing of it', () => {
    const machine = machineWith('segments', [forks]);
    machine.run(3);
    while (machine.kernel.processes.size < 2) machine.run(1);
    const [parent, child] = [1, 2].map((pid) => spaceOf(machine, pid).pieces.map(({ extent }) => extent));
    expect(child![0]).toBe(parent![0]);
    expect(parent![0]!.owners).toBe(2);
    expect([child![1] === parent![1], child![3] === parent![3]]).toEqual([false, false]);
  });

  it('needs a disk where addresses are those of RAM', () => {
    const tries = `.globl _start\n_start: movl $57, %eax\n syscall\n negl %eax\n movl %eax, %edi\n movl $60, %eax\n syscall\n`;
    expect(machineWith('physical', [tries]).run().status).toBe(12);
  });
});

describe('no protection', () => {
  it('one process overwrites another, which is counted and told, and the other one finds it', () => {
    const victim = `.globl _start\n.data\nword: .quad 1\n.text\n_start: movl $24, %eax\n syscall\n movq word(%rip), %rdi\n movl $60, %eax\n syscall\n`;
    const bits = { virtualBits: 16, physicalBits: 32 };
    const vandal = `.globl _start\n.data\nword: .quad 2\n.text\n_start: leaq word(%rip), %rbx\n movq $77, -0x10000(%rbx)\n xorl %edi, %edi\n movl $60, %eax\n syscall\n .skip 4\n`;
    const events: KernelEvent[] = [];
    const machine = new Machine({ mmu: { kind: 'relocation', ...bits }, check: true });
    machine.onEvent = (event) => events.push(event);
    for (const source of [victim, vandal]) machine.load(assemble(source, 'test.s', machine.config.design));
    const result = machine.run();
    expect(result.processes.map(({ status }) => status)).toEqual([77, 0]);
    expect([result.counters.strayReads, result.counters.strayWrites]).toEqual([0, 1]);
    expect(events.filter((event) => event.kind === 'stray')).toMatchObject([{ pid: 2, write: true, owner: 1 }]);
  });

  it('a system call reaches what the program reaches: the kernel itself, which is its end', () => {
    const source = `.globl _start\n_start: movl $0, %eax\n movl $0, %edi\n movl $0x68, %esi\n movl $8, %edx\n syscall\n ${exitWith(0)}`;
    const machine = new Machine({ mmu: designOf('physical'), check: true }, { read: () => new Uint8Array(8).fill(1) });
    machine.load(assemble(source, 'test.s', machine.config.design));
    const { status, processes } = machine.run();
    expect(status).toBe(137);
    expect(processes[0]!.fault?.damage).toMatchObject([{ address: 0x68, what: 'the interrupt table, entry 13' }]);
  });

  it('base and bounds stops what base lets through', () => {
    const source = `.globl _start\n_start: movq 0x900000, %rax\n ${exitWith(4)}`;
    expect(machineWith('base', [source]).run()).toMatchObject({ status: 4, counters: { strayReads: 1 } });
    expect(machineWith('base-bounds', [source]).run()).toMatchObject({ status: 139, counters: { strayReads: 0 } });
  });
});

describe('taking turns', () => {
  const small = designOf('physical', { virtualBits: 16 });
  const counting = (n: number) =>
    `.globl _start\n.data\nn: .quad 0\n.text\n_start: movl $${n}, %ecx\n1: incq n(%rip)\n decl %ecx\n jnz 1b\n movq n(%rip), %rdi\n movl $60, %eax\n syscall\n`;

  it('every process finds its own numbers at the same addresses', () => {
    const machine = machineWith('', [100, 60, 30].map(counting), { mmu: small, swap: '1M', quantum: 20 });
    expect(machine.run().processes.map(({ status }) => status)).toEqual([100, 60, 30]);
    expect(machine.kernel.vm.swap.used).toBe(0);
  });

  it('a disk that fails ends the process whose image it had, and nobody else', () => {
    const blocks: Uint8Array[] = [];
    let broken = false;
    const disk = {
      blockCount: 256,
      read: (block: number, into: Uint8Array) => {
        into.set(blocks[block]!);
        return !broken;
      },
      write: (block: number, from: Uint8Array) => {
        blocks[block] = from.slice();
        return true;
      },
    };
    const machine = machineWith('', [100, 60].map(counting), { mmu: small, swap: disk, quantum: 1000 });
    machine.run(5);
    broken = true;
    const result = machine.run();
    expect(result.processes.map(({ status, fault }) => [status, fault?.signal ?? null])).toEqual([
      [100, null],
      [135, 'SIGBUS'],
    ]);
  });
});

describe('snapshots', () => {
  it.each(['physical', 'base', 'segments'])('bring back RAM, registers and pieces: %s', (name) => {
    const source = `.globl _start\n.data\nn: .quad 0\n.text\n_start: movl $40, %ecx\n1: incq n(%rip)\n pushq %rcx\n decl %ecx\n jnz 1b\n movq n(%rip), %rdi\n movl $60, %eax\n syscall\n`;
    const machine = machineWith(name, [source, source], { swap: '8M', quantum: 30 });
    machine.run(50);
    const snapshot = machine.snapshot();
    const first = machine.run();
    const ram = machine.memory.u8.slice(RAM_BASE, RAM_BASE + 0x10000);
    expect(machine.restore(snapshot)).toBe(true);
    const second = machine.run();
    expect(second.counters).toEqual(first.counters);
    expect(second.processes.map(({ status }) => status)).toEqual([40, 40]);
    expect(Buffer.compare(machine.memory.u8.slice(RAM_BASE, RAM_BASE + 0x10000), ram)).toBe(0);
    expect(text(second.stdout)).toBe(text(first.stdout));
  });
});
