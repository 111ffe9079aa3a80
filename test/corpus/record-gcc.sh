#!/bin/sh
# Compiles c/*.c at -O0, -O1 and -O2 into this folder: the gcc output that the conformance tests assemble and run.
set -eu
cd "$(dirname "$0")"
for source in c/*.c; do
  name=$(basename "$source" .c)
  for level in 0 1 2; do
    gcc -S "-O$level" -ffreestanding -nostdlib -mno-sse -fno-pie -fno-tree-loop-distribute-patterns "$source" -o "$name-O$level.s"
  done
done
