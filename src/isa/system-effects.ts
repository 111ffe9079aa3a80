import type { SystemSemantics, TableRegister } from './system-semantics.js';
import type { Recorded } from './vector-effects.js';

/** The system part of the machine that computes nothing: it checks widths, and knows whether an exception is possible. */
export class SystemRecorder implements SystemSemantics<Recorded> {
  raises = false;
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  private check(a: Recorded, allowed: Recorded): void {
    if (a !== allowed) throw new Error(`${this.name}: width ${a} where ${allowed} belongs`);
  }

  privilege(): Recorded {
    return 16;
  }

  setPrivilege(code: Recorded, stack: Recorded): void {
    this.raises = true;
    this.check(code, 16);
    this.check(stack, 16);
  }

  segment(): Recorded {
    return 16;
  }

  setSegment(_name: string, selector: Recorded): void {
    this.raises = true;
    this.check(selector, 16);
  }

  enterCode(selector: Recorded): void {
    this.raises = true;
    this.check(selector, 16);
  }

  descriptor(selector: Recorded) {
    this.check(selector, 16);
    return { visible: 1, writable: 1, rights: 32, limit: 32 } as const;
  }

  vectorRegister(): Recorded {
    return 128;
  }

  setVectorRegister(_number: number, value: Recorded): void {
    this.check(value, 128);
  }

  control(): Recorded {
    return 64;
  }

  setControl(_number: 0, value: Recorded): void {
    this.raises = true;
    this.check(value, 64);
  }

  modelRegister(number: Recorded): Recorded {
    this.raises = true;
    this.check(number, 32);
    return 64;
  }

  setModelRegister(number: Recorded, value: Recorded): void {
    this.raises = true;
    this.check(number, 32);
    this.check(value, 64);
  }

  exchangeGsBases(): void {}

  table(_register: TableRegister): { base: Recorded; limit: Recorded } {
    return { base: 64, limit: 16 };
  }

  setTable(_register: TableRegister, base: Recorded, limit: Recorded): void {
    this.raises = true;
    this.check(base, 64);
    this.check(limit, 16);
  }

  timestamp(): Recorded {
    return 64;
  }

  invalidatePage(address: Recorded): void {
    this.check(address, 64);
  }

  invalidate(type: Recorded, descriptor: Recorded): void {
    this.raises = true;
    this.check(type, 64);
    this.check(descriptor, 128);
  }
}
