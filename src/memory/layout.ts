/**
 * The one buffer: a `WebAssembly.Memory` that holds the whole machine. Every engine works on these bytes; all numbers are
 * little-endian byte offsets into the buffer.
 *
 *     0        CPU state (below)
 *     0x1000   counters, 64-bit each (`COUNTER`)
 *     0x4000   private to the engines: fast tables, which `Engine.stateChanged` empties
 *     0x10000  TLB arrays and paging-structure caches (`TLB_ENTRY_BYTES` an entry), then the trees of pseudo-LRU
 *     after    `TLB_INDEX`: how the MMU finds entries and victims fast, made from the entries; `ENGINE_TABLES`: private to the engines
 *     RAM      physical memory: physical address p is byte `ram + p`
 *     after    a time of last use for each frame (`PhysicalMemory.frameTimes`); private to the engines: decoded records. Never part of a snapshot.
 *
 * CPU state and everything an interpreter record points to lies below 64 KiB, so that a record holds 16-bit addresses.
 */
export const STATE = {
  /** Sixteen general registers, 8 bytes each, in encoding order. ah..bh are byte 1 of the first four. */
  gpr: 0x000,
  /** Address of the next instruction. */
  rip: 0x080,
  /** RFLAGS, complete and current whenever no engine is running. */
  rflags: 0x088,
  fsBase: 0x090,
  gsBase: 0x098,
  cr0: 0x0a0,
  cr2: 0x0a8,
  cr3: 0x0b0,
  cr4: 0x0b8,
  efer: 0x0c0,
  /** Current privilege level, u32: 0 kernel, 3 user. */
  cpl: 0x0c8,
  /**
   * u32: between two elements of a rep-prefixed string instruction the number of fetch lookups that its first element made (1, or 2
   * when the instruction crosses a page), which are not made again; else 0. A fault clears it and counts them as aborted. Whoever
   * saves the state for another process, or writes rip, does the same (CpuState.abandonRepeat).
   */
  repeating: 0x0cc,
  /** Eight bytes that are always zero: the absent base, index or segment base of an address. */
  zero: 0x0d0,
  /** Why the engine stopped, see cpu/trap.ts: u32 vector, u32 error code, u64 address. */
  trapVector: 0x0d8,
  trapErrorCode: 0x0dc,
  trapAddress: 0x0e0,
  /** u32: rounding, exception masks and exception flags of SSE. */
  mxcsr: 0x0e8,
  /** Selectors, u16 each: ES, DS, FS, GS, LDTR, TR, and two unused. */
  selectors: 0x0f0,
  /** Sixteen XMM registers, 16 bytes each, in encoding order. */
  xmm: 0x100,
  /** Debug registers DR0..DR3, DR6, DR7, u64 each: storage. */
  debug: 0x200,
  /** Registers of the system that nothing but its own instructions reads, u64 each. Limits of tables are 16 bits. */
  cr8: 0x300,
  kernelGsBase: 0x308,
  star: 0x310,
  lstar: 0x318,
  cstar: 0x320,
  syscallMask: 0x328,
  gdtBase: 0x330,
  gdtLimit: 0x338,
  idtBase: 0x340,
  idtLimit: 0x348,
  /**
   * Segment registers of the designs without page tables, 16 bytes each (`SEGMENT_FLAG`): u32 base, u32 size in bytes, u32 flags, u32 0. The
   * simpler designs use the first one only. Loaded in kernel mode.
   */
  segments: 0x350,
  /** u32: number of the current address space, for the entries of a tagged TLB. x86-64 has it in CR3 instead, where CR4.PCIDE is set. */
  space: 0x3d0,
  /** From here to 0x1000: free for an engine's own variables; not part of the architectural state. */
  enginePrivate: 0x400,
} as const;

/** Number of segment registers, and bytes of one. */
export const SEGMENTS = 8;
export const SEGMENT_BYTES = 16;
/** `growsDown`: the segment ends where its part of the address space ends, and offsets count down from `base`, which is its end. */
export const SEGMENT_FLAG = { valid: 1, read: 2, write: 4, execute: 8, growsDown: 16 } as const;

/** MXCSR after reset and at the start of a process: exceptions masked, rounding to nearest (Intel SDM vol. 1, 10.2.3). */
export const INITIAL_MXCSR = 0x1f80;
export const COUNTERS = 0x1000;
export const TLB_BASE = 0x10000;
/** Most entries that one TLB array may have. */
export const TLB_MAX_ENTRIES = 4096;

/**
 * A TLB entry, 32 bytes. A page number is the sign-extended virtual address >> 12, as two halves.
 *
 *     0 u32 page number 31:0   4 i32 page number 63:32   8 u32 frame number (4 KiB units)   12 u32 TLB_FLAG bits
 *     16 u32 address-space id  20 u32 physical address of the leaf entry                    24 u64 stamp
 *
 * An entry maps 4 KiB; `size2M`, `size1G`: it is a piece of a page of that size, which is dropped as a whole; with `whole` it maps all of it, and
 * page and frame are the first ones. In a paging-structure cache the page number is the first one below the entry, the frame that of the next table.
 * `stamp` orders the entries of a set: time of last use (LRU), number of uses (LFU), else time of the fill. Time is `steps * 8 + k`, see cpu/step-time.ts.
 */
export const TLB_ENTRY_BYTES = 32;
export const TLB_FLAG = {
  valid: 1,
  write: 2,
  user: 4,
  noExecute: 8,
  dirty: 16,
  global: 32,
  size2M: 64,
  size1G: 128,
  whole: 256,
} as const;

export const ITLB_BASE = TLB_BASE;
/** Start of the data TLB; a unified TLB uses the instruction TLB's array for both. */
export const DTLB_BASE = TLB_BASE + TLB_MAX_ENTRIES * TLB_ENTRY_BYTES;
/** All other arrays, one behind the other in the order of mmu/tlb-arrays.ts. */
export const TLB_POOL_BASE = DTLB_BASE + TLB_MAX_ENTRIES * TLB_ENTRY_BYTES;
export const TLB_POOL_ENTRIES = 16_384;
const TLB_ENTRIES = 2 * TLB_MAX_ENTRIES + TLB_POOL_ENTRIES;
/** A byte for each entry: node n of the tree of a set under tree pseudo-LRU is at the set's entry n; 1 points right. */
export const TLB_TREES = TLB_BASE + TLB_ENTRIES * TLB_ENTRY_BYTES;
/** Room for `TLB_INDEX_BYTES` an entry. Made from the entries, therefore not part of a snapshot. */
export const TLB_INDEX = TLB_TREES + TLB_ENTRIES;
export const TLB_INDEX_BYTES = 24;
/** Private to the engines, as is what lies between the counters and the TLB. */
export const ENGINE_TABLES = TLB_INDEX + TLB_ENTRIES * TLB_INDEX_BYTES;
export const ENGINE_TABLES_BYTES = 0x2_0000;
export const RAM_BASE = 0x19_0000;

export const PAGE_SHIFT = 12;
export const PAGE_BYTES = 4096;

/**
 * Counters of the machine, u64 each at `COUNTERS + 8 * index`. Program references are counted when their instruction (or
 * rep element) completes; what an attempt that faulted had already done is counted under `aborted*`, so that
 *
 *     itlb hits + itlb misses = fetches + fetchSplits + abortedFetches
 *     dtlb hits + dtlb misses = loads + stores - modifies + dataSplits + probes + abortedData
 */
export const COUNTER = {
  /** Completed instructions, and completed elements of rep instructions: the clock of timers and limits. A rep with count 0 is one. */
  steps: 0,
  /** Completed instructions; a rep instruction is one, whatever its count. */
  instructions: 1,
  /** Instruction fetches, one per completed instruction, and further ones because it crosses into a second page. */
  fetches: 2,
  fetchSplits: 3,
  /** Program loads and stores, one per access whatever its size. */
  loads: 4,
  stores: 5,
  /** Read-modify-write accesses: a load and a store that share one translation. */
  modifies: 6,
  /** Data accesses (translations) that needed a second page. */
  dataSplits: 7,
  /** Translations (hits or misses) made by attempts that then faulted, the faulting lookup included. */
  abortedFetches: 8,
  abortedData: 9,
  itlbHits: 10,
  itlbMisses: 11,
  dtlbHits: 12,
  dtlbMisses: 13,
  itlbEvictions: 14,
  dtlbEvictions: 15,
  /** Page walks, completed or ended by a fault, and the page-table entries they read. */
  walks: 16,
  walkReads: 17,
  /** Page-table entries written by hardware to set accessed or dirty. */
  adWrites: 18,
  /** Times a TLB was emptied, entries that were valid then, and single-page invalidations. */
  tlbFlushes: 19,
  tlbFlushed: 20,
  invalidations: 21,
  /** Exceptions taken, of which page faults. */
  exceptions: 22,
  pageFaults: 23,
  syscalls: 24,
  timerInterrupts: 25,
  contextSwitches: 26,
  /** References by the kernel to RAM: 8-byte words of tables it reads or writes, and of pages it fills or copies. */
  kernelReads: 27,
  kernelWrites: 28,
  /** Pages given their first frame, by content: zero-filled, filled from an image or file, copied for copy-on-write. */
  zeroFills: 29,
  imageFills: 30,
  pageCopies: 31,
  /** Pages evicted: dropped clean, written to swap; and read back. */
  cleanEvictions: 32,
  swapOuts: 33,
  swapIns: 34,
  /** Accesses to RAM outside what belongs to the running process, which a design without bounds does not stop. */
  strayReads: 35,
  strayWrites: 36,
  /** Without page tables: address fields of a program rewritten for its place; pieces of memory moved; whole images written to or read from the disk. */
  relocations: 37,
  extentMoves: 38,
  imageSwaps: 39,
  /** With caches (mmu/caches): lookups of lines by what asked (fetches; program data; walks with A/D writes) and where the line was found. */
  fetchL1: 40,
  fetchL2: 41,
  fetchL3: 42,
  fetchMemory: 43,
  dataL1: 44,
  dataL2: 45,
  dataL3: 46,
  dataMemory: 47,
  walkL1: 48,
  walkL2: 49,
  walkL3: 50,
  walkMemory: 51,
  /** The same lookups by cache; one first-level cache for everything is `l1d`. And lines and stores that a cache hands down. */
  l1iHits: 52,
  l1iMisses: 53,
  l1dHits: 54,
  l1dMisses: 55,
  l2Hits: 56,
  l2Misses: 57,
  l3Hits: 58,
  l3Misses: 59,
  l1dWritebacks: 60,
  l2Writebacks: 61,
  l3Writebacks: 62,
  /** Second and further lines of a fetch or of a load or store, whether it completed or not; first lines of attempts that faulted. */
  fetchLines: 63,
  dataLines: 64,
  abortedFetchLines: 65,
  abortedDataLines: 66,
  /** String instructions given up between two elements, to be fetched anew. */
  abandonedRepeats: 67,
  /** Lookups of the second-level TLB, and entries evicted from it. */
  stlbHits: 68,
  stlbMisses: 69,
  stlbEvictions: 70,
  /** Walks that began below an entry kept in a paging-structure cache; in other designs one, two, three, four levels above the leaf tables. */
  pdeCacheHits: 71,
  pdpteCacheHits: 72,
  pml4eCacheHits: 73,
  pml5eCacheHits: 74,
  /** `walkReads` by level of the table: 1 maps the smallest pages (PT), then PD, PDPT, PML4, PML5. */
  walkReads1: 75,
  walkReads2: 76,
  walkReads3: 77,
  walkReads4: 78,
  walkReads5: 79,
  /** Misses that the kernel filled (refill by software). */
  tlbRefills: 80,
  /** Translations for a store that is not made: the end of the frame that `enter` makes. */
  probes: 81,
} as const;
export type CounterName = keyof typeof COUNTER;
export const COUNTER_NAMES = Object.keys(COUNTER) as CounterName[];
