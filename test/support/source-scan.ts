import { posix } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** A source file of src/: its path below src/ with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One import of a file: `specifier` as written, and whether it vanishes when types are stripped. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Syntax tree of a TypeScript file. Throws on a syntax error. */
function parse(file: SourceFile): Node {
  return parseAst(file.text, { lang: 'ts', sourceType: 'module' }) as unknown as Node;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Calls `visit` for every node with the node above it and the key it hangs on. */
function walk(node: Node, visit: (node: Node, parent: Node | null, key: string) => void): void {
  const step = (current: Node, parent: Node | null, key: string): void => {
    visit(current, parent, key);
    for (const [name, value] of Object.entries(current)) {
      if (Array.isArray(value)) for (const entry of value) isNode(entry) && step(entry, current, name);
      else if (isNode(value)) step(value, current, name);
    }
  };
  step(node, null, '');
}

function lineOf(file: SourceFile, offset: number): number {
  return file.text.slice(0, offset).split('\n').length;
}

/** All static imports, re-exports, `import()` with a constant, and imports in types. */
export function importsOf(file: SourceFile): Import[] {
  const imports: Import[] = [];
  walk(parse(file), (node) => {
    const source = node.source as { value?: unknown } | null | undefined;
    if (
      !/^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression|TSImportType)$/.test(node.type)
    )
      return;
    if (typeof source?.value !== 'string') return;
    const specifiers = (node.specifiers ?? []) as { importKind?: string; exportKind?: string }[];
    const allTypes = specifiers.length > 0 && specifiers.every((s) => (s.importKind ?? s.exportKind) === 'type');
    const typeOnly = node.type === 'TSImportType' || (node.importKind ?? node.exportKind) === 'type' || allTypes;
    imports.push({ specifier: source.value, typeOnly, line: lineOf(file, node.start) });
  });
  return imports;
}

/** Names that only the outer layers may use: the host, the page, clocks, timers. */
const HOST_NAMES = new Set(
  'process Buffer console performance Date document window navigator location localStorage sessionStorage fetch XMLHttpRequest WebSocket Worker setTimeout setInterval setImmediate requestAnimationFrame crypto require __dirname __filename global globalThis self alert'.split(
    ' ',
  ),
);

export interface HostUse {
  readonly name: string;
  readonly line: number;
}

/** Uses of the host in a file: `node:` imports, names of Node and the DOM that the file does not declare itself, `Math.random`. */
export function hostUses(file: SourceFile): HostUse[] {
  const tree = parse(file);
  const declared = declaredNames(tree);
  const uses: HostUse[] = [];
  for (const { specifier, line } of importsOf(file)) {
    if (specifier.startsWith('node:') || NODE_MODULES.has(specifier)) uses.push({ name: specifier, line });
  }
  walk(tree, (node, parent, key) => {
    if (node.type === 'MemberExpression' && isMathRandom(node))
      uses.push({ name: 'Math.random', line: lineOf(file, node.start) });
    if (node.type !== 'Identifier' || !HOST_NAMES.has(node.name as string) || declared.has(node.name as string)) return;
    const isProperty = (key === 'property' || key === 'key') && parent?.computed !== true && parent?.shorthand !== true;
    if (!isProperty && !isTypeMember(parent)) uses.push({ name: node.name as string, line: lineOf(file, node.start) });
  });
  return uses;
}

const NODE_MODULES = new Set(['fs', 'path', 'os', 'url', 'util', 'child_process', 'module', 'tty', 'zlib', 'crypto']);

function isMathRandom(node: Node): boolean {
  const object = node.object as Node;
  const property = node.property as Node;
  return object.name === 'Math' && (property.name === 'random' || property.value === 'random');
}

/** Parameter names in function types, which declare nothing. */
function isTypeMember(parent: Node | null): boolean {
  return parent?.type === 'TSFunctionType' || parent?.type === 'TSMethodSignature';
}

/** Names that the file binds anywhere: imports, variables, parameters, functions, classes, types. */
function declaredNames(tree: Node): Set<string> {
  const names = new Set<string>();
  const pattern = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.type === 'Identifier') names.add(node.name as string);
    for (const key of ['elements', 'properties', 'params'] as const)
      for (const entry of (node[key] as unknown[] | undefined) ?? []) pattern(entry);
    for (const key of ['left', 'argument', 'value', 'parameter'] as const) pattern(node[key]);
  };
  walk(tree, (node) => {
    if (/^(VariableDeclarator|FunctionDeclaration|FunctionExpression|ClassDeclaration)$/.test(node.type))
      pattern(node.id);
    if (/^(TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(node.type)) pattern(node.id);
    if (/^Import.*Specifier$/.test(node.type)) pattern(node.local);
    if (node.type === 'CatchClause') pattern(node.param);
    const params = node.params as unknown[] | { items?: unknown[] } | undefined;
    if (/Function|Arrow|Method|Constructor/.test(node.type) && Array.isArray(params)) params.forEach(pattern);
  });
  return names;
}

/** What an import of one folder by another breaks, in words; null when it is allowed. */
export type LayerRule = (from: string, to: string) => string | null;

/** First folder of a path below src/: `kernel/vm/frames.ts` is in kernel; files directly in src are in `.`. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '.';
}

/** Path below src/ of a relative import, with .ts for .js; null for packages. */
export function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

/** Imports that the rule forbids, as `file:line imports target: why`. */
export function forbiddenImports(files: readonly SourceFile[], rule: LayerRule): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap(({ specifier, line }) => {
      const target = resolveImport(file.path, specifier);
      const why = target === null ? null : rule(folderOf(file.path), folderOf(target));
      return why === null ? [] : [`${file.path}:${line} imports ${target}: ${why}`];
    }),
  );
}

/** Cycles in a graph, each once, as `a > b > a`. */
export function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (node: string, path: readonly string[]): void => {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'open') {
      found.push([...path.slice(path.indexOf(node)), node].join(' > '));
      return;
    }
    state.set(node, 'open');
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    state.set(node, 'done');
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}

/** Who imports whom at run time, by file; imports of types alone do not count. */
export function fileGraph(files: readonly SourceFile[]): Map<string, Set<string>> {
  const known = new Set(files.map((file) => file.path));
  return new Map(
    files.map((file) => {
      const targets = importsOf(file)
        .filter((entry) => !entry.typeOnly)
        .map((entry) => resolveImport(file.path, entry.specifier))
        .filter((target): target is string => target !== null && known.has(target));
      return [file.path, new Set(targets)];
    }),
  );
}

/** Who imports whom, by folder, types included. */
export function folderGraph(files: readonly SourceFile[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const folder = folderOf(file.path);
    const targets = graph.get(folder) ?? new Set<string>();
    graph.set(folder, targets);
    for (const { specifier } of importsOf(file)) {
      const target = resolveImport(file.path, specifier);
      if (target !== null && folderOf(target) !== folder) targets.add(folderOf(target));
    }
  }
  return graph;
}
