/** Why an image or its arguments cannot be loaded. */
export interface LoadProblem {
  readonly problem: 'segmentOutsideUserSpace' | 'noSegments' | 'argumentsTooLong' | 'outOfMemory';
  /** Name of the segment at fault. */
  readonly segment: string | null;
  readonly address: bigint;
  /** Of a segment that is outside: its end, and the addresses that a program may have. */
  readonly end?: bigint;
  readonly room?: { readonly start: number; readonly end: number };
}
