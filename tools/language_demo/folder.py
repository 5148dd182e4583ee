# SPDX-License-Identifier: GPL-3.0-or-later
"""From the GGUF file of a Llama-like model to the files of a Hugging Face folder, with the gains of the looped layers folded in. NumPy only."""
import json
import os

import numpy as np

import safetensors_file

# GGUF's names of a layer's tensors and those of the folder.
LAYER = {"attn_norm": "input_layernorm", "attn_q": "self_attn.q_proj", "attn_k": "self_attn.k_proj", "attn_v": "self_attn.v_proj",
         "attn_output": "self_attn.o_proj", "ffn_norm": "post_attention_layernorm", "ffn_gate": "mlp.gate_proj", "ffn_up": "mlp.up_proj",
         "ffn_down": "mlp.down_proj"}
WHOLE = {"token_embd": "model.embed_tokens", "output_norm": "model.norm", "output": "lm_head"}
CONTROL, USER_DEFINED = 3, 4  # kinds of tokens that stand for themselves in a text

# The gains of a looped layer, and what each multiplies: rows (axis 0) or columns (axis 1) of a tensor.
GAINS = {"attention_norm": ("input_layernorm", 0), "attention_out": ("self_attn.o_proj", 0), "mlp_norm": ("post_attention_layernorm", 0),
         "mlp_inner": ("mlp.down_proj", 1), "mlp_out": ("mlp.down_proj", 0)}


def halves(rows, heads):
    """GGUF rotates neighbours, the folder's layout the two halves of a head: the rows of q and k go back to it."""
    width = rows.shape[0] // heads
    return rows.reshape(heads, width // 2, 2, -1).transpose(0, 2, 1, 3).reshape(rows.shape)


def weights(gguf):
    """name -> float32, in the order of the file."""
    heads = {"attn_q": gguf.field("llama.attention.head_count"), "attn_k": gguf.field("llama.attention.head_count_kv")}
    out = {}
    for name in gguf.tensors:
        parts = name.split(".")
        values = gguf.tensor(name)
        if parts[0] == "blk":
            _, layer, part, _ = parts
            out[f"model.layers.{layer}.{LAYER[part]}.weight"] = halves(values, heads[part]) if part in heads else values
        else:
            out[f"{WHOLE[parts[0]]}.weight"] = values
    return out


def config(gguf, dtype, names):
    width, heads = gguf.field("llama.embedding_length"), gguf.field("llama.attention.head_count")
    return {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": width, "intermediate_size": gguf.field("llama.feed_forward_length"),
            "num_hidden_layers": gguf.field("llama.block_count"), "num_attention_heads": heads,
            "num_key_value_heads": gguf.field("llama.attention.head_count_kv"), "head_dim": width // heads, "vocab_size": len(gguf.field("tokenizer.ggml.tokens")),
            "rms_norm_eps": round(gguf.field("llama.attention.layer_norm_rms_epsilon"), 9), "rope_theta": gguf.field("llama.rope.freq_base"),
            "max_position_embeddings": gguf.field("llama.context_length"), "tie_word_embeddings": "lm_head.weight" not in names, "hidden_act": "silu",
            "attention_bias": False, "mlp_bias": False, "bos_token_id": gguf.field("tokenizer.ggml.bos_token_id"),
            "eos_token_id": gguf.field("tokenizer.ggml.eos_token_id"), "torch_dtype": {"BF16": "bfloat16", "F32": "float32"}[dtype]}


def tokenizer(gguf):
    """tokenizer.json of a byte-level BPE whose digits are cut one by one (SmolLM's)."""
    words, kinds = gguf.field("tokenizer.ggml.tokens"), gguf.field("tokenizer.ggml.token_type")
    control = [{"id": i, "content": word, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
               for i, (word, kind) in enumerate(zip(words, kinds)) if kind in (CONTROL, USER_DEFINED)]
    bytes_ = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": control, "normalizer": None,
            "pre_tokenizer": {"type": "Sequence", "pretokenizers": [{"type": "Digits", "individual_digits": True}, bytes_]},
            "post_processor": None, "decoder": bytes_,
            "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None, "end_of_word_suffix": None, "fuse_unk": False,
                      "byte_fallback": False, "ignore_merges": False, "vocab": {word: i for i, word in enumerate(words)},
                      "merges": [merge.split(" ") for merge in gguf.field("tokenizer.ggml.merges")]}}


def tokenizer_config(gguf):
    words = gguf.field("tokenizer.ggml.tokens")
    return {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": words[gguf.field("tokenizer.ggml.bos_token_id")],
            "eos_token": words[gguf.field("tokenizer.ggml.eos_token_id")], "chat_template": gguf.field("tokenizer.chat_template")}


def fold(tensors, gains):
    """Multiplies the gains (name of a layer's gain -> vector) into the weights, which change in place."""
    for name, gain in gains.items():
        layer, part = name.rsplit(".", 1)
        tensor, axis = GAINS[part]
        w = tensors[f"{layer}.{tensor}.weight"]
        if gain.shape != (w.shape[axis],):
            raise ValueError(f"The gain {name} has shape {gain.shape}; {w.shape[axis]} numbers are expected.")
        w *= gain if w.ndim == 1 or axis == 1 else gain[:, None]


def write_json(path, value, indent=1):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, indent=indent, ensure_ascii=False)
        f.write("\n")


def write(out, gguf, gains=None, dtype="BF16"):
    """model.safetensors, config.json, tokenizer.json and tokenizer_config.json in the existing folder `out`. Weights are rounded to bf16 before gains
    are folded, as they were when the gains were trained."""
    tensors = {name: safetensors_file.rounded(values) if dtype == "BF16" else values for name, values in weights(gguf).items()}
    fold(tensors, gains or {})
    safetensors_file.write(os.path.join(out, "model.safetensors"), tensors, dtype)
    write_json(os.path.join(out, "config.json"), config(gguf, dtype, tensors))
    write_json(os.path.join(out, "tokenizer.json"), tokenizer(gguf), None)
    write_json(os.path.join(out, "tokenizer_config.json"), tokenizer_config(gguf))
    return sum(int(np.size(t)) for t in tensors.values())
