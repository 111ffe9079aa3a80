import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  cycles,
  fileGraph,
  folderGraph,
  folderOf,
  forbiddenImports,
  hostUses,
  importsOf,
  type LayerRule,
  type SourceFile,
} from './support/source-scan.js';

/** What each folder of src may import. Anything else, and any folder that is not here, is an error. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  util: [],
  memory: ['util'],
  isa: ['util'],
  mmu: ['memory', 'util'],
  codec: ['isa', 'util'],
  asm: ['codec', 'isa', 'util'],
  cpu: ['codec', 'isa', 'mmu', 'memory', 'util'],
  engine: ['cpu', 'codec', 'isa', 'mmu', 'memory', 'util'],
  kernel: ['cpu', 'asm', 'codec', 'isa', 'mmu', 'memory', 'util'],
  observe: ['kernel', 'cpu', 'asm', 'codec', 'isa', 'mmu', 'memory', 'util'],
  machine: ['observe', 'kernel', 'engine', 'cpu', 'asm', 'codec', 'isa', 'mmu', 'memory', 'util'],
};
/** These may import everything below them, use Node, the DOM and packages. */
const OUTER = ['cli', 'web', 'debug', 'textbook', '.'];
/** Packages that inner folders may use: pure computation. */
const INNER_PACKAGES: Readonly<Record<string, readonly string[]>> = { asm: ['ohm-js'] };

const layers: LayerRule = (from, to) => {
  if (from === to) return null;
  if (OUTER.includes(from)) return from !== '.' && to === '.' ? 'nothing imports the public surface' : null;
  const allowed = MAY_IMPORT[from];
  if (!allowed) return `${from}/ has no place in the layers`;
  return allowed.includes(to) ? null : `${from}/ is not above ${to}/`;
};

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(folder: string): SourceFile[] {
  return readdirSync(join(root, 'src', folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sources(path);
    return entry.name.endsWith('.ts') ? [{ path, text: readFileSync(join(root, 'src', path), 'utf8') }] : [];
  });
}

/** Programs that run at build time, and are not part of the product. */
const isGenerator = (path: string) => /(^|\/)generate[^/]*\.ts$/.test(path);

/** Files over 300 lines, and why. */
const LONG_FILES: Readonly<Record<string, string>> = {
  'asm/scanner.ts': 'one scanner: its parts share the position in the text',
  'engine/interpreter.ts': 'one engine: its paths share the views of the one buffer',
  'engine/lazy-flags.ts': 'one generated function for each flag under every recipe',
  'engine/loop.ts': 'the text of one generated function',
  'engine/wasm.ts': 'one method for each WebAssembly instruction',
};

describe('the layers of src', () => {
  const files = sources('');
  const product = files.filter((file) => !isGenerator(file.path));

  it('has files to check', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  it('imports point down only', () => {
    expect(forbiddenImports(product, layers)).toEqual([]);
  });

  it('has no cycle, between files or between folders', () => {
    expect(cycles(fileGraph(files))).toEqual([]);
    expect(cycles(folderGraph(product))).toEqual([]);
  });

  it('uses the host only in the outer layers and in generators', () => {
    const inner = product.filter((file) => !OUTER.includes(folderOf(file.path)));
    const uses = inner.flatMap((file) => hostUses(file).map(({ name, line }) => `${file.path}:${line} uses ${name}`));
    expect(uses).toEqual([]);
  });

  it('uses packages only where they are allowed', () => {
    const inner = product.filter((file) => !OUTER.includes(folderOf(file.path)));
    const strange = inner.flatMap((file) =>
      importsOf(file)
        .map((entry) => entry.specifier)
        .filter((name) => !name.startsWith('.') && !INNER_PACKAGES[folderOf(file.path)]?.includes(name))
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(strange).toEqual([]);
  });

  it('has a README.md in every folder', () => {
    const folders = new Set(files.map((file) => folderOf(file.path)).filter((folder) => folder !== '.'));
    expect([...folders].filter((folder) => !existsSync(join(root, 'src', folder, 'README.md')))).toEqual([]);
  });

  it('has no file over 300 lines without a reason', () => {
    const long = files.filter((file) => file.text.split('\n').length - 1 > 300).map((file) => file.path);
    expect(long.filter((path) => !(path in LONG_FILES))).toEqual([]);
    expect(Object.keys(LONG_FILES).filter((path) => !files.some((file) => file.path === path))).toEqual([]);
  });
});

describe('the package', () => {
  it('has a lock file without addresses of registries', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
    expect(lock).not.toContain('.tgz');
  });

  it('pins every version', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const versions = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.length).toBeGreaterThan(5);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('the scanner', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });

  it('sees every way to import', () => {
    const text = [
      "import type { A } from './a.js';",
      "import { type B, c } from './b.js';",
      "import { type D } from './d.js';",
      "export * from './e.js';",
      "export type { F } from './f.js';",
      "const g = await import('./g.js');",
      "type H = import('./h.js').H;",
      "// import './comment.js'",
      'const s = "import \'./string.js\'";',
    ].join('\n');
    const found = importsOf(file('x.ts', text)).map((entry) => `${entry.specifier} ${entry.typeOnly} ${entry.line}`);
    expect(found).toEqual([
      './a.js true 1',
      './b.js false 2',
      './d.js true 3',
      './e.js false 4',
      './f.js true 5',
      './g.js false 6',
      './h.js true 7',
    ]);
  });

  it('finds upward, sideways and homeless imports, of types too', () => {
    const files = [
      file('mmu/tlb.ts', "import { forms } from '../isa/table.js';\nimport { frame } from '../memory/physical.js';"),
      file('cpu/state.ts', "import type { Kernel } from '../kernel/kernel.js';"),
      file('kernel/vm/swap.ts', "import { Interpreter } from '../../engine/interpreter.js';"),
      file('misc/helper.ts', "import { x } from '../util/x.js';"),
      file('cli/main.ts', "import { Machine } from '../machine/machine.js';"),
    ];
    expect(forbiddenImports(files, layers)).toEqual([
      'mmu/tlb.ts:1 imports isa/table.ts: mmu/ is not above isa/',
      'cpu/state.ts:1 imports kernel/kernel.ts: cpu/ is not above kernel/',
      'kernel/vm/swap.ts:1 imports engine/interpreter.ts: kernel/ is not above engine/',
      'misc/helper.ts:1 imports util/x.ts: misc/ has no place in the layers',
    ]);
  });

  it('finds cycles of files and folders, and lets types of one folder be', () => {
    const files = [
      file('isa/a.ts', "import { b } from './b.js';"),
      file('isa/b.ts', "import { c } from './c.js';\nimport type { a } from './a.js';"),
      file('isa/c.ts', "import { a } from './a.js';\nimport type { T } from '../util/t.js';"),
      file('util/t.ts', "import type { a } from '../isa/a.js';"),
    ];
    expect(cycles(fileGraph(files))).toEqual(['isa/a.ts > isa/b.ts > isa/c.ts > isa/a.ts']);
    expect(cycles(folderGraph(files))).toEqual(['isa > util > isa']);
    expect(cycles(fileGraph(files.slice(0, 2)))).toEqual([]);
  });

  it('finds the host, and not names that only look like it', () => {
    const text = [
      "import { readFileSync } from 'node:fs';",
      'console.log(Date.now());',
      'const r = Math.random() + Math["random"]();',
      'const doc = globalThis.document;',
      'setTimeout(() => {}, 1);',
    ].join('\n');
    const names = hostUses(file('cpu/x.ts', text)).map((use) => `${use.line} ${use.name}`);
    expect(names).toEqual([
      '1 node:fs',
      '2 console',
      '2 Date',
      '3 Math.random',
      '3 Math.random',
      '4 globalThis',
      '5 setTimeout',
    ]);
    const innocent = [
      'export function run(process: Process) { return process.id; }',
      'const status = { console: 1, Date: 2 }; status.console; // console.log',
      'interface Host { fetch(process: number): void; performance: number }',
      "const text = 'Date.now()';",
    ].join('\n');
    expect(hostUses(file('cpu/x.ts', innocent))).toEqual([]);
  });
});
