/** Precision in bits, and the exponent of the smallest normal number, of the IEEE 754 formats. */
const formats = {
  4: { precision: 24, least: -126, most: 127 },
  8: { precision: 53, least: -1022, most: 1023 },
} as const;

/**
 * Bytes of a floating-point number as GNU as reads it, little-endian IEEE 754; null when the text is none, or is too large or too
 * small. A number exactly between two others is rounded away from zero, as GNU as does.
 */
export function floatBytes(text: string, size: 4 | 8): Uint8Array | null {
  const [, sign = '', magnitude = ''] = /^([-+]?)(?:0[fFdD](?=[-+.\d]))?([\s\S]*)$/.exec(text) ?? [];
  const [, inner = '', digits = ''] = /^([-+]?)([\s\S]*)$/.exec(magnitude) ?? [];
  const bits = magnitudeBits(digits.toLowerCase(), size);
  if (bits === null) return null;
  const negative = (sign === '-') !== (inner === '-');
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  if (size === 4) view.setUint32(0, Number(bits) + (negative ? 0x80000000 : 0), true);
  else view.setBigUint64(0, bits | (negative ? 1n << 63n : 0n), true);
  return bytes;
}

function magnitudeBits(text: string, size: 4 | 8): bigint | null {
  const { precision, most } = formats[size];
  const fraction = BigInt(precision - 1);
  const infinity = BigInt(2 * most + 1) << fraction;
  if (text === 'inf' || text === 'infinity') return infinity;
  if (text === 'nan') return infinity | ((1n << fraction) - 1n);
  const match = /^(?:(\d+)\.?(\d*)|\.(\d+))(?:e([-+]?\d{1,5}))?$/.exec(text);
  if (match === null) return null;
  const decimals = match[2] ?? match[3] ?? '';
  const digits = BigInt((match[1] ?? '') + decimals);
  if (digits === 0n) return 0n;
  const exponent = Number(match[4] ?? 0) - decimals.length;
  const bits = rounded(digits, exponent, size);
  return bits === 0n || bits > infinity ? null : bits;
}

const TOO_LARGE = 1n << 64n;

/** digits * 10^exponent in the format of `size` bytes, without sign. */
function rounded(digits: bigint, exponent: number, size: 4 | 8): bigint {
  const { precision, least, most } = formats[size];
  if (Math.abs(exponent) > 5000) return exponent < 0 ? 0n : TOO_LARGE;
  const numerator = exponent > 0 ? digits * 10n ** BigInt(exponent) : digits;
  const denominator = exponent < 0 ? 10n ** BigInt(-exponent) : 1n;
  // 2^binary <= value < 2^(binary + 1)
  let binary = numerator.toString(2).length - denominator.toString(2).length;
  if (compareScaled(numerator, denominator, binary) < 0) binary--;
  if (binary > most) return TOO_LARGE;
  const unit = Math.max(binary, least) - (precision - 1);
  const [up, down] = unit < 0 ? [numerator << BigInt(-unit), denominator] : [numerator, denominator << BigInt(unit)];
  const mantissa = (2n * up + down) / (2n * down);
  // A mantissa that reaches the next power of two carries into the exponent by itself.
  const biased = BigInt(Math.max(binary, least) - least);
  return mantissa + (biased << BigInt(precision - 1));
}

/** The sign of numerator - denominator * 2^power. */
function compareScaled(numerator: bigint, denominator: bigint, power: number): number {
  const [a, b] = power < 0 ? [numerator << BigInt(-power), denominator] : [numerator, denominator << BigInt(power)];
  return a < b ? -1 : a > b ? 1 : 0;
}
