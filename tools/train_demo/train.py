# SPDX-License-Identifier: GPL-3.0-or-later
"""Stage I: language modelling with the paper's expected loss over loops and entropy bonus (arXiv 2510.25741).

Everything is drawn from one seed; the curriculum unlocks a level when the last loop masters the one before it.
"""
import argparse, collections, json, os, random, time
import sentencepiece as spm
import torch
import torch.nn.functional as F
import tasks
from model import CONFIG, LoopModel, exit_distribution

EOS_ID = 0


class Stream:
    """Packs documents into rows of `length` tokens; a document never spans rows."""

    def __init__(self, sp, seed, length):
        self.r, self.length, self.pending = random.Random(seed), length, []
        self.level = {t: 1 for t in tasks.SHARES}
        self.ids, self.sp = {}, sp
        self.names, self.weights = list(tasks.SHARES), list(tasks.SHARES.values())

    def id(self, unit):
        if unit not in self.ids:
            self.ids[unit] = self.sp.piece_to_id(unit.replace(" ", "\u2581"))
        return self.ids[unit]

    def document(self):
        task = self.r.choices(self.names, self.weights)[0]
        d = tasks.sample(self.r, task, self.level[task])
        return [(self.id(u), c, lv + 100 * self.names.index(task) if lv else 0, -1 if s is None else self.id(s)) for u, c, lv, s in d.units] + [(EOS_ID, tasks.TEMPLATE, 0, -1)]

    def row(self):
        docs, n = [], 0
        while True:
            d = self.pending.pop() if self.pending else self.document()
            if n + len(d) > self.length + 1:
                if len(self.pending) < 4 and len(d) <= self.length + 1:
                    self.pending.append(d)
                return docs
            docs.append(d)
            n += len(d)

    def batch(self, rows):
        t = self.length + 1
        x, cls, lvl, state, doc = (torch.full((rows, t), v) for v in (EOS_ID, -1, 0, -1, 0))
        for b in range(rows):
            i = 0
            for k, d in enumerate(self.row()):
                n = len(d)
                cols = list(zip(*d))
                x[b, i:i + n] = torch.tensor(cols[0])
                cls[b, i + 1:i + n] = torch.tensor(cols[1][1:])  # a first token cannot be foreseen
                lvl[b, i:i + n] = torch.tensor(cols[2])
                state[b, i:i + n] = torch.tensor(cols[3])
                doc[b, i:i + n] = k + 1
                i += n
        # [rows, length]: inputs, targets, class and level of the target, state at the input, document of the input
        return x[:, :-1], x[:, 1:], cls[:, 1:], lvl[:, 1:], state[:, :-1], doc[:, :-1]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--out", required=True)
    ap.add_argument("--tokenizer", required=True)
    ap.add_argument("--steps", type=int, default=20000)
    ap.add_argument("--rows", type=int, default=10)
    ap.add_argument("--length", type=int, default=112)
    ap.add_argument("--lr", type=float, default=2e-3, help="AdamW: embedding, heads, norms, gate")
    ap.add_argument("--muon-lr", type=float, default=0.02, help="Muon: the layers' matrices")
    ap.add_argument("--beta", type=float, default=0.1)
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--device", default="cpu")
    ap.add_argument("--resume", default="", help="checkpoint to continue from (weights and curriculum; the optimizers start again)")
    ap.add_argument("--compile", type=int, default=1)
    ap.add_argument("--bf16", type=int, default=1, help="matrix products in bf16")
    ap.add_argument("--save-every", type=float, default=5, help="minutes")
    a = ap.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    os.makedirs(a.out, exist_ok=True)
    sp = spm.SentencePieceProcessor(model_file=a.tokenizer)
    stream = Stream(sp, a.seed + 1, a.length)
    model = LoopModel().to(a.device)
    if a.compile:
        model.loop = torch.compile(model.one_loop, dynamic=False)
    matrices = [p for n, p in model.named_parameters() if p.dim() == 2 and n.startswith("layers")]
    others = [p for n, p in model.named_parameters() if not (p.dim() == 2 and n.startswith("layers"))]
    optimizers = [torch.optim.Muon(matrices, a.muon_lr, weight_decay=0.01, momentum=0.95),
                  torch.optim.AdamW(others, a.lr, betas=(0.9, 0.95), weight_decay=0.0, fused=True)]
    rates = [a.muon_lr, a.lr]
    rng = random.Random(a.seed + 2)
    decay_from, decay_steps, first_step = int(0.6 * a.steps), a.steps - int(0.6 * a.steps), 0
    start, step, seen, next_save, skill = time.time(), 0, 0, a.save_every, collections.defaultdict(lambda: [0.0, 0.0])
    if a.resume:
        saved = torch.load(a.resume, map_location=a.device)
        model.load_state_dict(saved["model"])
        stream.level.update(saved["level"])
        stream.r.seed(f"{a.seed}-{saved['step']}")   # not the documents of the first part again
        first_step = step = saved["step"]
        seen = saved["tokens"]
    first_seen = seen
    log = open(os.path.join(a.out, "log.txt"), "a")

    def say(*s):
        print(*s, file=log, flush=True)

    say("parameters", sum(p.numel() for p in model.parameters()), vars(a))
    while True:
        elapsed = (time.time() - start) / 60
        # Constant rate until the decay begins: after 60 % of the steps, or when a file "finish" (holding the steps that are left)
        # appears beside the log. The file's moment is in the log.
        finish = os.path.join(a.out, "finish")
        if step % 10 == 0 and step < decay_from and os.path.exists(finish):
            decay_from, decay_steps = step, int(open(finish).read())
            say(f"finish: decay over {decay_steps} steps from step {step}")
        done = max(0, step - decay_from) / decay_steps
        if done >= 1:
            break
        scale = min(1, (step - first_step + 1) / 100) * max(0.02, 1 - done)
        for o, rate in zip(optimizers, rates):
            for g in o.param_groups:
                g["lr"] = rate * scale
        beta = a.beta if done < 0.5 else a.beta / 2
        ids, target, cls, lvl, state, doc = (z.to(a.device) for z in stream.batch(a.rows))
        loops = 4 if rng.random() < 0.6 else rng.choice((2, 3, 5, 6, 8))
        with torch.autocast(a.device.split(":")[0], torch.bfloat16, enabled=bool(a.bf16)):
            hs = model(ids, doc, loops)
            sel = cls >= 0
            picked = torch.stack([h[sel] for h in hs])
            logits = model.head(picked).float()
            known = state >= 0
            at = torch.stack([h[known] for h in hs])
            state_logits = model.state_head(at).float()
        y, w = target[sel], torch.where(cls[sel] == tasks.ANSWER, 1.0, 0.3)
        w = w / w.sum()
        ce = F.cross_entropy(logits.flatten(0, 1), y.repeat(loops), reduction="none").view(loops, -1)
        p = exit_distribution(model.gate(picked)[..., 0])
        entropy = -(p * (p + 1e-9).log()).sum(0)
        loss = (w * ((p * ce).sum(0) - beta * entropy)).sum()
        if known.any():
            sce = F.cross_entropy(state_logits.flatten(0, 1), state[known].repeat(loops), reduction="none").view(loops, -1).mean(1)
            lw = torch.arange(1, loops + 1, dtype=torch.float32, device=a.device)
            loss = loss + (sce * lw / lw.sum()).sum()
        for o in optimizers:
            o.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for o in optimizers:
            o.step()
        step += 1
        seen += int((doc > 0).sum())
        if loops >= 4:  # the curriculum: running accuracy of loop 4 at each task's highest level
            with torch.no_grad():
                right = (logits[3].argmax(-1) == y).float()
            levels = lvl[sel]
            for z in levels.unique().tolist():
                if z:
                    q = right[levels == z]
                    s, decay = skill[z], 0.98 ** len(q)
                    s[0], s[1] = s[0] * decay + q.mean().item() * (1 - decay), s[1] * decay + (1 - decay)
            for i, t in enumerate(stream.names):
                s = skill.get(100 * i + stream.level[t])
                if s and s[1] > 0.9 and s[0] / s[1] > 0.85 and stream.level[t] < tasks.LEVELS[t]:
                    stream.level[t] += 1
                    say(f"  {t} -> level {stream.level[t]} at step {step}, {seen / 1e6:.2f} M tokens, {elapsed:.1f} min")
        if step % 200 == 0 or step in (20, 50, 100):
            top = " ".join(f"{t}{stream.level[t]}:{s[0] / s[1]:.2f}" for i, t in enumerate(stream.names) if (s := skill.get(100 * i + stream.level[t])) and s[1] > 0)
            say(f"[{elapsed:.1f} min, step {step}, {seen / 1e6:.2f} M tokens, {(seen - first_seen) / elapsed / 60:.0f} tok/s, loss {loss.item():.3f}] {top}")
        if elapsed >= next_save:
            torch.save(dict(model=model.state_dict(), level=stream.level, tokens=seen, step=step), os.path.join(a.out, "latest.pt"))
            next_save += a.save_every
    torch.save(dict(model=model.state_dict(), level=stream.level, tokens=seen, step=step, steps=a.steps), os.path.join(a.out, "final.pt"))
    say(f"done: {step} steps, {seen / 1e6:.2f} M tokens")


if __name__ == "__main__":
    main()
