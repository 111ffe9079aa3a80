import { RAM_BASE, SEGMENT_FLAG } from '../../src/memory/layout.js';
import type { SegmentsDesign, UnpagedDesign } from '../../src/mmu/design.js';
import type { SegmentRegister } from '../../src/mmu/schemes/registers.js';
import { CODE, CODE_PAGES, DATA, DATA_PAGES, FIRST_FRAME, LAZY_PAGES, World } from './lockstep-world.js';

const { valid, read, write, execute, growsDown } = SEGMENT_FLAG;
const CODE_BYTES = CODE_PAGES * 4096;
const DATA_BYTES = DATA_PAGES * 4096;
const DATA_PLACE = (FIRST_FRAME + CODE_PAGES) * 4096;
const STACK_PLACE = DATA_PLACE + (DATA_PAGES + LAZY_PAGES) * 4096;

/** Eight segments of 1 MiB: code in number 4, the same bytes to write in 5, data in 6, a stack in 7, which reaches down from 8 MiB. */
export const SEGMENTS_OF_WORLD: SegmentsDesign = {
  kind: 'segments',
  selectorBits: 3,
  virtualBits: 23,
  physicalBits: 32,
};

export const unpagedDesign = (kind: UnpagedDesign['kind']): UnpagedDesign => ({
  kind,
  virtualBits: 23,
  physicalBits: 32,
});

/** The small machine without page tables: registers, that now and then are loaded with something else. */
export class RegisterWorld extends World {
  protected static override readonly ramBytes: number = 1 << 23;
  /** What is added to places of segments and to bases: not a multiple of 4096 takes the engines' exact paths. */
  protected static readonly skew: number = 0;
  declare private sizes: { data: number; stack: number };
  declare private rights: number;

  private get skew(): number {
    return (this.constructor as typeof RegisterWorld).skew;
  }

  /** What has to be added to a virtual address; 0 with segments. */
  private get base(): number {
    const { kind } = this.mmu.config.design;
    return kind === 'base' || kind === 'base-bounds' ? 0x3000 + this.skew : 0;
  }

  private get hasSegments(): boolean {
    return this.mmu.config.design.kind === 'segments';
  }

  protected override get codePlace(): number {
    return this.hasSegments ? FIRST_FRAME * 4096 + this.skew : Number(CODE) + this.base;
  }

  protected override physicalData(at: number): number {
    return RAM_BASE + (this.hasSegments ? DATA_PLACE + this.skew : Number(DATA) + this.base) + at;
  }

  protected override mapEverything(): void {
    this.sizes = { data: DATA_BYTES, stack: 3 * 4096 + this.skew };
    this.rights = read | write;
    this.load();
  }

  private load(): void {
    const { data, stack } = this.sizes;
    const all = valid | read | write | execute;
    // Without segments some of the data does not belong to the program.
    const plain = { base: this.base, size: Number(DATA) + data - 4096, flags: all };
    const none = { base: 0, size: 0, flags: 0 };
    const code: SegmentRegister = { base: this.codePlace, size: CODE_BYTES, flags: valid | read | execute };
    const segments: SegmentRegister[] = [
      ...[none, none, none, none, code],
      { ...code, flags: valid | read | write },
      { base: DATA_PLACE + this.skew, size: data, flags: valid | this.rights },
      { base: STACK_PLACE + this.skew + 0x8000, size: stack, flags: valid | read | write | growsDown },
    ];
    this.mmu.registers!.load(this.hasSegments ? segments : [plain]);
  }

  protected override pointer(): bigint {
    const pointer = super.pointer();
    if (!this.random.chance(0.25)) return pointer;
    const below = BigInt(this.random.below(5 * 4096));
    return this.hasSegments ? 0x80_0000n - below : DATA + BigInt(DATA_BYTES) - below;
  }

  /** Segments grow where they were missed. */
  protected override mapLazy(): boolean {
    return false;
  }

  override handleTrap(): void {
    const { cpu } = this;
    const refused = (cpu.trapVector === 13 || cpu.trapVector === 12) && (cpu.trapErrorCode & 5) === 4;
    if (refused && this.hasSegments && this.grow(Number(cpu.trapAddress))) return;
    super.handleTrap();
  }

  private grow(address: number): boolean {
    const sizes = this.sizes;
    const inData = address - Number(DATA);
    if (inData >= sizes.data && inData < (DATA_PAGES + LAZY_PAGES) * 4096) sizes.data += 4096;
    else if (address < 0x80_0000 && 0x80_0000 - address <= 0x8000) sizes.stack = Math.min(0x8000, sizes.stack + 4096);
    else return false;
    this.load();
    return true;
  }

  /** Other sizes and rights, other code, another mode, other flags. */
  override disturb(): void {
    const { random, memory, cpu } = this;
    const what = random.below(5);
    if (what < 3 || random.chance(0.3)) cpu.abandonRepeat();
    if (what === 0)
      this.sizes = { data: DATA_BYTES - 16 * random.below(600), stack: 16 * random.below(0x400) + this.skew };
    else if (what === 1) this.rights = random.pick([read, read | write, read | write | execute, write]);
    else if (what === 2)
      memory.writeBytes(this.codePlace + random.below(CODE_BYTES - 16), Uint8Array.from(this.instruction()));
    else if (what === 3) cpu.cpl = random.pick([0, 3, 3]);
    else cpu.rflags = cpu.rflags ^ BigInt(random.pick([0x40000, 0x400, 0xc0, 0x801]));
    if (what < 2) this.load();
    if (random.chance(0.8)) cpu.cpl = 3;
    this.engine.stateChanged();
  }
}

/** The same, with nothing at a multiple of 4096. */
export class SkewedRegisterWorld extends RegisterWorld {
  protected static override readonly skew: number = 0x350;
}
