/** Why an image or its arguments cannot be loaded. */
export interface LoadProblem {
  readonly problem:
    | 'segmentOutsideUserSpace'
    | 'noSegments'
    | 'argumentsTooLong'
    | 'outOfMemory'
    /** No hole of RAM is large enough, see `hole`. */
    | 'noRoom'
    /** The program has no relocation records; or an address of it does not fit its field, of `fieldBytes`. */
    | 'noRelocations'
    | 'relocationOverflow';
  /** Name of the segment at fault. */
  readonly segment: string | null;
  readonly address: bigint;
  /** Of a segment that is outside: its end, and the addresses that a program may have. */
  readonly end?: bigint;
  readonly room?: { readonly start: number; readonly end: number };
  /** Of `noRoom`. */
  readonly hole?: HoleProblem;
  readonly fieldBytes?: number;
}

/** What was wanted in one piece, and what there was. Bytes. */
export interface HoleProblem {
  readonly needed: number;
  readonly free: number;
  readonly holes: number;
  readonly largestHole: number;
  /** Bytes of a fixed partition; null: there are none. */
  readonly partition: number | null;
  /** Programs could take turns if there were room for their images on a disk. */
  readonly wantsSwap: boolean;
}
