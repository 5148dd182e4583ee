// SPDX-License-Identifier: GPL-3.0-or-later
// CudaSequence: one position, five kernels per layer. Explicitly instantiated here and, for the
// other members, in CudaSequence.cu.
#include <algorithm>
#include <cmath>

#include "kernels/cuda/CudaSequence.h"
#include "kernels/cuda/DecodeAttention.cuh"
#include "kernels/cuda/LoopInput.cuh"

namespace ouroscope::cuda {
namespace {

dim3 blocksOf(int rows) {
  return dim3((rows + kProductRows - 1) / kProductRows);
}

}  // namespace

template <class T>
void CudaSequence<T>::reserveDecode() {
  Decode& d = decode_;
  if (d.state.size() > 0) return;
  const Layout& l = model_.layout;
  cudaStream_t s = stream_.get();
  for (auto& x : d.x) x.grow(size(width_), s);
  d.qkv.grow(size(l.qkvWidth()), s);
  d.attended.grow(size(l.attentionWidth()), s);
  d.mlp.grow(size(l.mlpWidth()), s);
  d.branch.grow(size(width_), s);
  d.mixed.grow(size(l.mixedWidth()), s);
  // About two blocks per multiprocessor at full context, and no split with little to do.
  constexpr int kKeysPerSplit = 128, kMaxSplits = 64;
  const int heads = l.spec.heads, wanted = ceilDiv(2 * model_.multiprocessors, heads);
  d.splits = std::clamp(std::min(wanted, capacity_ / kKeysPerSplit), 1, kMaxSplits);
  d.partial.grow(size(heads) * size(d.splits) * size(l.headDimPadded() + 2), s);
  d.arrived.grow(size(heads), s);
  stateUp_.grow(1);
  d.state.grow(1, s);
}

/// One loop runs as it is, so that every kernel has been loaded; then a graph is captured once and
/// replayed for every loop of every token: what changes lies in DecodeState. Loops that are shorter
/// or longer than the others are not replayed: the first one where it has no adapter, and all with
/// the logit lens, whose last one alone goes through the coda.
template <class T>
void CudaSequence<T>::runDecodedLoop() {
  Decode& d = decode_;
  const ModelSpec& c = model_.layout.spec;
  const bool likeOthers = c.lens == LensKind::Coda && !(c.firstLoopAsIs && loopsRun_ == 0);
  if (!d.warm || !likeOthers) {
    queueDecodedLoop();
    d.warm = d.warm || likeOthers;
    return;
  }
  if (!d.loop) {
    check(cudaStreamBeginCapture(stream_.get(), cudaStreamCaptureModeThreadLocal),
          "capturing a loop");
    cudaGraph_t graph = nullptr;
    try {
      queueDecodedLoop();
    } catch (...) {
      if (cudaStreamEndCapture(stream_.get(), &graph) == cudaSuccess && graph)
        (void)cudaGraphDestroy(graph);
      throw;
    }
    check(cudaStreamEndCapture(stream_.get(), &graph), "capturing a loop");
    cudaGraphExec_t executable = nullptr;
    const cudaError_t made = cudaGraphInstantiate(&executable, graph, 0);
    (void)cudaGraphDestroy(graph);
    check(made, "capturing a loop");
    d.loop = GraphExec(executable);
  }
  check(cudaGraphLaunch(d.loop.get(), stream_.get()), "decoding");
}

/// Layers [first, first + count); the branch of the last one is left to be joined.
template <class T>
typename CudaSequence<T>::Residual CudaSequence<T>::queueDecodedLayers(int first, int count) {
  const Layout& l = model_.layout;
  const ModelSpec& c = l.spec;
  Decode& d = decode_;
  cudaStream_t s = stream_.get();
  const std::size_t staged = size(width_) * sizeof(float);
  Residual residual;
  // What a norm reads: x, and the branch that is still to be joined to it.
  const auto input = [&](const DeviceBuffer<float>& norm) {
    int& now = residual.now;
    const NormedInput in{d.x[now].data(),     residual.pending ? d.branch.data() : nullptr,
                         residual.join,       norm.data(),
                         d.x[1 - now].data(), model_.eps,
                         c.hiddenSize,        width_};
    if (residual.pending) now = 1 - now;
    return in;
  };
  const auto branch = [&](const DeviceBuffer<float>& in, int width, const Matrix& w,
                          const Join& join) {
    launch(s, blocksOf(width_), dim3(kProductThreads), 0, &plainProduct<T>, in.data(), width,
           w.template as<T>(), width_, d.branch.data());
    residual.pending = true;
    residual.join = join;
  };
  const KvSlots kv = l.kvSlots(loops_);
  for (int i = first; i < first + count; ++i) {
    const Layer& layer = model_.layers[size(i)];
    const LayerSpec& spec = c.layers[size(i)];
    const bool looped = c.stages.inCore(i);
    // a = Attn(RMSNorm_beforeAttention(x)); x = x + RMSNorm_afterAttention(a)
    launch(s, blocksOf(l.qkvWidth()), dim3(kProductThreads), staged, &normedProduct<T>,
           input(layer.beforeAttention), layer.qkv.template as<T>(), l.qkvWidth(), d.qkv.data());
    const DecodeAttentionArgs<T> attention{d.state.data(),
                                           d.qkv.data(),
                                           headPrep(layer, spec),
                                           turnsOf(spec),
                                           cacheView(),
                                           c.heads,
                                           kv.at(0, i),
                                           kv.at(1, i) - kv.at(0, i),
                                           looped && c.sharedLoopKv,
                                           d.splits,
                                           spec.window,
                                           c.scoreScale(),
                                           static_cast<float>(c.attentionCap),
                                           d.partial.data(),
                                           d.arrived.data(),
                                           d.attended.data()};
    launch(s, dim3(c.heads, d.splits), dim3(kDecodeThreads), 0, &decodeAttention<T>, attention);
    branch(d.attended, l.attentionWidth(), layer.output, attentionJoin(layer));
    // m = down(silu(gate(u)) * up(u)); x = x + RMSNorm_afterMlp(m)
    launch(s, blocksOf(l.mlpWidth()), dim3(kProductThreads), staged, &normedGating<T>,
           input(layer.beforeMlp), layer.gateUp.template as<T>(), gatingOf(layer, spec),
           l.mlpWidth(), d.mlp.data());
    branch(d.mlp, l.mlpWidth(), layer.down, mlpJoin(layer));
  }
  return residual;
}

/// The stream is in its first buffer again.
template <class T>
void CudaSequence<T>::joinDecoded(const Residual& residual) {
  if (!residual.pending) return;  // no layers
  Decode& d = decode_;
  launch(stream_.get(), grid(1), dim3(kNormThreads), 0, &joinRows<float>, residual.join,
         d.branch.data(), d.x[residual.now].data(), d.x[0].data(), nullptr, model_.eps,
         model_.layout.spec.hiddenSize, width_, nullptr);
}

template <class T>
void CudaSequence<T>::queueDecodedLoop() {
  const Layout& l = model_.layout;
  const ModelSpec& c = l.spec;
  Decode& d = decode_;
  cudaStream_t s = stream_.get();
  if (mixes()) {
    launch(s, grid(1), dim3(kNormThreads), 0, &mixRows<float>, d.x[0].data(), input_.data(),
           c.hiddenSize, width_, l.mixedWidth(), d.mixed.data());
    launch(s, blocksOf(width_), dim3(kProductThreads), 0, &plainProduct<T>, d.mixed.data(),
           l.mixedWidth(), model_.adapter.template as<T>(), width_, d.x[0].data());
  }
  const bool steps = c.stepRule != StepRule::Replace;
  if (steps) copyWithin(before_.data(), d.x[0].data(), size(width_), s);
  // The loop ends where it began: in the first buffer of the stream.
  const auto branchOf = [&](const Residual& residual) {
    return residual.pending ? d.branch.data() : nullptr;
  };
  Residual core = queueDecodedLayers(c.stages.prelude, c.stages.core);
  if (steps) {
    joinDecoded(core);
    stepState();
    core = {};
  }
  const bool coda = readsCoda();
  launch(s, grid(1), dim3(kNormThreads), 0, &endDecodedLoop<>, core.join, loopClose(),
         branchOf(core), d.x[core.now].data(), d.x[0].data(), firstPlace(), !coda, d.state.data());
  if (!coda) return;
  if (c.codaNorm)
    launch(s, grid(1), dim3(kNormThreads), 0, &normRows<float>, d.x[0].data(),
           model_.codaNorm.data(), model_.eps, c.hiddenSize, width_, d.x[0].data());
  const Residual after = queueDecodedLayers(c.stages.prelude + c.stages.core, c.stages.coda);
  launch(s, grid(1), dim3(kNormThreads), 0, &endDecodedCoda<>, after.join, loopClose(),
         branchOf(after), d.x[after.now].data(), d.x[0].data(), firstPlace(), d.state.data());
}

#define OUROSCOPE_DECODE_OF(T)                                                               \
  template void CudaSequence<T>::reserveDecode();                                            \
  template void CudaSequence<T>::runDecodedLoop();                                           \
  template typename CudaSequence<T>::Residual CudaSequence<T>::queueDecodedLayers(int, int); \
  template void CudaSequence<T>::joinDecoded(const Residual&);
OUROSCOPE_DECODE_OF(float)
OUROSCOPE_DECODE_OF(Bf16)

}  // namespace ouroscope::cuda
