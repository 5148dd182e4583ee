#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a random folder of a family other than Ouro (make_random_model.py) for tests: config, weights, a byte-level tokenizer.

    make_random_family.py OUT llama [--seed 1] [--dtype bf16] [--set key=json ...]
    make_random_family.py OUT all                       every kind, as OUT/KIND
"""
import argparse
import json
import os

import numpy as np

from make_random_model import tokenizer, write_shard

BASE = {"vocab_size": 300, "hidden_size": 48, "intermediate_size": 70, "num_hidden_layers": 4, "num_attention_heads": 4, "num_key_value_heads": 2,
        "hidden_act": "silu", "max_position_embeddings": 4096, "rms_norm_eps": 1e-5, "rope_theta": 10000.0, "tie_word_embeddings": False, "bos_token_id": 0, "eos_token_id": 0, "pad_token_id": 0}
LLAMA3 = {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 64}
YARN = {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 64}
CAPS = {"attn_logit_softcapping": 1.5, "final_logit_softcapping": 3.0}  # so low that they are felt
KINDS = {  # name: what config.json says beside BASE
    "llama": {"model_type": "llama", "architectures": ["LlamaForCausalLM"]},
    "llama-tied-biased": {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "tie_word_embeddings": True, "attention_bias": True, "mlp_bias": True,
                          "rope_scaling": {"type": "linear", "factor": 2.0}},
    "llama3": {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "rope_scaling": LLAMA3, "head_dim": 18, "tie_word_embeddings": True},
    "mistral": {"model_type": "mistral", "architectures": ["MistralForCausalLM"], "sliding_window": None},
    "qwen2": {"model_type": "qwen2", "architectures": ["Qwen2ForCausalLM"], "use_sliding_window": False, "sliding_window": 32768, "max_window_layers": 4, "rope_scaling": YARN},
    "qwen3": {"model_type": "qwen3", "architectures": ["Qwen3ForCausalLM"], "head_dim": 16, "attention_bias": False},
    "olmo2": {"model_type": "olmo2", "architectures": ["Olmo2ForCausalLM"], "num_key_value_heads": 4, "rms_norm_eps": 1e-6, "attention_bias": False},
    "smollm3": {"model_type": "smollm3", "architectures": ["SmolLM3ForCausalLM"], "tie_word_embeddings": True, "no_rope_layers": [1, 1, 1, 0]},
    "gemma2": {"model_type": "gemma2", "architectures": ["Gemma2ForCausalLM"], "hidden_activation": "gelu_pytorch_tanh", "head_dim": 16, "rms_norm_eps": 1e-6, "tie_word_embeddings": True,
               "query_pre_attn_scalar": 24, **CAPS, "sliding_window": 40, "layer_types": ["sliding_attention", "full_attention"] * 2},
    "nanbeige": {"model_type": "nanbeige", "architectures": ["NanbeigeForCausalLM"], "num_loops": 2, "head_dim": 20, "rope_theta": 7e7, "loop_loss_weights": [],
                 "skip_loop_final_norm": False},
    "nanbeige-skipped": {"model_type": "nanbeige", "architectures": ["NanbeigeForCausalLM"], "num_loops": 2, "head_dim": 20, "skip_loop_final_norm": True,
                         "qk_layernorm": True, "attention_bias": True},
    "nanbeige-split-shared": {"model_type": "nanbeige", "architectures": ["NanbeigeForCausalLM"], "num_hidden_layers": 6, "enable_double_loop_split": True,
                              "loop_middle_layers": 2, "loop_share_kv": True},
    "nanbeige-split": {"model_type": "nanbeige", "architectures": ["NanbeigeForCausalLM"], "num_hidden_layers": 6, "enable_double_loop_split": True, "loop_middle_layers": 2},
}
RAVEN = {"model_type": "huginn_raven", "architectures": ["RavenForCausalLM"], "vocab_size": 300, "padding_multiple": 100, "n_embd": 48, "intermediate_size": 70, "n_layers": 5,
         "n_layers_in_prelude": 1, "n_layers_in_recurrent_block": 2, "n_layers_in_coda": 2, "mean_recurrence": 4, "injection_type": "linear", "state_init": "like-init",
         "test_time_noise": 0, "test_time_noise_type": "fixed", "block_size": 4096, "nonlin_name": "SiLU", "mlp_class_name": "GatedMLP", "norm_class_name": "RMSNorm_llama",
         "bos_token_id": 0, "eos_token_id": 0, "bias": False}
# Windows of a plain model's layers, looped without training: what ouroscope.json says.
for rule in ("naive", "euler", "anchored", "ema"):
    KINDS[f"llama-window-{rule}"] = {**KINDS["llama"], "num_hidden_layers": 5, "_own": {"loop_layers": [2, 3], "step": rule, "weight": 0.25 if rule == "ema" else 0.5}}
# Attention to the last positions only, in plain models and in those whose layers are looped.
KINDS["mistral-sliding"] = {**KINDS["mistral"], "sliding_window": 40}
KINDS["qwen2-sliding"] = {**KINDS["qwen2"], "use_sliding_window": True, "sliding_window": 24, "max_window_layers": 2}
KINDS["smollm3-sliding"] = {**KINDS["smollm3"], "use_sliding_window": True, "sliding_window": 30}
KINDS["mistral-sliding-looped"] = {**KINDS["mistral-sliding"], "_own": {"loop_layers": [2, 3], "step": "ema"}}
KINDS["qwen2-sliding-looped"] = {**KINDS["qwen2-sliding"], "_own": {"loop_layers": [2, 3], "step": "anchored"}}
KINDS.update({
    "huginn": {**RAVEN, "num_attention_heads": 4, "n_heads": 4, "norm_eps": 1e-6, "rope_base": 50000, "qk_bias": True, "tie_embeddings": True},
    "huginn-llama": {**RAVEN, "num_attention_heads": 4, "num_key_value_heads": 2, "norm_eps": 1e-5, "rope_theta": 5e5, "rope_scaling": LLAMA3, "max_position_embeddings": 4096,
                     "qk_bias": False, "tie_embeddings": False, "init_values": {"std": 0.0087039, "embed_scale": 1.0}},
    "huginn-olmo2": {**RAVEN, "num_attention_heads": 4, "num_key_value_heads": 4, "norm_eps": 1e-6, "rope_theta": 5e5, "max_position_embeddings": 4096,
                     "qk_bias": False, "tie_embeddings": False, "init_values": {"std": 0.0087039, "embed_scale": 1.0}},
    "huginn-gemma2": {**RAVEN, "num_attention_heads": 4, "num_key_value_heads": 2, "norm_eps": 1e-6, "rope_theta": 1e4, "max_position_embeddings": 4096, "qk_bias": False,
                      "tie_embeddings": False, "init_values": {"std": 0.0087039, "embed_scale": 1.0}, "query_pre_attn_scalar": 24, **CAPS, "sliding_window": 40,
                      "layer_types": ["sliding_attention", "full_attention", "sliding_attention", "full_attention", "sliding_attention"]},
})
KINDS["huginn-llama-skip"] = {**KINDS["huginn-llama"], "initial_state_mode": "skip-adapter"}


def raven_tensors(c, kind):
    d, f, heads = c["n_embd"], c["intermediate_size"], c["num_attention_heads"]
    kv = c.get("num_key_value_heads", heads)
    n = d // heads
    centre = lambda x: x - 1 if kind == "huginn-gemma2" else x  # of norms that scale by 1 + weight
    # The released embedding of Huginn is small and scaled up by sqrt(d).
    out = {"transformer.wte.weight": ((c["vocab_size"], d), 0, 1 / np.sqrt(d) if kind in ("huginn", "huginn-gemma2") else 1.0), "transformer.ln_f.weight": ((d,), centre(1.0), 0.2),
           "transformer.adapter.weight": ((d, 2 * d), 0, 0.7 / np.sqrt(d))}
    if not c["tie_embeddings"]:
        out["lm_head.weight"] = ((c["vocab_size"], d), 0, 2.0 / np.sqrt(d))
    for part, count in (("prelude", c["n_layers_in_prelude"]), ("core_block", c["n_layers_in_recurrent_block"]), ("coda", c["n_layers_in_coda"])):
        for i in range(count):
            p = f"transformer.{part}.{i}."
            for name, rows, cols in (("attn.Wqkv", (heads + 2 * kv) * n, d), ("attn.proj", d, heads * n), ("mlp.fc", 2 * f, d), ("mlp.proj", d, f)):
                out[f"{p}{name}.weight"] = ((rows, cols), 0, 0.5 / np.sqrt(cols))
            for k in range(1, 5 if kind in ("huginn", "huginn-gemma2") else 3):
                out[f"{p}norm_{k}.weight"] = ((d,), centre(0.3 if kind == "huginn-olmo2" or kind == "huginn-gemma2" and k % 2 == 0 else 1.0), 0.1)
            if kind == "huginn":
                out[f"{p}attn.qk_bias"] = ((2, 1, heads, n), 0, 0.3)
            if kind == "huginn-olmo2":
                out[f"{p}attn.q_norm.weight"], out[f"{p}attn.k_norm.weight"] = ((heads * n,), 1.0, 0.3), ((kv * n,), 1.0, 0.3)
    return out


def llama_tensors(c):
    """name -> (shape, centre, spread). Branches are small beside the stream, as in trained models: rounding must not grow as in a chaotic system."""
    kind, d, f = c["model_type"], c["hidden_size"], c["intermediate_size"]
    n = c.get("head_dim") or d // c["num_attention_heads"]
    a, kv = n * c["num_attention_heads"], n * c["num_key_value_heads"]
    gemma = kind == "gemma2"
    out = {"model.embed_tokens.weight": ((c["vocab_size"], d), 0, 1 / np.sqrt(d) if gemma else 1.0), "model.norm.weight": ((d,), 0.0 if gemma else 1.0, 0.2)}
    if not c["tie_word_embeddings"]:
        out["lm_head.weight"] = ((c["vocab_size"], d), 0, 2.0 / np.sqrt(d))
    biased = {"q": kind == "qwen2" or c.get("attention_bias"), "o": c.get("attention_bias")}
    biased["k"] = biased["v"] = biased["q"]
    for i in range(c["num_hidden_layers"]):
        p = f"model.layers.{i}."
        for name, rows, cols in (("q", a, d), ("k", kv, d), ("v", kv, d), ("o", d, a)):
            out[f"{p}self_attn.{name}_proj.weight"] = ((rows, cols), 0, 1.0 / np.sqrt(cols))
            if biased[name]:
                out[f"{p}self_attn.{name}_proj.bias"] = ((rows,), 0, 0.5)
        for name, rows, cols in (("gate", f, d), ("up", f, d), ("down", d, f)):
            out[f"{p}mlp.{name}_proj.weight"] = ((rows, cols), 0, 1.0 / np.sqrt(cols))
            if c.get("mlp_bias"):
                out[f"{p}mlp.{name}_proj.bias"] = ((rows,), 0, 0.5)
        if kind == "olmo2":
            norms = {"post_attention_layernorm": 0.3, "post_feedforward_layernorm": 0.3}
            out[f"{p}self_attn.q_norm.weight"], out[f"{p}self_attn.k_norm.weight"] = ((a,), 1.0, 0.3), ((kv,), 1.0, 0.3)
        elif kind == "gemma2":  # scale by 1 + weight
            norms = {"input_layernorm": 0.0, "post_attention_layernorm": -0.7, "pre_feedforward_layernorm": 0.0, "post_feedforward_layernorm": -0.7}
        else:
            norms = {"input_layernorm": 0.5, "post_attention_layernorm": 0.5}
        for name, centre in norms.items():
            out[f"{p}{name}.weight"] = ((d,), centre, 0.1)
        if kind == "qwen3" or c.get("qk_layernorm"):
            name = "norm" if kind == "qwen3" else "layernorm"
            out[f"{p}self_attn.q_{name}.weight"], out[f"{p}self_attn.k_{name}.weight"] = ((n,), 1.0, 0.3), ((n,), 1.0, 0.3)
    return out


def make(out, kind, seed=1, dtype="bf16", changes=None):
    raven = KINDS[kind]["model_type"] == "huginn_raven"
    config = {**({} if raven else BASE), **KINDS[kind], **(changes or {})}
    own = config.pop("_own", None)
    config["torch_dtype"] = {"bf16": "bfloat16", "f32": "float32"}[dtype]
    os.makedirs(out, exist_ok=True)
    rng = np.random.Generator(np.random.PCG64(seed))
    write_shard(os.path.join(out, "model.safetensors"), raven_tensors(config, kind) if raven else llama_tensors(config), dtype.upper(), rng)
    files = {"config.json": config, "tokenizer.json": tokenizer(config["vocab_size"]), **({"ouroscope.json": own} if own else {})}
    for name, content in files.items():
        with open(os.path.join(out, name), "w") as f:
            json.dump(content, f)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("out")
    ap.add_argument("kind", choices=[*KINDS, "all"])
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--dtype", choices=("bf16", "f32"), default="bf16")
    ap.add_argument("--set", action="append", default=[], metavar="KEY=JSON", help="a field of config.json")
    a = ap.parse_args()
    changes = {k: json.loads(v) for k, v in (s.split("=", 1) for s in a.set)}
    for kind in KINDS if a.kind == "all" else [a.kind]:
        make(os.path.join(a.out, kind) if a.kind == "all" else a.out, kind, a.seed, a.dtype, changes)


if __name__ == "__main__":
    main()
