import { assembleObject } from '../../asm/assemble-object.js';
import { closestMnemonic } from '../../codec/encode.js';
import { unsupportedHint } from '../../codec/unsupported.js';
import { isaCoverage } from '../../observe/isa-coverage.js';
import { isaList } from '../../observe/isa-list.js';
import { isaPage, partsOf } from '../../observe/isa-page.js';
import { CommandError, EXIT } from '../exit-status.js';
import { print } from '../output.js';

export interface IsaOptions {
  readonly coverage?: boolean;
}

/** `pagewalk isa [MNEMONIC | INSTRUCTION]`: the instruction set, one instruction, or one line of source taken apart. */
export async function isa(words: readonly string[], options: IsaOptions): Promise<number> {
  if (options.coverage === true) print(isaCoverage());
  else if (words.length === 0) print(isaList());
  else print(await pageOf(words.join(' ').trim()));
  return EXIT.success;
}

async function pageOf(text: string): Promise<string> {
  if (/\s/.test(text)) return lineApart(text);
  const name = text.toLowerCase();
  const page = isaPage(name);
  if (page !== null) return page;
  const hint = unsupportedHint(name);
  if (hint !== null) throw new CommandError(EXIT.usage, `pagewalk does not have the instruction '${name}'`, `${hint}.`);
  const close = closestMnemonic(name);
  throw new CommandError(
    EXIT.usage,
    `there is no instruction '${name}'`,
    close === null ? 'All of them: pagewalk isa' : `Did you mean '${close}'? All of them: pagewalk isa`,
  );
}

/** Assembles one line of source, so that its operands are what the user wrote. */
async function lineApart(line: string): Promise<string> {
  await import('../../asm/grammar.js');
  const { object, diagnostics } = assembleObject(`${line}\n`, 'instruction');
  const error = diagnostics.find(({ severity }) => severity === 'error');
  const text = object?.sections.find(({ name }) => name === '.text');
  if (object === null || text === undefined || text.bytes.length === 0)
    throw new CommandError(
      EXIT.badInput,
      error === undefined ? `'${line}' is no instruction` : error.message,
      error?.suggestion ?? "Write it as in a source file: pagewalk isa 'addl $5, (%rax)'",
    );
  return allParts(text.bytes);
}

/** A line may hold several instructions. */
function allParts(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const parts = partsOf(bytes.subarray(at));
    text += parts.text;
    at += Math.max(parts.length, 1);
  }
  return text;
}
