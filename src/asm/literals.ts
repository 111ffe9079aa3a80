/** Values of the literals of GNU as (manual, 3.6). */

/** `17`, `0x1f`, `0b101`, `017` (octal); not limited in size. */
export function numberValue(text: string): bigint {
  if (text.length === 1) return BigInt(text.charCodeAt(0) - 0x30);
  if (text.charCodeAt(0) !== 0x30) return text.length < 15 ? BigInt(Number(text)) : BigInt(text);
  const second = text.charCodeAt(1) | 0x20;
  if (second === 0x78 || second === 0x62) return BigInt(text.toLowerCase());
  return BigInt(`0o${text}`);
}

const escapes: Readonly<Record<string, number>> = { b: 8, f: 12, n: 10, r: 13, t: 9 };
/** Strings know one more. */
const stringEscapes: Readonly<Record<string, number>> = { ...escapes, v: 11 };

/** `'a'`, `'a`, `'\n'`: one character; over 0x7f its first UTF-8 byte, as GNU as reads bytes. */
export function characterValue(text: string): bigint {
  if (text.charCodeAt(1) !== 0x5c) return BigInt(new TextEncoder().encode(text.slice(1))[0]!);
  const letter = text[2]!;
  return BigInt(escapes[letter] ?? letter.charCodeAt(0));
}

/** Bytes of a string literal, quotes included in `text`. Characters over 0x7f are UTF-8. */
export function stringBytes(text: string): Uint8Array {
  const inner = text.slice(1, -1);
  if (!inner.includes('\\')) return new TextEncoder().encode(inner);
  const bytes: number[] = [];
  const piece = /\\([0-9]{1,3})|\\[xX]([0-9a-fA-F]*)|\\([\s\S])|([^\\]+)/gu;
  for (const [, octal, hex, letter, plain] of inner.matchAll(piece)) {
    if (octal !== undefined) bytes.push(octalValue(octal) & 0xff);
    else if (hex !== undefined) bytes.push(Number.parseInt(`0${hex.slice(-2)}`, 16));
    else if (letter !== undefined && letter in stringEscapes) bytes.push(stringEscapes[letter]!);
    else bytes.push(...new TextEncoder().encode(letter ?? plain));
  }
  return Uint8Array.from(bytes);
}

/** GNU as takes 8 and 9 for octal digits too. */
function octalValue(digits: string): number {
  let value = 0;
  for (const digit of digits) value = value * 8 + Number(digit);
  return value;
}

/** The text of a quoted name. */
export function stringText(text: string): string {
  return new TextDecoder().decode(stringBytes(text));
}
