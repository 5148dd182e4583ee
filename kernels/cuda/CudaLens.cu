// SPDX-License-Identifier: GPL-3.0-or-later
// CudaSequence: the lens. Instantiated here.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/Index.h"
#include "kernels/cuda/CudaSequence.h"

namespace ouroscope::cuda {
namespace {

/// Cuts named columns out of one array, so that one copy brings all of them to the host.
template <class V>
struct Columns {
  V* data;
  std::size_t used = 0;
  V* take(std::size_t n) {
    V* column = data ? data + used : nullptr;
    used += n;
    return column;
  }
};

/// The columns of LensOut for a tile; the same cut on both sides.
LensOut cut(float* floats, std::int32_t* ints, int rows, int topK, int targets, int vocab,
            std::size_t* floatCount = nullptr, std::size_t* intCount = nullptr) {
  Columns<float> f{floats};
  Columns<std::int32_t> i{ints};
  const std::size_t r = size(rows), k = r * size(topK), t = r * size(targets);
  LensOut out{};
  out.logSumExp = f.take(r);
  out.entropy = f.take(r);
  out.kl = f.take(r);
  out.klStep = f.take(r);
  out.jsStep = f.take(r);
  out.topLogProb = f.take(k);
  out.targetLogProb = f.take(t);
  out.topId = i.take(k);
  out.targetRank = i.take(t);
  out.topK = topK;
  out.vocab = vocab;
  if (floatCount) *floatCount = f.used;
  if (intCount) *intCount = i.used;
  return out;
}

}  // namespace

/// logits [rows][stride] of vocabulary entries [first, first + tokens). Few rows: the head is
/// streamed for all of them together, states in fp32. Many: cuBLAS.
template <class T>
void CudaSequence<T>::headProducts(const float* states, const T* narrow, int rows, int first,
                                   int tokens, float* logits, int stride) const {
  const T* head = model_.head.template as<T>();
  const auto cap = [&] {
    const float most = model_.layout.spec.logitCap;
    if (most > 0)
      launch(stream_.get(), grid(rows, ceilDiv(tokens, kNormThreads)), dim3(kNormThreads), 0,
             &capRows<>, logits, stride, tokens, most);
  };
  if (narrow) {
    // Padded rows of the head are zeros; the width of the product stays a multiple of eight.
    product(head + size(first) * size(width_), Layout::pad(tokens), width_, narrow, rows, logits,
            CUDA_R_32F, stride);
    return cap();
  }
  const dim3 blocks = grid(ceilDiv(ceilDiv(tokens, 2), kProductRows));
  const auto run = [&](auto* kernel) {
    launch(stream_.get(), blocks, dim3(kProductThreads), 0, kernel, head, width_, first, tokens,
           states, rows, logits, stride);
  };
  if (rows == 1)
    run(&headProduct<T, 1>);
  else if (rows == 2)
    run(&headProduct<T, 2>);
  else if (rows <= 4)
    run(&headProduct<T, 4>);
  else
    run(&headProduct<T, kStreamedRows>);
  cap();
}

/// @param states [rowsPerPosition] times `strideRow` apart: [batch][width]; `norm` where they still
/// have to go through the final norm.
template <class T>
void CudaSequence<T>::readLens(const LensRequest& request, int rowsPer, const float* states,
                               std::size_t strideRow, const float* norm, LensResult& out) const {
  check(cudaSetDevice(model_.device), "choosing the device");
  const int V = model_.layout.spec.vocabSize;
  const int K = std::clamp(request.topK, 1, V), M = intSize(request.tracked);
  const int targets = 1 + M, keep = std::min(K, kSlice), slices = ceilDiv(V, kSlice);
  const std::size_t cells = size(request.count) * size(rowsPer);
  for (auto* column : {&out.logSumExp, &out.entropy, &out.nextLogProb, &out.kl})
    column->assign(cells, 0);
  for (auto* column : {&out.klStep, &out.jsStep}) column->assign(request.steps ? cells : 0, 0);
  out.nextRank.assign(cells, -1);
  out.topId.assign(cells * size(K), 0);
  out.topLogProb.assign(cells * size(K), 0);
  out.trackedLogProb.assign(cells * size(M), 0);
  out.trackedRank.assign(cells * size(M), -1);
  if (request.count == 0) return;

  // As many positions as keep the candidates small.
  constexpr std::size_t kCandidates = std::size_t{8} << 20;
  const int rowsMax =
      std::clamp<std::size_t>(kCandidates / (size(slices) * size(keep)), 1, size(kLensRows));
  const int perTile = std::min(request.count, std::max(1, rowsMax / rowsPer));
  const int rowsTile = perTile * rowsPer;
  const bool streamed = rowsTile <= kStreamedRows;
  const int chunk = streamed ? Layout::pad(V) : std::min(Layout::pad(V), kLensChunk);

  LensScratch& s = lens_;
  cudaStream_t stream = stream_.get();
  const std::size_t r = size(rowsTile), t = r * size(targets);
  const bool wide = streamed || std::is_same_v<T, float>;
  if (wide)
    s.states.grow(r * size(width_), stream);
  else
    s.narrow.grow(r * size(width_), stream);
  s.logits.grow(r * size(chunk), stream);
  for (auto* buffer : {&s.nearTop, &s.nearBottom, &s.exact}) buffer->grow(t, stream);
  for (auto* buffer : {&s.above, &s.nearCount}) buffer->grow(t, stream);
  s.nearValue.grow(t * size(kMaxNear), stream);
  s.parts.grow(r * size(slices), stream);
  s.topValue.grow(r * size(slices) * size(keep), stream);
  s.topId.grow(r * size(slices) * size(keep), stream);
  if (request.steps) s.stepParts.grow(2 * r * size(slices), stream);
  s.next.grow(size(perTile), stream);
  s.tracked.grow(std::max<std::size_t>(1, size(M)), stream);
  s.idsUp.grow(size(perTile) + size(M));
  std::size_t floats = 0, ints = 0;
  cut(nullptr, nullptr, rowsTile, K, targets, V, &floats, &ints);
  s.floatsOut.grow(floats, stream);
  s.intsOut.grow(ints, stream);
  s.floatsDown.grow(floats);
  s.intsDown.grow(ints);

  for (int first = 0; first < request.count; first += perTile) {
    const int positions = std::min(perTile, request.count - first), rows = positions * rowsPer;
    for (int p = 0; p < positions; ++p)
      s.idsUp[size(p)] = request.next.empty() ? -1 : request.next[size(first + p)];
    std::copy(request.tracked.begin(), request.tracked.end(), s.idsUp.data() + positions);
    copyToDevice(s.next.data(), s.idsUp.data(), size(positions), stream);
    if (M > 0) copyToDevice(s.tracked.data(), s.idsUp.data() + positions, size(M), stream);

    const auto gather = [&](auto* kernel, auto* to) {
      launch(stream, grid(rows), dim3(kNormThreads), 0, kernel, states, rowsPer, strideRow,
             request.first + first, norm, model_.eps, model_.layout.spec.hiddenSize, width_, to);
    };
    LensArgs args{};
    args.logits = s.logits.data();
    args.strideLogits = chunk;
    args.rows = rows;
    args.rowsPer = rowsPer;
    args.slices = slices;
    args.keep = keep;
    args.targets = targets;
    args.cap = model_.layout.spec.logitCap;
    args.next = s.next.data();
    args.tracked = s.tracked.data();
    args.nearTop = s.nearTop.data();
    args.nearBottom = s.nearBottom.data();
    args.parts = s.parts.data();
    args.topValue = s.topValue.data();
    args.topId = s.topId.data();
    args.exact = s.exact.data();
    args.above = s.above.data();
    args.nearCount = s.nearCount.data();
    args.nearValue = s.nearValue.data();

    const T* head = model_.head.template as<T>();
    const dim3 targetBlocks = grid(ceilDiv(rows * targets, kNormThreads / kWarp));
    if (wide) {
      gather(&gatherStates<float>, s.states.data());
      launch(stream, targetBlocks, dim3(kNormThreads), 0, &nearTargets<T, float>, head,
             s.states.data(), width_, V, args, s.nearTop.data(), s.nearBottom.data());
    } else {
      gather(&gatherStates<T>, s.narrow.data());
      launch(stream, targetBlocks, dim3(kNormThreads), 0, &nearTargets<T, T>, head, s.narrow.data(),
             width_, V, args, s.nearTop.data(), s.nearBottom.data());
    }
    const T* narrow = nullptr;
    if (!streamed) {
      if constexpr (std::is_same_v<T, float>)
        narrow = s.states.data();
      else
        narrow = s.narrow.data();
    }
    const auto readChunk = [&](int token) {
      args.firstToken = token;
      args.tokens = std::min(chunk, V - token);
      args.firstSlice = token / kSlice;
      headProducts(s.states.data(), narrow, rows, token, args.tokens, s.logits.data(), chunk);
    };
    for (int token = 0; token < V; token += chunk) {
      readChunk(token);
      launch(stream, grid(rows, ceilDiv(args.tokens, kSlice)), dim3(kLensThreads), 0, &foldSlice<>,
             args);
      if (request.logits)
        check(cudaMemcpy2DAsync(
                  request.logits + size(first) * size(rowsPer) * size(V) + size(token),
                  size(V) * sizeof(float), s.logits.data(), size(chunk) * sizeof(float),
                  size(args.tokens) * sizeof(float), size(rows), cudaMemcpyDeviceToHost, stream),
              "copying logits");
    }
    const LensOut on =
        cut(s.floatsOut.data(), s.intsOut.data(), rows, K, targets, V, &floats, &ints);
    launch(stream, grid(rows), dim3(kWarp), size(slices) * sizeof(int), &joinSlices<>, args, on);
    if (request.steps) {
      // Their sums are known only now: the logits are computed again where they were overwritten.
      for (int token = 0; token < V; token += chunk) {
        if (chunk < V) readChunk(token);
        launch(stream, grid(rows, ceilDiv(args.tokens, kSlice)), dim3(kLensThreads), 0,
               &foldSteps<>, args, static_cast<const float*>(on.logSumExp), s.stepParts.data());
      }
      launch(stream, grid(ceilDiv(rows, kLensThreads)), dim3(kLensThreads), 0, &joinSteps<>, args,
             static_cast<const float*>(s.stepParts.data()), on);
    }
    copyToHost(s.floatsDown.data(), s.floatsOut.data(), floats, stream);
    copyToHost(s.intsDown.data(), s.intsOut.data(), ints, stream);
    wait(stream);

    const LensOut here = cut(s.floatsDown.data(), s.intsDown.data(), rows, K, targets, V);
    const std::size_t at = size(first) * size(rowsPer), n = size(rows);
    std::copy_n(here.logSumExp, n, out.logSumExp.begin() + at);
    std::copy_n(here.entropy, n, out.entropy.begin() + at);
    std::copy_n(here.kl, n, out.kl.begin() + at);
    if (request.steps) {
      std::copy_n(here.klStep, n, out.klStep.begin() + at);
      std::copy_n(here.jsStep, n, out.jsStep.begin() + at);
    }
    std::copy_n(here.topLogProb, n * size(K), out.topLogProb.begin() + at * size(K));
    std::copy_n(here.topId, n * size(K), out.topId.begin() + at * size(K));
    for (std::size_t row = 0; row < n; ++row)
      for (std::size_t target = 0; target < size(targets); ++target) {
        const std::size_t from = row * size(targets) + target;
        if (target == 0) {
          out.nextLogProb[at + row] = here.targetLogProb[from];
          out.nextRank[at + row] = here.targetRank[from];
        } else {
          const std::size_t to = (at + row) * size(M) + target - 1;
          out.trackedLogProb[to] = here.targetLogProb[from];
          out.trackedRank[to] = here.targetRank[from];
        }
      }
  }
}

template <class T>
void CudaSequence<T>::lens(const LensRequest& request, LensResult& out) const {
  readLens(request, loopsRun_, readouts(), row(1, 0), nullptr, out);
}

template <class T>
void CudaSequence<T>::layerLens(int loop, const LensRequest& request, LensResult& out) const {
  if (!captureLayers_) throw std::logic_error("layer states were not captured");
  const int layers = model_.layout.spec.stages.core;
  const float* const states = maps_.loops > 0 ? mapStates(loop, request.first, request.count)
                                              : layerStates_.data() + row(loop * layers, 0);
  readLens(request, layers, states, row(1, 0), model_.lastNorm(), out);
}

template <class T>
void CudaSequence<T>::logits(int loop, int position, std::span<float> out) const {
  check(cudaSetDevice(model_.device), "choosing the device");
  const int V = model_.layout.spec.vocabSize;
  lens_.logits.grow(size(V), stream_.get());
  headProducts(readouts() + row(loop, position), nullptr, 1, 0, V, lens_.logits.data(), V);
  check(cudaMemcpyAsync(out.data(), lens_.logits.data(), size(V) * sizeof(float),
                        cudaMemcpyDeviceToHost, stream_.get()),
        "copying logits");
  wait(stream_.get());
}

#define OUROSCOPE_LENS_OF(T)                                                                      \
  template void CudaSequence<T>::headProducts(const float*, const T*, int, int, int, float*, int) \
      const;                                                                                      \
  template void CudaSequence<T>::readLens(const LensRequest&, int, const float*, std::size_t,     \
                                          const float*, LensResult&) const;                       \
  template void CudaSequence<T>::lens(const LensRequest&, LensResult&) const;                     \
  template void CudaSequence<T>::layerLens(int, const LensRequest&, LensResult&) const;           \
  template void CudaSequence<T>::logits(int, int, std::span<float>) const;
OUROSCOPE_LENS_OF(float)
OUROSCOPE_LENS_OF(Bf16)

}  // namespace ouroscope::cuda
