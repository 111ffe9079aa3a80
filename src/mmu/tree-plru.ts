/**
 * Tree pseudo-LRU over a power of two of ways: a bit at each inner node of a binary tree says in which half the next victim is sought. A byte
 * a node: node 1 is the root, 2n and 2n + 1 are below n; 1 points right. `tree`: offset of node 0, which is not used.
 */

/** A way has been used: the nodes above it point away from it. */
export function turnAway(bytes: Uint8Array, tree: number, ways: number, way: number): void {
  let node = 1;
  for (let half = ways >>> 1; half > 0; half >>>= 1) {
    const right = (way & half) !== 0 ? 1 : 0;
    bytes[tree + node] = 1 - right;
    node = 2 * node + right;
  }
}

/** The way that the nodes point to. */
export function leafOf(bytes: Uint8Array, tree: number, ways: number): number {
  let node = 1;
  while (node < ways) node = 2 * node + bytes[tree + node]!;
  return node - ways;
}
