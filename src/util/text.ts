/** 1234567 as `1,234,567`. */
export function thousands(value: number | bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share of one as a percentage with two decimals; `-` for null (a share of nothing). */
export function percent(share: number | null): string {
  return share === null ? '-' : `${(100 * share).toFixed(2)} %`;
}

/** A time in seconds with four significant digits, in the unit that suits it: s, ms, us or ns. */
export function duration(seconds: number): string {
  const units = [
    ['s', 1],
    ['ms', 1e-3],
    ['us', 1e-6],
  ] as const;
  const [unit, scale] = units.find(([, scale]) => seconds >= scale) ?? ['ns', 1e-9];
  return `${Number((seconds / scale).toPrecision(4))} ${unit}`;
}
