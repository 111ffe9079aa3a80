/** Values of the literals of GNU as (manual, 3.6). */

/** `17`, `0x1f`, `0b101`, `017` (octal); not limited in size. An octal with 8 or 9 counts up to the wrong digit, as in GNU as. */
export function numberValue(text: string): bigint {
  if (text.length === 1) return BigInt(text.charCodeAt(0) - 0x30);
  if (text.charCodeAt(0) !== 0x30) return text.length < 15 ? BigInt(Number(text)) : BigInt(text);
  const second = text.charCodeAt(1) | 0x20;
  if (second === 0x78 || second === 0x62) return BigInt(text.toLowerCase());
  const digits = /^0*([0-7]*)/.exec(text)![1]!;
  return digits === '' ? 0n : BigInt(`0o${digits}`);
}

const escapes: Readonly<Record<string, number>> = { b: 8, f: 12, n: 10, r: 13, t: 9 };

/** `'a'`, `'a`, `'\n'`: one character; over 0x7f its first UTF-8 byte, as GNU as reads bytes. */
export function characterValue(text: string): bigint {
  if (text.charCodeAt(1) !== 0x5c) return BigInt(new TextEncoder().encode(text.slice(1))[0]!);
  const letter = text[2]!;
  const digit = /[0-7]/.test(letter) ? Number(letter) : undefined;
  return BigInt(escapes[letter] ?? digit ?? letter.charCodeAt(0));
}

/** Bytes of a string literal, quotes included in `text`. Characters over 0x7f are UTF-8. */
export function stringBytes(text: string): Uint8Array {
  const inner = text.slice(1, -1);
  if (!inner.includes('\\')) return new TextEncoder().encode(inner);
  const bytes: number[] = [];
  const piece = /\\([0-7]{1,3})|\\[xX]([0-9a-fA-F]+)|\\([\s\S])|([^\\]+)/gu;
  for (const [, octal, hex, letter, plain] of inner.matchAll(piece)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 0xff);
    else if (hex !== undefined) bytes.push(Number.parseInt(hex.slice(-2), 16));
    else if (letter !== undefined && letter in escapes) bytes.push(escapes[letter]!);
    else bytes.push(...new TextEncoder().encode(letter ?? plain));
  }
  return Uint8Array.from(bytes);
}

/** The text of a quoted name. */
export function stringText(text: string): string {
  return new TextDecoder().decode(stringBytes(text));
}
