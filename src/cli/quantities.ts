import { CommandError, EXIT } from './exit-status.js';

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** Bytes of `64M`, `256 KiB`, `4096`, `1.5G`; powers of two throughout. Refuses with status 78. */
export function parseSize(text: string, option: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?\s*$/i.exec(text);
  const bytes = match === null ? Number.NaN : Number(match[1]) * UNITS[match[2]!.toLowerCase()]!;
  if (!Number.isSafeInteger(bytes))
    throw new CommandError(
      EXIT.badConfiguration,
      `${option}: '${text}' is not a size`,
      'Write a number of bytes, or use K, M, G: 64M, 256K.',
    );
  return bytes;
}

/** A whole number of `least` or more: `1000000`, `1_000_000`, `100M` (decimal millions), `1e9`. Refuses with status 78. */
export function parseCount(text: string, option: string, least = 1): number {
  const match = /^(\d[\d_]*(?:e\d+)?)([kmg]?)$/i.exec(text.trim());
  const scale = { '': 1, k: 1e3, m: 1e6, g: 1e9 }[match?.[2]?.toLowerCase() ?? ''] ?? 1;
  const count = match === null ? Number.NaN : Number(match[1]!.replaceAll('_', '')) * scale;
  if (!Number.isSafeInteger(count) || count < least)
    throw new CommandError(
      EXIT.badConfiguration,
      `${option}: '${text}' is not a whole number of ${least} or more`,
      'Examples: 5000, 100k, 20M, 1e9.',
    );
  return count;
}

/** `64 MiB`, `256 KiB`, `100 bytes`. */
export function formatSize(bytes: number): string {
  for (const [unit, size] of [
    ['GiB', 2 ** 30],
    ['MiB', 2 ** 20],
    ['KiB', 2 ** 10],
  ] as const)
    if (bytes >= size && bytes % size === 0) return `${bytes / size} ${unit}`;
  return `${bytes} bytes`;
}
