#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/text/fixtures/: small tokenizers of the shapes that are supported, and what the reference says to strings.

    python3 tools/tokenizer_fixtures.py [FOLDER]

Per tokenizer NAME there is NAME.json or NAME.model and NAME.jsonl, one JSON array per line: [text, ids] or, where
decoding does not give the text back, [text, ids, decoded]. The first line says with what they were made. The result is
the same at every run with the same versions of tokenizers and sentencepiece.
"""
import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import sentencepiece
import tokenizers
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

import tokenizer_parity
import tokenizer_strings

SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>", "<file_sep>", "<filename>", "<gh_stars>",
           "<issue_start>", "<issue_comment>", "<issue_closed>", "<jupyter_start>", "<jupyter_text>", "<jupyter_code>",
           "<jupyter_output>", "<jupyter_script>", "<empty_output>"]
TIKTOKEN = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}%s| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"
            r"|\s+(?!\S)|\s+")
# How Huginn-0125 splits: the rule "hesiod" of its makers' script (seal-rg/recurrent-pretraining, Apache-2.0).
HUGINN = (
    r'(\\n(?:e(?:wcommand|wenvironment|wline|wpage|wtheorem)|abla|e|eq|geq|gtr|leq|exists|ocite|oindent|olinebreak|onumber'
    r'|opagebreak|ormalsize|ot(?!(?:ag\b|\b)))\b|\n+|\\n(?!\b)|[ \t]?(?:==|!=|<=|>=|<<|>>|\*\*|//|\+=|-=|\*=|/=|%=|&=|\|=|'
    r"\^=|<<=|>>=|\*\*=|//=|:=|\+\+|--|[\p{L}]+['’ʼ](?:\p{L}+)\b|\\[a-zA-Z]+|\\{|\\}|{|}|\\\[|\\\]|\[|\]|\(|\)|_+|\||\+|-|"
    r'\*|—|-|=|[.,!?;()]|\$\$?|`+|\"+|\#+|\p{N}+(?:st|nd|rd|th)|\p{N}{1,1}|[^\r\n\p{L}\p{N}]?\p{L}+|[\p{P}\p{S}]+)|\s+|\p{'
    r'So})')
STRIPPED = [
    AddedToken("<left>", lstrip=True, normalized=False),
    AddedToken("<right>", rstrip=True, normalized=False),
    AddedToken("<both>", lstrip=True, rstrip=True, normalized=True),
    AddedToken("solo", single_word=True, normalized=False),
    AddedToken("loop", single_word=True, lstrip=True, normalized=True),
    AddedToken("de\u0301j\u00e0", normalized=True),
    AddedToken("<righter>", rstrip=True, normalized=True, special=True),
    AddedToken("a b", normalized=False),
    AddedToken("\u00e9\u00e8", normalized=False),
]


def corpus(seed):
    """Sentences of made-up words with English endings, numbers, code and other scripts."""
    rng = random.Random(seed)
    syllables = ["ka", "lo", "mi", "ter", "ing", "ed", "th", "e", "an", "re", "st", "ou", "is", "at", "on", "sh", "q", "x"]
    words = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(1500)]
    extra = tokenizer_strings.WORDS + ["the", "of", "and", "I'm", "we're", "don't", "\u017fo", "caf\u00e9", "nai\u0308ve"]
    lines = []
    for _ in range(4000):
        line = " ".join(rng.choice(words if rng.random() < 0.6 else extra) for _ in range(rng.randint(3, 14)))
        if rng.random() < 0.3:
            line += f" {rng.randint(0, 99999)}.{rng.randint(0, 99)}"
        if rng.random() < 0.2:
            line = "    " * rng.randint(1, 3) + line + ";\n\n\tx = y\n"
        lines.append(line)
    return lines


def trained(vocabulary, special, pre_tokenizer, normalizer=None, seed=1, leave_out=0):
    """A BPE tokenizer; `leave_out` byte characters are missing from its vocabulary, as in some published ones."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.decoder = decoders.ByteLevel()
    if normalizer is not None:
        tokenizer.normalizer = normalizer
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())[: 256 - leave_out]
    trainer = trainers.BpeTrainer(vocab_size=vocabulary, special_tokens=special, initial_alphabet=alphabet,
                                  show_progress=False)
    tokenizer.train_from_iterator(corpus(seed), trainer)
    return tokenizer


def smollm():
    steps = [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    tokenizer = trained(1500, SPECIAL, pre_tokenizers.Sequence(steps), leave_out=20)
    tokenizer.add_tokens(STRIPPED)
    return tokenizer


def gpt2_nfc():
    tokenizer = trained(900, ["<|endoftext|>"], pre_tokenizers.ByteLevel(add_prefix_space=False), normalizers.NFC(), 2)
    tokenizer.add_tokens(STRIPPED)
    return tokenizer


def llama3():
    split = pre_tokenizers.Split(Regex(TIKTOKEN % "{1,3}"), "isolated")
    level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer = trained(800, ["<|endoftext|>", "<|im_end|>"], pre_tokenizers.Sequence([split, level]), seed=3)
    document = json.loads(tokenizer.to_str())
    document["model"]["ignore_merges"] = True
    # A vocabulary entry that no merge leads to: only ignore_merges finds it.
    document["model"]["vocab"]["\u0120unmergeable"] = len(document["model"]["vocab"])
    return Tokenizer.from_str(json.dumps(document))


def qwen2():
    split = pre_tokenizers.Split(Regex(TIKTOKEN % ""), "isolated")
    level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    return trained(600, ["<|endoftext|>", "<|im_start|>", "<|im_end|>"], pre_tokenizers.Sequence([split, level]),
                   normalizers.NFC(), 4)


def fallback():
    """Everything rare at once: compatibility forms, lower case, a prefix space, missing characters, unk and bytes."""
    steps = [pre_tokenizers.Digits(individual_digits=False), pre_tokenizers.ByteLevel(add_prefix_space=True)]
    forms = normalizers.Sequence([normalizers.NFKD(), normalizers.Lowercase()])
    tokenizer = trained(500, ["<|endoftext|>", "<unk>"], pre_tokenizers.Sequence(steps), forms, 5, leave_out=90)
    document = json.loads(tokenizer.to_str())
    vocabulary = document["model"]["vocab"]
    for byte in [0xC3, 0xC4, *range(0x80, 0xA0)]:
        vocabulary[f"<0x{byte:02X}>"] = len(vocabulary)
    document["model"].update(byte_fallback=True, unk_token="<unk>", fuse_unk=True)
    return Tokenizer.from_str(json.dumps(document))


def huginn():
    split = pre_tokenizers.Split(Regex(HUGINN), "removed", invert=True)
    level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    return trained(700, ["<|begin_text|>", "<|end_text|>", "<|begin_header|>", "<|end_header|>", "<|end_turn|>", "<|pad|>"],
                   pre_tokenizers.Sequence([split, level]), seed=7)


def converted(normalizer, pre_tokenizer, strip):
    """As a sentencepiece model with bytes is written when it is converted to tokenizer.json."""
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.normalizer = normalizers.Replace(" ", "\u2581")
    special = ["<unk>", "<s>", "</s>", "<|im_start|>"]
    trainer = trainers.BpeTrainer(vocab_size=700, special_tokens=special, limit_alphabet=120, show_progress=False)
    words = (word for line in corpus(8) for word in pre_tokenizers.Metaspace(prepend_scheme="never").pre_tokenize_str(line))
    tokenizer.train_from_iterator((word for word, _ in words), trainer)
    steps = [decoders.Replace("\u2581", " "), decoders.ByteFallback(), decoders.Fuse()]
    tokenizer.decoder = decoders.Sequence(steps + ([decoders.Strip(" ", 1, 0)] if strip else []))
    document = json.loads(tokenizer.to_str())
    vocabulary = document["model"]["vocab"]
    for byte in range(256):
        vocabulary[f"<0x{byte:02X}>"] = len(vocabulary)
    tokenizer = Tokenizer.from_str(json.dumps(document))
    if normalizer is not None:
        tokenizer.normalizer = normalizer
    if pre_tokenizer is not None:
        tokenizer.pre_tokenizer = pre_tokenizer
    return tokenizer


def llama2():
    return converted(normalizers.Sequence([normalizers.Prepend("\u2581"), normalizers.Replace(" ", "\u2581")]), None, True)


def metaspace():
    """What newer conversions have: a mark in front of the text alone, not behind special tokens."""
    document = json.loads(converted(None, pre_tokenizers.Metaspace(prepend_scheme="first", split=False), True).to_str())
    document["normalizer"] = None
    return Tokenizer.from_str(json.dumps(document))


def gemma():
    return converted(normalizers.Replace(" ", "\u2581"), pre_tokenizers.Split(" ", "merged_with_previous"), False)


def sentencepiece_model(path, options):
    with tempfile.TemporaryDirectory() as folder:
        # Names without a path: the model records them, and a temporary folder's name changes at every run.
        lines = "\n".join(line.replace("\n", " ") for line in corpus(6))
        pathlib.Path(folder, "corpus.txt").write_text(lines, encoding="utf-8")
        subprocess.run(["spm_train", "--input=corpus.txt", "--model_prefix=tokenizer", "--hard_vocab_limit=false",
                        "--num_threads=1", "--minloglevel=2", *options], check=True, cwd=folder)
        path.write_bytes(pathlib.Path(folder, "tokenizer.model").read_bytes())


def is_tie(processor, text):
    """Whether a unigram model has two equally good answers: which one is given differs between library versions."""
    best = processor.nbest_encode(text, nbest_size=2) if text.strip() else []
    scores = [sum(processor.get_score(i) for i in ids) for ids in best]
    return len(scores) == 2 and abs(scores[0] - scores[1]) < 1e-3


def has_tie(oracle, text):
    return any(is_tie(oracle.processor, s) for s in oracle.stretches(text) if isinstance(s, str))


def chosen(count, seed, oracle, short, unigram):
    """`count` strings: the hand-made ones, all short ones up to `short`, the strip grid, then random ones."""
    added = oracle.added[:4] + oracle.added[-8:] if len(oracle.added) > 12 else oracle.added
    fixed = tokenizer_strings.HAND + list(tokenizer_strings.short_strings(short))
    fixed += list(tokenizer_strings.strip_grid(added))
    source = tokenizer_strings.Source(seed, oracle.vocabulary, oracle.added)
    brief = (s for s in source if len(s) <= 40 and not (unigram and has_tie(oracle, s)))
    return list(itertools.islice(itertools.chain(fixed, brief), count))


def write(path, count, seed, short):
    oracle = tokenizer_parity.oracle_for(str(path))
    if path.stem == "huginn":
        oracle.vocabulary += tokenizer_strings.LATEX
    strings = chosen(count, seed, oracle, short, "unigram" in path.name)
    made = f"tokenizers {tokenizers.__version__}" if path.suffix == ".json" else f"sentencepiece {sentencepiece.__version__}"
    lines = [json.dumps({"made_with": made, "strings": len(strings), "seed": seed})]
    for text, (ids, decoded) in zip(strings, oracle.answers(strings)):
        row = [text, ids] if decoded == text else [text, ids, decoded]
        lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    path.with_suffix(".jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(strings)} strings")
    return len(strings)


def main():
    root = pathlib.Path(__file__).resolve().parents[1]
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "tests/text/fixtures"
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    plan = [(smollm, 10000, 3), (gpt2_nfc, 5000, 2), (llama3, 3500, 2), (qwen2, 2500, 2), (fallback, 2500, 2),
            (huginn, 3500, 2), (llama2, 2200, 2), (metaspace, 2200, 2), (gemma, 2200, 2)]
    for seed, (make, count, short) in enumerate(plan):
        path = folder / f"{make.__name__}.json"
        path.write_text(make().to_str(pretty=False) + "\n", encoding="utf-8")
        total += write(path, count, 100 + seed, short)
    control = "--control_symbols=<|endoftext|>,<|im_start|>,<|im_end|>"
    models_plan = {
        "spm_bpe.model": ["--model_type=bpe", "--vocab_size=700", "--byte_fallback=true",
                          "--normalization_rule_name=identity", "--remove_extra_whitespaces=false", control],
        "spm_unigram_nfkc.model": ["--model_type=unigram", "--vocab_size=400", "--normalization_rule_name=nmt_nfkc",
                                   "--user_defined_symbols=solo,<both>", control],
    }
    for seed, (name, options) in enumerate(models_plan.items()):
        sentencepiece_model(folder / name, options)
        total += write(folder / name, 2200, 200 + seed, 2)
    print(f"{total} strings in {folder}")


if __name__ == "__main__":
    main()
