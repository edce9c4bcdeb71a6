/*
 * The machine's figures once more, in C, to hold `adder machine` against: bandwidth as STREAM measures it, latency as a
 * pointer chase, arithmetic in registers. Best of many samples, as there.
 *
 *   machine bandwidth ARRAY_BYTES huge|small     copy and triad over arrays of that size each, plain -O3 loops
 *   machine latency BYTES huge|small             a chase over that many bytes
 *   machine arithmetic                           integer and float, scalar and vector
 *
 * gcc -O3 -march=native -fno-tree-loop-distribute-patterns machine.c -o machine
 * (without that option the copy becomes a call of memcpy)
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

typedef double vec __attribute__((vector_size(64)));

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static void *take(size_t bytes, int huge) {
    size_t align = 2 << 20;
    char *p = mmap(0, bytes + align, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED) {
        perror("mmap");
        exit(1);
    }
    p = (char *) (((uintptr_t) p + align - 1) & -align);
    madvise(p, bytes, huge ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
    memset(p, 0, bytes);
    return p;
}

static void __attribute__((noinline)) copy(double *restrict c, const double *restrict a, size_t n) {
    for (size_t i = 0; i < n; i++) {
        c[i] = a[i];
    }
}

static void __attribute__((noinline)) triad(double *restrict a, const double *restrict b, const double *restrict c,
        double s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        a[i] = b[i] + s * c[i];
    }
}

static void bandwidth(size_t bytes, int huge) {
    size_t n = bytes / 8;
    double *a = take(bytes, huge);
    double *b = take(bytes, huge);
    double *c = take(bytes, huge);
    for (size_t i = 0; i < n; i++) {
        a[i] = b[i] = c[i] = 1.0;
    }
    double best_copy = 0;
    double best_triad = 0;
    for (int k = 0; k < 12; k++) {
        double t = now();
        copy(c, a, n);
        t = now() - t;
        if (16.0 * n / t > best_copy) {
            best_copy = 16.0 * n / t;
        }
        t = now();
        triad(a, b, c, 3.0, n);
        t = now() - t;
        if (24.0 * n / t > best_triad) {
            best_triad = 24.0 * n / t;
        }
    }
    printf("copy %.6g\ntriad %.6g\n", best_copy, best_triad);
}

static void latency(size_t bytes, int huge) {
    size_t lines = bytes / 64;
    char *base = take(bytes, huge);
    uint32_t *order = malloc(lines * 4);
    for (size_t i = 0; i < lines; i++) {
        order[i] = i;
    }
    uint64_t state = 0x1234567;
    for (size_t i = lines - 1; i > 0; i--) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        size_t j = (state >> 33) % i;
        uint32_t t = order[i];
        order[i] = order[j];
        order[j] = t;
    }
    for (size_t i = 0; i < lines; i++) {
        *(void **) (base + i * 64) = base + (size_t) order[i] * 64;
    }
    void **p = (void **) base;
    if (bytes <= 64 << 20) {
        for (size_t i = 0; i < lines; i++) {
            p = *p;
        }
    }
    int steps = bytes > 8 << 20 ? 20000 : 200000;
    double best = 1;
    double end = now() + 0.6;
    while (now() < end) {
        double t = now();
        for (int i = 0; i < steps; i++) {
            p = *p;
        }
        t = (now() - t) / steps;
        if (t < best) {
            best = t;
        }
    }
    printf("latency %.6g\n%s", best, p == 0 ? "!" : "");
}

#define BEST(name, things, body) do { \
        double best = 1e9; \
        for (int k = 0; k < 1500; k++) { \
            double t = now(); \
            _Pragma("GCC unroll 8") \
            for (int i = 0; i < 100000; i++) { body } \
            t = now() - t; \
            if (t < best) { best = t; } \
        } \
        printf(name " %.6g\n", (things) * 100000.0 / best); \
    } while (0)

#define OPAQUE(x) __asm__ volatile("" : "+r"(x))
#define OPAQUEX(x) __asm__ volatile("" : "+x"(x))
#define OPAQUEV(x) __asm__ volatile("" : "+v"(x))

/* A function of its own: an asm statement in the loop costs the divider two cycles. */
static double __attribute__((noinline)) divisions(double s, double p, int n) {
    for (int i = 0; i < n; i++) {
        p = s / p;
    }
    return p;
}

static void arithmetic(int argc) {
    uint64_t x = argc * 77777;
    uint64_t y = argc * 3;
    // Constants would be folded: an addition of a constant costs nothing here, a division by one is a multiplication.
    OPAQUE(x);
    OPAQUE(y);
    uint64_t a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
    BEST("int_ops", 16, {
        a = (a ^ x) + y; b = (b ^ x) + y; c = (c ^ x) + y; d = (d ^ x) + y;
        e = (e ^ x) + y; f = (f ^ x) + y; g = (g ^ x) + y; h = (h ^ x) + y;
        OPAQUE(a); OPAQUE(b); OPAQUE(c); OPAQUE(d); OPAQUE(e); OPAQUE(f); OPAQUE(g); OPAQUE(h);
    });
    BEST("int_chain", 2, { a = (a ^ x) + y; OPAQUE(a); });
    double s = 1 + (argc - 1) * 1e-9;
    double z = 1e-9;
    OPAQUEX(s);
    OPAQUEX(z);
    double p0 = s, p1 = s, p2 = s, p3 = s, p4 = s, p5 = s, p6 = s, p7 = s, p8 = s, p9 = s;
    BEST("float_ops", 20, {
        p0 = __builtin_fma(p0, s, z); p1 = __builtin_fma(p1, s, z); p2 = __builtin_fma(p2, s, z);
        p3 = __builtin_fma(p3, s, z); p4 = __builtin_fma(p4, s, z); p5 = __builtin_fma(p5, s, z);
        p6 = __builtin_fma(p6, s, z); p7 = __builtin_fma(p7, s, z); p8 = __builtin_fma(p8, s, z);
        p9 = __builtin_fma(p9, s, z);
        OPAQUEX(p0); OPAQUEX(p1); OPAQUEX(p2); OPAQUEX(p3); OPAQUEX(p4);
        OPAQUEX(p5); OPAQUEX(p6); OPAQUEX(p7); OPAQUEX(p8); OPAQUEX(p9);
    });
    BEST("float_add_chain", 1, { p0 = p0 + s; OPAQUEX(p0); });
    double best = 1;
    for (int k = 0; k < 1500; k++) {
        double t = now();
        p0 = divisions(s, s, 100000);
        OPAQUEX(p0);
        t = now() - t;
        if (t < best) {
            best = t;
        }
    }
    printf("float_div_chain %.6g\n", 100000 / best);
    uint64_t n = 3 + argc;
    uint64_t big = INT64_MAX - 12345;
    OPAQUE(n);
    OPAQUE(big);
    BEST("int_div_chain", 1, { a = (int64_t) a / (int64_t) n; a ^= big; OPAQUE(a); });
#ifdef __AVX512F__
    vec v = {s, s, s, s, s, s, s, s};
    vec w = {z, z, z, z, z, z, z, z};
    vec q0 = v, q1 = v, q2 = v, q3 = v, q4 = v, q5 = v, q6 = v, q7 = v, q8 = v, q9 = v, qa = v, qb = v;
    BEST("vector_float_ops", 192, {
        q0 = q0 * v + w; q1 = q1 * v + w; q2 = q2 * v + w; q3 = q3 * v + w; q4 = q4 * v + w; q5 = q5 * v + w;
        q6 = q6 * v + w; q7 = q7 * v + w; q8 = q8 * v + w; q9 = q9 * v + w; qa = qa * v + w; qb = qb * v + w;
        OPAQUEV(q0); OPAQUEV(q1); OPAQUEV(q2); OPAQUEV(q3); OPAQUEV(q4); OPAQUEV(q5);
        OPAQUEV(q6); OPAQUEV(q7); OPAQUEV(q8); OPAQUEV(q9); OPAQUEV(qa); OPAQUEV(qb);
    });
#endif
    fprintf(stderr, "%s", p0 + p9 + a + h == 42 ? "!" : "");
}

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "bandwidth") == 0) {
        bandwidth(strtoull(argv[2], 0, 10), argv[3][0] == 'h');
    } else if (argc == 4 && strcmp(argv[1], "latency") == 0) {
        latency(strtoull(argv[2], 0, 10), argv[3][0] == 'h');
    } else if (argc == 2 && strcmp(argv[1], "arithmetic") == 0) {
        arithmetic(argc);
    } else {
        fprintf(stderr, "usage: machine bandwidth BYTES huge|small, latency BYTES huge|small, arithmetic\n");
        return 2;
    }
    return 0;
}
