import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;

/** Programs can be built by GNU as and ld (or gcc) and run on this very processor. */
export const canRunNatively = process.platform === 'linux' && process.arch === 'x64' && has('as') && has('ld');
export const hasGcc = canRunNatively && has('gcc');

export interface NativeOutcome {
  readonly stdout: string;
  /** As a shell shows it: 128 + signal for one that was killed. */
  readonly status: number;
}

const SIGNALS: Readonly<Record<string, number>> = { SIGILL: 4, SIGTRAP: 5, SIGBUS: 7, SIGFPE: 8, SIGSEGV: 11 };

/** Builds a source with as and ld, or gcc, and runs it on Linux. Throws when it does not build. */
export function runNatively(
  source: string,
  setting: { stdin?: string; args?: readonly string[]; gcc?: boolean } = {},
): NativeOutcome {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-native-'));
  try {
    const [file, object, program] = [join(folder, 'x.s'), join(folder, 'x.o'), join(folder, 'x')];
    writeFileSync(file, source);
    if (setting.gcc === true) build('gcc', ['-no-pie', '-o', program, file]);
    else {
      build('as', ['-o', object, file]);
      build('ld', ['-z', 'noexecstack', '-o', program, object]);
    }
    const { status, signal, stdout } = spawnSync(program, setting.args ?? [], { input: setting.stdin ?? '' });
    return { stdout: stdout.toString('latin1'), status: signal === null ? status! : 128 + SIGNALS[signal]! };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function build(tool: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(tool, args);
  if (status !== 0) throw new Error(`${tool}: ${stderr}`);
}
