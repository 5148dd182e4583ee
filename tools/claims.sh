#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every command that the documents show, in a scratch folder, and fails where one does:
#   tools/claims.sh [BUILD-FOLDER] [PAGE...]     default: build/release, and the pages README.md, docs/guide, cli.md, corpus.md, python.md,
#                                                compare.md, install.md and the notes of a release
# How blocks are found, and how one is marked as not to be run: tools/claims.py.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
build=$(realpath "${1:-build/release}")
shift || true
pages=("$@")
[ ${#pages[@]} -gt 0 ] || pages=(README.md docs/guide/*.md docs/cli.md docs/corpus.md docs/python.md docs/compare.md docs/install.md docs/release-*.md)
python=${OUROSCOPE_PYTHON:-python3}
for program in ouroscope ouroscope-cli; do
  [ -x "$build/app/$program" ] || { echo "claims: there is no $build/app/$program: build it, or name another build." >&2; exit 1; }
done

work=$(mktemp -d /tmp/ouroscope-claims.XXXXXX)
trap 'rm -rf "$work"' EXIT
# A clone as a reader has it: sources, and the build where the documents say that it is.
clone=$work/clone
mkdir -p "$clone/build/release/app"
for entry in "$root"/*; do [ "$(basename "$entry")" = build ] || ln -s "$entry" "$clone/"; done
cp "$build"/app/ouroscope{,-cli} "$clone/build/release/app"

# Small random weights in place of those that are downloaded, in a Hub cache of their own.
export HF_HOME=$work/hub
stand_in() { # OWNER/NAME options of make_random_model.py
  local folder=$HF_HOME/hub/models--${1//\//--} commit=0000000000000000000000000000000000000000; shift
  mkdir -p "$folder/refs" "$folder/snapshots"
  printf %s $commit >"$folder/refs/main"
  "$python" "$root/tools/reference/make_random_model.py" "$folder/snapshots/$commit" "$@"
  "$python" "$root/tools/claims.py" --chat-marks "$folder/snapshots/$commit"
}
stand_in ByteDance/Ouro-1.4B --vocab 400
stand_in ByteDance/Ouro-1.4B-Thinking --vocab 400 --seed 1

export PATH=$clone/build/release/app:$PATH QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 NO_COLOR=1 OUROSCOPE_PYTHON=$python
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache XDG_RUNTIME_DIR=$work OUROSCOPE_DEMO_DIR=$root/resources/demo
"$python" "$root/tools/claims.py" "$clone" "$work/out" "${pages[@]}"
