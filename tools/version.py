#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says the version, or changes it in every file that knows it:

    version.py                      the version; exit status 1 where the files disagree
    version.py 0.2.0 [DATE]         a release of today, or of DATE (2026-12-01): "Unreleased" of CHANGELOG.md becomes it
"""
import datetime
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NUMBER = r"(\d+\.\d+\.\d+)"
PLACES = {  # file: what stands around the version
    "CMakeLists.txt": rf"(?<=project\(Ouroscope VERSION ){NUMBER}",
    "python/pyproject.toml": rf'(?m)(?<=^version = "){NUMBER}',
    "python/ouroscope/__init__.py": rf'(?m)(?<=^__version__ = "){NUMBER}',
    "resources/package/ouroscope.metainfo.xml": rf'(?<=<release version="){NUMBER}',
    "CITATION.cff": rf"(?m)(?<=^version: ){NUMBER}",
    "docs/install.md": rf"(?<=ouroscope-){NUMBER}|(?<=ouroscope_){NUMBER}|(?<=ouroscope-cuda_){NUMBER}",
}
DATES = {
    "resources/package/ouroscope.metainfo.xml": r'(?<= date=")\d{4}-\d\d-\d\d',
    "CITATION.cff": r"(?m)(?<=^date-released: )\d{4}-\d\d-\d\d",
}


def found():
    """file -> the versions in it"""
    return {name: {n for match in re.finditer(pattern, (ROOT / name).read_text()) for n in match.groups() if n} for name, pattern in PLACES.items()}


def change(version, date):
    changelog = ROOT / "CHANGELOG.md"
    text = changelog.read_text()
    heading = f"## {version} ({date})"
    if "\n## Unreleased\n" not in text:
        sys.exit("version: CHANGELOG.md has no heading \"## Unreleased\" that the version could take.")
    changelog.write_text(text.replace("\n## Unreleased\n", f"\n{heading}\n", 1))
    for name, pattern in PLACES.items():
        path = ROOT / name
        text = re.sub(pattern, version, path.read_text())
        if name in DATES:
            text = re.sub(DATES[name], date, text)
        path.write_text(text.replace(' type="development"', ""))


def main(arguments):
    if len(arguments) > 2 or (arguments and not re.fullmatch(NUMBER, arguments[0])):
        sys.exit(__doc__)
    if arguments:
        date = datetime.date.fromisoformat(arguments[1]) if len(arguments) > 1 else datetime.date.today()
        change(arguments[0], date.isoformat())
    versions = found()
    if len(set().union(*versions.values())) != 1 or not all(versions.values()):
        for name, these in versions.items():
            print(f"{name}: {', '.join(sorted(these)) or 'none'}", file=sys.stderr)
        sys.exit("version: the files disagree.")
    print(*set().union(*versions.values()))


main(sys.argv[1:])
