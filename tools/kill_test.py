#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the programs at random moments and makes their system calls fail; then looks at what they left.

Usage: tools/kill_test.py [--cli PROGRAM] [--window PROGRAM] [--kills 300] [--failures 300] [--seed 1]

Without --window only ouroscope-cli is tried; with it also `ouroscope figure all` and window sessions (offscreen).
What must hold after each run:
- the program ended by itself or by the signal that was sent, never by a crash;
- a file under its final name is the one from before or a complete one, and the program opens it;
- a run that was stopped by SIGTERM, SIGINT or SIGHUP after its first token has a record that says so;
- a failed call ends in one sentence and status 1, or changes nothing: then the file is what it always is;
- temporary files of dead processes are gone after the next run in their folder.
Prints what was done and every breach; exits with 1 where there was one. docs/fuzzing.md has the numbers.
"""
import argparse
import collections
import errno
import json
import os
import pathlib
import random
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CRASHES = {signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL}
SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
LONG = ["--generate", "120", "--temperature", "5", "--capture", "hidden,logits,layers", "--loops", "4"]
SHORT = ["--generate", "12", "--temperature", "5", "--capture", "hidden,layers", "--loops", "3"]
TEXT = ["--text", "Ann has 3 cups and Bob has 4.", "--device", "cpu", "--dtype", "f32"]


class Breach(Exception):
    """Something that must hold did not."""


def read_header(path):
    """Header of a safetensors file whose data are as long as it says."""
    data = path.read_bytes()
    if len(data) < 8:
        raise Breach(f"{path.name} has {len(data)} bytes")
    size = struct.unpack("<Q", data[:8])[0]
    try:
        header = json.loads(data[8:8 + size])
    except ValueError as problem:
        raise Breach(f"{path.name} has a broken header: {problem}")
    ends = [entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__"]
    if 8 + size + max(ends, default=0) != len(data):
        raise Breach(f"{path.name} is cut short")
    return header


def trace_info(path):
    return json.loads(read_header(path)["__metadata__"]["ouroscope.trace"])


def temporaries(folder):
    """Temporary files under `folder` whose process has ended."""
    left = []
    for path in folder.rglob(".*.ouroscope-tmp"):
        try:
            os.kill(int(path.name[1:].split("-")[0]), 0)
        except ProcessLookupError:
            left.append(path)
    return left


class Tester:
    def __init__(self, options, work):
        self.cli, self.window = options.cli, options.window
        self.random = random.Random(options.seed)
        self.work = work
        self.done = collections.Counter()
        self.breaches = []
        # Quiet, and apart from what the person who runs this has.
        self.environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(work), LC_ALL="C.UTF-8",
                                XDG_CONFIG_HOME=str(work / "config"), XDG_DATA_HOME=str(work / "data"),
                                XDG_CACHE_HOME=str(work / "cache"), XDG_RUNTIME_DIR=str(work), TMPDIR=str(work / "tmp"))
        (work / "tmp").mkdir(exist_ok=True)
        self.base = work / "base.trace.safetensors"
        self.must([self.cli, "trace", *TEXT, *SHORT, "--out", self.base])

    def must(self, command):
        """A run that nobody disturbs."""
        done = subprocess.run([str(c) for c in command], env=self.environment, capture_output=True, timeout=300)
        if done.returncode != 0:
            raise Breach(f"status {done.returncode} undisturbed: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def opens(self, path):
        read_header(path)
        self.must([self.cli, "info", path])

    def attempt(self, kind, work):
        """Counts one try and notes what it breaks."""
        try:
            outcome = work()
            self.done[f"{kind}: {outcome}"] += 1
        except Breach as breach:
            self.done[f"{kind}: BREACH"] += 1
            self.breaches.append(f"{kind}: {breach}")
            print(f"  breach: {kind}: {breach}", flush=True)

    # ---- kills --------------------------------------------------------------------------------------------------

    def disturbed(self, command, longest, sent):
        """Starts a program and sends it a signal at a random moment. @return status, stderr"""
        process = subprocess.Popen([str(c) for c in command], env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            process.wait(timeout=self.random.uniform(0, longest))
        except subprocess.TimeoutExpired:
            process.send_signal(sent)
        try:
            _, text = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise Breach(f"still there two minutes after {sent.name}")
        status, text = process.returncode, text.decode(errors="replace")
        if status < 0 and signal.Signals(-status) in CRASHES:
            raise Breach(f"{signal.Signals(-status).name} after {sent.name}: {text.strip()[-300:]}")
        if status < 0 and -status != sent:
            raise Breach(f"ended by {signal.Signals(-status).name} after {sent.name}")
        return status, text

    def killed_trace(self, folder, branch):
        out = folder / "run.trace.safetensors"
        before = None
        if self.random.random() < 0.5:
            shutil.copy(self.base, out)
            before = out.read_bytes()
        else:
            out.unlink(missing_ok=True)
        start = ["--branch", self.base, "--at", "9", "--seed", str(self.random.randrange(1000)), "--generate", "100",
                 "--device", "cpu", "--dtype", "f32"] if branch else [*TEXT, *LONG]
        sent = self.random.choice(SIGNALS)
        status, text = self.disturbed([self.cli, "trace", *start, "--out", out], self.longest, sent)
        new = out.exists() and out.read_bytes() != before
        if out.exists():
            self.opens(out)
        elif before is not None:
            raise Breach(f"the file from before is gone after {sent.name}")
        if status == 0 and not new and before is None:
            raise Breach("status 0 without a file")
        if status == 130 and "Stopped" in text:
            events = trace_info(out)["events"] if new else []
            if not events or events[-1]["what"] != "stop":
                raise Breach(f"{sent.name}: it says stopped, the record does not: {text.strip()}")
            return f"{sent.name}, record kept"
        if new and status not in (0, -sent):
            raise Breach(f"{sent.name}: status {status} with a new file: {text.strip()}")
        if status not in (0, 130, -sent):
            raise Breach(f"{sent.name}: status {status}: {text.strip()}")
        if status == 0:
            return f"{sent.name} came too late"
        return f"{sent.name}, nothing had been written" if not new else f"{sent.name}, file was complete"

    def killed_figures(self, folder):
        sent = self.random.choice(SIGNALS)
        status, text = self.disturbed([self.window, "figure", "all", self.traces, "--out", folder / "figures",
                                       "--kinds", "heatmap,text,gate"], self.longest, sent)
        if status not in (0, 130, -sent):
            raise Breach(f"{sent.name}: status {status}: {text.strip()}")
        for path in (folder / "figures").glob("*.*"):
            data = path.read_bytes()
            complete = {".pdf": data.rstrip().endswith(b"%%EOF"), ".svg": data.rstrip().endswith(b"</svg>"),
                        ".png": data.endswith(b"IEND\xaeB`\x82")}.get(path.suffix, len(data) > 0)
            if not complete:
                raise Breach(f"{sent.name}: {path.name} is half written")
        return f"{sent.name}, every file whole"

    def killed_session(self, folder):
        session = folder / "session"
        sent = self.random.choice(SIGNALS)
        status, text = self.disturbed([self.window, "--session-dir", session, "--do", "prompt:Take 3",
                                       "--do", "prompt:Ann has 7 cups", "--do", "file.quit"], self.longest, sent)
        if status not in (0, 130, 128 + sent, -sent):
            raise Breach(f"{sent.name}: status {status}: {text.strip()[-300:]}")
        for path in session.rglob("*.trace.safetensors"):
            self.opens(path)
        for path in session.rglob("session.json"):
            try:
                json.loads(path.read_text())
            except ValueError as problem:
                raise Breach(f"{sent.name}: session.json is no JSON: {problem}")
        return f"{sent.name}, session readable"

    def kills(self, count):
        folder = self.work / "kills"
        folder.mkdir()
        self.traces = self.work / "traces"
        self.traces.mkdir()
        shutil.copy(self.base, self.traces)
        start = time.monotonic()
        self.must([self.cli, "trace", *TEXT, *LONG, "--out", folder / "first.trace.safetensors"])
        self.longest = 1.1 * (time.monotonic() - start)
        print(f"an undisturbed run takes {self.longest / 1.1:.2f} s", flush=True)
        kinds = [("trace", lambda: self.killed_trace(folder, False)), ("branch", lambda: self.killed_trace(folder, True))]
        if self.window:
            kinds += [("figures", lambda: self.killed_figures(folder)), ("session", lambda: self.killed_session(folder))]
        swept = 0
        for i in range(count):
            kind, work = kinds[i % len(kinds)]
            self.attempt("kill of a " + kind, work)
            if i % 20 == 19:
                swept += self.sweep(folder)
        swept += self.sweep(folder)
        self.done["temporary files that the next run removed"] = swept

    def sweep(self, folder):
        """The next run in each folder removes what killed ones left. @return how many files"""
        left = temporaries(folder)
        self.must([self.cli, "trace", *TEXT, *SHORT, "--out", folder / "next.trace.safetensors"])
        if (folder / "figures").exists():
            self.must([self.window, "figure", "heatmap", self.base, "--out", folder / "figures" / "next.svg"])
        if (folder / "session").exists():
            self.must([self.window, "--session-dir", folder / "session", "--do", "prompt:Bob", "--do", "file.quit"])
        for path in temporaries(folder):
            self.breaches.append(f"sweep: {path.relative_to(folder)} is still there")
            print("  breach: " + self.breaches[-1], flush=True)
            path.unlink()
        return len(left)

    # ---- failed calls -------------------------------------------------------------------------------------------

    CALLS = {"open": [errno.EMFILE, errno.ENOSPC, errno.EIO, errno.EACCES], "write": [errno.ENOSPC, errno.EIO],
             "read": [errno.EIO], "fsync": [errno.EIO, errno.ENOSPC], "close": [errno.EIO], "rename": [errno.ENOSPC, errno.EIO],
             "fchmod": [errno.EIO], "fstat": [errno.EIO], "mmap": [errno.ENOMEM], "malloc": [errno.ENOMEM],
             "thread": [errno.EAGAIN], "ftruncate": [errno.ENOSPC]}

    def preload(self, call, at, number, report=""):
        return dict(self.environment, LD_PRELOAD=str(self.shim), FAIL_CALL=call, FAIL_AT=str(at), FAIL_ERRNO=str(number),
                    FAIL_COUNT=str(report))

    def failed(self, name, command, out, good, call, counted):
        number = self.random.choice(self.CALLS[call])
        at = self.random.randint(1, counted)
        out.unlink(missing_ok=True)
        for old in self.here.glob("rescued-*"):
            old.unlink()
        done = subprocess.run([str(c) for c in command], env=self.preload(call, at, number), capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=300, cwd=self.here)
        text = done.stderr.decode(errors="replace").strip()
        what = f"{errno.errorcode[number]} of {call} number {at} of {counted} in `{name}`"
        if done.returncode < 0 or done.returncode > 1:
            raise Breach(f"{what}: status {done.returncode}: {text[-300:]}")
        if out.exists():
            if good is not None and out.suffix == ".safetensors":
                self.opens(out)
            if good is not None and done.returncode == 0 and out.read_bytes() != good:
                raise Breach(f"{what}: status 0 and another file")
        elif done.returncode == 0 and good is not None:
            raise Breach(f"{what}: status 0 without the file")
        for rescued in self.here.glob("rescued-*"):
            self.opens(rescued)
        if temporaries(self.here):
            left = [p.unlink() or p.name for p in temporaries(self.here)]
            raise Breach(f"{what}: {left} left")
        if done.returncode == 1:
            # Calls of standard error itself may be the ones that fail: then there is nothing to read.
            said = [line for line in text.split("\n") if line and not line.startswith("ouroscope-cli: note:")]
            if call != "write" and len(said) != 1:
                raise Breach(f"{what}: not one sentence: {text[-300:]!r}")
            if said and (not said[0].startswith("ouroscope") or len(said[0].split()) < 5):
                raise Breach(f"{what}: not a clear sentence: {said[0]!r}")
        return "one sentence, status 1" if done.returncode else "answered, file as always"

    def failures(self, count):
        self.here = self.work / "failures"
        self.here.mkdir()
        self.shim = self.work / "failing_calls.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", self.shim, ROOT / "tools/failing_calls.c", "-ldl"], check=True)
        out = self.here / "out.trace.safetensors"
        table = self.here / "out.json"
        commands = {
            "trace": ([self.cli, "trace", *TEXT, *SHORT, "--threads", "4", "--out", out], out),
            "branch": ([self.cli, "trace", "--branch", self.base, "--at", "9", "--generate", "5", "--seed", "3", "--device",
                        "cpu", "--dtype", "f32", "--threads", "1", "--out", out], out),
            "show": ([self.cli, "show", self.base, "--format", "json"], table),
            "stats": ([self.cli, "stats", self.base], table),
            "info": ([self.cli, "info", self.base], table),
        }
        if self.window:
            picture = self.here / "out.svg"
            commands["figure"] = ([self.window, "figure", "heatmap", self.base, "--out", picture], picture)
        plan = []
        for name, (command, target) in commands.items():
            self.must_in(command)
            good = target.read_bytes() if target.exists() else None
            for call in self.CALLS:
                if name == "figure" and call in ("malloc", "mmap", "thread"):
                    continue  # Qt ends the program when it gets no memory
                report = self.here / "count"
                subprocess.run([str(c) for c in command], env=self.preload(call, 0, 0, report), capture_output=True,
                               cwd=self.here, timeout=300)
                counted = int(report.read_text() or 0) if report.exists() else 0
                report.unlink(missing_ok=True)
                # Runs that write are what matters most.
                if counted:
                    plan += [(name, command, target, good, call, counted)] * (3 if target == out else 1)
        for i in range(count):
            name, command, target, good, call, counted = plan[self.random.randrange(len(plan))]
            self.attempt(f"failed {call}", lambda: self.failed(name, command, target, good, call, counted))

    def must_in(self, command):
        done = subprocess.run([str(c) for c in command], env=self.environment, capture_output=True, cwd=self.here, timeout=300)
        if done.returncode != 0:
            raise Breach(f"status {done.returncode} undisturbed: {done.stderr.decode(errors='replace')}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cli", type=pathlib.Path, default=ROOT / "build/ci/app/ouroscope-cli")
    parser.add_argument("--window", type=pathlib.Path, help="the program with the window")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--failures", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ouroscope-kills-") as folder:
        tester = Tester(options, pathlib.Path(folder))
        tester.kills(options.kills)
        tester.failures(options.failures)
    for what, times in sorted(tester.done.items()):
        print(f"{times:5} {what}")
    print(f"{len(tester.breaches)} breaches")
    return 1 if tester.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
