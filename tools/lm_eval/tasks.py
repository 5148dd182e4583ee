#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes local tasks of the demo model for lm-evaluation-harness, and the same questions for `corpus run`.

Usage: tools/lm_eval/tasks.py HELDOUT.jsonl FOLDER QUESTIONS
"""
import json
import pathlib
import random
import sys

CHOICES = """task: demo_choices
dataset_path: json
dataset_kwargs:
  data_files:
    test: {data}
test_split: test
output_type: multiple_choice
doc_to_text: question
doc_to_choice: choices
doc_to_target: answer
target_delimiter: " "
metric_list:
  - metric: acc
  - metric: acc_norm
"""

ANSWERS = """task: demo_answers_{loops}
dataset_path: json
dataset_kwargs:
  data_files:
    test: {data}
test_split: test
output_type: generate_until
doc_to_text: question
doc_to_target: answer
generation_kwargs:
  until: ["."]
  max_gen_toks: 4
  loops: {loops}
  exit_threshold: 1
filter_list:
  - name: trimmed
    filter:
      - function: remove_whitespace
      - function: take_first
metric_list:
  - metric: exact_match
"""


def main():
    source, folder, count = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    items = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    draw = random.Random(4)
    answers = {}
    for item in items:
        answers.setdefault(item["class"], set()).add(item["answer"].strip())
    # Classes with enough answers for four choices.
    items = [item for item in items if len(answers[item["class"]]) >= 4]
    draw.shuffle(items)
    choices, free = [], []
    for item in items[:count]:
        right = item["answer"].strip()
        options = [right] + draw.sample(sorted(answers[item["class"]] - {right}), 3)
        draw.shuffle(options)
        choices.append({"question": item["prompt"], "choices": options, "answer": options.index(right)})
        free.append({"question": item["prompt"], "answer": right})
    for name, lines in (("choices", choices), ("answers", free)):
        for suffix in ("json", "corpus.jsonl"):
            (folder / f"{name}.{suffix}").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    (folder / "demo_choices.yaml").write_text(CHOICES.format(data=folder / "choices.json"), encoding="utf-8")
    for loops in (2, 4):
        (folder / f"demo_answers_{loops}.yaml").write_text(ANSWERS.format(data=folder / "answers.json", loops=loops), encoding="utf-8")


if __name__ == "__main__":
    main()
