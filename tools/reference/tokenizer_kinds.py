#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares our tokenizers with the PyPI libraries, kind by kind, on generated strings: ids of each string, 0 differences wanted.

    python3 tools/reference/tokenizer_kinds.py --cli BUILD/tools/tokenize/ouroscope-tokenize [--count 200000] [KIND ...]

Each kind is a folder that is made here, with the tokenizer of a family: Huginn's split pattern, special tokens as words, tokens added to a
sentencepiece model (with legacy true and false), vocab.json with merges.txt, and sentencepiece models converted to tokenizer.json as Llama 2,
Mistral and Gemma have them. Needs tokenizers, transformers, sentencepiece and protobuf; results are in docs/parity.md.
"""
import argparse
import itertools
import json
import pathlib
import shutil
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import tokenizer_strings  # noqa: E402
from tokenizer_parity import BLOCK, ours  # noqa: E402

FIXTURES = ROOT / "tests/text/fixtures"


def huginn(folder):
    from tokenizers import Tokenizer

    shutil.copy(FIXTURES / "huginn.json", folder / "tokenizer.json")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    words = [tokenizer.decode([i], skip_special_tokens=False) for i in range(tokenizer.get_vocab_size())]
    return (lambda texts: [e.ids for e in tokenizer.encode_batch(texts, add_special_tokens=False)],
            words + 8 * tokenizer_strings.LATEX, ["<|begin_text|>", "<|end_turn|>"], [])


def plain_specials(folder):
    from tokenizers import Tokenizer

    shutil.copy(FIXTURES / "smollm.json", folder / "tokenizer.json")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.encode_special_tokens = True
    added = [t.content for t in tokenizer.get_added_tokens_decoder().values()]
    return lambda texts: [e.ids for e in tokenizer.encode_batch(texts, add_special_tokens=False)], [], added, ["--plain"]


def sentencepiece_folder(folder, legacy):
    from transformers import AddedToken, LlamaTokenizer

    shutil.copy(FIXTURES / "spm_bpe.model", folder / "tokenizer.model")
    tokenizer = LlamaTokenizer(str(folder / "tokenizer.model"), legacy=legacy, add_bos_token=False)
    # Ours recognises the control pieces of a model; files of models list them among the added tokens, so that the library does, too.
    control = [p for p in map(tokenizer.sp_model.id_to_piece, range(tokenizer.sp_model.get_piece_size()))
               if tokenizer.sp_model.is_control(tokenizer.sp_model.piece_to_id(p))]
    names = ["<|turn|>", "<think>", "</think>"]
    tokenizer.add_tokens([AddedToken(n, special=True, normalized=False) for n in control], special_tokens=True)
    tokenizer.add_tokens([AddedToken(n, special=n == "<|turn|>", normalized=False) for n in names])
    tokenizer.save_pretrained(folder)
    return lambda texts: [tokenizer.encode(t, add_special_tokens=False) for t in texts], [], names + control, []


def legacy(folder):
    return sentencepiece_folder(folder, True)


def not_legacy(folder):
    return sentencepiece_folder(folder, False)


def vocabulary_files(folder, kind):
    import transformers

    document = json.loads((FIXTURES / {"GPT2Tokenizer": "gpt2_nfc.json", "Qwen2Tokenizer": "qwen2.json"}[kind]).read_text())
    (folder / "vocab.json").write_text(json.dumps(document["model"]["vocab"]))
    merges = [m if isinstance(m, str) else " ".join(m) for m in document["model"]["merges"]]
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(merges) + "\n", encoding="utf-8")
    fast = getattr(transformers, kind + "Fast")
    tokenizer = fast(str(folder / "vocab.json"), str(folder / "merges.txt"), unk_token="<|endoftext|>", bos_token="<|endoftext|>",
                     eos_token="<|endoftext|>", pad_token="<|endoftext|>")
    decoder = {str(document["model"]["vocab"]["<|endoftext|>"]): {"content": "<|endoftext|>", "special": True}}
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": kind, "added_tokens_decoder": decoder}))
    return lambda texts: tokenizer(texts, add_special_tokens=False)["input_ids"], [], ["<|endoftext|>"], []


def gpt2_files(folder):
    return vocabulary_files(folder, "GPT2Tokenizer")


def qwen2_files(folder):
    return vocabulary_files(folder, "Qwen2Tokenizer")


def converted(folder, legacy, change=None):
    """The sentencepiece model as transformers converts it to tokenizer.json; `change` edits the document."""
    from tokenizers import Tokenizer
    from transformers import LlamaTokenizerFast

    fast = LlamaTokenizerFast(vocab_file=str(FIXTURES / "spm_bpe.model"), legacy=legacy, from_slow=True, add_bos_token=False,
                              add_prefix_space=True)
    document = json.loads(fast.backend_tokenizer.to_str())
    if change:
        change(document)
    (folder / "tokenizer.json").write_text(json.dumps(document))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    words = [tokenizer.decode([i], skip_special_tokens=False) for i in range(tokenizer.get_vocab_size())]
    added = [t.content for t in tokenizer.get_added_tokens_decoder().values()]
    return lambda texts: [e.ids for e in tokenizer.encode_batch(texts, add_special_tokens=False)], words, added, []


def llama2_json(folder):
    return converted(folder, True)


def mistral_json(folder):
    return converted(folder, False)


def metaspace_split_json(folder):
    def change(document):
        document["normalizer"] = None
        document["pre_tokenizer"] = {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True}

    return converted(folder, True, change)


def gemma_json(folder):
    def change(document):
        document["normalizer"] = {"type": "Replace", "pattern": {"String": " "}, "content": "\u2581"}
        document["pre_tokenizer"] = {"type": "Split", "pattern": {"String": " "}, "behavior": "MergedWithPrevious", "invert": False}

    return converted(folder, True, change)


KINDS = [huginn, plain_specials, legacy, not_legacy, gpt2_files, qwen2_files, llama2_json, mistral_json, metaspace_split_json, gemma_json]


def compare(kind, cli, count, seed, show):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        oracle, vocabulary, added, options = kind(folder)
        source = tokenizer_strings.Source(seed, vocabulary, added)
        fixed = list(tokenizer_strings.HAND) + list(tokenizer_strings.short_strings(3)) + list(tokenizer_strings.strip_grid(added[:12]))
        strings = itertools.islice(itertools.chain(fixed, source), count)
        done = differences = 0
        while block := list(itertools.islice(strings, BLOCK)):
            for text, ids, answer in zip(block, oracle(block), ours(cli, str(folder), block, options), strict=True):
                if answer.get("ids") != ids:
                    differences += 1
                    if differences <= show:
                        print(f"{text!r}\n  expected {ids}\n  found    {answer}")
            done += len(block)
        print(f"{kind.__name__}: {done} strings, {differences} differences", flush=True)
        return differences


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--cli", required=True)
    parser.add_argument("--count", type=int, default=200000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5)
    a = parser.parse_args()
    kinds = [k for k in KINDS if not a.kinds or k.__name__ in a.kinds]
    return 1 if sum(compare(k, a.cli, a.count, a.seed, a.show) for k in kinds) else 0


if __name__ == "__main__":
    sys.exit(main())
