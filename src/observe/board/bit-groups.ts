import type { AddressPart } from './board.js';

/** Binary digits of a number, with a blank before every fourth from the right. */
export function binary(value: number, bits: number): string {
  const digits = value.toString(2).padStart(bits, '0');
  return digits.replace(/\B(?=(?:\d{4})+$)/g, ' ');
}

/** The parts of an address under each other's names: name, digits, number. Three lines of equal columns. */
export function partsTable(parts: readonly AddressPart[]): string[] {
  const columns = parts
    .filter(({ bits }) => bits > 0)
    .map(({ name, bits, value }) => [name, binary(value, bits), value.toString(10)] as const);
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  return [0, 1, 2].map((row) => columns.map((cells, column) => cells[row]!.padStart(widths[column]!)).join(' | '));
}
