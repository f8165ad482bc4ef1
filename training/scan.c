/* The recurrent part of the encoder's layers for training (see encoder.py): gates and elementwise scan over time,
 * forward and gradient. All matrices are row-major float32 with one row a token; a layer has `width` channels, the
 * first half read left to right, the second half right to left. Sentences are rows [start[s], start[s + 1]). */
#include <math.h>
#include <stddef.h>

/* Bounded, because an infinite exponential becomes NaN where -ffast-math divides by way of an approximate reciprocal. */
static float bounded(float x, float limit) { return x < -limit ? -limit : x > limit ? limit : x; }
static float sigmoid(float x) { return 1.0f / (1.0f + expf(-bounded(x, 30.0f))); }
static float hyperbolic(float x) { return 1.0f - 2.0f / (1.0f + expf(2.0f * bounded(x, 15.0f))); }

/* gates: [tokens x 3 width], products z, f, r side by side; f and r are replaced by their sigmoids.
 * c and tanh_c: [tokens x width] states; out = r tanh(c) + residual. */
void scan_forward(const int *start, int sentences, int width, float *gates, const float *residual, float *c,
                  float *tanh_c, float *out) {
    const int half = width / 2;
    const int tokens = start[sentences];
    for (int t = 0; t < tokens; ++t) {
        float *g = gates + (size_t)t * 3 * width + width;
        for (int k = 0; k < 2 * width; ++k) g[k] = sigmoid(g[k]);
    }
    for (int s = 0; s < sentences; ++s) {
        for (int direction = 0; direction < 2; ++direction) {
            const int length = start[s + 1] - start[s];
            float state[1024] = {0};
            for (int step = 0; step < length; ++step) {
                const int t = direction ? start[s + 1] - 1 - step : start[s] + step;
                const float *z = gates + (size_t)t * 3 * width + direction * half;
                const float *f = z + width;
                float *ct = c + (size_t)t * width + direction * half;
                for (int k = 0; k < half; ++k) {
                    state[k] = f[k] * state[k] + (1.0f - f[k]) * z[k];
                    ct[k] = state[k];
                }
            }
        }
    }
    for (int t = 0; t < tokens; ++t) {
        const float *r = gates + (size_t)t * 3 * width + 2 * width;
        for (int k = 0; k < width; ++k) {
            const size_t i = (size_t)t * width + k;
            tanh_c[i] = hyperbolic(c[i]);
            out[i] = r[k] * tanh_c[i] + residual[i];
        }
    }
}

/* gates as left by scan_forward; d_out: gradient of out; d_gates: gradient of the three products. The gradient of the
 * residual is d_out itself. */
void scan_backward(const int *start, int sentences, int width, const float *gates, const float *c, const float *tanh_c,
                   const float *d_out, float *d_gates) {
    const int half = width / 2;
    for (int s = 0; s < sentences; ++s) {
        for (int direction = 0; direction < 2; ++direction) {
            const int length = start[s + 1] - start[s];
            float carry[1024] = {0};
            const float zero[1024] = {0};
            for (int step = length - 1; step >= 0; --step) {
                const int t = direction ? start[s + 1] - 1 - step : start[s] + step;
                const int before = direction ? t + 1 : t - 1;
                const size_t column = (size_t)direction * half;
                const float *z = gates + (size_t)t * 3 * width + column;
                const float *f = z + width;
                const float *r = f + width;
                const float *previous = step ? c + (size_t)before * width + column : zero;
                const float *th = tanh_c + (size_t)t * width + column;
                const float *dh = d_out + (size_t)t * width + column;
                float *dz = d_gates + (size_t)t * 3 * width + column;
                float *df = dz + width;
                float *dr = df + width;
                for (int k = 0; k < half; ++k) {
                    const float dc = dh[k] * r[k] * (1.0f - th[k] * th[k]) + carry[k];
                    dz[k] = dc * (1.0f - f[k]);
                    df[k] = dc * (previous[k] - z[k]) * f[k] * (1.0f - f[k]);
                    dr[k] = dh[k] * th[k] * r[k] * (1.0f - r[k]);
                    carry[k] = dc * f[k];
                }
            }
        }
    }
}
