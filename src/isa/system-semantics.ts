/** Segment registers with a selector that instructions can ask for and, all but CS, set. */
export type SegmentName = 'es' | 'ss' | 'ds' | 'fs' | 'gs';
/** Selectors that name no segment of memory: the local descriptor table, the task. */
export type SystemSegment = 'ldt' | 'task';

/** A table register: where the descriptors are, and their number of bytes less one. */
export type TableRegister = 'gdt' | 'idt';

/**
 * The part of the abstract machine that only an operating system meets: privilege, control and model-specific registers, the TLB. Control
 * registers are operands (`creg`) of `Semantics.get` and `put`. Only meanings that are `referenceOnly` use it. Writes take effect with the
 * registers of the instruction; what a processor refuses is #GP(0) before any effect.
 */
export interface SystemSemantics<V> {
  /** Current privilege level (16 bits): 0 or 3. */
  privilege(): V;
  /**
   * Continues at the privilege level of a code segment selector, with a stack segment selector (16 bits each). #GP(selector) for a level
   * below the current one, for levels 1 and 2, and for two levels that differ.
   */
  setPrivilege(code: V, stack: V): void;
  /**
   * Selector (16 bits) of a segment register. CS is 0x33 at level 3 and 0x10 at level 0, SS 0x2b and 0x18, as Linux has them; the others are
   * null until a program sets them.
   */
  segment(name: SegmentName | SystemSegment | 'cs'): V;
  /**
   * Sets a selector; of FS and GS also the base, to zero. Null is for all but SS, which takes only its own; others must name a descriptor
   * of a sufficient level. #GP(selector) otherwise. The descriptors are those of Linux: 0x10 and 0x18 code and data of level 0; 0x20 32-bit
   * code, 0x28 data, 0x30 code of level 3.
   */
  setSegment(name: SegmentName | SystemSegment, selector: V): void;
  /** #GP(selector) unless a far jump, call (or return) to this code segment (16 bits) stays at the privilege level and in 64-bit mode. */
  enterCode(selector: V, returning: boolean): void;
  /** What LAR and LSL find out about a selector (16 bits): truth values, and 32 bits each. */
  descriptor(selector: V): { visible: V; writable: V; rights: V; limit: V };
  /** XMM registers by number (128 bits), for instructions that save and restore all of them. */
  vectorRegister(number: number): V;
  setVectorRegister(number: number, value: V): void;
  /** Control register `number` (64 bits), as an operand would be. */
  control(number: 0): V;
  setControl(number: 0, value: V): void;
  /** A model-specific register (64 bits) by its number (32 bits); #GP(0) if there is none or the value is refused. */
  modelRegister(number: V): V;
  setModelRegister(number: V, value: V): void;
  /** The bases of GS and of the kernel's GS change places. */
  exchangeGsBases(): void;
  /** Base (64 bits) and limit (16 bits) of the descriptor tables, which nothing here reads. */
  table(register: TableRegister): { base: V; limit: V };
  setTable(register: TableRegister, base: V, limit: V): void;
  /** Time-stamp counter (64 bits): the steps that the machine has completed. */
  timestamp(): V;
  /** Drops what the TLBs have of the page of an address (64 bits). */
  invalidatePage(address: V): void;
  /** INVPCID: `type` (64 bits) 0 one page of a space, 1 a space, 2 everything, 3 all but global pages; the descriptor says which page and space. */
  invalidate(type: V, descriptor: V): void;
}
