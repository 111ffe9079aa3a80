import { roundRobin } from './round-robin.js';
import type { SchedulingPolicy } from './scheduler.js';

/** Every scheduler, by name. */
export const schedulingPolicies: ReadonlyMap<string, SchedulingPolicy> = new Map(
  [roundRobin].map((policy) => [policy.name, policy]),
);
