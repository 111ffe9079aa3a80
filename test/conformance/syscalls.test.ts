import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canRunNatively, type NativeRun, runNatively } from '../support/native.js';
import { run } from '../support/run.js';
import { input, scripts } from '../support/syscall-cases.js';
import { type ScriptCall, syscallScript } from '../support/syscall-script.js';

const recorded = JSON.parse(readFileSync(new URL('../golden/kernel/syscalls.json', import.meta.url), 'utf8')) as Record<
  string,
  NativeRun
>;

/** The printed results by the call that they belong to, and everything else that was written. */
function answers(calls: readonly ScriptCall[], stdout: string): Record<string, string> {
  const lines = stdout.match(/^[0-9a-f]{16}$/gm) ?? [];
  const shown = calls.filter((call) => call.show !== 'none');
  return { ...Object.fromEntries(shown.map((call, i) => [`${i} ${call.title}`, lines[i] ?? 'nothing'])), stdout };
}

const names = Object.keys(scripts);
const native = canRunNatively();
if (!native)
  console.warn(`skipped: ${names.length} system call scripts are not run natively (x86-64 Linux, as and ld needed)`);

describe('system calls answer as Linux does', () => {
  it.each(names)('%s: as recorded', (name) => {
    const calls = scripts[name]!;
    const outcome = run(syscallScript(calls), { stdin: input });
    expect(answers(calls, outcome.stdout)).toEqual(answers(calls, recorded[name]!.stdout));
    expect(outcome.status).toBe(recorded[name]!.status);
  });

  it.skipIf(!native).each(names)('%s: as this Linux answers', (name) => {
    const source = syscallScript(scripts[name]!);
    expect(runNatively(source, input)).toEqual(recorded[name]);
  });
});
