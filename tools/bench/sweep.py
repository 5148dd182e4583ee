#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sweep over all loops and layers of a large model: what its progress line says, how soon it ends when it is cancelled, and how long it takes.

    sweep.py [--cli build/release/app/ouroscope-cli] [--shape 1.4b] [--tokens 64] [--loops 4] [--model FOLDER] [--cancel-after 5] [--whole]

Writes a random model of the shape to FOLDER (default /tmp/ouroscope-random-SHAPE) where there is none; needs NumPy for that only. Sends SIGINT so
many seconds after the first cell and takes the time to the end of the process. --whole: then the sweep once more, to its end. Exit status 1 where
there was no progress line, where the cancelled sweep did not end with status 130, or where it took a second and more to."""
import argparse
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def sweep(args, model, cancel_after):
    """@return seconds from the signal (or the start) to the end, exit status, percent that the progress line said last, seconds the cells took"""
    ids = ",".join(str(1 + i * 37 % 200) for i in range(args.tokens))
    terminal, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen([args.cli, "sweep", "--model", model, "--tokens", ids, "--loops", str(args.loops), "--intervene", "scale,by=0.5,tokens=2"],
                               stdout=subprocess.DEVNULL, stderr=end)
    os.close(end)
    text, percent, first, sent = "", 0, None, None
    begun = time.monotonic()
    while True:
        if select.select([terminal], [], [], 0.01)[0]:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                piece = b""
            if not piece:
                break
            text = (text + piece.decode("utf-8", "replace"))[-4096:]
            said = re.findall(r"Sweeping: (\d+) %", text)
            if said:
                percent = int(said[-1])
                first = first or time.monotonic()
        elif process.poll() is not None:
            break
        if first and sent is None and cancel_after is not None and time.monotonic() - first >= cancel_after:
            process.send_signal(signal.SIGINT)
            sent = time.monotonic()
    status = process.wait()
    now = time.monotonic()
    os.close(terminal)
    return now - (sent or begun), status, percent, (sent or now) - first if first else 0.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", default="build/release/app/ouroscope-cli")
    parser.add_argument("--shape", default="1.4b")
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--loops", type=int, default=4)
    parser.add_argument("--model")
    parser.add_argument("--cancel-after", type=float, default=5)
    parser.add_argument("--whole", action="store_true")
    args = parser.parse_args()
    model = args.model or f"/tmp/ouroscope-random-{args.shape}"
    if not os.path.exists(os.path.join(model, "config.json")):
        subprocess.run([sys.executable, os.path.join(HERE, "../reference/make_random_model.py"), model, "--shape", args.shape], check=True)
    seconds, status, percent, ran = sweep(args, model, args.cancel_after)
    print(f"cancelled {ran:.1f} s after the first cell, at {percent} %: ended {seconds:.2f} s later with status {status}")
    good = ran > 0 and status == 130 and seconds < 1
    if args.whole:
        seconds, status, percent, ran = sweep(args, model, None)
        print(f"whole: {ran:.1f} s from the first cell on, {seconds:.1f} s with loading, status {status}")
        good = good and status == 0
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
