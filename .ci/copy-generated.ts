import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Copies every src/**\/generated/ folder to its place in dist/: tsc compiles neither the JavaScript nor the data in them. */

const root = fileURLToPath(new URL('..', import.meta.url));

function copyGenerated(path: string): void {
  for (const entry of readdirSync(join(root, 'src', path), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inner = join(path, entry.name);
    if (entry.name !== 'generated') copyGenerated(inner);
    else cpSync(join(root, 'src', inner), join(root, 'dist', inner), { recursive: true });
  }
}

if (!existsSync(join(root, 'dist'))) throw new Error('dist/ is missing: run tsc first');
copyGenerated('');
