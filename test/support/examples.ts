import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the example programs are. */
export const examplesFolder = fileURLToPath(new URL('../../asm-examples/', import.meta.url));

/**
 * An example as its header describes it. The header is the comment at the top; lines `# name: value` in it are read by machines:
 *
 *     prints: a line of standard output      stdin: a line of input       args: arguments of the program
 *     status: exit status (default 0)        run: options of `pagewalk run`   with: a second program, run at the same time
 *     counts: counters of the whole run, by hand       references: the program's own references, by hand
 *     explains: what the explanation of the fault must say
 *     linux: yes, it runs on Linux after as and ld; gcc, it needs gcc to link
 */
export interface Example {
  readonly file: string;
  readonly path: string;
  readonly source: string;
  readonly title: string;
  readonly prints: string;
  readonly status: number;
  readonly stdin: string;
  readonly args: readonly string[];
  readonly options: readonly string[];
  readonly with: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly references: Readonly<Record<string, number>>;
  readonly explains: readonly string[];
  readonly linux: 'yes' | 'gcc' | 'no';
}

const FIELDS = ['prints', 'status', 'stdin', 'args', 'run', 'with', 'counts', 'references', 'explains', 'linux'];

export function readExample(file: string): Example {
  const path = `${examplesFolder}${file}`;
  const source = readFileSync(path, 'utf8');
  const header = source.split('\n').slice(
    0,
    source.split('\n').findIndex((line) => !line.startsWith('#')),
  );
  const values = (field: string) =>
    header.filter((line) => line.startsWith(`# ${field}:`)).map((line) => line.slice(field.length + 3).trim());
  const lines = (field: string) =>
    values(field)
      .map((line) => `${line}\n`)
      .join('');
  const words = (field: string) => values(field).flatMap((line) => line.split(/\s+/));
  const numbers = (field: string) =>
    Object.fromEntries(words(field).map((word) => [word.split('=')[0]!, Number(word.split('=')[1])]));
  return {
    file,
    path,
    source,
    title: header[0]?.slice(2) ?? '',
    prints: lines('prints'),
    status: Number(values('status')[0] ?? 0),
    stdin: lines('stdin'),
    args: words('args'),
    options: words('run'),
    with: values('with')[0] ?? null,
    counts: numbers('counts'),
    references: numbers('references'),
    explains: values('explains'),
    linux: (values('linux')[0] ?? 'no') as Example['linux'],
  };
}

/** Every example, in order. */
export function examples(): Example[] {
  return readdirSync(examplesFolder)
    .filter((file) => file.endsWith('.s'))
    .sort()
    .map(readExample);
}

/** Header lines that look like fields but are none: a misspelt field would silently test nothing. */
export function unknownFields(example: Example): string[] {
  const header = example.source.split(/^[^#]/m)[0]!;
  return [...header.matchAll(/^# ([a-z]+):/gm)].map((match) => match[1]!).filter((name) => !FIELDS.includes(name));
}
