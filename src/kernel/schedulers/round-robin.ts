import type { Process } from '../process.js';
import type { SchedulingPolicy } from './scheduler.js';

/** Round robin: one queue, first come, first served; whoever has used up a quantum goes to its end. */
export const roundRobin: SchedulingPolicy = {
  name: 'rr',
  title: 'round robin',
  create() {
    const queue: Process[] = [];
    return {
      add: (process) => void queue.push(process),
      remove(process) {
        const index = queue.indexOf(process);
        if (index >= 0) queue.splice(index, 1);
      },
      next: () => queue.shift() ?? null,
      remember() {
        const order = [...queue];
        return () => void queue.splice(0, queue.length, ...order);
      },
      get waiting() {
        return queue.length > 0;
      },
    };
  },
};
