/** Bytes of a block of a disk. */
const BLOCK_BYTES = 4096;

/** A disk, as blocks of 4096 bytes. Operations say whether they succeeded; they never throw. */
export interface BlockDevice {
  readonly blockCount: number;
  /** Fills `into` (4096 bytes) with a block. */
  read(block: number, into: Uint8Array): boolean;
  /** Stores `from` (4096 bytes) as a block. */
  write(block: number, from: Uint8Array): boolean;
}

/** A disk in the host's memory. Blocks take room when they are first written. */
export class MemoryDisk implements BlockDevice {
  readonly blockCount: number;
  private readonly blocks: (Uint8Array | undefined)[] = [];

  constructor(blockCount: number) {
    this.blockCount = blockCount;
  }

  read(block: number, into: Uint8Array): boolean {
    const content = this.blocks[block];
    if (content === undefined) return false;
    into.set(content);
    return true;
  }

  write(block: number, from: Uint8Array): boolean {
    if (block >= this.blockCount) return false;
    this.blocks[block] = Uint8Array.from(from);
    return true;
  }
}

/** An entry has 20 bits for a slot. */
const MOST_SLOTS = 1 << 20;

/**
 * The slots of the swap device, one page each: who has them, and whether what comes back is what was written. A slot is owned by
 * the absent entries that name it, and by the frame that holds the same content, if there is one; it is free when nobody is left.
 */
export class Swap {
  readonly slotCount: number;
  /** Owners of each slot. */
  readonly owners: Uint16Array;
  private readonly device: BlockDevice | null;
  private readonly pageBytes: number;
  private readonly checksums: Uint32Array;
  /** Frame that holds the content of a slot, or -1. */
  private readonly cached: Int32Array;
  private readonly scratch = new Uint8Array(BLOCK_BYTES);
  private usedCount = 0;
  private hint = 0;

  /** `pageBytes`: bytes of a slot. Slots that are smaller than a block share one. */
  constructor(device: BlockDevice | null, pageBytes: number = BLOCK_BYTES) {
    this.device = device;
    this.pageBytes = pageBytes;
    this.slotCount = Math.min(((device?.blockCount ?? 0) * BLOCK_BYTES) / pageBytes, MOST_SLOTS);
    this.owners = new Uint16Array(this.slotCount);
    this.checksums = new Uint32Array(this.slotCount);
    this.cached = new Int32Array(this.slotCount).fill(-1);
  }

  /** There is a device at all. */
  get present(): boolean {
    return this.device !== null;
  }

  /** Number of slots that have an owner. */
  get used(): number {
    return this.usedCount;
  }

  /** A free slot, now with one owner; -1 when the device is full. */
  allocate(): number {
    if (this.usedCount === this.slotCount) return -1;
    while (this.owners[this.hint] !== 0) this.hint = (this.hint + 1) % this.slotCount;
    this.owners[this.hint] = 1;
    this.usedCount++;
    return this.hint;
  }

  addOwner(slot: number): void {
    this.owners[slot] = this.owners[slot]! + 1;
  }

  removeOwner(slot: number): void {
    this.owners[slot] = this.owners[slot]! - 1;
    if (this.owners[slot] === 0) this.usedCount--;
  }

  /** Notes which frame holds the content of a slot; -1 for none. */
  setFrame(slot: number, frame: number): void {
    this.cached[slot] = frame;
  }

  /** Frame that holds the content of a slot, or -1. */
  frameOf(slot: number): number {
    return this.cached[slot]!;
  }

  /** Remembers the present state and what is on the device: the function given back restores it, false if the device fails. */
  remember(): () => boolean {
    const kept = [this.owners, this.checksums, this.cached].map((array) => ({ array, copy: array.slice() }));
    const { usedCount, hint } = this;
    const pages = new Map<number, Uint8Array>();
    this.owners.forEach((owners, slot) => {
      const page = new Uint8Array(this.pageBytes);
      if (owners > 0 && this.fetch(slot, page)) pages.set(slot, page);
    });
    return () => {
      for (const { array, copy } of kept) array.set(copy);
      this.usedCount = usedCount;
      this.hint = hint;
      return [...pages].every(([slot, page]) => this.store(slot, page));
    };
  }

  write(slot: number, page: Uint8Array): boolean {
    this.checksums[slot] = checksum(page);
    return this.store(slot, page);
  }

  /** False when the device fails or gives back something else than was written. */
  read(slot: number, page: Uint8Array): boolean {
    return this.fetch(slot, page) && checksum(page) === this.checksums[slot];
  }

  private fetch(slot: number, page: Uint8Array): boolean {
    if (this.pageBytes === BLOCK_BYTES) return this.device!.read(slot, page);
    const { block, offset } = this.place(slot);
    if (!this.device!.read(block, this.scratch)) return false;
    page.set(this.scratch.subarray(offset, offset + this.pageBytes));
    return true;
  }

  /** Writes a slot; the rest of its block stays as it is. */
  private store(slot: number, page: Uint8Array): boolean {
    if (this.pageBytes === BLOCK_BYTES) return this.device!.write(slot, page);
    const { block, offset } = this.place(slot);
    if (!this.device!.read(block, this.scratch)) {
      if (this.hasNeighbours(slot)) return false;
      this.scratch.fill(0);
    }
    this.scratch.set(page, offset);
    return this.device!.write(block, this.scratch);
  }

  private place(slot: number): { block: number; offset: number } {
    const at = slot * this.pageBytes;
    return { block: Math.floor(at / BLOCK_BYTES), offset: at % BLOCK_BYTES };
  }

  /** Another slot of the same block is in use, so that the block must be readable. */
  private hasNeighbours(slot: number): boolean {
    const slots = BLOCK_BYTES / this.pageBytes;
    const first = slot - (slot % slots);
    return this.owners.subarray(first, first + slots).some((owners, i) => owners > 0 && first + i !== slot);
  }
}

/** FNV-1a over 32-bit words: enough to notice a block that was changed behind the kernel's back. */
function checksum(page: Uint8Array): number {
  const words = new Uint32Array(page.buffer, page.byteOffset, page.length / 4);
  let hash = 0x811c_9dc5;
  for (const word of words) hash = Math.imul(hash ^ word, 0x0100_0193);
  return hash >>> 0;
}
