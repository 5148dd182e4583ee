#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a corpus as a job array and merges it when all of its tasks are done:
#
#   tools/slurm/submit.sh N INPUT OUT [options of corpus run]
#
# Options of sbatch (partition, time, processors) go into SBATCH_... variables, as sbatch reads them, or into the two scripts. Prints
# the numbers of both jobs. The merging job waits for ever where a task fails: submit that task again (see corpus.sbatch), then merge.sbatch.
set -euo pipefail
if [ $# -lt 3 ] || ! [[ $1 =~ ^[1-9][0-9]*$ ]] || [ "$1" -lt 2 ]; then
  echo "usage: submit.sh N INPUT OUT [options of corpus run], with N shards, from 2 on" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
out=$3
mkdir -p "$out/logs"
array=$(sbatch --parsable --array="1-$1" --output="$out/logs/%x-%a.log" "$here/corpus.sbatch" "$@")
merge=$(sbatch --parsable --dependency="afterok:$array" --output="$out/logs/%x.log" "$here/merge.sbatch" "$out")
echo "array $array, merge $merge"
