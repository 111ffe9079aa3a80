import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Batch, deserialize, type Outcome, serialize } from './layout.js';

/** Compiles harness.c; null with a reason where that is impossible (no gcc, or not an x86-64 Linux). */
export function buildHarness(): { path: string } | { reason: string } {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { reason: 'not x86-64 Linux' };
  const source = fileURLToPath(new URL('./harness.c', import.meta.url));
  const path = join(mkdtempSync(join(tmpdir(), 'silicon-')), 'harness');
  try {
    execFileSync('gcc', ['-O1', '-fno-stack-protector', '-fcf-protection=none', '-o', path, source], { stdio: 'pipe' });
  } catch (error) {
    return { reason: `harness.c does not compile: ${(error as Error).message}` };
  }
  return { path };
}

/** Runs a batch on the processor. Throws if the harness fails. */
export function runNative(harness: string, batch: Batch): Outcome[] {
  const result = spawnSync(harness, [], { input: serialize(batch), maxBuffer: 1 << 30, timeout: 60_000 });
  if (result.status !== 0) throw new Error(`the harness ended with ${result.status ?? result.signal}`);
  return deserialize(batch, result.stdout);
}

/** The processor is AMD's, whose answers the model follows where vendors differ. */
export function isAmd(): boolean {
  return cpus()[0]?.model.includes('AMD') ?? false;
}
