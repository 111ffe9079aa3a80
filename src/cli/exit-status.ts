/**
 * Exit statuses of pagewalk itself; every other status is the guest's (128 + n when signal n ended it). The first four are those of
 * BSD sysexits.h, 124 is what timeout(1) uses.
 */
export const EXIT = {
  success: 0,
  /** The command line is wrong. */
  usage: 64,
  /** The source does not assemble, or the ELF file is bad. */
  badInput: 65,
  /** An input does not exist or cannot be read. */
  noInput: 66,
  /** A defect of pagewalk. */
  defect: 70,
  /** An output cannot be written. */
  cannotCreate: 73,
  /** A value of the configuration is impossible. */
  badConfiguration: 78,
  /** --max-instructions was reached. */
  limit: 124,
} as const;

/** A refusal with a reason for the user: printed as `pagewalk: message`, then the way out. Never a stack trace. */
export class CommandError extends Error {
  readonly status: number;
  /** What to do about it, a whole sentence; null when the message says it all. */
  readonly advice: string | null;

  constructor(status: number, message: string, advice: string | null = null) {
    super(message);
    this.status = status;
    this.advice = advice;
  }
}
