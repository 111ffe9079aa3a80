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
