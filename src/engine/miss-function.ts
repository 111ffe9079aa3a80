import { COUNTER, COUNTERS, RAM_BASE, STATE, TLB_FLAG } from '../memory/layout.js';
import { HandAssembler } from './assembler.js';
import type { Expression } from './expression.js';
import { ACCESS, FAST, FAST_SLOT, FAST_SLOTS, NO_TAG, PRIVATE } from './layout.js';
import { FunctionBody, type Label } from './wasm.js';

const SLOT_MASK = (FAST_SLOTS - 1) * FAST_SLOT.bytes;
const ENTRY = { page: 0, pageHigh: 4, frame: 8, flags: 12, space: 16, leaf: 20, stamp: 24, bytes: 32 } as const;
/** Bits of a page-table entry: P, U and A must be set; W, D for writing; PS ends the walk early; G makes an entry global. */
const USED = 0x25;
const DIRTY = 0x40;
const PAGE_SIZE = 0x80;
const GLOBAL = 0x100;
const ADDRESS = -4096;

/**
 * The common data miss without leaving WebAssembly: a lookup in the data TLB and a walk of four levels that finds everything in order, in user
 * mode, with LRU or FIFO replacement. It does what Mmu.translate does, counter for counter. Whatever is out of the ordinary (a fault, an
 * entry without A or D, a large page, a crossing access, a unified TLB) goes, with nothing done, to the function `slow` with the same
 * parameters: address in halves, ACCESS bits, record.
 */
export function missBody(slow: number): FunctionBody {
  const body = new FunctionBody(4);
  const a = new HandAssembler(body);
  const miss = new Miss(a);
  const rare = body.block();
  miss.write(rare);
  body.end();
  for (let parameter = 0; parameter < 4; parameter++) body.get(parameter);
  body.call(slow);
  return body;
}

class Miss {
  private readonly a: HandAssembler;
  private readonly low: Expression;
  private readonly high: Expression;
  private readonly access: Expression;
  private readonly page: Expression;
  private readonly pageHigh: Expression;
  private readonly entry: Expression;
  private readonly flags: Expression;
  private readonly frame: Expression;
  private readonly time: Expression;
  private readonly leaf: Expression;

  constructor(a: HandAssembler) {
    this.a = a;
    this.low = a.parameter(0);
    this.high = a.parameter(1);
    this.access = a.parameter(2);
    this.page = a.local32();
    this.pageHigh = a.local32();
    this.entry = a.local32();
    this.flags = a.local32();
    this.frame = a.local32();
    this.leaf = a.local32();
    this.time = a.local64();
  }

  write(rare: Label): void {
    const { a, low, high, access } = this;
    const { body } = a;
    a.leaveIf(a.op('eqz', a.load(0, PRIVATE.missEnabled)), rare);
    const last = a.op('add', a.op('and', low, 4095), a.op('and', access, ACCESS.sizeMask));
    a.leaveIf(a.op('gt_u', last, 4096), rare);
    // Bits 63:47 are equal.
    a.leaveIf(a.op('gt_u', a.op('add', a.op('shr_s', high, 15), 1), 1), rare);
    a.set(this.page, a.op('or', a.op('shr_u', low, 12), a.op('shl', high, 20)));
    a.set(this.pageHigh, a.op('shr_s', high, 12));
    const moment = a.op('add', a.op('shr_u', a.op('and', access, ACCESS.second), Math.log2(ACCESS.second / 2)), 2);
    a.set(this.time, a.op64('add', a.load64(0, PRIVATE.clock), a.wide(moment)));
    const known = body.block();
    const absent = body.block();
    const victim = this.search(absent);
    this.checkHit(rare);
    body.br(known);
    body.end();
    this.walk(rare);
    this.replace(victim);
    body.end();
    this.fill();
    a.push(this.place());
    body.return();
  }

  private isWrite(): Expression {
    return this.a.op('and', this.access, ACCESS.write);
  }

  private place(): Expression {
    const { a } = this;
    return a.op('add', a.op('add', a.op('shl', this.frame, 12), RAM_BASE), a.op('and', this.low, 4095));
  }

  /** Looks through the set. Falls through with `entry` and `flags` on a hit; else to `absent`, with the entry to replace. */
  private search(absent: Label): { victim: Expression; vacancy: Expression } {
    const { a, entry, flags } = this;
    const { body } = a;
    const [end, victim, vacancy] = [a.local32(), a.local32(), a.local32()];
    const oldest = a.local64();
    const set = a.op('mul', a.op('and', this.page, a.load(0, PRIVATE.setMask)), a.load(0, PRIVATE.setBytes));
    a.set(entry, a.op('add', a.load(0, PRIVATE.dataTlb), set));
    a.set(end, a.op('add', entry, a.load(0, PRIVATE.setBytes)));
    body.i64(-1n);
    body.set(Number(oldest.immediate));
    const found = body.block();
    const ways = body.loop();
    a.set(flags, a.load(entry, ENTRY.flags));
    a.push(a.op('and', flags, TLB_FLAG.valid));
    body.if();
    const same = a.op('and', a.op('eq', a.load(entry, ENTRY.page), this.page), a.op('eq', a.load(entry, ENTRY.pageHigh), this.pageHigh)); // biome-ignore format: one line
    a.leaveIf(same, found);
    a.when(a.op64('lt_u', a.load64(entry, ENTRY.stamp), oldest), () => {
      a.set(oldest, a.load64(entry, ENTRY.stamp));
      a.set(victim, entry);
    });
    body.else();
    a.when(a.op('eqz', vacancy), () => a.set(vacancy, entry));
    body.end();
    a.set(entry, a.op('add', entry, ENTRY.bytes));
    a.leaveIf(a.op('lt_u', entry, end), ways);
    body.end();
    body.br(absent);
    body.end();
    return { victim, vacancy };
  }

  /** A hit that the fast table did not have: a stamp and nothing else. It is counted where all hits are. */
  private checkHit(rare: Label): void {
    const { a, entry, flags } = this;
    a.leaveIf(a.op('eqz', a.op('and', flags, TLB_FLAG.user)), rare);
    a.when(this.isWrite(), () => {
      const needed = TLB_FLAG.write | TLB_FLAG.dirty;
      a.leaveIf(a.op('ne', a.op('and', flags, needed), needed), rare);
    });
    a.set(this.frame, a.load(entry, ENTRY.frame));
    this.checkNoCode(rare);
    a.when(a.load(0, PRIVATE.lru), () => a.store64(entry, ENTRY.stamp, this.time));
  }

  /** Writes to a frame with decoded code are seen to elsewhere. */
  private checkNoCode(rare: Label): void {
    const { a } = this;
    a.when(this.isWrite(), () => a.leaveIf(this.hasCode(), rare));
  }

  private hasCode(): Expression {
    const { a } = this;
    return a.load(a.op('add', a.load(0, PRIVATE.codeMap), this.frame), 0, 'i32.load8_u');
  }

  /** Four levels; leaves `frame`, `flags`, `leaf`. */
  private walk(rare: Label): void {
    const { a, low, high, leaf, flags } = this;
    const [table, item, itemHigh] = [a.local32(), a.local32(), a.local32()];
    const [rights, noExecute] = [a.local32(), a.local32()];
    a.leaveIf(a.op('and', a.load(0, STATE.cr3 + 4), 0xf_ffff), rare);
    a.set(table, a.op('and', a.load(0, STATE.cr3), ADDRESS));
    a.set(rights, TLB_FLAG.write | TLB_FLAG.user);
    a.set(noExecute, 0);
    const indexes = [
      a.op('shr_u', high, 7),
      a.op('or', a.op('shl', high, 2), a.op('shr_u', low, 30)),
      a.op('shr_u', low, 21),
      a.op('shr_u', low, 12),
    ];
    indexes.forEach((index, level) => {
      a.set(leaf, a.op('add', table, a.op('shl', a.op('and', index, 511), 3)));
      a.leaveIf(a.op('ge_u', leaf, a.load(0, PRIVATE.ramBytes)), rare);
      a.set(item, a.load(leaf, RAM_BASE));
      a.set(itemHigh, a.load(leaf, RAM_BASE + 4));
      a.leaveIf(a.op('ne', a.op('and', item, level < 3 ? USED | PAGE_SIZE : USED), USED), rare);
      a.leaveIf(a.op('and', itemHigh, a.load(0, PRIVATE.reservedHigh)), rare);
      a.set(rights, a.op('and', rights, item));
      a.set(noExecute, a.op('or', noExecute, itemHigh));
      a.set(table, a.op('and', item, ADDRESS));
      a.leaveIf(a.op('ge_u', table, a.load(0, PRIVATE.ramBytes)), rare);
    });
    a.leaveIf(a.op('and', item, GLOBAL), rare);
    a.set(this.frame, a.op('shr_u', item, 12));
    a.when(this.isWrite(), () => {
      a.leaveIf(a.op('eqz', a.op('and', rights, TLB_FLAG.write)), rare);
      a.leaveIf(a.op('eqz', a.op('and', item, DIRTY)), rare);
    });
    this.checkNoCode(rare);
    const executable = a.op('shl', a.op('shr_u', noExecute, 31), Math.log2(TLB_FLAG.noExecute));
    const dirty = a.op('shr_u', a.op('and', item, DIRTY), Math.log2(DIRTY / TLB_FLAG.dirty));
    a.set(flags, a.op('or', a.op('or', rights, TLB_FLAG.valid), a.op('or', executable, dirty)));
  }

  /** Nothing can go wrong any more: counts, and puts the translation into the TLB. */
  private replace({ victim, vacancy }: { victim: Expression; vacancy: Expression }): void {
    const { a, entry } = this;
    const { body } = a;
    a.count(COUNTERS + 8 * COUNTER.dtlbMisses);
    a.count(COUNTERS + 8 * COUNTER.walks);
    a.count(COUNTERS + 8 * COUNTER.walkReads, 4);
    a.store(0, PRIVATE.missLookups, a.op('add', a.load(0, PRIVATE.missLookups), 1));
    a.push(vacancy);
    body.if();
    a.set(entry, vacancy);
    body.else();
    a.set(entry, victim);
    a.count(COUNTERS + 8 * COUNTER.dtlbEvictions);
    this.keepTime();
    this.forget();
    body.end();
    a.store(entry, ENTRY.page, this.page);
    a.store(entry, ENTRY.pageHigh, this.pageHigh);
    a.store(entry, ENTRY.frame, this.frame);
    a.store(entry, ENTRY.flags, this.flags);
    a.store(entry, ENTRY.space, 0);
    a.store(entry, ENTRY.leaf, this.leaf);
    a.store64(entry, ENTRY.stamp, this.time);
  }

  /** Whoever replaces pages wants to know when that of the entry that is replaced was last used. */
  private keepTime(): void {
    const { a, entry } = this;
    const place = a.local32();
    const time = a.local64();
    a.set(place, a.load(0, PRIVATE.frameTimes));
    a.when(place, () => {
      a.set(place, a.op('add', place, a.op('shl', a.load(entry, ENTRY.frame), 3)));
      a.set(time, a.doubleBits(a.load64(entry, ENTRY.stamp)));
      a.when(a.op64('gt_u', time, a.load64(place)), () => a.store64(place, 0, time));
    });
  }

  private slotOf(address: Expression): Expression {
    const { a } = this;
    return a.op('and', a.op('xor', a.op('shr_u', address, 7), a.op('shr_u', address, 16)), SLOT_MASK);
  }

  /** The slot of the entry that is replaced, if it has one. */
  private forget(): void {
    const { a } = this;
    const [slot, old] = [a.local32(), a.local32()];
    a.set(old, a.op('shl', a.load(this.entry, ENTRY.page), 12));
    a.set(slot, this.slotOf(old));
    a.when(a.op('eq', a.load(slot, FAST + FAST_SLOT.owner), this.entry), () => {
      for (const tag of [FAST_SLOT.read, FAST_SLOT.write]) a.store64(slot, FAST + tag, a.constant64(BigInt(NO_TAG)));
    });
  }

  /** As FastTables.fillData. */
  private fill(): void {
    const { a, entry, flags } = this;
    const { body } = a;
    const [slot, start] = [a.local32(), a.local32()];
    const tag = a.local64();
    const done = body.block();
    a.set(start, a.op('and', this.low, ADDRESS));
    a.set(slot, this.slotOf(start));
    a.set(tag, a.op64('or', a.op64('shl', a.wide(this.high), a.constant64(32n)), a.wide(start)));
    const before = a.local32();
    a.set(before, a.op('sub', start, 1));
    a.leaveIf(a.op('eq', slot, this.slotOf(before)), done);
    a.store64(slot, FAST + FAST_SLOT.read, tag);
    a.store(slot, FAST + FAST_SLOT.addend, a.op('sub', a.op('add', a.op('shl', this.frame, 12), RAM_BASE), start));
    a.store(slot, FAST + FAST_SLOT.owner, entry);
    a.store(slot, FAST + FAST_SLOT.entry, entry);
    a.when(a.op('eqz', a.load(0, PRIVATE.lru)), () => a.store(slot, FAST + FAST_SLOT.entry, PRIVATE.noEntry));
    const needed = TLB_FLAG.write | TLB_FLAG.dirty;
    const writable = a.op('and', a.op('eq', a.op('and', flags, needed), needed), a.op('eqz', this.hasCode()));
    a.store64(slot, FAST + FAST_SLOT.write, a.constant64(BigInt(NO_TAG)));
    a.when(writable, () => a.store64(slot, FAST + FAST_SLOT.write, tag));
    body.end();
  }
}
