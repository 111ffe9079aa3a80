#include "runtime.h"
/* Sun, Jupiter, Saturn, Uranus, Neptune. */
struct body { double x[3], v[3], mass; };
#define YEAR 365.24
#define SOLAR 39.47841760435743
static struct body bodies[5] = {
  {{0, 0, 0}, {0, 0, 0}, SOLAR},
  {{4.84143144246472090, -1.16032004402742839, -0.103622044471123109},
   {0.00166007664274403694 * YEAR, 0.00769901118419740425 * YEAR, -0.0000690460016972063023 * YEAR}, 9.54791938424326609e-4 * SOLAR},
  {{8.34336671824457987, 4.12479856412430479, -0.403523417114321381},
   {-0.00276742510726411 * YEAR, 0.00499852801234917238 * YEAR, 0.0000230417297573763929 * YEAR}, 2.85885980666130812e-4 * SOLAR},
  {{12.8943695621391310, -15.1111514016986312, -0.223307578892655734},
   {0.00296460137564761618 * YEAR, 0.0023784717395948095 * YEAR, -0.0000296589568540237556 * YEAR}, 4.36624404335156298e-5 * SOLAR},
  {{15.3796971148509165, -25.9193146099879641, 0.179258772950371181},
   {0.00268067772490389322 * YEAR, 0.00162824170038242295 * YEAR, -0.000095159225451971587 * YEAR}, 5.15138902046611451e-5 * SOLAR},
};
static void advance(double dt) {
  for (int i = 0; i < 5; i++)
    for (int j = i + 1; j < 5; j++) {
      double d[3], r = 0;
      for (int k = 0; k < 3; k++) d[k] = bodies[i].x[k] - bodies[j].x[k], r += d[k] * d[k];
      double push = dt / (r * __builtin_sqrt(r));
      for (int k = 0; k < 3; k++) {
        bodies[i].v[k] -= d[k] * bodies[j].mass * push;
        bodies[j].v[k] += d[k] * bodies[i].mass * push;
      }
    }
  for (int i = 0; i < 5; i++)
    for (int k = 0; k < 3; k++) bodies[i].x[k] += dt * bodies[i].v[k];
}
static double energy(void) {
  double e = 0;
  for (int i = 0; i < 5; i++) {
    double *v = bodies[i].v;
    e += 0.5 * bodies[i].mass * (v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    for (int j = i + 1; j < 5; j++) {
      double r = 0;
      for (int k = 0; k < 3; k++) r += (bodies[i].x[k] - bodies[j].x[k]) * (bodies[i].x[k] - bodies[j].x[k]);
      e -= bodies[i].mass * bodies[j].mass / __builtin_sqrt(r);
    }
  }
  return e;
}
int main(void) {
  real("before", energy());
  for (int i = 0; i < 30; i++) advance(0.01);
  real("after", energy());
  hex("state", digest(bodies, sizeof bodies));
  return (int)(bodies[1].x[0] * 10);
}
