/** The library: everything that a program other than the command line may use. */
export { type Diagnostic, formatDiagnostics } from './asm/diagnostics.js';
export { readExecutable } from './asm/elf/read.js';
export type { Image, ImageSymbol, Segment, SourceLine } from './asm/image.js';
export { decode } from './codec/decode.js';
export type { Decoded, DecodeError, MemoryOperand } from './codec/decoded.js';
export { formatAtt } from './codec/format-att.js';
export type { Lookup, Probe, Reference, Step } from './cpu/probe.js';
export type { SavedState } from './cpu/state.js';
export type { FatalFault, KernelEvent } from './kernel/events.js';
export type { Area } from './kernel/vm/area.js';
export type { LoadProblem } from './kernel/vm/load-problem.js';
export { type BlockDevice, MemoryDisk } from './kernel/vm/swap.js';
export { AssemblyError, assemble } from './machine/assemble.js';
export { ConfigError, type ConfigProblem, type MachineConfig, type MachineOptions } from './machine/config.js';
export type { PriceOptions } from './machine/costs.js';
export { DesignError, type DesignNumbers, designOf, entryLayoutOf } from './machine/designs.js';
export { geometryOf } from './machine/geometry.js';
export {
  LoadError,
  Machine,
  type MachineHost,
  type ProcessResult,
  type Result,
  type RunReason,
} from './machine/machine.js';
export { type Figure, type Profile, profiles } from './machine/profiles/index.js';
export type { Snapshot } from './machine/snapshot.js';
export type { CounterName } from './memory/layout.js';
export type { CacheShape, HierarchyConfig } from './mmu/caches/config.js';
export type { TlbConfig, TlbGeometry, TlbPolicy } from './mmu/config.js';
export type { Cost, CostProfile } from './mmu/cost.js';
export type { Design, EntryLayout, PagedDesign, SegmentsDesign, UnpagedDesign, X86Design } from './mmu/design.js';
export { inspectWalk } from './mmu/inspect.js';
export type { InspectedWalk, WalkLevel } from './mmu/schemes/scheme.js';
export type { PageSize, Refill, SecondLevel, TlbShape } from './mmu/tlb-config.js';
export { type Averages, averages } from './observe/averages.js';
export { type Counters, difference, type References, readCounters, references } from './observe/counters.js';
export { type Ledger, type LedgerLine, ledger } from './observe/ledger.js';
