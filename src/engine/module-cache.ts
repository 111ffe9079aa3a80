import { moduleBase64, moduleBytes } from './generated/interpreter.js';
import { unpack } from './packing.js';

let compiled: WebAssembly.Module | null = null;

/** The interpreter module, compiled once. */
export function interpreterModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(unpack(bytesOf(moduleBase64), moduleBytes));
  return compiled;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes of base64 (RFC 4648, section 4). */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const sextets = new Uint8Array(128);
  for (let value = 0; value < 64; value++) sextets[ALPHABET.charCodeAt(value)] = value;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3);
  for (let from = 0, to = 0; from < base64.length; from += 4, to += 3) {
    const word =
      (sextets[base64.charCodeAt(from)]! << 18) |
      (sextets[base64.charCodeAt(from + 1)]! << 12) |
      (sextets[base64.charCodeAt(from + 2)]! << 6) |
      sextets[base64.charCodeAt(from + 3)]!;
    bytes[to] = word >> 16;
    bytes[to + 1] = word >> 8;
    bytes[to + 2] = word;
  }
  return bytes.slice(0, bytes.length - padding);
}
