/* Five bodies that attract each other, in doubles: mostly scalar additions, multiplications, roots and divisions. */
#include "start.h"

#define BODIES 5
#define STEPS 60000

struct body {
  double position[3];
  double velocity[3];
  double mass;
};

static struct body bodies[BODIES];

static double root(double value) {
  double result;
  __asm__("sqrtsd %1, %0" : "=x"(result) : "x"(value));
  return result;
}

static void attract(struct body *a, struct body *b, double time) {
  double distance[3], square = 0.01;
  for (int axis = 0; axis < 3; axis++) {
    distance[axis] = a->position[axis] - b->position[axis];
    square += distance[axis] * distance[axis];
  }
  double force = time / (square * root(square));
  for (int axis = 0; axis < 3; axis++) {
    a->velocity[axis] -= distance[axis] * b->mass * force;
    b->velocity[axis] += distance[axis] * a->mass * force;
  }
}

static unsigned long work(void) {
  for (int i = 0; i < BODIES; i++) {
    for (int axis = 0; axis < 3; axis++) bodies[i].position[axis] = (i + 1) * (axis - 1.25) * 0.7;
    bodies[i].mass = 1.0 / (i + 3);
  }
  for (int step = 0; step < STEPS; step++) {
    for (int i = 0; i < BODIES; i++)
      for (int j = i + 1; j < BODIES; j++) attract(&bodies[i], &bodies[j], 0.001);
    for (int i = 0; i < BODIES; i++)
      for (int axis = 0; axis < 3; axis++) bodies[i].position[axis] += 0.001 * bodies[i].velocity[axis];
  }
  double sum = 0;
  for (int i = 0; i < BODIES; i++) sum += bodies[i].position[0] * bodies[i].velocity[1];
  return (unsigned long)(long)(sum * 1e6);
}
