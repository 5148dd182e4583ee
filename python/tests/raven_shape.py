# SPDX-License-Identifier: GPL-3.0-or-later
"""A model in the shape of Huginn's retrofits (docs/model.md), with layers of transformers in place of the released code's own."""
import json
from types import SimpleNamespace

import torch
from safetensors.torch import load_file
from torch import nn
from transformers.models.gemma2 import modeling_gemma2 as gemma2
from transformers.models.llama import modeling_llama as llama


class Block(nn.Module):
    """Layer i of the three segments, counted through, of transformers' Gemma-2 or Llama, under the names of the retrofits."""

    def __init__(self, config, i, of_gemma):
        super().__init__()
        code, self.window = (gemma2, config.sliding_window if config.layer_types[i] == "sliding_attention" else 0) if of_gemma else (llama, 0)
        norm, attention, mlp = (getattr(code, ("Gemma2" if of_gemma else "Llama") + name) for name in ("RMSNorm", "Attention", "MLP"))
        for k in range(1, 5 if of_gemma else 3):
            self.add_module(f"norm_{k}", norm(config.hidden_size, eps=config.rms_norm_eps))
        self.attn, self.mlp, self.of_gemma = attention(config, i), mlp(config), of_gemma

    def forward(self, x, turned, step=None, mask=None, kept=None):
        back = torch.arange(x.shape[1])[:, None] - torch.arange(x.shape[1])[None]
        seen = (back >= 0) & (back < self.window if self.window else True)
        mask = torch.zeros(back.shape).masked_fill(~seen, float("-inf"))[None, None]
        a = self.attn(self.norm_1(x), position_embeddings=turned, attention_mask=mask)[0]
        if not self.of_gemma:
            x = x + a
            return x + self.mlp(self.norm_2(x))
        x = x + self.norm_2(a)
        return x + self.norm_4(self.mlp(self.norm_3(x)))


def layers_config(config):
    """Of the layers, from the keys of config.json."""
    shared = {
        "hidden_size": config["n_embd"], "intermediate_size": config["intermediate_size"], "num_attention_heads": config["num_attention_heads"],
        "num_key_value_heads": config["num_key_value_heads"], "rms_norm_eps": config["norm_eps"], "rope_theta": config["rope_theta"],
        "max_position_embeddings": config["max_position_embeddings"], "head_dim": config["n_embd"] // config["num_attention_heads"],
        "attn_implementation": "eager", "rope_scaling": config.get("rope_scaling"),
    }  # fmt: skip
    if "attn_logit_softcapping" not in config:
        return llama.LlamaConfig(**shared)
    del shared["rope_scaling"]
    own = ("query_pre_attn_scalar", "attn_logit_softcapping", "sliding_window", "layer_types")
    return gemma2.Gemma2Config(**shared, num_hidden_layers=len(config["layer_types"]), **{key: config[key] for key in own})


def weights(folder):
    """The tensors of a folder, those that the released code joins taken apart."""
    config = json.loads((folder / "config.json").read_text())
    q = config["n_embd"]
    kv = q // config["num_attention_heads"] * config["num_key_value_heads"]
    found = {}
    for name, tensor in load_file(folder / "model.safetensors").items():
        tensor = tensor.float()
        if name.endswith("attn.Wqkv.weight"):
            for part, rows in zip("qkv", tensor.split([q, kv, kv])):
                found[name.replace("Wqkv", f"{part}_proj")] = rows
        elif name.endswith("mlp.fc.weight"):
            for part, rows in zip(("gate_proj", "up_proj"), tensor.chunk(2)):
                found[name.replace("fc", part)] = rows
        else:
            found[name.replace("attn.proj", "attn.o_proj").replace("mlp.proj", "mlp.down_proj")] = tensor
    return found


class Raven(nn.Module):
    """Prelude, R times [adapter; core], coda."""

    def __init__(self, folder):
        super().__init__()
        c = json.loads((folder / "config.json").read_text())
        own, of_gemma, d = layers_config(c), "attn_logit_softcapping" in c, c["n_embd"]
        counts = [c[f"n_layers_in_{part}"] for part in ("prelude", "recurrent_block", "coda")]
        blocks = [Block(own, i, of_gemma) for i in range(sum(counts))]
        self.config = SimpleNamespace(**c)
        self.transformer = nn.ModuleDict({
            "wte": nn.Embedding(c["padded_vocab_size"] if "padded_vocab_size" in c else c["vocab_size"], d), "adapter": nn.Linear(2 * d, d, bias=False),
            "prelude": nn.ModuleList(blocks[: counts[0]]), "core_block": nn.ModuleList(blocks[counts[0] : counts[0] + counts[1]]),
            "coda": nn.ModuleList(blocks[counts[0] + counts[1] :]), "ln_f": (gemma2.Gemma2RMSNorm if of_gemma else llama.LlamaRMSNorm)(d, eps=c["norm_eps"]),
        })  # fmt: skip
        self.lm_head = nn.Linear(d, self.transformer.wte.num_embeddings, bias=False)
        self.rotary_emb, self.emb_scale = llama.LlamaRotaryEmbedding(own), d**0.5 if of_gemma else 1.0
        self.load_state_dict(weights(folder))

    def forward(self, ids, input_states, num_steps, use_cache):
        body = self.transformer
        x = body.wte(ids) * self.emb_scale
        turned = self.rotary_emb(x, torch.arange(ids.shape[1])[None])
        for block in body.prelude:
            x = block(x, turned)
        state = input_states
        for _ in range(int(num_steps.sum())):
            state = body.adapter(torch.cat((state, x), -1))
            for block in body.core_block:
                state = block(state, turned)
        for block in body.coda:
            state = block(state, turned)
        return self.lm_head(body.ln_f(state))
