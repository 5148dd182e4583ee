#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the results of lm-evaluation-harness in a folder of check.sh with the reports of `corpus run`.

Usage: tools/lm_eval/compare.py FOLDER
"""
import json
import pathlib
import sys


def main():
    folder = pathlib.Path(sys.argv[1])
    reports = {kind: json.loads((folder / f"{kind}.json").read_text()) for kind in ("choices", "answers")}

    def reported(kind, measure, setting, at):
        for row in reports[kind]["rows"]:
            if row["measure"] == measure and row["setting"] == setting and row["at"] == at:
                return row["estimate"]
        raise SystemExit(f"no {measure} at {setting} {at}")

    agree = True
    for loops in (2, 4):
        results = json.loads(next((folder / f"out-{loops}").rglob("results*.json")).read_text())["results"]
        pairs = [("acc", results["demo_choices"]["acc,none"], reported("choices", "choice_accuracy", "exit", None)),
                 (f"exact match at {loops} loops", results[f"demo_answers_{loops}"]["exact_match,trimmed"],
                  reported("answers", "exact_match", "loop", loops))]
        for name, theirs, ours in pairs:
            print(f"{name}: harness {theirs:.4f}, corpus run {ours:.4f}")
            agree = agree and abs(theirs - ours) < 1e-9
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
