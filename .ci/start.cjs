#!/usr/bin/env node
'use strict';
// Starts the command: loads the files of the bundle beside it with V8's code cache, so that nothing is compiled at start-up. A cache that
// another version of Node wrote is refused by V8 and does no harm. `.ci/bundle.ts` copies this file to dist/bin/ and makes the caches.
const { readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const modules = new Map();
const scripts = new Map();

function cacheOf(file) {
  try {
    return readFileSync(`${file}.cache`);
  } catch {
    return undefined;
  }
}

function load(file) {
  const known = modules.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(file, module);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, cachedData: cacheOf(file) });
  scripts.set(file, script);
  const folder = dirname(file);
  const requireHere = (name) => (name.startsWith('./') ? load(join(folder, name)) : require(name));
  script.runInThisContext()(module.exports, requireHere, module, file, folder);
  return module.exports;
}

if (process.env.PAGEWALK_WRITE_CACHE) {
  process.on('exit', () => {
    for (const [file, script] of scripts) writeFileSync(`${file}.cache`, script.createCachedData());
  });
}

load(join(__dirname, 'command.cjs'));
