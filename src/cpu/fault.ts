/**
 * An exception of the guest, thrown inside one step and caught by it: not a host Error, which would cost a stack trace.
 * `address` is the byte that an access faulted at, 0 for other faults.
 */
export class Fault {
  readonly vector: number;
  readonly errorCode: number;
  readonly address: bigint;

  constructor(vector: number, errorCode: number, address: bigint) {
    this.vector = vector;
    this.errorCode = errorCode;
    this.address = address;
  }
}
