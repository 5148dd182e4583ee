#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a corpus on a Slurm of its own: a controller and two nodes on this machine, an array of four shards, a task killed in the middle and
# submitted again, the merge; and compares it with one run of the whole, to the byte. Leaves nothing behind. Needs root, to install
# Debian's Slurm where it is not there and to start its daemons.
#
#   tools/slurm/check.sh [ouroscope-cli]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
OUROSCOPE_CLI=$(readlink -f "${1:-$here/../../build/release/app/ouroscope-cli}")
export OUROSCOPE_CLI
[ -x "$OUROSCOPE_CLI" ] || { echo "There is no program $OUROSCOPE_CLI: build it, or name it." >&2; exit 1; }
[ "$(id -u)" = 0 ] || { echo "Slurm's daemons are started as root: run this as root, in a container for instance." >&2; exit 1; }
export PATH=$PATH:/usr/sbin
there() { command -v slurmctld && command -v slurmd && command -v sbatch && command -v munged; }
if ! there > /dev/null; then
  apt-get update -q && apt-get install -q -y --no-install-recommends slurmctld slurmd slurm-client munge
fi

work=$(mktemp -d /tmp/ouroscope-slurm.XXXXXX)
chmod 755 "$work"
pids=()
stop() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  sleep 1
  for pid in "${pids[@]}"; do kill -9 "$pid" 2> /dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT
fail() {
  echo "FAILED: $*" >&2
  tail -n 20 "$work"/*.log >&2 || true
  exit 1
}
# wait_for SECONDS WHAT COMMAND...
wait_for() {
  local seconds=$1 what=$2 i
  shift 2
  for ((i = 0; i < 5 * seconds; ++i)); do
    if "$@" > /dev/null 2>&1; then return 0; fi
    sleep 0.2
  done
  fail "$what"
}

# Ports that nobody listens on.
port() { python3 -c 'import socket; s = socket.socket(); s.bind(("", 0)); print(s.getsockname()[1])'; }

mkdir -p "$work/munge" "$work/state" "$work/spool"
chmod 700 "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=128 count=1 2> /dev/null
chmod 400 "$work/munge/key"
munged --foreground --force --num-threads=2 --key-file="$work/munge/key" --socket="$work/munge.socket" --pid-file="$work/munge/pid" \
  --seed-file="$work/munge/seed" --log-file="$work/munge/log" > "$work/munged.log" 2>&1 &
pids+=($!)
host=$(hostname -s)
cat > "$work/slurm.conf" << CONF
ClusterName=check
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(port)
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool/%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,bf_interval=1
KillWait=5
MinJobAge=600
ReturnToService=2
NodeName=node1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(port) CPUs=2 RealMemory=500
NodeName=node2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(port) CPUs=2 RealMemory=500
PartitionName=all Nodes=node1,node2 Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
wait_for 10 "munged did not start" test -S "$work/munge.socket"
slurmctld -D -f "$SLURM_CONF" > "$work/slurmctld.log" 2>&1 &
pids+=($!)
for node in node1 node2; do
  mkdir -p "$work/spool/$node"
  slurmd -D -N "$node" -f "$SLURM_CONF" > "$work/$node.log" 2>&1 &
  pids+=($!)
done
idle() { [ "$(sinfo -h -N -o '%T' | grep -c idle)" = 2 ]; }
wait_for 30 "the two nodes did not come up" idle
echo "$(sbatch --version): $(sinfo -h -o '%D nodes, %T')"

python3 - "$work/texts.jsonl" << 'PYTHON'
import json, sys
steps = ["double", "triple", "add 4", "subtract 5", "add 1"]
with open(sys.argv[1], "w") as f:
    for i in range(400):
        text = f"Take {i % 10}" + "".join(f", {steps[(i * 7 + s * 3) % 5]}" for s in range(1 + i % 6)) + ", get"
        line = {"question": text, "answer": i // 10 % 10} if i % 8 == 0 else {"text": f"{text} {i // 10 % 10}. Ann has {i % 7} cups."}
        f.write(json.dumps(line) + "\n")
PYTHON
options=(--device cpu --keep 5 --answer-tokens 2)
"$OUROSCOPE_CLI" corpus run "$work/texts.jsonl" --out "$work/whole" --threads 1 "${options[@]}" > /dev/null 2>&1 || fail "the whole run"

# One processor a task: four shards on two nodes of two.
export SBATCH_EXPORT=ALL
sed 's/--cpus-per-task=4/--cpus-per-task=1/' "$here/corpus.sbatch" > "$work/corpus.sbatch"
cp "$here/merge.sbatch" "$here/submit.sh" "$work/"
out=$work/out
bash "$work/submit.sh" 4 "$work/texts.jsonl" "$out" "${options[@]}" | tee "$work/jobs"
array=$(sed 's/array \([0-9]*\),.*/\1/' "$work/jobs") merge=$(sed 's/.*merge //' "$work/jobs")
begun() { [ "$(wc -l < "$out/shard-3/documents.jsonl")" -ge 8 ]; }
wait_for 120 "shard 3 did not begin" begun
scancel --signal=KILL --full "${array}_3"
over() { ! squeue -h -j "$1" -t PENDING,RUNNING,COMPLETING,CONFIGURING -o '%i' | grep -q .; }
wait_for 240 "the array did not end" over "$array"
done_before=$(wc -l < "$out/shard-3/documents.jsonl")
[ "$done_before" -lt 100 ] || fail "task 3 was not killed in the middle"
[ ! -e "$out/corpus" ] || fail "a corpus was merged without shard 3"
scancel "$merge"
again=$(sbatch --parsable --array=3 --output="$out/logs/%x-%a.log" "$work/corpus.sbatch" 4 "$work/texts.jsonl" "$out" "${options[@]}")
last=$(sbatch --parsable --dependency="afterok:$again" --output="$out/logs/%x.log" "$work/merge.sbatch" "$out")
wait_for 240 "the merging job did not end" over "$last"
[ -e "$out/corpus/manifest.json" ] || { cat "$out"/logs/*.log >&2; fail "nothing was merged"; }

diff -r "$work/whole" "$out/corpus" || fail "the merged corpus is not the whole one"
echo "task 3 was killed after $done_before of its 100 documents and went on; 400 documents of 4 shards are those of one run, to the byte"
