#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a small corpus with `ouroscope-cli corpus run` and computes its report again in float64 NumPy, from the kept traces alone.

    corpus_numpy.py --cli build/ci/app/ouroscope-cli

Means, intervals, and the counts beside them are compared: by class of token, by a field, with whole groups resampled, over documents and over
tokens. Bounds: 1e-9 (sums are kept in steps of 2^-40), 1e-6 for expected depth, which a readout holds as float. The exit rules kl-step, kl-before
and second-difference are left out: tst_corpus_sums compares them with core/analysis. Exit status 1 where a bound is exceeded.

Questions: choices are scored again from the traces of a second corpus, whose texts are the questions with each choice. Generated answers are
compared, document by document, for every way to read them that draws the tokens of the kept trace; where one does not, the sums must say that the
answer was generated again.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

import numpy as np

from families_numpy import GOLDEN, mix64
from ouro_numpy import read_safetensors
from parity_stability import ranks as ranks_of

LEFT_OUT = {"kl-step", "kl-before", "second-difference"}
BOUND = {"expected_depth": 1e-6, "effective_rank": 1e-6}  # ranks: of the roots of eigenvalues
Q, SKIP, CUT, FEWEST, BINS = 0.6, 1, 17, 10, 15


# ---- the corpus ---------------------------------------------------------------------------------

def write_corpus(path, count=36):
    steps = ["double", "triple", "add 4", "subtract 5", "add 1"]
    with open(path, "w", encoding="utf-8") as f:
        for i in range(count):
            text = f"Take {i % 10}" + "".join(f", {steps[(i * 7 + s * 3) % 5]}" for s in range(1 + i % 4))
            line = {"text": text + f", get {i // 3 % 10}. Ann has {i % 7} cups.", "subject": "sums" if i % 3 else "products", "pair": i // 3}
            f.write(json.dumps(line) + "\n")


# ---- one document: {(class, measure, setting, at): (sum, tokens)} -------------------------------

def word_class(raw, first):
    if len(raw) > 3 and raw[:2] == b"<|" and raw[-2:] == b"|>":
        return "special"
    rest = raw.lstrip(b" \t\r\n")
    if not rest:
        return "space"
    if rest.isdigit():
        return "digit"
    if all(33 <= c <= 126 and not chr(c).isalnum() for c in rest):
        return "punctuation"
    return "word-initial" if first or len(rest) < len(raw) else "continuation"


def first_reaching(score, threshold, loops):
    """The first loop before the last whose score reaches the threshold (NaN never does), else the last. [T]"""
    hit = np.nan_to_num(score[:, :loops - 1], nan=-np.inf) >= threshold
    return np.where(hit.any(1), hit.argmax(1), loops - 1)


def rule_scores(t):
    """{rule: (scores [T,R], whether a low quantity stops)} of the rules that are compared."""
    entropy = t["entropy"].astype(float)
    top = np.exp(t["topk_logprob"].astype(float))
    best = t["topk_id"][:, :, 0]
    before = np.concatenate([np.full((len(entropy), 1), 100.0), entropy[:, :-1]], 1)
    stable = np.zeros_like(best)
    for r in range(1, best.shape[1]):
        stable[:, r] = np.where(best[:, r] == best[:, r - 1], stable[:, r - 1] + 1, 0)
    return {"entropy": (-entropy, True), "top-probability": (top[:, :, 0], False), "margin": (top[:, :, 0] - top[:, :, 1], False),
            "state-change": (-t["step_norm"].astype(float) / t["state_norm"].astype(float), True),
            "state-cosine": (t["step_cosine"].astype(float), False), "entropy-change": (-np.abs(entropy - before), True),
            "stable": (stable.astype(float), False)}


LIMITS = ("fixed_point", "orbit", "slider", "unknown")


def limiting_class(cosines):
    """Of one state by its cosines with the last one (docs/measures.md)."""
    R = len(cosines)
    half = cosines[R // 2:]
    if R < 16 or np.isnan(half).any():
        return 3
    close = half >= 0.95
    if close.all():
        return 0
    back = np.arange(len(half))[::-1]
    if any((close == (back % k == 0))[:-1].all() for k in range(2, R // 4 + 1)):
        return 1
    ranks = np.array([(half < v).sum() + ((half == v).sum() - 1) / 2 for v in half])  # equal values share the mean
    own, places = ranks - ranks.mean(), back[::-1] - back.mean()
    return 2 if own.any() and (own @ places) / np.sqrt((own @ own) * (places @ places)) >= 0.9 else 3


def attention(t):
    """[R,L], mean over heads (docs/measures.md)."""
    sink, step = t["attention_sink"].astype(float).mean(0), t["attention_step"].astype(float)
    return {"attention_sink": sink.mean(-1), "attention_sink_rate": (sink >= 0.3).mean(-1),
            "attention_concentration": t["attention_concentration"].astype(float)[-1].mean(-1),
            "attention_entropy": t["attention_entropy"].astype(float).mean((0, -1)), "attention_step": np.sqrt((step ** 2).mean(0)).mean(-1)}


def document(path, thresholds):
    t, metadata = read_safetensors(path)
    raw = [s.encode("latin-1") for s in json.loads(metadata["ouroscope.trace"])["token_bytes"]]
    T, R = t["logprob"].shape
    token, best = np.arange(T), t["topk_id"][:, :, 0]
    lam = 1 / (1 + np.exp(-t["gate_logit"].astype(float)))
    survival = np.cumprod(1 - lam, 1)
    p = lam * np.concatenate([np.ones((T, 1)), survival[:, :-1]], 1)
    p[:, -1] = survival[:, -2]
    loss, kl = -t["logprob"].astype(float), t["kl"].astype(float)
    right = np.zeros((T, R))
    right[:-1] = best[:-1] == t["token_id"][1:, None]
    agree = (best == best[:, -1:]).astype(float)
    scored = np.isfinite(loss).all(1)
    exit_loop = first_reaching(1 - survival, Q, R)
    limits = []  # setting, at, class of every token
    if "hidden" in t and R >= 16:
        h = t["hidden"].astype(float)
        cosines = (h * h[:, -1:]).sum(-1) / np.sqrt((h * h).sum(-1) * (h[:, -1:] ** 2).sum(-1))
        limits.append(("", None, np.array([limiting_class(c) for c in cosines])))
    if "layer_last_cosine" in t and R >= 16:
        for layer in range(t["layer_last_cosine"].shape[2]):
            limits.append(("layer", layer + 1, np.array([limiting_class(c) for c in t["layer_last_cosine"][:, :, layer].astype(float)])))
    out = {}

    def put(mask, of, measure, setting, at, values, known=None):
        use = mask if known is None else mask & known
        out[of, measure, setting, at] = (values[use].sum(), int(use.sum()))

    classes = np.array([word_class(w, i == 0) for i, w in enumerate(raw)])
    counted = token >= SKIP
    for of in ["all", *sorted(set(classes[counted]))]:
        mask = counted & ((classes == of) | (of == "all"))
        put(mask, of, "exit_loop", "", None, exit_loop + 1)
        put(mask, of, "expected_depth", "", None, p @ np.arange(1, R + 1))
        put(mask, of, "loss", "exit", None, loss[token, exit_loop], scored)
        put(mask, of, "accuracy", "exit", None, right[token, exit_loop], scored)
        put(mask, of, "agreement", "exit", None, agree[token, exit_loop])
        for r in range(R):
            put(mask, of, "exit_share", "loop", r + 1, exit_loop == r)
            put(mask, of, "loss", "loop", r + 1, loss[:, r], scored)
            put(mask, of, "accuracy", "loop", r + 1, right[:, r], scored)
            put(mask, of, "agreement", "loop", r + 1, agree[:, r])
            put(mask, of, "kl", "loop", r + 1, kl[:, r])
            put(mask, of, "entropy", "loop", r + 1, t["entropy"][:, r].astype(float))
            put(mask, of, "state_norm", "loop", r + 1, t["state_norm"][:, r].astype(float))
        for i in range(R):
            for j in range(i + 1, R):
                put(mask, of, "pair_agreement", "loop", (i + 1, j + 1), best[:, i] == best[:, j])
        for setting, at, classes_of in limits:
            for c, kind in enumerate(LIMITS):
                put(mask, of, "limit_" + kind, setting, at, classes_of == c)
        for r in range(1, R):
            # As stored, so that a fall of exactly the tolerance cannot go both ways.
            fall = loss[:, r - 1] - loss[:, r]
            put(mask, of, "gain", "loop", r + 1, fall, scored)
            put(mask, of, "helped", "loop", r + 1, fall > 0.01, scored)
            put(mask, of, "hurt", "loop", r + 1, fall < -0.01, scored)
            put(mask, of, "unchanged", "loop", r + 1, np.abs(fall) <= 0.01, scored)
            put(mask, of, "helped_nats", "loop", r + 1, np.where(fall > 0.01, fall, 0), scored)
            put(mask, of, "hurt_nats", "loop", r + 1, np.where(fall < -0.01, -fall, 0), scored)
            put(mask, of, "made_right", "loop", r + 1, (right[:, r] > right[:, r - 1]), scored)
            put(mask, of, "made_wrong", "loop", r + 1, (right[:, r] < right[:, r - 1]), scored)
            for name in ("step_norm", "step_cosine", "kl_step", "js_step"):
                put(mask, of, name, "loop", r + 1, t[name][:, r].astype(float))
    # Numbers of the whole text, also of the tokens that are not counted.
    for r in range(R if "hidden" in t else 0):
        for name, value in ranks_of(t["hidden"][:, r].astype(float)).items():
            out["all", "state_energy" if name == "energy" else name, "loop", r + 1] = (value, 1)
    if "attention_sink" in t:
        for name, values in attention(t).items():
            for (r, layer), value in np.ndenumerate(values):
                if np.isfinite(value):
                    out["all", name, "layer", (layer + 1, r + 1)] = (value, 1)
    rules = {"gate": (1 - survival, False), **rule_scores(t)}
    confidence = np.exp(t["topk_logprob"][:, :, 0].astype(float))
    for r in range(R):
        put(counted, "all", "confidence", "loop", r + 1, confidence[:, r], scored)
        put(counted, "all", "brier", "loop", r + 1, (confidence - right)[:, r] ** 2, scored)
        use, bins = counted & scored, np.minimum((confidence[:, r] * BINS).astype(int), BINS - 1)
        parts = np.array([(right - confidence)[use & (bins == b), r].sum() for b in range(BINS)])
        out["all", "ece", "loop", r + 1] = (parts, int(use.sum()))
    for rule, (scores, low) in rules.items():
        for at in thresholds[rule]["at"]:
            loop = first_reaching(scores, -at if low else at, R)
            if rule == "gate" and at >= 1:
                loop = np.full(T, R - 1)
            put(counted, "all", "mean_loops", rule, at, loop + 1)
            put(counted, "all", "agreement", rule, at, agree[token, loop])
            put(counted, "all", "loss", rule, at, loss[token, loop], scored)
            put(counted, "all", "kl", rule, at, kl[token, loop])
    return out


# ---- questions ----------------------------------------------------------------------------------

def questions(count=24):
    """Sums with four choices, and the same with a generated answer."""
    out = []
    for i in range(count):
        a, b, c = i % 10, (i * 7 + 3) % 10, (i * 3 + 1) % 10
        right = (2 * (a + b) + c) % 10 if i % 2 else (a + b) % 10
        question = f"Take {a}, add {b}" + (f", double, add {c}" if i % 2 else "") + ", get"
        choices = [str((right + d) % 10) for d in (0, 3, 5, 8)]
        choices[0], choices[i % 4] = choices[i % 4], choices[0]
        # Longer ones, so that the length matters.
        choices[(i + 1) % 4] += ". Ann" if choices[(i + 1) % 4] != str(right) else ""
        out.append({"question": question, "choices": choices, "answer": choices.index(str(right)), "subject": "even" if i % 2 else "odd"})
    return out


def columns_of(path):
    t, metadata = read_safetensors(path)
    return t, json.loads(metadata["ouroscope.trace"])


def readings_of(t, thresholds, rules=True):
    """{(setting, at): loop of every token}"""
    T, R = t["logprob"].shape
    lam = 1 / (1 + np.exp(-t["gate_logit"].astype(float)))
    cdf = 1 - np.cumprod(1 - lam, 1)
    out = {("loop", r + 1): np.full(T, r) for r in range(R)}
    out["exit", None] = first_reaching(cdf, Q, R)
    for rule, (scores, low) in {"gate": (cdf, False), **(rule_scores(t) if rules else {})}.items():
        for at in thresholds[rule]["at"]:
            out[rule, at] = np.full(T, R - 1) if rule == "gate" and at >= 1 else first_reaching(scores, -at if low else at, R)
    return out


def choice_document(item, traces, asked, thresholds):
    """The sums of a question, from the traces of it with each choice and of it alone."""
    scores = {}
    for path, choice in zip(traces, item["choices"]):
        t, _ = columns_of(path)
        ids, T = t["token_id"].tolist(), len(t["token_id"])
        first = next((i for i, (x, y) in enumerate(zip(ids, asked)) if x != y), min(T, len(asked)))
        at = np.arange(max(1, min(first, T - 1)), T) - 1
        for key, loops in readings_of(t, thresholds).items():
            total = t["logprob"][at, loops[at]].astype(float).sum()
            scores.setdefault(key, []).append((total, total / len(choice), len(at), int((loops[at] + 1).sum())))
    out = {}
    for (setting, at), found in scores.items():
        plain, norm, tokens, loops = map(np.array, zip(*found))
        out["all", "choice_accuracy", setting, at] = (float(plain.argmax() == item["answer"]), 1)
        out["all", "choice_accuracy_norm", setting, at] = (float(norm.argmax() == item["answer"]), 1)
        out["all", "choice_loops", setting, at] = (float(loops.sum()), int(tokens.sum()))
    return out


def last_number(text):
    found = re.findall(r"(?:(?<![\w)\]])-)?(?:\d[\d,]*(?:\.\d+)?|\.\d+)", text)
    return None if not found else float(found[-1].replace(",", ""))


def check_answers(lines, folder, items, thresholds, most):
    """Every reading that the kept trace answers for, against the sums of the log."""
    exact = again = 0
    for line, item in zip(lines, items):
        t, about = columns_of(os.path.join(folder, "traces", f"document-{line['document']:06}.trace.safetensors"))
        raw, start = [text.encode("latin-1") for text in about["token_bytes"]], about["prompt_tokens"]
        best = t["topk_id"][:, :, 0]
        text = b"".join(raw[start:]).decode()
        right = item["choices"][item["answer"]]
        ended = "." in text
        text = text.split(".")[0]
        sums = line["sums"]["tasks"]["answers"]
        for (setting, at), loops in readings_of(t, thresholds, rules=False).items():
            point = 0 if at is None else at - 1 if setting == "loop" else thresholds[setting]["at"].index(at)
            of = {name: values[point] for name, values in sums["readings"][setting].items()}
            before = np.arange(start - 1, len(raw) - 1)
            follows = (best[before, loops[before]] == t["token_id"][before + 1]).all()
            if of["again"] != (not follows):
                sys.exit(f"document {line['document']}, {setting} {at}: again is {of['again']}, must be {int(not follows)}")
            again += of["again"]
            if not follows:
                continue
            exact += 1
            expected = {"right": int(text.split() == right.split()), "right_2": int(last_number(text) == last_number(right)),
                        "tokens": len(before), "loops": int((loops[before] + 1).sum()), "cut": int(not ended), "again": 0}
            if of != expected:
                sys.exit(f"document {line['document']}, {setting} {at}: {of}, must be {expected}")
            if len(before) > most:
                sys.exit(f"document {line['document']} has more than {most} tokens of answer")
    if exact < 100 or again < 20:
        sys.exit(f"{exact} readings were compared and {again} generated again: too few of one")
    print(f"answers: {exact} readings are the reference's, {again} were generated again")


# ---- means and the bootstrap --------------------------------------------------------------------

def resample_weights(seed, resamples, n):
    """[resamples, n]: how often each cluster is drawn."""
    with np.errstate(over="ignore"):
        drawn = mix64(mix64(seed) + GOLDEN * np.arange(1, resamples * n + 1, dtype=np.uint64))
    weights = np.zeros((resamples, n))
    for i, number in enumerate(drawn.tolist()):  # Python's integers hold the product's 128 bits
        weights[i // n, number * n >> 64] += 1
    return weights


def expected_rows(documents, fields, options):
    """{(value, class, measure, setting, at): (estimate, low, high, documents, clusters, tokens)}"""
    rows = {}
    values = [None] + (sorted({f[options["by"]] for f in fields}) if options["by"] else [])
    for value in values:
        chosen = [i for i, f in enumerate(fields) if value is None or f[options["by"]] == value]
        groups = [fields[i][options["group_by"]] if options["group_by"] else i for i in chosen]
        order = list(dict.fromkeys(groups))
        weights = resample_weights(options["seed"], options["resamples"], len(order))
        for key in dict.fromkeys(k for i in chosen for k in documents[i]):
            is_curve = key[2] not in ("", "loop", "exit", "layer")
            if is_curve and value is not None or key[0] != "all" and not options["classes"]:
                continue
            # A calibration error is the sum of the absolute values of what its bins sum up to.
            width = BINS if key[1] == "ece" else 1
            above, below, found, tokens = np.zeros((len(order), width)), np.zeros(len(order)), 0, 0
            total_of = lambda sums: np.abs(sums).sum(-1) if width > 1 else sums[..., 0]
            for i, group in zip(chosen, groups):
                total, n = documents[i].get(key, (0, 0))
                if n == 0:
                    continue
                found, tokens = found + 1, tokens + n
                at = order.index(group)
                above[at] += total if options["mean"] == "tokens" else total / n
                below[at] += n if options["mean"] == "tokens" else 1
            if found == 0:
                continue
            clusters = int((below > 0).sum())
            low = high = None
            if clusters >= FEWEST:
                drawn_below = weights @ below
                drawn = total_of(weights @ above)[drawn_below > 0] / drawn_below[drawn_below > 0]
                low, high = np.quantile(drawn, [0.025, 0.975])
            rows[value or "", *key] = (total_of(above.sum(0)) / below.sum(), low, high, found, clusters, tokens)
    return rows


# -------------------------------------------------------------------------------------------------

def compare(cli, folder, documents, fields, options):
    command = [cli, "corpus", "report", folder, "--format", "json", "--resamples", str(options["resamples"]), "--seed", str(options["seed"]),
               "--mean", options["mean"]]
    for name, option in (("by", "--by"), ("group_by", "--group-by")):
        if options[name]:
            command += [option, options[name]]
    if options["classes"]:
        command += ["--classes", "word"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    expected = expected_rows(documents, fields, options)
    worst = 0
    for row in report["rows"]:
        if row["setting"] in LEFT_OUT:
            continue
        at = row["at"] if row["with"] is None else (row["at"], row["with"])
        key = row["value"], row["tokens"], row["measure"], row["setting"], at
        if key not in expected:
            sys.exit(f"the report has {key}, the reference has not")
        estimate, low, high, found, clusters, tokens = expected.pop(key)
        if (found, clusters, tokens) != (row["n_documents"], row["n_clusters"], row["n_tokens"]):
            sys.exit(f"{key}: n is {row['n_documents']}, {row['n_clusters']}, {row['n_tokens']}, must be {found}, {clusters}, {tokens}")
        for name, ours, theirs in (("estimate", row["estimate"], estimate), ("low", row["low"], low), ("high", row["high"], high)):
            if (ours is None) != (theirs is None):
                sys.exit(f"{key}: {name} is {ours}, must be {theirs}")
            if ours is None:
                continue
            error = abs(ours - theirs)
            worst = max(worst, error if row["measure"] not in BOUND else 0)
            if not error <= BOUND.get(row["measure"], 1e-9):
                sys.exit(f"{key}: {name} is {ours}, must be {theirs}")
    if expected:
        sys.exit(f"the report lacks {next(iter(expected))} and {len(expected) - 1} more")
    print(f"{options}: {len(report['rows'])} rows, largest difference {worst:.1e}")


def write_lines(path, lines):
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(line) + "\n" for line in lines)


def run_corpus(cli, source, out, *options):
    subprocess.run([cli, "corpus", "run", source, "--out", out, "--keep", "all", "--exit-threshold", str(Q), "--device", "cpu", *options],
                   check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(out, "manifest.json"), encoding="utf-8") as f:
        thresholds = json.load(f)["thresholds"]
    with open(os.path.join(out, "documents.jsonl"), encoding="utf-8") as f:
        return [json.loads(line) for line in f], thresholds


def check_texts(cli, source, out, options, reports):
    lines, thresholds = run_corpus(cli, source, out, "--skip-first", str(SKIP), "--max-tokens", str(CUT), *options)
    if not any(line["cut"] for line in lines) or all(line["cut"] for line in lines):
        sys.exit("some documents must be cut and some must not")
    documents = [document(os.path.join(out, "traces", f"document-{line['document']:06}.trace.safetensors"), thresholds) for line in lines]
    kinds = {key[1] for each in documents for key, (_, n) in each.items() if n and key[1].startswith("limit_")}
    if bool(kinds) != ("--capture" in options):
        sys.exit(f"limiting classes of the reference: {kinds}")
    for each in reports:
        compare(cli, out, documents, [line["fields"] for line in lines], each)


def check_questions(cli, folder):
    place = lambda name: os.path.join(folder, name)
    items = questions()
    write_lines(place("choices.jsonl"), items)
    lines, thresholds = run_corpus(cli, place("choices.jsonl"), place("choices"))
    texts = [text for item in items for text in [item["question"], *(f"{item['question']} {choice}" for choice in item["choices"])]]
    write_lines(place("texts.jsonl"), [{"text": text} for text in texts])
    run_corpus(cli, place("texts.jsonl"), place("texts"))
    traces = [place(f"texts/traces/document-{i + 1:06}.trace.safetensors") for i in range(len(texts))]
    documents = []
    for i, item in enumerate(items):
        asked, *chosen = traces[5 * i:5 * i + 5]
        documents.append(choice_document(item, chosen, columns_of(asked)[0]["token_id"].tolist(), thresholds))
    fields = [line["fields"] for line in lines]
    for options in ({"mean": "documents", "by": "", "group_by": "", "classes": False, "resamples": 300, "seed": 4},
                    {"mean": "tokens", "by": "", "group_by": "subject", "classes": False, "resamples": 300, "seed": 5}):
        compare(cli, place("choices"), documents, fields, options)

    most = 5
    write_lines(place("answers.jsonl"), [{"question": item["question"], "answer": item["choices"][item["answer"]]} for item in items])
    lines, thresholds = run_corpus(cli, place("answers.jsonl"), place("answers"), "--answer-tokens", str(most), "--until", ".")
    check_answers(lines, place("answers"), items, thresholds, most)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--cli", required=True)
    cli = ap.parse_args().cli
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "in.jsonl")
        write_corpus(source)
        check_texts(cli, source, os.path.join(folder, "corpus"), [],
                    [{"mean": "documents", "by": "subject", "group_by": "", "classes": True, "resamples": 300, "seed": 7},
                     {"mean": "tokens", "by": "", "group_by": "", "classes": True, "resamples": 300, "seed": 1},
                     {"mean": "documents", "by": "", "group_by": "pair", "classes": False, "resamples": 300, "seed": 2},
                     {"mean": "tokens", "by": "subject", "group_by": "pair", "classes": False, "resamples": 300, "seed": 3}])
        # Limiting classes need 16 loops; without a budget the gate exits among the trained ones.
        check_texts(cli, source, os.path.join(folder, "deep"), ["--loops", "16", "--budget", "16", "--capture", "hidden,layer-numbers,attention"],
                    [{"mean": "documents", "by": "subject", "group_by": "", "classes": True, "resamples": 100, "seed": 6}])
        check_questions(cli, folder)


if __name__ == "__main__":
    main()
