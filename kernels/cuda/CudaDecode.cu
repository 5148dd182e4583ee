// SPDX-License-Identifier: GPL-3.0-or-later
// CudaSequence: one position, five kernels per layer. Explicitly instantiated here and, for the
// other members, in CudaSequence.cu.
#include <algorithm>
#include <cmath>

#include "kernels/cuda/CudaSequence.h"
#include "kernels/cuda/DecodeAttention.cuh"

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
  // About two blocks per multiprocessor at full context, and no split with little to do.
  constexpr int kKeysPerSplit = 128, kMaxSplits = 64;
  const int wanted = (2 * model_.multiprocessors + l.heads - 1) / l.heads;
  d.splits = std::clamp(std::min(wanted, capacity_ / kKeysPerSplit), 1, kMaxSplits);
  d.partial.grow(size(l.heads) * size(d.splits) * size(l.headDimPadded() + 2), s);
  d.arrived.grow(size(l.heads), s);
  stateUp_.grow(1);
  d.state.grow(1, s);
}

/// The first loop runs as it is, so that every kernel has been loaded; then a graph is captured
/// once and replayed for every loop of every token: what changes lies in DecodeState.
template <class T>
void CudaSequence<T>::runDecodedLoop() {
  Decode& d = decode_;
  if (!d.warm) {
    queueDecodedLoop();
    d.warm = true;
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

template <class T>
void CudaSequence<T>::queueDecodedLoop() {
  const Layout& l = model_.layout;
  Decode& d = decode_;
  cudaStream_t s = stream_.get();
  const std::size_t staged = size(width_) * sizeof(float);
  int now = 0;  // which of the two residual streams is the newer
  const float* branchNorm = nullptr;
  // What a norm reads: x, and the branch that is still to be added to it.
  const auto input = [&](const DeviceBuffer<float>& norm) {
    const NormedInput in{d.x[now].data(),
                         branchNorm ? d.branch.data() : nullptr,
                         branchNorm,
                         norm.data(),
                         d.x[1 - now].data(),
                         model_.eps,
                         l.hidden,
                         width_};
    if (branchNorm) now = 1 - now;
    return in;
  };
  const KvSlots kv = l.kvSlots(loops_);
  const int first = l.stages.prelude, end = first + l.stages.core;
  for (int i = first; i < end; ++i) {
    const Layer& layer = model_.layers[size(i)];
    // a = Attn(RMSNorm_beforeAttention(x)); x = x + RMSNorm_afterAttention(a)
    launch(s, blocksOf(l.qkvWidth()), dim3(kProductThreads), staged, &normedProduct<T>,
           input(layer.beforeAttention), layer.qkv.template as<T>(), l.qkvWidth(), d.qkv.data());
    const DecodeAttentionArgs<T> attention{
        d.state.data(),   d.qkv.data(),     turns_.data(),
        cacheView(),      l.heads,          kv.at(0, i),
        l.stages.core,    d.splits,         1.0f / std::sqrt(static_cast<float>(l.headDim)),
        d.partial.data(), d.arrived.data(), d.attended.data()};
    launch(s, dim3(l.heads, d.splits), dim3(kDecodeThreads), 0, &decodeAttention<T>, attention);
    launch(s, blocksOf(width_), dim3(kProductThreads), 0, &plainProduct<T>, d.attended.data(),
           l.attentionWidth(), layer.output.template as<T>(), width_, d.branch.data());
    branchNorm = layer.afterAttention.data();
    // m = down(silu(gate(u)) * up(u)); x = x + RMSNorm_afterMlp(m)
    launch(s, blocksOf(l.mlpWidth()), dim3(kProductThreads), staged, &normedSwiGlu<T>,
           input(layer.beforeMlp), layer.gateUp.template as<T>(), l.mlpWidth(), d.mlp.data());
    launch(s, blocksOf(width_), dim3(kProductThreads), 0, &plainProduct<T>, d.mlp.data(),
           l.mlpWidth(), layer.down.template as<T>(), width_, d.branch.data());
    branchNorm = layer.afterMlp.data();
  }
  // The loop ends where it began: in the first residual stream.
  launch(s, dim3(1), dim3(kNormThreads), 0, &endDecodedLoop<>,
         loopEnd(model_.layers[size(end - 1)]), d.branch.data(), d.x[now].data(), d.x[0].data(),
         hidden_.data(), gates_.data(), residualNorms_.data(), d.state.data());
}

template void CudaSequence<float>::reserveDecode();
template void CudaSequence<Bf16>::reserveDecode();
template void CudaSequence<float>::runDecodedLoop();
template void CudaSequence<Bf16>::runDecodedLoop();

}  // namespace ouroscope::cuda
