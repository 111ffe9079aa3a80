import { createHash } from 'node:crypto';

/** What an event of a trace is: an instruction fetch, a load, a store. */
export type TraceKind = 'I' | 'L' | 'S';

/** A trace in brief: how many events of each kind, and a hash of all of them with address and size, in their order. */
export interface TraceDigest {
  readonly fetches: number;
  readonly loads: number;
  readonly stores: number;
  readonly sha256: string;
}

/** What test/golden/traces.json has of a program: the trace of QEMU, and whether that of lackey is the same. */
export interface RecordedTrace extends TraceDigest {
  readonly sameInLackey: boolean;
}

/** Above this lies the stack, wherever the tool has put it. */
const STACK = 2 ** 32;
/** Events that are hashed at once. */
const BATCH = 4096;
/** Bytes of an event as it is hashed: kind, size, address. */
const EVENT_BYTES = 16;

/**
 * Brings the traces of different tools to one form. An instruction is one fetch, whatever its rep prefix repeats; an access of 16 bytes is two of 8;
 * addresses of the stack count from the first one that was used.
 */
export class TraceNormalizer {
  private readonly counts: Record<TraceKind, number> = { I: 0, L: 0, S: 0 };
  private readonly hash = createHash('sha256');
  private readonly events = new DataView(new ArrayBuffer(BATCH * EVENT_BYTES));
  private used = 0;
  private last = -1;
  private stack = -1;
  /** Told of every event in its normal form, when set: for looking at a difference. */
  onEvent: ((kind: TraceKind, address: number, size: number) => void) | null = null;

  add(kind: TraceKind, address: number, size: number): void {
    if (kind === 'I') {
      if (address === this.last) return;
      this.last = address;
    }
    if (size === 16) {
      this.add(kind, address, 8);
      this.add(kind, address + 8, 8);
      return;
    }
    this.put(kind, this.relative(address), size);
  }

  private relative(address: number): number {
    if (address < STACK) return address;
    if (this.stack < 0) this.stack = address;
    return address - this.stack;
  }

  private put(kind: TraceKind, address: number, size: number): void {
    this.counts[kind]++;
    this.onEvent?.(kind, address, size);
    const at = this.used++ * EVENT_BYTES;
    this.events.setUint32(at, kind.charCodeAt(0), true);
    this.events.setUint32(at + 4, size, true);
    this.events.setFloat64(at + 8, address, true);
    if (this.used === BATCH) this.flush();
  }

  private flush(): void {
    this.hash.update(new Uint8Array(this.events.buffer, 0, this.used * EVENT_BYTES));
    this.used = 0;
  }

  /** Once, at the end. */
  digest(): TraceDigest {
    this.flush();
    const { I: fetches, L: loads, S: stores } = this.counts;
    return { fetches, loads, stores, sha256: this.hash.digest('hex') };
  }
}
