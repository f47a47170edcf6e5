/* The benchmark workload near the limit of the machine: eight draws at a time in vector registers, blocks that stay in the
 * cache, quantile tables, percentiles and ranks by bucketing, threads.
 *
 * usage: c_peer W|W2|W3 DRAWS ranks|no-ranks THREADS REPETITIONS SEED       prints one line of JSON
 * build: header.py > workload.h; gcc -O3 -march=native -ffast-math -fno-finite-math-only -pthread c_peer.c -lm */
#define _GNU_SOURCE
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include "workload.h"

enum { BLOCK = 256, LANES = 8, FIGURES = 4 + PARTIES };
enum { NPV, RATIO, GAINS, OUTLAY, NET };

typedef double vec __attribute__((vector_size(8 * LANES)));
typedef uint64_t bits __attribute__((vector_size(8 * LANES)));

static double clock_seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

/* Big arrays on huge pages, as a Java virtual machine may do as well. */
static void *allocate(size_t bytes) {
  const size_t page = (size_t)1 << 21;
  bytes = (bytes + page - 1) / page * page;
  void *memory = aligned_alloc(page, bytes);
  madvise(memory, bytes, MADV_HUGEPAGE);
  return memory;
}

/* ---- random numbers: xoshiro256+ (Blackman and Vigna), a generator per lane, seeded by SplitMix64 per block ---- */

typedef struct { bits a, b, c, d; } generator;

static uint64_t splitmix(uint64_t *state) {
  uint64_t z = *state += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

static generator seeded(uint64_t seed) {
  generator g;
  for (int lane = 0; lane < LANES; lane++) {
    g.a[lane] = splitmix(&seed);
    g.b[lane] = splitmix(&seed);
    g.c[lane] = splitmix(&seed);
    g.d[lane] = splitmix(&seed);
  }
  return g;
}

/* A block of numbers strictly between 0 and 1. */
static void uniforms(generator *state, double *out) {
  generator g = *state;
  for (int i = 0; i < BLOCK; i += LANES) {
    bits drawn = g.a + g.d, shifted = g.b << 17;
    g.c ^= g.a;
    g.d ^= g.b;
    g.b ^= g.c;
    g.a ^= g.d;
    g.c ^= shifted;
    g.d = g.d << 45 | g.d >> 19;
    bits mantissa = drawn >> 12 | 0x3ff0000000000000u;
    *(vec *)(out + i) = (vec)mantissa - (1 - 0x1p-53);
  }
  *state = g;
}

/* ---- quantile tables: a cubic per cell; cells halve with the distance to chance 0 or 1 ---- */

enum { OCTAVES = 34, PER_OCTAVE = 16, CELLS = OCTAVES * PER_OCTAVE };
typedef struct { double low[4 * CELLS], high[4 * CELLS]; } table;

static double node(int j) { return ldexp(1 + (double)(j % PER_OCTAVE) / PER_OCTAVE, j / PER_OCTAVE - 1 - OCTAVES); }

/* Hermite cubics through values and slopes (with respect to the chance) at the nodes. */
static void cubics(double *out, const double *value, const double *slope) {
  for (int j = 0; j < CELLS; j++) {
    double width = node(j + 1) - node(j), rise = value[j + 1] - value[j];
    double left = slope[j] * width, right = slope[j + 1] * width;
    out[4 * j] = value[j];
    out[4 * j + 1] = left;
    out[4 * j + 2] = 3 * rise - 2 * left - right;
    out[4 * j + 3] = left + right - 2 * rise;
  }
}

/* Standard normal quantile of a chance up to a half: Newton with a third-order term on log Phi from a rough start. */
static double normal_quantile(double p) {
  double t = sqrt(-2 * log(p)), z = -(t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)));
  for (int k = 0; k < 4; k++) {
    double error = (0.5 * erfc(-z * M_SQRT1_2) - p) * sqrt(2 * M_PI) * exp(z * z / 2);
    z -= error / (1 + z * error / 2);
  }
  return z;
}

/* The continued fraction of the incomplete beta function (DLMF 8.17.22), evaluated by Lentz's method. */
static double beta_fraction(double a, double b, double x) {
  double numerator = 1, denominator = 0, result = 1;
  for (int k = 1; k < 400; k++) {
    int m = k / 2;
    double d = (k % 2 ? -(a + m) * (a + b + m) : m * (b - m)) * x / ((a + k - 1) * (a + k));
    denominator = 1 / (1 + d * denominator);
    numerator = 1 + d / numerator;
    result *= numerator * denominator;
    if (fabs(numerator * denominator - 1) < 1e-14) break;
  }
  return 1 / result;
}

static double beta_density(double a, double b, double log_beta, double x) {
  return exp((a - 1) * log(x) + (b - 1) * log1p(-x) - log_beta);
}

static double beta_chance(double a, double b, double log_beta, double x) {
  double factor = x * (1 - x) * beta_density(a, b, log_beta, x);
  return x * (a + b + 2) < a + 1 ? factor * beta_fraction(a, b, x) / a : 1 - factor * beta_fraction(b, a, 1 - x) / b;
}

/* Quantiles of a beta distribution at the nodes, from chance a half down: each starts from the last one by its slope. */
static void beta_nodes(double a, double b, double *value, double *slope) {
  double log_beta = lgamma(a) + lgamma(b) - lgamma(a + b), x = a / (a + b), before = 0.5;
  for (int j = CELLS; j >= 0; j--) {
    double chance = node(j);
    if (j < CELLS) x *= exp(log(chance / before) * before * slope[j + 1] / x);
    for (int k = 0; k < 30; k++) {
      double p = beta_chance(a, b, log_beta, x);
      double step = log(p / chance) * p / (x * beta_density(a, b, log_beta, x));
      x *= exp(-step);
      if (x >= 1) x = 0.999;
      if (fabs(step) < 1e-11) break;
    }
    value[j] = x;
    slope[j] = 1 / beta_density(a, b, log_beta, x);
    before = chance;
  }
}

static table *tables[PARAMETERS];

static void make_tables(const int *is_fixed) {
  static double z[CELLS + 1];
  double value[CELLS + 1], slope[CELLS + 1];
  for (int j = 0; j <= CELLS; j++) z[j] = normal_quantile(node(j));
  for (int k = 0; k < PARAMETERS; k++) {
    if (is_fixed[k] || kind[k] == TRIANGULAR || kind[k] == UNIFORM) continue;
    table *t = tables[k] = aligned_alloc(64, sizeof(table));
    for (int side = 0; side < 2; side++) {
      int sign = side ? -1 : 1;
      if (kind[k] == PERT) {
        double width = second[k] - first[k];
        double a = 1 + 4 * (mode[k] - first[k]) / width, b = 1 + 4 * (second[k] - mode[k]) / width;
        beta_nodes(side ? b : a, side ? a : b, value, slope);
        for (int j = 0; j <= CELLS; j++) {
          value[j] = (side ? second[k] : first[k]) + sign * width * value[j];
          slope[j] *= sign * width;
        }
      } else {
        for (int j = 0; j <= CELLS; j++) {
          value[j] = first[k] + second[k] * sign * z[j];
          slope[j] = sign * second[k] * sqrt(2 * M_PI) * exp(z[j] * z[j] / 2);
          if (kind[k] == LOGNORMAL) {
            value[j] = exp(value[j]);
            slope[j] *= value[j];
          }
        }
      }
      cubics(side ? t->high : t->low, value, slope);
    }
  }
}

static void look_up(const table *t, const double *restrict u, double *restrict x) {
  const double *coefficients = t->low;
  const int64_t base = (int64_t)(1023 - 1 - OCTAVES) * PER_OCTAVE;
  for (int i = 0; i < BLOCK; i++) {
    double tail = u[i] < 0.5 ? u[i] : 1 - u[i];
    tail = tail < 0x1p-35 ? 0x1p-35 : tail;
    tail = tail >= 0.5 ? 0x1.fffffffffffffp-2 : tail;
    union { double number; uint64_t raw; } in = {tail}, inside;
    inside.raw = (in.raw << 4 & 0x000fffffffffffffu) | 0x3ff0000000000000u;
    double s = inside.number - 1;
    int64_t at = 4 * ((int64_t)(in.raw >> 48) - base) + (u[i] < 0.5 ? 0 : 4 * CELLS);
    x[i] = coefficients[at] + s * (coefficients[at + 1] + s * (coefficients[at + 2] + s * coefficients[at + 3]));
  }
}

static void transform(int k, const double *restrict u, double *restrict x) {
  double low = first[k], high = second[k];
  if (kind[k] == UNIFORM) {
    for (int i = 0; i < BLOCK; i++) x[i] = low + (high - low) * u[i];
  } else if (kind[k] == TRIANGULAR) {
    double turn = (mode[k] - low) / (high - low);
    double below = (high - low) * (mode[k] - low), above = (high - low) * (high - mode[k]);
    for (int i = 0; i < BLOCK; i++) {
      int left = u[i] < turn;
      double root = sqrt(left ? u[i] * below : (1 - u[i]) * above);
      x[i] = left ? low + root : high - root;
    }
  } else {
    look_up(tables[k], u, x);
  }
}

/* ---- the model ---- */

static int timings, timing_lag[BENEFITS], timing_fade[BENEFITS], timing_of[BENEFITS];

static void share_timings(void) {
  for (int i = 0; i < BENEFITS; i++) {
    int j = 0;
    while (j < timings && (timing_lag[j] != b_lag[i] || timing_fade[j] != b_fade[i])) j++;
    timing_of[i] = j;
    timing_lag[j] = b_lag[i];
    timing_fade[j] = b_fade[i];
    if (j == timings) timings++;
  }
}

static inline vec power(vec base, int exponent) {
  vec result = base / base;
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result *= base;
    base *= base;
  }
  return result;
}

/* Present value of a unit a year, per timing, by geometric series. */
static inline void time_factors(vec discount, const vec *fade, vec *benefit, vec *cost) {
  vec v = 1 / (1 + discount), to_the[LAST_YEAR + 2];
  to_the[0] = v / v;
  for (int t = 1; t <= LAST_YEAR + 1; t++) to_the[t] = to_the[t - 1] * v;
  for (int j = 0; j < timings; j++) {
    vec q = v * (1 - fade[j]);
    vec rest = (1 - power(q, LAST_YEAR - 1 - timing_lag[j])) / (1 - q);
    benefit[j] = to_the[timing_lag[j]] * (1.0 / 3 + 2.0 / 3 * v + v * v * rest);
  }
  vec scale = 1 / (1 - v);
  for (int i = 0; i < COSTS; i++) {
    cost[i] = c_start[i] == c_end[i] ? to_the[c_start[i]] : (to_the[c_start[i]] - to_the[c_end[i] + 1]) * scale;
  }
}

static inline void store(vec gains, vec outlay, const vec *net, double *out, long stride) {
  *(vec *)(out + NPV * stride) = gains - outlay;
  *(vec *)(out + RATIO * stride) = gains / outlay;
  *(vec *)(out + GAINS * stride) = gains;
  *(vec *)(out + OUTLAY * stride) = outlay;
  for (int s = 0; s < PARTIES; s++) *(vec *)(out + (NET + s) * stride) = net[s];
}

#define VALUE(k) (*(const vec *)(x + (k) * BLOCK))

static inline vec quantity(const double *x, int i) {
  return VALUE(b_participants[i]) * VALUE(b_success[i]) * VALUE(b_effect[i]) * VALUE(b_price[i]);
}

/* Time factors differ from draw to draw. */
static void evaluate(const double *x, double *out, long stride) {
  vec fade[BENEFITS], benefit[BENEFITS], cost[COSTS], net[PARTIES] = {{0}}, gains = {0}, outlay = {0};
  for (int j = 0; j < timings; j++) fade[j] = VALUE(timing_fade[j]);
  time_factors(VALUE(DISCOUNT), fade, benefit, cost);
  for (int i = 0; i < BENEFITS; i++) {
    vec pv = b_scale[i] * quantity(x, i) * benefit[timing_of[i]];
    gains += pv;
    net[b_stakeholder[i]] += pv;
  }
  for (int i = 0; i < COSTS; i++) {
    vec pv = c_amount[i] * VALUE(c_mult[i]) * cost[i];
    outlay += pv;
    net[c_stakeholder[i]] -= pv;
  }
  store(gains, outlay, net, out, stride);
}

/* What a stream is worth per unit when its timing is known. */
typedef struct { double benefit[BENEFITS], cost[COSTS]; } constants;

static constants fixed_factors(const double *value) {
  vec discount = value[DISCOUNT] - (vec){0}, fade[BENEFITS], benefit[BENEFITS], cost[COSTS];
  for (int j = 0; j < timings; j++) fade[j] = value[timing_fade[j]] - (vec){0};
  time_factors(discount, fade, benefit, cost);
  constants result;
  for (int i = 0; i < BENEFITS; i++) result.benefit[i] = b_scale[i] * benefit[timing_of[i]][0];
  for (int i = 0; i < COSTS; i++) result.cost[i] = c_amount[i] * cost[i][0];
  return result;
}

static void evaluate_fixed(const constants *known, const double *x, double *out, long stride) {
  vec net[PARTIES] = {{0}}, gains = {0}, outlay = {0};
  for (int i = 0; i < BENEFITS; i++) {
    vec pv = known->benefit[i] * quantity(x, i);
    gains += pv;
    net[b_stakeholder[i]] += pv;
  }
  for (int i = 0; i < COSTS; i++) {
    vec pv = known->cost[i] * VALUE(c_mult[i]);
    outlay += pv;
    net[c_stakeholder[i]] -= pv;
  }
  store(gains, outlay, net, out, stride);
}

/* ---- statistics ---- */

enum { BINS = 8192, ORDERS = 10 };
static const double percentages[] = {0.05, 0.25, 0.5, 0.75, 0.95};
typedef struct { double mean, sd, positive, percentile[5]; } statistics;

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void percentiles(const double *x, long n, double low, double high, double *out) {
  uint32_t count[4][BINS];
  memset(count, 0, sizeof count);
  double scale = high > low ? (BINS - 1) / (high - low) : 0;
  for (long i = 0; i < n; i++) count[i & 3][(int)((x[i] - low) * scale)]++;
  /* the two order statistics of each percentile, ascending, and the bins they are in */
  long order[ORDERS], start[ORDERS], seen = 0, before = 0, kept = 0;
  int next = 0;
  char wanted[BINS] = {0};
  for (int q = 0; q < ORDERS; q++) {
    long at = (long)(percentages[q / 2] * (n - 1)) + q % 2;
    order[q] = at < n ? at : n - 1;
  }
  for (int b = 0; b < BINS && next < ORDERS; b++) {
    long members = (long)count[0][b] + count[1][b] + count[2][b] + count[3][b];
    seen += members;
    while (next < ORDERS && order[next] < seen) {
      start[next++] = kept - before;
      wanted[b] = 1;
    }
    if (wanted[b]) kept += members;
    before = seen;
  }
  double *members = malloc((kept + 1) * sizeof(double));
  long m = 0;
  for (long i = 0; i < n; i++) {
    members[m] = x[i];
    m += wanted[(int)((x[i] - low) * scale)];
  }
  qsort(members, m, sizeof(double), by_size);
  for (int q = 0; q < 5; q++) {
    double place = percentages[q] * (n - 1), part = place - floor(place);
    double below = members[order[2 * q] + start[2 * q]], above = members[order[2 * q + 1] + start[2 * q + 1]];
    out[q] = below + part * (above - below);
  }
  free(members);
}

static statistics describe(const double *x, long n) {
  double sum = 0, squares = 0, low = x[0], high = x[0];
  long positive = 0;
  for (long i = 0; i < n; i++) {
    sum += x[i];
    low = x[i] < low ? x[i] : low;
    high = x[i] > high ? x[i] : high;
    positive += x[i] > 0;
  }
  double mean = sum / n;
  for (long i = 0; i < n; i++) squares += (x[i] - mean) * (x[i] - mean);
  statistics s = {mean, sqrt(squares / (n - 1)), (double)positive / n, {0}};
  percentiles(x, n, low, high, s.percentile);
  return s;
}

/* ---- rank correlations ---- */

enum { FINE = 10 };

/* The sum, over all numbers, of rank times payload. Keys are 32 bits; one scatter into buckets that fit the first-level
 * cache, each then ordered by its next bits and by insertion. Ordered payloads are left in `ordered` if that is given. */
static double rank_product(const uint32_t *key, const uint32_t *payload, uint64_t *room, uint32_t *ordered, long n) {
  int coarse = 6;
  while (coarse < 12 && n >> coarse > 640) coarse++;
  int shift = 32 - coarse, shift_fine = shift - FINE;
  uint32_t begin[2][1 << 12], most = 0, total = 0, buckets = 1u << coarse;
  memset(begin, 0, sizeof begin);
  for (long i = 0; i < n; i++) begin[i & 1][key[i] >> shift]++;
  for (uint32_t b = 0; b < buckets; b++) {
    uint32_t members = begin[0][b] + begin[1][b];
    begin[0][b] = total;
    total += members;
    most = members > most ? members : most;
  }
  for (long i = 0; i < n; i++) room[begin[0][key[i] >> shift]++] = (uint64_t)key[i] << 32 | payload[i];
  uint64_t *local = malloc((most + 1) * sizeof(uint64_t));
  uint32_t place[1 << FINE], from = 0;
  double sum = 0;
  local[0] = 0;
  for (uint32_t b = 0; b < buckets; b++) {
    uint32_t to = begin[0][b], members = to - from, at = 1;
    const uint64_t *mine = room + from;
    memset(place, 0, sizeof place);
    for (uint32_t i = 0; i < members; i++) place[mine[i] >> (32 + shift_fine) & ((1 << FINE) - 1)]++;
    for (int f = 0; f < 1 << FINE; f++) {
      uint32_t here = place[f];
      place[f] = at;
      at += here;
    }
    for (uint32_t i = 0; i < members; i++) local[place[mine[i] >> (32 + shift_fine) & ((1 << FINE) - 1)]++] = mine[i];
    for (uint32_t i = 2; i <= members; i++) {
      uint64_t moving = local[i];
      uint32_t j = i;
      for (; local[j - 1] > moving; j--) local[j] = local[j - 1];
      local[j] = moving;
    }
    uint64_t part = 0;
    for (uint32_t i = 0; i < members; i++) part += (uint64_t)(from + i) * (uint32_t)local[i + 1];
    sum += (double)part;
    if (ordered) {
      for (uint32_t i = 0; i < members; i++) ordered[from + i] = (uint32_t)local[i + 1];
    }
    from = to;
  }
  free(local);
  return sum;
}

static int by_key(const void *a, const void *b) {
  const double *x = *(const double *const *)a, *y = *(const double *const *)b;
  return (*x > *y) - (*x < *y);
}

/* Ranks of a column: 32-bit keys decide nearly all; neighbours with equal keys are put right afterwards. */
static void rank_column(const double *x, long n, uint32_t *ranks) {
  if (n < 1) return;
  double low = x[0], high = x[0];
  for (long i = 0; i < n; i++) {
    low = x[i] < low ? x[i] : low;
    high = x[i] > high ? x[i] : high;
  }
  uint32_t *key = malloc(4 * n), *index = malloc(4 * n), *ordered = malloc(4 * n);
  uint64_t *room = malloc(8 * n);
  double scale = (0x1p32 - 1) / (high - low);
  for (long i = 0; i < n; i++) {
    key[i] = (uint32_t)(int64_t)((x[i] - low) * scale);
    index[i] = (uint32_t)i;
  }
  rank_product(key, index, room, ordered, n);
  for (long from = 0; from < n;) {
    long to = from + 1;
    while (to < n && key[ordered[to]] == key[ordered[from]]) to++;
    if (to > from + 1) {
      const double **tied = malloc((to - from) * sizeof *tied);
      for (long i = from; i < to; i++) tied[i - from] = x + ordered[i];
      qsort(tied, to - from, sizeof *tied, by_key);
      for (long i = from; i < to; i++) ordered[i] = (uint32_t)(tied[i - from] - x);
      free(tied);
    }
    from = to;
  }
  for (long i = 0; i < n; i++) ranks[ordered[i]] = (uint32_t)i;
  free(key);
  free(index);
  free(ordered);
  free(room);
}

/* ---- simulation ---- */

static struct {
  long draws, stride;
  uint64_t seed;
  int threads, with_ranks, fixed_timing;
  const int *is_fixed;
  constants known;
  uint32_t *keys, *npv_ranks;
  double *out, correlation[PARAMETERS];
  statistics statistics[FIGURES];
  int next_figure, next_parameter;
  pthread_barrier_t together;
} job;

static void draw_blocks(int thread) {
  double *x = aligned_alloc(64, sizeof(double) * PARAMETERS * BLOCK), *u = aligned_alloc(64, sizeof(double) * BLOCK);
  for (int k = 0; k < PARAMETERS; k++) {
    for (int i = 0; i < BLOCK; i++) x[k * BLOCK + i] = central[k];
  }
  for (long from = (long)thread * BLOCK; from < job.draws; from += (long)job.threads * BLOCK) {
    generator g = seeded(job.seed * 0x9e3779b97f4a7c15u + (from / BLOCK) * 0xd1342543de82ef95u);
    for (int k = 0; k < PARAMETERS; k++) {
      if (job.is_fixed[k]) continue;
      uniforms(&g, u);
      transform(k, u, x + k * BLOCK);
      uint32_t *restrict key = job.keys + k * job.stride + from;
      for (int i = 0; i < BLOCK; i++) key[i] = (uint32_t)(int64_t)(u[i] * 0x1p32);
    }
    for (int i = 0; i < BLOCK; i += LANES) {
      if (job.fixed_timing) evaluate_fixed(&job.known, x + i, job.out + from + i, job.stride);
      else evaluate(x + i, job.out + from + i, job.stride);
    }
  }
  free(x);
  free(u);
}

static void *work(void *thread) {
  draw_blocks((int)(intptr_t)thread);
  pthread_barrier_wait(&job.together);
  if (thread == 0 && job.with_ranks) rank_column(job.out, job.draws, job.npv_ranks);
  for (int f; (f = __atomic_fetch_add(&job.next_figure, 1, __ATOMIC_RELAXED)) < FIGURES;) {
    job.statistics[f] = describe(job.out + f * job.stride, job.draws);
  }
  pthread_barrier_wait(&job.together);
  if (job.with_ranks) {
    uint64_t *room = malloc(8 * job.draws);
    double n = job.draws, middle = (n - 1) / 2, variance = n * (n * n - 1) / 12;
    for (int k; (k = __atomic_fetch_add(&job.next_parameter, 1, __ATOMIC_RELAXED)) < PARAMETERS;) {
      if (job.is_fixed[k]) continue;
      double product = rank_product(job.keys + k * job.stride, job.npv_ranks, room, NULL, job.draws);
      job.correlation[k] = (product - n * middle * middle) / variance;
    }
    free(room);
  }
  return NULL;
}

static void on_threads(int threads, void *(*task)(void *)) {
  pthread_t thread[threads];
  for (int i = 1; i < threads; i++) pthread_create(&thread[i], NULL, task, (void *)(intptr_t)i);
  task(NULL);
  for (int i = 1; i < threads; i++) pthread_join(thread[i], NULL);
}

static double simulate(void) {
  static const int none[PARAMETERS];
  double begin = clock_seconds();
  job.is_fixed = job.fixed_timing ? fixed_in_w2 : none;
  make_tables(job.is_fixed);
  job.known = fixed_factors(central);
  job.stride = (job.draws + BLOCK - 1) / BLOCK * BLOCK;
  job.keys = allocate(sizeof(uint32_t) * job.stride * PARAMETERS);
  job.out = allocate(sizeof(double) * job.stride * FIGURES);
  job.npv_ranks = malloc(sizeof(uint32_t) * job.draws);
  job.next_figure = job.next_parameter = 0;
  pthread_barrier_init(&job.together, NULL, job.threads);
  on_threads(job.threads, work);
  free(job.keys);
  free(job.out);
  free(job.npv_ranks);
  for (int k = 0; k < PARAMETERS; k++) {
    free(tables[k]);
    tables[k] = NULL;
  }
  return clock_seconds() - begin;
}

/* ---- the table of neighbourhoods and variants ---- */

static double pattern[PARAMETERS][ROWS + LANES] __attribute__((aligned(64)));
static double *results;

static void *do_variants(void *thread) {
  double x[PARAMETERS * BLOCK] __attribute__((aligned(64)));
  for (int s = (int)(intptr_t)thread; s < VARIANTS; s += job.threads) {
    double base[PARAMETERS];
    for (int k = 0; k < PARAMETERS; k++) base[k] = central[k] * (1 + 0.02 * (s * (k + 3) % 11 - 5));
    constants known = fixed_factors(base);
    for (int row = 0; row < ROWS; row += LANES) {
      for (int k = 0; k < PARAMETERS; k++) *(vec *)(x + k * BLOCK) = base[k] * *(const vec *)&pattern[k][row];
      evaluate_fixed(&known, x, results + (long)s * ROWS + row, (long)ROWS * VARIANTS);
    }
  }
  return NULL;
}

static double table_of_variants(double *mean) {
  double begin = clock_seconds();
  for (int k = 0; k < PARAMETERS; k++) {
    for (uint64_t row = 0; row < ROWS; row++) {
      pattern[k][row] = by_row[k] ? 0.8 + 0.4 * ((uint32_t)(row * (k + 7) * 2654435761u) / 0x1p32) : 1;
    }
  }
  results = allocate(sizeof(double) * FIGURES * ROWS * VARIANTS);
  on_threads(job.threads, do_variants);
  double sums[FIGURES] = {0};
  for (int f = 0; f < FIGURES; f++) {
    for (long i = 0; i < (long)ROWS * VARIANTS; i++) sums[f] += results[(long)f * ROWS * VARIANTS + i];
  }
  *mean = sums[NPV] / ROWS / VARIANTS;
  free(results);
  return clock_seconds() - begin;
}

int main(int count, char **words) {
  if (count != 7) return fputs("usage: c_peer W|W2|W3 DRAWS ranks|no-ranks THREADS REPETITIONS SEED\n", stderr), 2;
  int is_table = !strcmp(words[1], "W3"), repetitions = atoi(words[5]);
  job.fixed_timing = !strcmp(words[1], "W2");
  job.draws = atol(words[2]);
  job.with_ranks = !strcmp(words[3], "ranks");
  job.threads = atoi(words[4]);
  share_timings();
  double mean = 0;
  double cpu[repetitions];
  printf("{\"seconds\": [");
  for (int i = 0; i < repetitions; i++) {
    clock_t begin = clock();
    job.seed = strtoull(words[6], NULL, 10) + i;
    printf("%s%.9g", i ? ", " : "", is_table ? table_of_variants(&mean) : simulate());
    cpu[i] = (double)(clock() - begin) / CLOCKS_PER_SEC;
  }
  printf("], \"cpu\": [");
  for (int i = 0; i < repetitions; i++) printf("%s%.9g", i ? ", " : "", cpu[i]);
  if (is_table) {
    printf("], \"mean\": %.17g}\n", mean);
    return 0;
  }
  double x[PARAMETERS * BLOCK] __attribute__((aligned(64))), out[FIGURES * LANES] __attribute__((aligned(64)));
  for (int k = 0; k < PARAMETERS; k++) {
    for (int i = 0; i < LANES; i++) x[k * BLOCK + i] = central[k];
  }
  evaluate(x, out, LANES);
  const statistics *npv = &job.statistics[NPV];
  printf("], \"mean\": %.17g, \"sd\": %.17g, \"positive\": %.17g, \"p5\": %.17g, \"p50\": %.17g, \"p95\": %.17g", npv->mean,
      npv->sd, npv->positive, npv->percentile[0], npv->percentile[2], npv->percentile[4]);
  printf(", \"party0\": %.17g, \"central\": [%.17g, %.17g, %.17g], \"correlations\": [", job.statistics[NET].mean,
      out[NPV * LANES], out[RATIO * LANES], out[NET * LANES]);
  for (int k = 0, printed = 0; k < PARAMETERS; k++) {
    if (job.with_ranks && !job.is_fixed[k]) printf("%s%.9g", printed++ ? ", " : "", job.correlation[k]);
  }
  printf("]}\n");
  return 0;
}
