import type { TlbConfig } from './tlb-config.js';

export { geometryProblem, type TlbConfig, type TlbGeometry, type TlbPolicy, type TlbShape } from './tlb-config.js';

/** `physical`: no translation and no protection, an address is a physical address. `x86-64`: four-level paging from CR3. */
export interface MmuConfig {
  readonly kind: 'x86-64' | 'physical';
  readonly tlb: TlbConfig;
}
