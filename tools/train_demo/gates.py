# SPDX-License-Identifier: GPL-3.0-or-later
"""Stage II: exit gates on the frozen model (paper section 3.1, stage II). Three of them ship:

stage1     the gate as stage I left it
paper      label of lambda_t is the gain of loop t over loop t-1, t >= 2 (gamma 0.005); lambda_1 keeps stage I's direction
lookahead  label of lambda_t is the best gain still to come after loop t (gamma 0.05): it may stop at loop 1
"""
import torch
import torch.nn.functional as F

K = 50.0


@torch.no_grad()
def cache(model, stream, rows, batches, loops=4):
    """States and losses of the training mixture: h [R,N,d], ce [R,N]."""
    hs, ces = [], []
    for _ in range(batches):
        ids, target, cls, _, _, doc = stream.batch(rows)
        sel = cls >= 0
        h = torch.stack([s[sel] for s in model(ids, doc, loops)])
        y = target[sel]
        ces.append(torch.stack([F.cross_entropy(model.head(x), y, reduction="none") for x in h]))
        hs.append(h)
    return torch.cat(hs, 1), torch.cat(ces, 1)


def train(h, ce, mode, start, steps=800, batch=8192, lr=1e-2, seed=0):
    """start: (weight [1,d], bias [1]) of stage I -> the same shapes, trained."""
    g = torch.Generator().manual_seed(seed)
    weight, bias = (z.clone().requires_grad_() for z in start)
    opt = torch.optim.Adam([weight, bias], lr)
    if mode == "paper":
        gain, first, gamma = (ce[:-1] - ce[1:]).clamp(min=0), 1, 0.005
    else:
        gain, first, gamma = torch.stack([(ce[t] - ce[t + 1:].min(0)[0]).clamp(min=0) for t in range(len(ce) - 1)]), 0, 0.05
    label = 1 - torch.sigmoid(K * (gain - gamma))        # 1: stop here
    for i in range(steps):
        for group in opt.param_groups:
            group["lr"] = lr * (1 - i / steps)
        pick = torch.randint(h.shape[1], (batch,), generator=g)
        logits = h[first:first + len(gain), pick] @ weight[0] + bias
        loss = F.binary_cross_entropy_with_logits(logits, label[:, pick])
        opt.zero_grad()
        loss.backward()
        opt.step()
    return weight.detach(), bias.detach()
