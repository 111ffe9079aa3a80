import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built command: `npm run build` makes it, and `npm test` begins with that. PAGEWALK_COMMAND names another one. */
export const commandPath =
  process.env.PAGEWALK_COMMAND ?? fileURLToPath(new URL('../../dist/bin/pagewalk.cjs', import.meta.url));
if (!existsSync(commandPath)) throw new Error(`${commandPath} is missing: npm run build first`);

export interface CommandResult {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandSetting {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sends SIGINT so many milliseconds after the first output on stderr. */
  readonly interruptAfter?: number;
}

/** Runs `pagewalk` with arguments, as a user does. */
export function pagewalk(args: readonly string[], setting: CommandSetting = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandPath, ...args], {
      cwd: setting.cwd,
      env: { ...process.env, ...setting.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (status, signal) => {
      const text = (parts: Buffer[]) => Buffer.concat(parts).toString('utf8');
      resolve({ status, signal, stdout: text(out), stderr: text(err) });
    });
    const { interruptAfter } = setting;
    if (interruptAfter !== undefined)
      child.stderr.once('data', () => setTimeout(() => child.kill('SIGINT'), interruptAfter));
    child.stdin.end(setting.input ?? '');
  });
}
