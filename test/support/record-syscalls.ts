/**
 * Records what Linux answers to the scripts of syscall-cases.ts, for machines that cannot run them:
 *
 *     npx tsx test/support/record-syscalls.ts
 */
import { writeFileSync } from 'node:fs';
import { runNatively } from './native.js';
import { input, scripts } from './syscall-cases.js';
import { syscallScript } from './syscall-script.js';

const answers = Object.fromEntries(
  Object.entries(scripts).map(([name, calls]) => [name, runNatively(syscallScript(calls), input)]),
);
writeFileSync(new URL('../golden/kernel/syscalls.json', import.meta.url), `${JSON.stringify(answers, null, 2)}\n`);
