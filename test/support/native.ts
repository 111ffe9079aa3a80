import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasTool, inTemporaryFolder } from './gnu-as.js';

/** What the processor and Linux make of a program. */
export interface NativeRun {
  readonly stdout: string;
  /** Exit status, or 128 + signal, as a shell shows it. */
  readonly status: number;
}

/** x86-64 Linux with GNU as and ld: programs can be run natively. */
export function canRunNatively(): boolean {
  return process.platform === 'linux' && process.arch === 'x64' && hasTool('as') && hasTool('ld') && hasTool('bash');
}

/** Assembles with GNU as, links with ld, and runs with both ends on pipes. Output as latin1. */
export function runNatively(source: string, stdin = ''): NativeRun {
  return inTemporaryFolder((folder) => {
    const path = (name: string) => join(folder, name);
    writeFileSync(path('program.s'), source);
    for (const [tool, ...args] of [
      ['as', '-o', path('program.o'), path('program.s')],
      ['ld', '-o', path('program'), path('program.o')],
    ]) {
      const { status, stderr } = spawnSync(tool!, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${tool}: ${stderr}`);
    }
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    const script = 'cat | "$0" | cat; exit "${PIPESTATUS[1]}"';
    const run = spawnSync('bash', ['-c', script, path('program')], {
      input: Buffer.from(stdin, 'latin1'),
      timeout: 10_000,
      killSignal: 'SIGKILL',
    });
    return { stdout: run.stdout.toString('latin1'), status: run.status ?? -1 };
  });
}
