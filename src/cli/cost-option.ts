import { MOST_CYCLES, type PriceOptions } from '../machine/costs.js';
import { priceNames } from '../machine/profiles/figures.js';
import type { PriceName } from '../mmu/cost.js';
import { CommandError, EXIT } from './exit-status.js';
import { parseCount } from './quantities.js';

/** `secondTlb` is written `second-tlb`. */
const written = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const NAMES: ReadonlyMap<string, PriceName> = new Map(
  (Object.keys(priceNames) as PriceName[]).map((name) => [written(name), name]),
);

/** Reads the value of `--cost`: `tlb=20,memory=100`, cycles of events. Refuses with status 78. */
export function parseCosts(text: string): PriceOptions {
  const prices: Partial<Record<PriceName, number>> = {};
  for (const word of text.toLowerCase().split(',')) {
    const [name = '', cycles = ''] = word.split('=').map((part) => part.trim());
    const price = NAMES.get(name);
    if (price === undefined)
      throw new CommandError(
        EXIT.badConfiguration,
        `--cost '${text}': there is no cost '${name}'`,
        `Write NAME=CYCLES, separated by commas. Known: ${[...NAMES.keys()].join(', ')}.`,
      );
    if (price in prices)
      throw new CommandError(EXIT.badConfiguration, `--cost '${text}' gives ${name} twice`, 'Leave one out.');
    const value = parseCount(cycles, `--cost, ${name}`, 0);
    if (value > MOST_CYCLES)
      throw new CommandError(EXIT.badConfiguration, `--cost, ${name}: ${value} cycles are more than ${MOST_CYCLES}`);
    prices[price] = value;
  }
  return prices;
}
