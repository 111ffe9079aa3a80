import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandPath } from './command.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One `$ command` of the README with the output that it shows. */
export interface ShownCommand {
  readonly command: string;
  readonly output: string;
}

/** Every command in the console blocks of README.md. */
export function shownCommands(): ShownCommand[] {
  const text = readFileSync(`${root}README.md`, 'utf8');
  return [...text.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block]) =>
    block!
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return { command: part.slice(0, end), output: part.slice(end + 1) };
      }),
  );
}

/** What a command of the README prints, both streams, in the root of the repository; swap files go to `folder`. */
export function outputOf(command: string, folder: string): string {
  const own = command.replaceAll('swap.img', `${folder}/swap.img`);
  const script = `pagewalk() { "${process.execPath}" "${commandPath}" "$@" 2>&1; }; ${own}`;
  return spawnSync('sh', ['-c', script], { cwd: root, encoding: 'utf8' }).stdout;
}
