import { EXTENSIONS, type ExtensionKey, extensionOfName } from './extensions.js';
import { extensionOfRows } from './known-opcodes.js';

/** Names that no processor has in 64-bit mode, or that pagewalk refuses for another reason than an extension. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^(aaa|aas|aam|aad|daa|das|pusha\w?|popa\w?|bound|into|les|lds|arpl)$/, 'it does not exist in 64-bit mode'],
];

/** The extension that a mnemonic belongs to; null for names of the subset and for names that are none. */
export function extensionOfMnemonic(name: string): ExtensionKey | null {
  return extensionOfRows(name) ?? extensionOfName(name);
}

/**
 * What to tell the writer of a real instruction outside of the subset: the extension that it belongs to and a way out; null for other
 * names.
 */
export function unsupportedHint(name: string): string | null {
  const other = OTHERS.find(([pattern]) => pattern.test(name));
  if (other !== undefined) return other[1];
  const key = extensionOfMnemonic(name);
  if (key === null) return null;
  return `${EXTENSIONS[key].name} is not supported: ${EXTENSIONS[key].advice}`;
}
