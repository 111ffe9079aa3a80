import { AddressSpace } from '../../src/kernel/vm/address-space.js';
import type { Area } from '../../src/kernel/vm/area.js';
import { replacementPolicies } from '../../src/kernel/vm/policies/index.js';
import { type BlockDevice, Swap } from '../../src/kernel/vm/swap.js';
import { VirtualMemory } from '../../src/kernel/vm/virtual-memory.js';
import { PhysicalMemory } from '../../src/memory/physical.js';
import { X86_64 } from '../../src/mmu/design.js';
import { Mmu } from '../../src/mmu/mmu.js';

const TLB = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 } as const;

/** The kernel's memory without processes or a CPU. */
export function bareMemory(frames: number, disk: BlockDevice | null = null, policy = 'fifo'): VirtualMemory {
  const memory = new PhysicalMemory(frames * 4096, 0);
  const mmu = new Mmu(memory, { design: X86_64, tlb: TLB });
  return new VirtualMemory(memory, mmu, new Swap(disk), replacementPolicies.get(policy)!, () => {});
}

export function bareSpace(vm: VirtualMemory, stackLimit = 8 * 2 ** 20): AddressSpace {
  return new AddressSpace(vm, vm.newTable(1)!, stackLimit);
}

/** An area of anonymous memory. `rights` like `rw-`. */
export function area(start: number, end: number, rights = 'rw-', more: Partial<Area> = {}): Area {
  return {
    start,
    end,
    rights: { read: rights.includes('r'), write: rights.includes('w'), execute: rights.includes('x') },
    kind: 'mmap',
    name: 'mmap',
    image: null,
    growsDown: false,
    shared: false,
    ...more,
  };
}
