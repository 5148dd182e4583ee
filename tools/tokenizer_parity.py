#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares our tokenizer with Hugging Face's on random strings: ids and decoded text.

    python3 tools/tokenizer_parity.py TOKENIZER.json|TOKENIZER.model --count 200000 --seed 1 --cli BUILD/tools/tokenize/ouroscope-tokenize

Prints the number of differences and the first of them; exit status 1 if there are any. Needs the PyPI package tokenizers
(for .json) or sentencepiece (for .model).
"""
import argparse
import itertools
import json
import subprocess
import sys

import tokenizer_strings

BLOCK = 20000


class HuggingFace:
    """The PyPI package tokenizers: encode without the post-processor's templates, decode with special tokens."""

    def __init__(self, path):
        import tokenizers

        self.tokenizer = tokenizers.Tokenizer.from_file(path)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        size = self.tokenizer.get_vocab_size()
        self.vocabulary = [self.tokenizer.decode([i], skip_special_tokens=False) for i in range(size)]
        self.added = [t.content for t in self.tokenizer.get_added_tokens_decoder().values()]

    def answers(self, strings):
        encodings = self.tokenizer.encode_batch(strings, add_special_tokens=False)
        ids = [e.ids for e in encodings]
        return list(zip(ids, self.tokenizer.decode_batch(ids, skip_special_tokens=False)))


class SentencePiece:
    """The PyPI package sentencepiece; control pieces are cut out of the text first, as Hugging Face's wrappers do."""

    def __init__(self, path):
        import sentencepiece

        self.processor = sentencepiece.SentencePieceProcessor(model_file=path)
        size = self.processor.get_piece_size()
        special = [i for i in range(size) if self.processor.is_control(i) or self.processor.is_unknown(i)]
        self.special = {self.processor.id_to_piece(i): i for i in special}
        self.vocabulary = [self.processor.decode([i]) for i in range(size) if i not in special]
        self.added = list(self.special)

    def stretches(self, text):
        """The text as special pieces (id) and the text between (str)."""
        plain, pos = "", 0
        while pos < len(text):
            found = max((s for s in self.special if text.startswith(s, pos)), key=len, default=None)
            if found is None:
                plain += text[pos]
                pos += 1
                continue
            if plain:
                yield plain
            yield self.special[found]
            plain, pos = "", pos + len(found)
        if plain:
            yield plain

    def answer(self, text):
        ids, decoded = [], ""
        for stretch in self.stretches(text):
            if isinstance(stretch, int):
                ids.append(stretch)
                decoded += self.processor.id_to_piece(stretch)
            else:
                part = self.processor.encode(stretch)
                ids += part
                # Characters without a piece become the unknown piece, whose name is what Hugging Face shows.
                run = []
                for i in part:
                    if self.processor.is_unknown(i):
                        decoded += self.processor.decode(run) + self.processor.id_to_piece(i)
                        run = []
                    else:
                        run.append(i)
                decoded += self.processor.decode(run)
        return ids, decoded

    def answers(self, strings):
        return [self.answer(s) for s in strings]


def oracle_for(path):
    return HuggingFace(path) if path.endswith(".json") else SentencePiece(path)


def ours(cli, path, strings, options=()):
    """What our tokenizer of a file or folder answers for each string; `options` are ouroscope-tokenize's."""
    lines = "".join(json.dumps(s) + "\n" for s in strings)
    result = subprocess.run([cli, *options, path], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in result.stdout.split("\n")[:-1]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tokenizer")
    parser.add_argument("--count", type=int, default=200000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--show", type=int, default=5, help="differences to print")
    arguments = parser.parse_args()

    oracle = oracle_for(arguments.tokenizer)
    source = tokenizer_strings.Source(arguments.seed, oracle.vocabulary, oracle.added)
    fixed = list(tokenizer_strings.HAND) + list(tokenizer_strings.short_strings(3))
    fixed += list(tokenizer_strings.strip_grid(oracle.added[:24]))
    strings = itertools.islice(itertools.chain(fixed, source), arguments.count)
    done = differences = 0
    while block := list(itertools.islice(strings, BLOCK)):
        for text, (ids, decoded), answer in zip(block, oracle.answers(block), ours(arguments.cli, arguments.tokenizer, block), strict=True):
            if answer.get("ids") == ids and answer.get("text") == decoded:
                continue
            differences += 1
            if differences <= arguments.show:
                print(f"{text!r}\n  expected {ids} {decoded!r}\n  found    {answer}")
        done += len(block)
    print(f"{arguments.tokenizer}: {done} strings, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
