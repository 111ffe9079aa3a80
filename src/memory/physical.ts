import { COUNTERS, INITIAL_MXCSR, PAGE_BYTES, PAGE_SHIFT, RAM_BASE, STATE } from './layout.js';

/** RAM is a multiple of the smallest page. */
const LEAST_UNIT = 16;

/**
 * The one buffer and typed views of it. `ramBytes` of RAM start at physical address 0; `engineBytes` behind the RAM belong to
 * the engine. The size is fixed for life, so the views never detach.
 *
 * Whoever changes RAM other than through an engine's own stores calls `written` (or one of the methods below, which
 * do), so that decoded copies of code in that frame are dropped.
 */
export class PhysicalMemory {
  readonly memory: WebAssembly.Memory;
  readonly ramBytes: number;
  /** Frames of 4 KiB, the unit of decoded code; the last may be partly RAM. */
  readonly frameCount: number;
  /**
   * A time for each frame of 4 KiB, behind the RAM: when it was last used, as far as entries have left the TLB. For kernels that ask
   * (`Mmu.useTimes`), who keep it in their snapshots; in the buffer so that engines can note it.
   */
  readonly frameTimes: Float64Array;
  /** Byte offset in the buffer behind that, 64 KiB-aligned; `engineBytes` are free there. */
  readonly engineBase: number;
  readonly engineBytes: number;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly f64: Float64Array;
  readonly u64: BigUint64Array;
  readonly view: DataView;
  /** One byte a frame: 1 when an engine holds decoded instructions of it. */
  readonly hasCode: Uint8Array;
  /** Called before the content of a frame marked in `hasCode` changes. Set by the engine that marks frames. */
  onCodeWritten: (frame: number) => void = () => {};
  /** Told of every page-table entry that a walk reads or writes, by physical address; null: nobody wants to know. Set by caches. */
  onWalk: ((address: number, write: boolean) => void) | null = null;

  constructor(ramBytes: number, engineBytes: number) {
    this.ramBytes = Math.ceil(ramBytes / LEAST_UNIT) * LEAST_UNIT;
    this.frameCount = Math.ceil(this.ramBytes / PAGE_BYTES);
    const times = Math.ceil((RAM_BASE + this.ramBytes) / 8) * 8;
    this.engineBase = Math.ceil((times + 8 * this.frameCount) / 0x10000) * 0x10000;
    this.engineBytes = engineBytes;
    const pages = Math.ceil((this.engineBase + engineBytes) / 0x10000);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const buffer = this.memory.buffer;
    this.u8 = new Uint8Array(buffer);
    this.u16 = new Uint16Array(buffer);
    this.u32 = new Uint32Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.f64 = new Float64Array(buffer);
    this.u64 = new BigUint64Array(buffer);
    this.view = new DataView(buffer);
    this.frameTimes = new Float64Array(buffer, times, this.frameCount);
    this.hasCode = new Uint8Array(this.frameCount);
    this.u32[STATE.mxcsr >>> 2] = INITIAL_MXCSR;
  }

  /** The 4096 bytes of a frame, live. Read-only for the caller; write through `writeFrame` or `writeBytes`. */
  frameBytes(frame: number): Uint8Array {
    const start = RAM_BASE + frame * PAGE_BYTES;
    return this.u8.subarray(start, start + PAGE_BYTES);
  }

  /** Says that bytes of the frame change. */
  written(frame: number): void {
    if (this.hasCode[frame] === 1) this.onCodeWritten(frame);
  }

  zeroFrame(frame: number): void {
    this.written(frame);
    this.frameBytes(frame).fill(0);
  }

  /** Writes bytes at a physical address; they may span frames. */
  writeBytes(address: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    for (let frame = address >>> PAGE_SHIFT; frame <= (address + bytes.length - 1) >>> PAGE_SHIFT; frame++)
      this.written(frame);
    this.u8.set(bytes, RAM_BASE + address);
  }

  copyFrame(from: number, to: number): void {
    this.written(to);
    this.frameBytes(to).set(this.frameBytes(from));
  }

  /** A page-table entry (8 bytes, aligned) at a physical address, as two unsigned halves. */
  readEntryLow(address: number): number {
    return this.u32[(RAM_BASE + address) >>> 2]!;
  }

  readEntryHigh(address: number): number {
    return this.u32[(RAM_BASE + address + 4) >>> 2]!;
  }

  /** An entry of 1, 2, 4 or (its lower half) 8 bytes, aligned, signed if it has 4 or more. */
  readEntry(address: number, bytes: number): number {
    const at = RAM_BASE + address;
    if (bytes >= 4) return this.i32[at >>> 2]!;
    return bytes === 2 ? this.u16[at >>> 1]! : this.u8[at]!;
  }

  /** Writes an entry of 1, 2 or 4 bytes. */
  writeSmallEntry(address: number, bytes: number, value: number): void {
    this.written(address >>> PAGE_SHIFT);
    const at = RAM_BASE + address;
    if (bytes === 4) this.i32[at >>> 2] = value;
    else if (bytes === 2) this.u16[at >>> 1] = value;
    else this.u8[at] = value;
  }

  writeEntry(address: number, low: number, high: number): void {
    this.written(address >>> PAGE_SHIFT);
    const word = (RAM_BASE + address) >>> 2;
    this.u32[word] = low;
    this.u32[word + 1] = high;
  }

  /** A counter (layout.ts, COUNTER) as a number; exact below 2^53. */
  counter(index: number): number {
    const word = (COUNTERS + 8 * index) >>> 2;
    return this.u32[word]! + this.u32[word + 1]! * 0x1_0000_0000;
  }

  /** Adds to a counter; `amount` below 2^32. */
  count(index: number, amount = 1): void {
    const word = (COUNTERS + 8 * index) >>> 2;
    const low = this.u32[word]! + amount;
    this.u32[word] = low;
    if (low >= 0x1_0000_0000) this.u32[word + 1] = this.u32[word + 1]! + 1;
  }
}
