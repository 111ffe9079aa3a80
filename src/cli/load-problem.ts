import type { HoleProblem, LoadProblem } from '../kernel/vm/load-problem.js';
import { type Design, pageShiftOf } from '../mmu/design.js';
import { formatSize } from './quantities.js';

/** Why a program cannot be loaded, with the arithmetic, as the rest of a sentence. */
export function problemInWords(problem: LoadProblem, design: Design): string {
  switch (problem.problem) {
    case 'noSegments':
      return 'it has no segment to load';
    case 'outOfMemory':
      return `there is not enough memory for its stack and tables${rootInWords(design)}; more RAM (--ram${'virtualBits' in design ? ', within --pa-bits) or narrower addresses (--va-bits' : ''}) would do`;
    case 'argumentsTooLong':
      return 'the arguments do not fit on the stack';
    case 'noRelocations':
      return 'it has no relocation records, so that its addresses cannot be told from its numbers; give its source or object files (--link), or run it under --mmu base-bounds';
    case 'relocationOverflow':
      return `the address in the field of ${problem.fieldBytes} bytes at 0x${problem.address.toString(16)} does not fit it after relocation`;
    case 'noRoom':
      return problem.hole === undefined ? 'there is no room for it' : holeInWords(problem.hole);
    case 'segmentOutsideUserSpace':
      return outsideInWords(problem, design);
  }
}

function outsideInWords({ segment, address, end, room }: LoadProblem, design: Design): string {
  const last = room?.end ?? 0;
  const text = `segment ${segment ?? ''} needs ${range(address, end ?? address)}; a program may have ${range(room?.start ?? 0, last)}${widthInWords(design)}`;
  if (!('virtualBits' in design) || (end ?? 0n) <= BigInt(last)) return text;
  return `${text}; wider addresses (--va-bits) would do`;
}

function holeInWords({ needed, free, holes, largestHole, partition, wantsSwap }: HoleProblem): string {
  if (wantsSwap)
    return 'addresses are physical, and the place above the kernel is taken; with a disk (--swap FILE,SIZE) programs take turns in it';
  if (partition !== null)
    return `it needs a partition, and all are taken: ${free} bytes are free in them, ${partition} make one`;
  const advice = 'more RAM (--ram) or smaller address spaces (--va-bits)';
  if (free < needed) return `it needs ${needed} bytes of RAM in one piece, and ${free} are free: ${advice}`;
  return `it needs ${needed} bytes of RAM in one piece; ${free} are free, but in ${holes} holes, the largest of ${largestHole}: external fragmentation. ${advice}`;
}

const range = (start: bigint | number, end: bigint | number): string =>
  `0x${start.toString(16)}..0x${end.toString(16)}`;

/** `: addresses of 16 bits are 64 KiB, of which the stack has the top`, where the design says how wide they are. */
function widthInWords(design: Design): string {
  if (!('virtualBits' in design)) return '';
  return `: ${design.virtualBits}-bit addresses are ${formatSize(2 ** design.virtualBits)}, with the stack at the top`;
}

/** What the first table of a process takes, where that is more than a frame. */
function rootInWords(design: Design): string {
  if (design.kind !== 'paged') return '';
  const entries = 2 ** design.indexBits[0]!;
  const bytes = entries * design.entry.bytes;
  if (bytes <= 2 ** pageShiftOf(design)) return '';
  return `: each process has a table of ${entries} entries x ${design.entry.bytes} ${design.entry.bytes === 1 ? 'byte' : 'bytes'} = ${formatSize(bytes)} in adjacent frames`;
}
