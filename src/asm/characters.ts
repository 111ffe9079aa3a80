/** Units of source text: their classes, and where the lexemes that they begin end. */

export const INVALID = 0;
export const BLANK = 1;
export const NAME = 2;
export const DIGIT = 3;
export const PUNCTUATION = 4;

export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const SPACE = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const QUOTE = 0x27;
export const OPEN = 0x28;
export const CLOSE = 0x29;
export const STAR = 0x2a;
export const COMMA = 0x2c;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const EQUAL = 0x3d;
export const BACKSLASH = 0x5c;
export const BYTE_ORDER_MARK = 0xfeff;

/** Class of each ASCII unit; everything above is part of names. */
export const classes = (() => {
  const table = new Uint8Array(128);
  const set = (text: string, kind: number) => {
    for (const unit of text) table[unit.charCodeAt(0)] = kind;
  };
  set(' \t\r\f\v', BLANK);
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.', NAME);
  set('0123456789', DIGIT);
  set('%$()*,+-/&|^!~<>=:@"\'#;\n[]{}', PUNCTUATION);
  return table;
})();

const numberEnd =
  /(?:(?:0[fFdD][-+])?(?:\d+\.\d*(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)|0[fFdD](?:\d*\.\d*|\d+)[eE][-+]\d+)(?![\w.$\u0080-\uffff])|[\w.$\u0080-\uffff]*/y;

/** The end of the number that begins at `from`, or of what stands in its place. */
export function numberEndOf(source: string, from: number): number {
  numberEnd.lastIndex = from;
  numberEnd.test(source);
  return numberEnd.lastIndex;
}

export function nameEndOf(source: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = source.charCodeAt(at);
    const kind = unit < 128 ? classes[unit]! : NAME;
    if (Number.isNaN(unit) || (kind !== NAME && kind !== DIGIT && unit !== DOLLAR)) return at;
    at++;
  }
}

/** The end of the string that begins at `from`, or -1 when it is not closed on its line. */
export function stringEndOf(source: string, from: number): number {
  for (let at = from + 1; ; at++) {
    const unit = source.charCodeAt(at);
    if (unit === DOUBLE_QUOTE) return at + 1;
    if (unit === BACKSLASH && source.charCodeAt(at + 1) !== NEWLINE) at++;
    else if (unit === NEWLINE || Number.isNaN(unit)) return -1;
  }
}

export function lineEndOf(source: string, from: number): number {
  const newline = source.indexOf('\n', from);
  return newline < 0 ? source.length : newline;
}

/** Where the next unit stands that is neither blank nor comment. */
export function follower(source: string, from: number): number {
  for (let at = from; ; at++) {
    const unit = source.charCodeAt(at);
    if (unit === SLASH && source.charCodeAt(at + 1) === STAR) {
      const close = source.indexOf('*/', at + 2);
      if (close < 0) return at;
      at = close + 1;
    } else if (!(unit < 128 && classes[unit] === BLANK)) return at;
  }
}

export function describeUnit(unit: number): string {
  const code = `0x${unit.toString(16).padStart(2, '0')}`;
  return unit >= 0x20 && unit < 0x7f ? `'${String.fromCharCode(unit)}'` : code;
}

/** In characters: conversion takes more than linear time. */
const LONGEST_NUMBER = 1000;

const integer = /^(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9]\d*)$/;
const localReference = /^\d+[bf]$/;
const markedFloat = /^0[fFdD][-+]?(?:\d*\.\d*|\d+)(?:[eE][-+]?\d+)?$/;
const plainFloat = /^(?:\d+\.\d*(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)$/;

/**
 * The shape of a number: `9` an integer, `1b` a reference to a local label, `1.5` a floating-point number, `0f1` one with its mark; null
 * if it is none.
 */
export function numberPlaceholder(text: string): string | null {
  if (text.length > LONGEST_NUMBER) return null;
  if (integer.test(text)) return '9';
  if (localReference.test(text)) return '1b';
  if (markedFloat.test(text)) return '0f1';
  return plainFloat.test(text) ? '1.5' : null;
}
