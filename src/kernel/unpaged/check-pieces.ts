import { SEGMENTS } from '../../memory/layout.js';
import { NO_SEGMENT } from '../../mmu/schemes/registers.js';
import type { Violation } from '../invariants.js';
import type { Kernel } from '../kernel.js';
import type { Extent } from './extents.js';
import type { PlainMemory } from './plain-memory.js';
import { RegisterSpace } from './register-space.js';

/**
 * Checks the books of RAM without page tables: pieces do not overlap, each has as many owners as it knows, areas lie in pieces, the registers hold
 * what the running process has. `owners`: of swap slots, to which those of images on the disk are added.
 */
export function checkPieces(kernel: Kernel, plain: PlainMemory, owners: Uint32Array, found: Violation[]): void {
  const complain = (holds: boolean, rule: string, pid: number, detail: () => string) => {
    if (!holds && found.length < 20) found.push({ rule, pid, detail: detail() });
  };
  const users = new Map<Extent, number>();
  for (const { pid, alive, space } of kernel.processes.values()) {
    if (!alive || !(space instanceof RegisterSpace)) continue;
    for (const slot of space.saved.values()) owners[slot] = owners[slot]! + 1;
    for (const { extent } of space.pieces) if (extent !== null) users.set(extent, (users.get(extent) ?? 0) + 1);
    for (const { start, end, name } of space.areas) {
      const inPiece = space.pieceAt(start) !== null && space.pieceAt(start) === space.pieceAt(end - 1);
      complain(inPiece, 'an area lies in a piece of RAM', pid, () => `${name} at 0x${start.toString(16)}`);
    }
  }
  let end = plain.extents.start;
  for (const extent of plain.extents.extents) {
    const where = () => `0x${extent.base.toString(16)}, ${extent.size} bytes, ${extent.owners} owners`;
    complain(extent.base >= end, 'pieces of RAM do not overlap', 0, where);
    complain(users.get(extent) === extent.owners, 'a piece of RAM has as many owners as it knows', 0, where);
    end = extent.base + extent.size;
  }
  complain(end <= plain.extents.end, 'pieces lie in RAM', 0, () => `the last one ends at 0x${end.toString(16)}`);
  checkRegisters(kernel, plain, complain);
}

type Complain = (holds: boolean, rule: string, pid: number, detail: () => string) => void;

function checkRegisters(kernel: Kernel, plain: PlainMemory, complain: Complain): void {
  const space = kernel.current?.space;
  if (!(space instanceof RegisterSpace) || space.lost) return;
  complain(plain.active === space, 'the registers are those of the running process', space.pid, () => 'another space');
  const expected = space.segments();
  for (let index = 0; index < SEGMENTS; index++) {
    const [want, have] = [expected[index] ?? NO_SEGMENT, plain.registers.read(index)];
    const same = want.base === have.base && want.size === have.size && want.flags === have.flags;
    complain(same, 'a register holds what its piece is', space.pid, () => `register ${index}: ${JSON.stringify(have)}`);
  }
}
