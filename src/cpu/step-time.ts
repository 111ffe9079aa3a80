/**
 * Time inside the machine, for replacement stamps: every lookup has its own moment, the same in every engine.
 *
 *     time = steps * TIME_PER_STEP + k        steps = COUNTER.steps before the instruction (or rep element)
 *
 * k: 0 the fetch, 1 the fetch of a second page; data access number j (0, 1; a read-modify-write is one access) uses 2 + 2j for its
 * first page and 3 + 2j for its second.
 */
export const TIME_PER_STEP = 8;
export const TIME_OF_FETCH = 0;
export const TIME_OF_FIRST_ACCESS = 2;
export const TIME_OF_SECOND_ACCESS = 4;
