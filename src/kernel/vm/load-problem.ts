/** Why an image or its arguments cannot be loaded. */
export interface LoadProblem {
  readonly problem: 'segmentOutsideUserSpace' | 'noSegments' | 'argumentsTooLong' | 'outOfMemory';
  /** Name of the segment at fault. */
  readonly segment: string | null;
  readonly address: bigint;
}
