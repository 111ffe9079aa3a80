import { SIGNAL } from './signals.js';

/** struct sigaction as the kernel has it: handler, flags, restorer, mask; 8 bytes each (arch/x86/include/uapi/asm/signal.h). */
export const ACTION_BYTES = 32;
/** Handlers that are none. */
export const SIG_IGN = 1n;

const bit = (signal: number): bigint => 1n << BigInt(signal - 1);
/** Nobody can block these. */
const ALWAYS = bit(SIGNAL.SIGKILL) | bit(SIGNAL.SIGSTOP);

/**
 * What a process has said about signals: actions, mask, and what waits for the mask to let it through. Handlers are recorded and given back
 * but never called: a signal that has one does what it does without.
 */
export class SignalState {
  /** By signal number; absent: the default action. */
  private actions = new Map<number, Uint8Array>();
  /** Blocked signals: bit 0 is signal 1. */
  mask = 0n;
  private pending = 0n;

  action(signal: number): Uint8Array {
    return this.actions.get(signal)?.slice() ?? new Uint8Array(ACTION_BYTES);
  }

  setAction(signal: number, action: Uint8Array): void {
    this.actions.set(signal, action.slice());
    if (this.ignores(signal)) this.pending &= ~bit(signal);
  }

  ignores(signal: number): boolean {
    const action = this.actions.get(signal);
    return action !== undefined && new DataView(action.buffer).getBigUint64(0, true) === SIG_IGN;
  }

  setMask(mask: bigint): void {
    this.mask = mask & ~ALWAYS;
  }

  /** Whether a signal has to wait; it does then. */
  holdBack(signal: number): boolean {
    if ((this.mask & bit(signal)) === 0n) return false;
    this.pending |= bit(signal);
    return true;
  }

  /** The lowest signal that waits no longer, taken out; 0: none. */
  takeReleased(): number {
    const released = this.pending & ~this.mask;
    if (released === 0n) return 0;
    let signal = 1;
    while ((released & bit(signal)) === 0n) signal++;
    this.pending &= ~bit(signal);
    return signal;
  }

  get waiting(): bigint {
    return this.pending & this.mask;
  }

  /** At fork: actions and mask, not what waits. */
  inherit(parent: SignalState): void {
    this.actions = new Map(parent.actions);
    this.mask = parent.mask;
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const { mask, pending } = this;
    const actions = new Map(this.actions);
    return () => {
      Object.assign(this, { mask, pending });
      this.actions = new Map(actions);
    };
  }
}
