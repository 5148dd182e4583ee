/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program asks of the CUDA module (libouroscope_cuda.so), in plain C: the two may be built
   by different compilers. The program loads the module when CUDA is asked for, calls
   ouroscope_cuda_api() and looks at the version before anything else. */
#ifndef OUROSCOPE_CUDA_API_H
#define OUROSCOPE_CUDA_API_H
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised with every change of this file. */
#define OUROSCOPE_CUDA_ABI 7
#define OUROSCOPE_CUDA_ENTRY "ouroscope_cuda_api"

/* What a call returns; lastError() then has the sentence. */
enum {
  OUROSCOPE_CUDA_DONE = 0,
  OUROSCOPE_CUDA_FAILED = 1,        /* bad input or failed work */
  OUROSCOPE_CUDA_OUT_OF_MEMORY = 2, /* of the GPU */
  OUROSCOPE_CUDA_CANCELLED = 3,
  OUROSCOPE_CUDA_MISUSE = 4 /* calls in a wrong order */
};

typedef struct OuroscopeCudaDevice {
  char name[256];
  uint64_t totalBytes, freeBytes;
  int32_t major, minor, multiprocessors;
} OuroscopeCudaDevice;

/* LensRequest and LensResult of core/engine/Backend.h; results are written where the pointers say,
 * rows [count, rows, ...]. */
typedef struct OuroscopeCudaLens {
  int32_t first, count, topK, trackedCount;
  const int32_t* next;    /* [count] */
  const int32_t* tracked; /* [trackedCount] */
  float* logits;          /* [count, rows, V] or null */
  float *logSumExp, *entropy, *nextLogProb, *kl, *topLogProb, *trackedLogProb;
  float *klStep, *jsStep; /* null where they are not wanted */
  int32_t *nextRank, *topId, *trackedRank;
} OuroscopeCudaLens;

typedef struct OuroscopeCudaModel OuroscopeCudaModel;
typedef struct OuroscopeCudaSequence OuroscopeCudaSequence;
typedef int32_t (*OuroscopeCudaStop)(void* context);

/* StateEdits of core/engine/StateEdits.h, call by call. edit() is 0 where it failed: the call that
   asked fails, too. */
typedef struct OuroscopeCudaEdits {
  void* context;
  int32_t (*touches)(void* context, int32_t position);
  int32_t (*at)(void* context, int32_t loop, int32_t layer, int32_t position);
  int32_t (*edit)(void* context, int32_t loop, int32_t layer, const int32_t* positions,
                  int32_t count, float* states); /* [count, d] */
  int32_t (*repeats)(void* context, int32_t loop, int32_t position);
} OuroscopeCudaEdits;

/* LayerLenses of core/engine/LayerLenses.h: [loops * layers] maps in fp32, row-major. */
typedef struct OuroscopeCudaMaps {
  int32_t loops, layers;
  const float* const* weights; /* each [d, d], or null: no map */
  const float* const* biases;  /* each [d], or null: zero */
} OuroscopeCudaMaps;

typedef struct OuroscopeCudaApi {
  uint32_t abi;  /* OUROSCOPE_CUDA_ABI of the module; the first field in every version */
  uint32_t size; /* of this structure */
  const char* (*lastError)(void); /* of this thread's last call that failed; never null */

  int32_t (*deviceCount)(int32_t* count); /* fails where there is no usable driver */
  int32_t (*describe)(int32_t device, OuroscopeCudaDevice* out);
  /* Best rates of the device, measured now: copying memory (bytes read and written per second) and
   * bf16 matrix products. */
  int32_t (*measure)(int32_t device, double* copyBytesPerSecond, double* matrixFlopPerSecond);

  /* `spec` is a ModelSpec as plain numbers (SpecNumbers.h), one that requireImplemented() accepts
     (core/engine/SpecCheck.h); read during the call. bf16: 1: weights, keys and values in bf16;
     0: everything in fp32. */
  int32_t (*createModel)(int32_t device, const double* spec, int64_t count, int32_t bf16,
                         OuroscopeCudaModel** out);
  void (*destroyModel)(OuroscopeCudaModel* model);
  /* Rows [firstRow, firstRow + rows) of a slot in fp32, row-major; the module rounds and pads. A
     norm or a bias is one row. `slot` is a TensorSlot of ModelSpec.h; `layer` is -1 for slots that
     belong to no layer. */
  int32_t (*setWeight)(OuroscopeCudaModel* model, int32_t slot, int32_t layer, int64_t firstRow,
                       int64_t rows, const float* values);

  /* Sequence of core/engine/Backend.h, call by call. */
  int32_t (*createSequence)(OuroscopeCudaModel* model, int32_t capacity, int32_t loops,
                            OuroscopeCudaSequence** out);
  void (*destroySequence)(OuroscopeCudaSequence* sequence);
  void (*setStartSeed)(OuroscopeCudaSequence* sequence, uint64_t seed);
  /* Read while loops run; null: nobody. */
  void (*setEdits)(OuroscopeCudaSequence* sequence, const OuroscopeCudaEdits* edits);
  void (*captureAttention)(OuroscopeCudaSequence* sequence, int32_t on);
  /* What the maps point to stays until others are set or the sequence is gone; null: none. */
  void (*setLenses)(OuroscopeCudaSequence* sequence, const OuroscopeCudaMaps* maps);
  int32_t (*maxBatch)(const OuroscopeCudaSequence* sequence);
  int32_t (*length)(const OuroscopeCudaSequence* sequence);
  int32_t (*loopsRun)(const OuroscopeCudaSequence* sequence);
  int32_t (*begin)(OuroscopeCudaSequence* sequence, const int32_t* tokens, int32_t count,
                   int32_t captureLayers);
  int32_t (*runLoop)(OuroscopeCudaSequence* sequence, OuroscopeCudaStop stop, void* context);
  int32_t (*hidden)(const OuroscopeCudaSequence* sequence, int32_t loop, int32_t first,
                    int32_t count, float* out);
  int32_t (*stateSteps)(const OuroscopeCudaSequence* sequence, int32_t loop, int32_t first,
                        int32_t count, float* norm, float* step, float* cosine);
  int32_t (*residualNorms)(const OuroscopeCudaSequence* sequence, int32_t loop, float* out);
  int32_t (*gateLogits)(const OuroscopeCudaSequence* sequence, int32_t loop, float* out);
  int32_t (*layerState)(const OuroscopeCudaSequence* sequence, int32_t loop, int32_t layer,
                        int32_t first, int32_t count, float* out);
  int32_t (*loopStart)(const OuroscopeCudaSequence* sequence, int32_t loop, int32_t first,
                       int32_t count, float* out);
  int32_t (*attention)(const OuroscopeCudaSequence* sequence, int32_t loop, int32_t layer,
                       int32_t row, float* out); /* [heads][length + row + 1] */
  int32_t (*keysAndValues)(const OuroscopeCudaSequence* sequence, int32_t loop, int32_t layer,
                           int32_t first, int32_t count, float* keys, float* values);
  int32_t (*lens)(const OuroscopeCudaSequence* sequence, const OuroscopeCudaLens* request);
  int32_t (*layerLens)(const OuroscopeCudaSequence* sequence, int32_t loop,
                       const OuroscopeCudaLens* request);
  int32_t (*logits)(const OuroscopeCudaSequence* sequence, int32_t loop, int32_t position,
                    float* out);
  int32_t (*finish)(OuroscopeCudaSequence* sequence,
                    int32_t policy); /* 0 full, 1 last-exited-copy, 2 latest-available */
  int32_t (*shareDeepest)(OuroscopeCudaSequence* sequence, int32_t first, int32_t count);
  int32_t (*truncate)(OuroscopeCudaSequence* sequence, int32_t length);
  int32_t (*fork)(const OuroscopeCudaSequence* sequence, OuroscopeCudaSequence** out);
} OuroscopeCudaApi;

typedef const OuroscopeCudaApi* (*OuroscopeCudaEntry)(void);

#ifdef __cplusplus
}
#endif
#endif
