import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HostRoot } from '../../../src/cli/host-root.js';
import { FileSystem } from '../../../src/kernel/files/file-system.js';
import { resolve } from '../../../src/kernel/files/paths.js';

const base = mkdtempSync(join(tmpdir(), 'pagewalk-root-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const root = join(base, 'root');
mkdirSync(join(root, 'sub'), { recursive: true });
writeFileSync(join(base, 'secret'), 'secret');
writeFileSync(join(root, 'plain'), 'plain');
symlinkSync('../../secret', join(root, 'sub', 'up'));
symlinkSync(join(base, 'secret'), join(root, 'absolute'));
symlinkSync('..', join(root, 'parent'));
symlinkSync('/plain', join(root, 'sub', 'inside'));

/** What a path leads to from the root: content of a file, `directory`, or `nothing`. */
function content(host: HostRoot, path: string): string {
  const files = new FileSystem(
    host,
    () => [],
    () => 0,
  );
  const place = resolve(files, files.root, path, true);
  const node = typeof place === 'number' ? null : place.node;
  if (node?.kind !== 'file') return node?.kind ?? 'nothing';
  const bytes = node.bytes();
  return bytes === null ? 'unreadable' : Buffer.from(bytes).toString();
}

describe('a directory of the host', () => {
  it('is the root of the guest, whose links stay in it', () => {
    const host = new HostRoot(root);
    expect(content(host, 'plain')).toBe('plain');
    expect(content(host, '/sub/inside')).toBe('plain');
    expect(content(host, '/parent/parent/plain')).toBe('plain');
  });

  it.each(['sub/up', 'absolute', '../secret', '/../secret', 'parent/secret', 'sub/../../secret'])(
    '%s does not lead out of it',
    (path) => {
      expect(content(new HostRoot(root), path)).toBe('nothing');
    },
  );

  it('opens nothing behind a link that was not there before', () => {
    const host = new HostRoot(root);
    expect(host.look('late')).toBeNull();
    symlinkSync(base, join(root, 'late'));
    expect(host.read('late/secret')).toBeNull();
    expect(host.list('late')).toBeNull();
    expect(host.look('late/secret')).toBeNull();
    expect(host.read('absolute')).toBeNull();
  });

  it('is refused if it is none', () => {
    expect(() => new HostRoot(join(base, 'absent'))).toThrow('--root');
    expect(() => new HostRoot(join(base, 'secret'))).toThrow('--root');
  });
});
