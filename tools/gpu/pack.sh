#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes one folder that a machine with a GPU can check without building, network or package manager:
#   tools/gpu/pack.sh [FOLDER]        default: build/gpu-pack, at most 60 MiB
# In it: run_packed.sh, which runs it all, and content.tar.gz, which it unpacks: the command line, the CUDA module (machine code for sm_80 and sm_90, PTX for newer ones), the GPU tests, the libraries that
# a machine with CUDA 13 lacks, random folders of every family, and the NumPy reference.
# Weights of the 1.4B and 2.6B shapes are made where they are needed, by `ouroscope-cli bench --shape`.
# Needs nvcc 13, no GPU, and NumPy in $OUROSCOPE_PYTHON.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath -m "${1:-build/gpu-pack}")
build=build/gpu-module
most=$((60 << 20))

cmake --preset release -B "$build" -DOUROSCOPE_GUI=OFF -DOUROSCOPE_CUDA=ON "-DCMAKE_CUDA_ARCHITECTURES=80-real;90" >/dev/null
cmake --build "$build" --target ouroscope-cli ouroscope_cuda ouroscope_cuda_host tst_cuda_gpu tst_cuda_families
rm -rf "$out" "$build/content"
mkdir -p "$out"
folder=$out
out=$PWD/$build/content
mkdir -p "$out"/{bin,tests,lib,share/ouroscope,reference}
cp "$build/app/ouroscope-cli" "$build/kernels/cuda/libouroscope_cuda.so" "$out/bin"
cp "$build"/tests/tst_cuda_{gpu,families} "$build/tests/cuda/libouroscope_cuda_host.so" "$out/tests"
cp tools/reference/{ouro_numpy,ouro_files,families_numpy,make_random_model,make_random_family,parity,parity_families}.py tools/bench/torch_peer_gpu.py "$out/reference"
cp -r resources/demo "$out/share/ouroscope/demo"  # the program's usual model
"${OUROSCOPE_PYTHON:-python3}" tools/reference/make_random_family.py "$out/families" all --dtype f32 >/dev/null

# All but the loader, libc's own family and what CUDA brings. libstdc++ too: the machine's may be older than this one's.
find "$out/bin" "$out/tests" -type f -exec ldd {} + | awk '$2 == "=>" && $3 ~ /^\// {print $1, $3}' | sort -u | while read -r soname path; do
  [[ $soname =~ ^lib(c|m|dl|rt|pthread|resolv|cublas|cublasLt|cuda)\.so ]] || cp "$(realpath "$path")" "$out/lib/$soname"
done
strip --strip-unneeded "$out"/bin/* "$out"/tests/* "$out"/lib/*
"$out/bin/ouroscope-cli" --version >"$folder/VERSION"
du -sh "$out"/* | sort -rh
tar -C "$out" --sort=name --owner=0 --group=0 -cf - . | gzip -9n >"$folder/content.tar.gz"
cp tools/gpu/run_packed.sh "$folder"
rm -rf "$out"
size=$(du -sb "$folder" | cut -f1)
echo "$folder: $((size >> 20)) MiB"
[ "$size" -le "$most" ] || { echo "pack: the folder is larger than $((most >> 20)) MiB." >&2; exit 1; }
