import type { OperandWidth } from '../isa/registers.js';
import { LINE_MODIFY, LINE_READ, LINE_WRITE } from '../mmu/caches/hierarchy.js';
import type { MemoryPort, Translation } from './port.js';
import type { Reference } from './probe.js';
import type { Value } from './values.js';

interface PendingStore {
  readonly address: bigint;
  readonly value: Value;
  readonly stack: boolean;
  /** Of a read-modify-write, made when it was loaded. */
  readonly translation: Translation | null;
}

const none: readonly Translation[] = [];

/**
 * The data references of one instruction, by linear address: loads are made at once, stores wait. `stack` says that a non-canonical
 * address is a stack fault. Every method that translates may throw a `Fault`.
 */
export class DataAccesses {
  loads = 0;
  stores = 0;
  modifies = 0;
  splits = 0;
  /** Translations for a store that is not made. */
  probes = 0;
  /** The references in their order, kept only while somebody watches. */
  references: Reference[] | null = null;
  private pending: PendingStore[] = [];
  private modified: Translation | null = null;
  private probed: (Omit<PendingStore, 'value' | 'translation'> & { readonly size: number }) | null = null;
  private readonly port: MemoryPort;

  constructor(port: MemoryPort) {
    this.port = port;
  }

  begin(): void {
    this.loads = this.stores = this.modifies = this.splits = this.probes = 0;
    this.probed = null;
    if (this.pending.length > 0) this.pending = [];
    this.modified = null;
  }

  load(address: bigint, width: OperandWidth, stack: boolean): bigint {
    const made = this.port.translate(address, width / 8, LINE_READ, stack);
    this.loads++;
    this.note('load', made);
    return this.withPendingStores(made, this.port.read(made));
  }

  /** The load of a read-modify-write: translated for writing, once for load and store. */
  loadForStore(address: bigint, width: OperandWidth, stack: boolean): bigint {
    const made = this.port.translate(address, width / 8, LINE_MODIFY, stack);
    this.loads++;
    this.modifies++;
    this.modified = made;
    this.note('modify', made);
    return this.port.read(made);
  }

  store(address: bigint, value: Value, stack: boolean): void {
    const translation = this.modified?.virtual === address ? this.modified : null;
    this.pending.push({ address, value, stack, translation });
  }

  /** Has a place translated for a store of `size` bytes that is not made. */
  probe(address: bigint, size: number, stack: boolean): void {
    this.probed = { address, size, stack };
  }

  /** Translates all stores that are waiting, in their order, then what is only probed. */
  translateStores(): readonly Translation[] {
    if (this.pending.length === 0) return none;
    const translations = this.pending.map((store) => this.translateStore(store));
    if (this.probed !== null) this.probes = this.port.touch(this.probed.address, this.probed.size, this.probed.stack);
    return translations;
  }

  /** Writes them. Nothing can go wrong any more. */
  writeStores(translations: readonly Translation[]): void {
    for (let index = 0; index < translations.length; index++) {
      this.port.write(translations[index]!, this.pending[index]!.value.bits);
    }
  }

  private translateStore({ address, value, stack, translation }: PendingStore): Translation {
    this.stores++;
    if (translation !== null) return translation;
    const made = this.port.translate(address, value.width / 8, LINE_WRITE, stack);
    this.note('store', made);
    return made;
  }

  private note(kind: Reference['kind'], { virtual, first, second, size }: Translation): void {
    if (second >= 0) this.splits++;
    this.references?.push({ kind, virtual, physical: first, size, secondPhysical: second });
  }

  /** A load sees what the same instruction has stored before it (enter copies frame pointers that it may just have written). */
  private withPendingStores({ virtual, size }: Translation, loaded: bigint): bigint {
    let bits = loaded;
    for (const { address, value } of this.pending) {
      for (let index = 0; index < size; index++) {
        const offset = virtual + BigInt(index) - address;
        if (offset < 0n || offset * 8n >= BigInt(value.width)) continue;
        const byte = (value.bits >> (offset * 8n)) & 0xffn;
        bits = (bits & ~(0xffn << BigInt(8 * index))) | (byte << BigInt(8 * index));
      }
    }
    return bits;
  }
}
