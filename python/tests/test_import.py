# SPDX-License-Identifier: GPL-3.0-or-later
"""What importing the package costs."""
import resource
import subprocess
import sys

from conftest import ROOT

MOST = 0.2  # seconds


def cost(code):
    """Processor time of a start of Python: on a busy machine the clock on the wall would say how busy it is."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT / "python", env={"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_it_is_cheap():
    """The least of many starts, turn about with those of Python alone."""
    import_first = cost("import ouroscope")  # writes the byte code, where there is none yet
    starts = [(cost("import ouroscope"), cost("pass")) for _ in range(9)]
    took = min(own for own, _ in starts) - min(bare for _, bare in starts)
    assert 0.001 < took < MOST, f"{1000 * took:.0f} ms, the first time {1000 * import_first:.0f} ms"


def test_nothing_heavy_comes_with_it():
    code = "import sys, ouroscope; print(sorted(set(sys.modules) & {'torch', 'pandas', 'matplotlib', 'transformers', 'safetensors.torch', 'sklearn'}))"
    ran = subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT / "python", capture_output=True, text=True)
    assert ran.stdout.strip() == "[]"
