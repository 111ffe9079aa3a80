import { champsim } from './champsim.js';
import { drcachesim } from './drcachesim.js';
import type { Profile } from './profile.js';
import { skylake } from './skylake.js';
import { textbook } from './textbook.js';
import { zen4 } from './zen4.js';
import { zen5 } from './zen5.js';

export type { Figure, Profile } from './profile.js';

/** Every profile, by name; the first one is the default. */
export const profiles: ReadonlyMap<string, Profile> = new Map(
  [textbook, skylake, zen4, zen5, champsim, drcachesim].map((profile) => [profile.name, profile]),
);
