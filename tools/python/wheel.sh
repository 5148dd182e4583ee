#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The package as somebody gets it: a wheel of python/, in a new environment with the versions of tests/requirements.txt, and the
# ten lines of docs/python.md run there, outside of this folder. Needs $OUROSCOPE_PYTHON (python3) with that setuptools, the
# programs in build/ci (or $OUROSCOPE_CLI, $OUROSCOPE_WINDOW), and a network or pip's cache for numpy, safetensors and pandas.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=${OUROSCOPE_PYTHON:-python3}
cli=${OUROSCOPE_CLI:-$PWD/build/ci/app/ouroscope-cli}
window=${OUROSCOPE_WINDOW:-$PWD/build/ci/app/ouroscope}
[ -x "$window" ] || window=
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Without isolation: what builds is the setuptools that was pinned, and nothing is fetched for it. From a copy, so that no folder of a
# build stays beside the sources.
cp -r python "$folder/source"
"$python" -m pip wheel -q --no-deps --no-build-isolation --no-index -w "$folder" "$folder/source"
"$python" -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --only-binary :all: -c tests/requirements.txt "$(ls "$folder"/ouroscope-*.whl)[pandas]"
"$folder/venv/bin/pip" check -q

mkdir "$folder/work"
ln -s "$PWD/resources" "$folder/work/resources"
"$cli" schema > "$folder/schema.json"
sed -n '/^## Ten lines/,/^## /p' docs/python.md | sed -n '/^```python$/,/^```$/p' | sed '/^```/d' > "$folder/ten.py"
[ "$(grep -c . "$folder/ten.py")" = 10 ] || { echo "docs/python.md: the block under Ten lines has $(grep -c . "$folder/ten.py") lines"; exit 1; }
# Drawing is left out where the window is not built.
[ -n "$window" ] || sed -i '/\.figure(/d' "$folder/ten.py"
cd "$folder/work"
cat "$folder/ten.py" - > run.py <<'END'

from pathlib import Path
assert "site-packages" in ouroscope.__file__, ouroscope.__file__
assert Path(ouroscope.__file__).with_name("schema.json").read_text() == Path("../schema.json").read_text(), "the wheel has another schema"
assert len(table) == 17 * 4 and table["entropy"].notna().any(), table
assert not Path("entropy.svg").exists() or Path("entropy.svg").read_text().count("<rect") > 60
print(f"wheel {ouroscope.__version__}: a table of {len(table)} rows" + (", a heatmap" if Path("entropy.svg").exists() else "; no window is built, so no heatmap"))
END
OUROSCOPE_PROGRAM=$window QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" run.py
