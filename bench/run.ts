import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Lists the benchmarks, or runs one: `npm run bench`, `npm run bench -- start-up 25`. */

const folder = fileURLToPath(new URL('.', import.meta.url));
const [name, ...rest] = process.argv.slice(2);

/** The first sentence of the first doc comment. */
function question(file: string): string {
  const comment = /\/\*\*(.*?)\*\//s.exec(readFileSync(folder + file, 'utf8'))?.[1] ?? '';
  return (/^.*?[.?](?=\s|$)/s.exec(comment.replaceAll(/\s*\n \* ?/g, ' ').trim())?.[0] ?? '').trim();
}

if (name === undefined) {
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.ts') && entry !== 'run.ts'))
    console.log(`${file.slice(0, -3).padEnd(14)} ${question(file)}`);
} else if (existsSync(`${folder}${name}.ts`)) {
  const { status } = spawnSync('npx', ['tsx', `${folder}${name}.ts`, ...rest], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  console.error(`there is no benchmark ${name}; npm run bench lists them`);
  process.exitCode = 64;
}
