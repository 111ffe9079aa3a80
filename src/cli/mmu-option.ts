import { DesignError, type DesignNumbers, designOf, entryLayoutOf } from '../machine/designs.js';
import { geometryOf } from '../machine/geometry.js';
import type { Design } from '../mmu/design.js';
import { CommandError, EXIT } from './exit-status.js';
import { readInput } from './files.js';
import { parseCount, parseSize } from './quantities.js';

/** The options that say how addresses are translated, as text. */
export interface RawMmuOptions {
  readonly mmu?: string;
  readonly pageSize?: string;
  readonly vaBits?: string;
  readonly paBits?: string;
  readonly entry?: string;
  readonly geometry?: string;
}

const ADVICE =
  'Write --mmu x86-64, x86-64:5, linear, radix:10,10, physical, relocation, base, base-bounds or segments:2; with --page-size 1K, --va-bits 16, --pa-bits 16, --entry ostep-linear; or --geometry FILE.json.';

/** The design that the options name; refuses with status 78 one that cannot be built. */
export function parseMmu(raw: RawMmuOptions): Design {
  const { geometry } = raw;
  if (geometry !== undefined) return understood(`--geometry ${geometry}`, () => fromFile(raw, geometry));
  return understood(`--mmu '${raw.mmu ?? 'x86-64'}'`, () => {
    const numbers: DesignNumbers = {
      ...(raw.pageSize === undefined ? {} : { pageBytes: parseSize(raw.pageSize, '--page-size') }),
      ...(raw.vaBits === undefined ? {} : { virtualBits: parseCount(raw.vaBits, '--va-bits') }),
      ...(raw.paBits === undefined ? {} : { physicalBits: parseCount(raw.paBits, '--pa-bits') }),
      ...(raw.entry === undefined ? {} : { entry: entryLayoutOf(raw.entry) }),
    };
    return designOf(raw.mmu ?? 'x86-64', numbers);
  });
}

function fromFile(raw: RawMmuOptions, path: string): Design {
  const other = (['mmu', 'pageSize', 'vaBits', 'paBits', 'entry'] as const).find((name) => raw[name] !== undefined);
  if (other !== undefined)
    throw new DesignError('a geometry file says everything: leave the other options of the MMU out');
  return geometryOf(new TextDecoder().decode(readInput(path, 'json').bytes));
}

/** Says in front of a complaint what it is about. */
function understood(what: string, make: () => Design): Design {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DesignError)) throw error;
    throw new CommandError(EXIT.badConfiguration, `${what}: ${error.message}`, ADVICE);
  }
}
