import { COUNTER, STATE, TLB_FLAG } from '../../src/memory/layout.js';
import { TLB_REFILL } from '../../src/mmu/paging-unit.js';
import { inspect } from '../../src/mmu/walker.js';
import { CODE_PAGES, DATA, DATA_PAGES, FIRST_FRAME, LAZY_PAGES, World } from './lockstep-world.js';
import { A, D, G, halves, P, PS, U, W } from './page-tables.js';

/** A page of 2 MiB over the whole RAM below it, and one of 1 GiB that hangs over the end of RAM. */
const LARGE = 0x8000_0000n;
const HUGE = 0xc000_0000n;
const CR4 = 0xa0;
const PCIDE = 0x2_0000;
const STEP = 8;

/** The small machine with what only larger TLBs tell apart: large pages, global pages, numbered address spaces, refill by software. */
export class TlbWorld extends World {
  protected static override readonly ramBytes: number = 1 << 21;

  protected override mapEverything(): void {
    super.mapEverything();
    this.tables.map(LARGE, 0, P | W | U | PS, 21n);
    this.tables.map(HUGE, 0, P | W | U | PS, 30n);
    for (let page = 0n; page < 4n; page++) this.changeEntry(DATA + page * 4096n, G);
  }

  private changeEntry(address: bigint, bits: bigint): void {
    const entry = this.tables.entry(address);
    this.tables.write(entry, this.tables.read(entry) ^ bits);
  }

  protected override pointer(): bigint {
    const pointer = super.pointer();
    if (pointer < DATA || !this.random.chance(0.3)) return pointer;
    const physical = BigInt((FIRST_FRAME + CODE_PAGES) * 4096) + (pointer - DATA);
    return physical + this.random.pick([LARGE, LARGE, HUGE]);
  }

  override handleTrap(): void {
    if (this.cpu.trapVector === TLB_REFILL && this.refill()) {
      this.engine.stateChanged();
      return;
    }
    super.handleTrap();
  }

  /** What the handler of a kernel does: walks, sets A and D, enters the translation. False: there is none, or no right to it. */
  private refill(): boolean {
    const { cpu, memory, mmu } = this;
    const access = (cpu.trapErrorCode & 16) !== 0 ? 2 : (cpu.trapErrorCode & 2) !== 0 ? 1 : 0;
    const [low, high] = halves(cpu.trapAddress);
    const walk = inspect(memory, Number(cpu.cr3 & 0xffff_f000n), low, high);
    const allowed = walk.user && (access === 0 || (access === 1 ? walk.write : walk.execute));
    if (walk.physical < 0 || !allowed) return this.mapMissing(cpu.trapAddress);
    const leaf = walk.levels.at(-1)!;
    const bits = this.tables.read(leaf.address) | A | (access === 1 ? D : 0n);
    this.tables.write(leaf.address, bits);
    let flags: number = TLB_FLAG.valid | TLB_FLAG.user;
    if (walk.write) flags |= TLB_FLAG.write;
    if (!walk.execute) flags |= TLB_FLAG.noExecute;
    if ((bits & D) !== 0n) flags |= TLB_FLAG.dirty;
    if ((bits & G) !== 0n && (cpu.cr4 & 0x80n) !== 0n) flags |= TLB_FLAG.global;
    if (walk.pageBytes === 2 ** 21) flags |= TLB_FLAG.size2M;
    if (walk.pageBytes === 2 ** 30) flags |= TLB_FLAG.size1G;
    const frame = Math.floor(walk.physical / 4096);
    mmu.insert(low, high, access, { frame, flags, leaf: leaf.address }, memory.counter(COUNTER.steps) * STEP);
    return true;
  }

  /** As after a page fault. */
  private mapMissing(address: bigint): boolean {
    this.cpu.cr2 = address;
    return this.mapLazy();
  }

  /** Something that only concerns larger TLBs, or what any kernel does. */
  override disturb(): void {
    const { random, mmu, cpu } = this;
    const page = halves(DATA + BigInt(random.below(DATA_PAGES + LAZY_PAGES)) * 4096n);
    const tagged = (this.memory.u32[STATE.cr4 >>> 2]! & PCIDE) !== 0;
    const space = random.below(3);
    switch (random.below(14)) {
      case 0:
        // The numbers may only be turned on in space 0.
        mmu.writeControlRegister(3, this.tables.root, 0);
        mmu.writeControlRegister(4, tagged ? CR4 : CR4 | PCIDE, 0);
        break;
      case 1:
      case 2:
      case 3:
        mmu.writeControlRegister(3, this.tables.root + (tagged ? space : 0), tagged && random.chance(0.7) ? 0x8000_0000 : 0);
        break;
      case 4:
        mmu.invalidatePageIn(space, ...page);
        break;
      case 5:
        mmu.flushSpace(space);
        break;
      case 6:
        mmu.invalidatePage(...halves(random.pick([LARGE, HUGE]) + BigInt(random.below(1 << 20))));
        break;
      case 7:
        this.changeEntry(DATA + BigInt(random.below(DATA_PAGES)) * 4096n, G);
        break;
      default:
        super.disturb();
        return;
    }
    if (random.chance(0.8)) cpu.cpl = 3;
    this.engine.stateChanged();
  } // biome-ignore format: one line
}
