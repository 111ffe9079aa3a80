import type { HierarchyConfig } from './caches/config.js';
import type { Design } from './design.js';
import type { TlbConfig } from './tlb-config.js';

export { geometryProblem, type TlbConfig, type TlbGeometry, type TlbPolicy, type TlbShape } from './tlb-config.js';

/** How addresses are translated, and what remembers the translations. */
export interface MmuConfig {
  readonly design: Design;
  readonly tlb: TlbConfig;
  /** null: every reference goes to memory itself. */
  readonly caches?: HierarchyConfig | null;
}
