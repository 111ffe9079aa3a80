/**
 * No translation: the address of an access is its physical address (also x86-64 with CR0.PG = 0). No rights, so that every
 * program can overwrite every other. Returns the physical address, or -1 where the machine has no RAM.
 */
export function physicalAddress(low: number, high: number, ramBytes: number): number {
  const address = low >>> 0;
  return high === 0 && address < ramBytes ? address : -1;
}
