import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { outputOf, shownCommands } from '../support/readme.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pagewalk-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what README.md shows is what happens', () => {
  test('it shows commands', () => expect(shownCommands().length).toBeGreaterThan(8));

  test.each(shownCommands())('$command', { timeout: 60_000 }, ({ command, output }) => {
    expect(outputOf(command, folder)).toBe(output);
  });

  test('the library example', { timeout: 60_000 }, () => {
    const code = /^```ts\n(.*?)^```$/ms.exec(readFileSync(`${root}README.md`, 'utf8'))![1]!;
    const said = /\/\/ (.*)$/m.exec(code)![1]!;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`.trim()).toBe(said);
  });

  test('its links lead somewhere', () => {
    const links = [...readFileSync(`${root}README.md`, 'utf8').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});
