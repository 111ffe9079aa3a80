/** Names and paths are bytes to Linux: here they are text with one character a byte. */
export const nameOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

export const bytesOf = (name: string): Uint8Array => Uint8Array.from(name, (character) => character.charCodeAt(0));
