/** Bytes of a floating-point number as GNU as reads it, little-endian IEEE 754; null when the text is none. */
export function floatBytes(text: string, size: 4 | 8): Uint8Array | null {
  const value = floatValue(text);
  if (value === null) return null;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  if (size === 4) view.setFloat32(0, value, true);
  else view.setFloat64(0, value, true);
  return bytes;
}

const names: Readonly<Record<string, number>> = { inf: Infinity, infinity: Infinity, nan: NaN };

function floatValue(text: string): number | null {
  const [, sign = '', digits = ''] = /^([-+]?)(?:0[fFdD](?=[-+.\d]))?([\s\S]*)$/.exec(text) ?? [];
  const [, inner = '', magnitude = ''] = /^([-+]?)([\s\S]*)$/.exec(digits) ?? [];
  const positive = names[magnitude.toLowerCase()] ?? decimal(magnitude);
  return positive === null ? null : (sign === '-') !== (inner === '-') ? -positive : positive;
}

function decimal(text: string): number | null {
  return /^(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : null;
}
