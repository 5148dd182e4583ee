# SPDX-License-Identifier: GPL-3.0-or-later
"""From a training checkpoint to resources/demo: BF16 weights, stage II gates, tokenizer, prompts, held-out data, model card."""
import argparse, json, os, random, shutil
import sentencepiece as spm
import torch
from safetensors.torch import save_file
import evaluate, gates, tasks
from card import write_card
from model import CONFIG, LoopModel
from train import Stream

Q = 0.7
PROMPTS = [
    ("One step", "Take 7, add 2, get", " 9", 4, "The answer is there at loop 1: nothing to wait for."),
    ("Six steps", "Take 3, add 4, double, subtract 5, triple, add 1, get", " 8", 4, "Only the last digit counts: 7, 4, 9, 7, 8. Watch the top word at each loop: the answer arrives only after several."),
    ("Longer than trained", "Take 5, add 3, double, subtract 1, triple, add 6, double, add 2, triple, get", " 2", 8, "Eight operations on the last digit, trained to six: raise the loop budget beyond 4."),
    ("One fact", "Ann's boss is", None, 4, "A fact stored in the weights: one loop."),
    ("Three facts", "Ann's boss's friend's teacher is", None, 4, "Each possessive is one more step; only the last token needs the depth."),
    ("Four facts", "Ann's boss's friend's teacher's boss is", None, 8, "Never trained: more loops solve some of them."),
    ("Cups", "The ball is under the red cup. Swap red and blue. Swap blue and green. Swap green and red. Where is the ball? Under the", " red", 4, "About one loop more for every swap."),
    ("Brackets", "4 * (7 - 2) =", " 0", 4, "Only the last digit counts. Compare with 4 + 4 =."),
    ("Days", "The day after the day before Monday is", " Monday", 4, "Looks deep, is a sum: two loops."),
    ("A story", "Once upon a time there was a little fox named", None, 4, "A flat map: the next word is uncertain, not hard. High entropy, exit at loop 1."),
    ("Too many loops", "Take 4, double, add 3, triple, subtract 6, add 9, double, subtract 7, triple, add 5, get", " 2", 10, "Ten operations at ten loops: see where more loops stop helping."),
]


def fact(text):
    parts = text.removesuffix(" is").split("'s ")
    v = tasks.NAMES.index(parts[0])
    for rel in parts[1:]:
        v = tasks.WORLD[rel][v]
    return " " + tasks.NAMES[v]


def rounded(state):
    return {k: v.to(torch.bfloat16).float() for k, v in state.items()}


def hf_tensors(state, gate):
    d = CONFIG["hidden"]
    out = {"model.embed_tokens.weight": state["embed.weight"], "model.norm.weight": state["norm.weight"], "lm_head.weight": state["head.weight"],
           "model.early_exit_gate.weight": gate[0].view(1, d), "model.early_exit_gate.bias": gate[1].view(1)}
    for i in range(CONFIG["layers"]):
        a, b = f"layers.{i}.", f"model.layers.{i}."
        for name, part in zip("qkv", state[a + "qkv.weight"].split(d)):
            out[b + f"self_attn.{name}_proj.weight"] = part
        out[b + "self_attn.o_proj.weight"] = state[a + "o.weight"]
        for name, part in zip(("gate", "up"), state[a + "gate_up.weight"].split(CONFIG["ffn"])):
            out[b + f"mlp.{name}_proj.weight"] = part
        out[b + "mlp.down_proj.weight"] = state[a + "down.weight"]
        for ours, theirs in (("input_norm", "input_layernorm"), ("input_norm_2", "input_layernorm_2"), ("post_norm", "post_attention_layernorm"), ("post_norm_2", "post_attention_layernorm_2")):
            out[b + theirs + ".weight"] = state[a + ours + ".weight"]
    return {k: v.to(torch.bfloat16).contiguous() for k, v in out.items()}


def config():
    return {"architectures": ["OuroForCausalLM"], "model_type": "ouro", "vocab_size": CONFIG["vocab"], "hidden_size": CONFIG["hidden"],
            "intermediate_size": CONFIG["ffn"], "num_hidden_layers": CONFIG["layers"], "num_attention_heads": CONFIG["heads"],
            "num_key_value_heads": CONFIG["heads"], "head_dim": CONFIG["hidden"] // CONFIG["heads"], "hidden_act": "silu",
            "max_position_embeddings": 512, "rms_norm_eps": CONFIG["eps"], "rope_theta": CONFIG["theta"], "rope_scaling": None,
            "tie_word_embeddings": False, "use_sliding_window": False, "sliding_window": None, "attention_dropout": 0.0,
            "layer_types": ["full_attention"] * CONFIG["layers"], "total_ut_steps": CONFIG["loops"], "early_exit_threshold": Q,
            "bos_token_id": None, "eos_token_id": 0, "pad_token_id": None, "initializer_range": 0.02, "torch_dtype": "bfloat16", "use_cache": True}


def jsonl(path, items):
    with open(path, "w") as f:
        for i in items:
            f.write(json.dumps(i, separators=(",", ":")) + "\n")


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--checkpoint", required=True)
    ap.add_argument("--tokenizer", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--note", default="", help="a sentence on how this run went, for the model card")
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(0)
    os.makedirs(a.out, exist_ok=True)
    saved = torch.load(a.checkpoint, map_location="cpu")
    full = LoopModel()
    full.load_state_dict(saved["model"])
    model = LoopModel()
    model.load_state_dict(rounded(saved["model"]))      # everything from here on sees the shipped weights
    model.eval(), full.eval()
    sp = spm.SentencePieceProcessor(model_file=a.tokenizer)
    stream = Stream(sp, 4242, 112)
    levels = saved["level"]                              # what the curriculum unlocked
    stream.level = dict(levels)
    encode = stream.id

    h, ce = gates.cache(model, stream, rows=32, batches=40)
    stage1 = (model.gate.weight.detach(), model.gate.bias.detach())
    sets = {"stage1": stage1, "paper": gates.train(h, ce, "paper", stage1), "lookahead": gates.train(h, ce, "lookahead", stage1)}
    sets = {n: tuple(z.to(torch.bfloat16).float() for z in g) for n, g in sets.items()}
    save_file(hf_tensors(model.state_dict(), sets["lookahead"]), os.path.join(a.out, "model.safetensors"), metadata={"format": "pt"})
    save_file({f"{n}.{part}": z.view(shape).contiguous() for n, g in sets.items() for part, z, shape in (("weight", g[0], (1, -1)), ("bias", g[1], (1,)))},
              os.path.join(a.out, "gates.safetensors"), metadata={"default": "lookahead"})
    json.dump(config(), open(os.path.join(a.out, "config.json"), "w"), indent=2)
    shutil.copy(a.tokenizer, os.path.join(a.out, "tokenizer.model"))

    shipped, docs = evaluate.heldout(encode, evaluate.ITEMS), evaluate.texts(encode, 400, levels)
    for i in shipped[:200] + docs[:50]:   # text and ids must agree, or the command line would measure another model
        assert sp.encode(i.get("prompt", i.get("text"))) == i.get("prompt_ids", i.get("ids")), i
    jsonl(os.path.join(a.out, "heldout.jsonl"), shipped)
    jsonl(os.path.join(a.out, "texts.jsonl"), docs)

    table = evaluate.accuracy_table(model, shipped, sets, Q)
    text = evaluate.text_table(model, docs, sets, Q)
    big = evaluate.accuracy_table(model, evaluate.heldout(encode, evaluate.BAR_ITEMS, seed=999), sets, Q)
    results = evaluate.bars(big, text, levels)
    flips = evaluate.states(full, [d["ids"] for d in docs], 4), evaluate.states(model, [d["ids"] for d in docs], 4)
    with torch.no_grad():
        equal = torch.cat([(full.head(x[-1]).argmax(-1) == model.head(y[-1]).argmax(-1)).float() for x, y in zip(*flips)]).mean().item()
    results.append({"bar": "same top-1 after rounding to bf16, per cent", "found": round(100 * equal, 2), "wanted": ">= 99.9", "met": equal >= 0.999})

    prompts = []
    for title, prompt, answer, loops, look in PROMPTS:
        answer = answer if answer else fact(prompt) if "'s" in prompt else None
        ids = sp.encode(prompt)
        with torch.no_grad():
            words = [sp.id_to_piece(int(model.head(s[0, -1]).argmax())).replace("\u2581", " ") for s in model(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.long), loops)]
        prompts.append({"title": title, "text": prompt, "answer": answer, "loops": loops, "look": look, "generate": 0, "top_word_by_loop": words})
    json.dump(prompts, open(os.path.join(a.out, "prompts.json"), "w"), indent=1)
    json.dump({"q": Q, "tokens_trained": saved["tokens"], "levels_trained": levels, "steps": saved["step"], "items_per_level": evaluate.ITEMS, "heldout": table, "texts": text,
               "bars": results, "bar_items_per_level": evaluate.BAR_ITEMS}, open(os.path.join(a.out, "eval.json"), "w"), indent=1)
    write_card(os.path.join(a.out, "MODEL_CARD.md"), saved, table, text, results, prompts, Q, a.note)
    for r in results:
        print("met   " if r["met"] else "MISSED", r["bar"], r["found"], r["wanted"])


if __name__ == "__main__":
    main()
