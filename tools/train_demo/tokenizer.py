# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the demo model's sentencepiece tokenizer: BPE, byte fallback, every unit of the generator one piece."""
import random, sys
import sentencepiece as spm
import tasks

EOS = "<|endoftext|>"


def train(prefix):
    r = random.Random(1)
    lines, weights = [], tasks.SHARES
    for _ in range(30000):
        t = r.choices(list(weights), list(weights.values()))[0]
        d = tasks.sample(r, t, tasks.LEVELS[t])
        lines.append("\t".join(u[0] for u in d.units).lstrip(" "))
    vocab = {u for d in (tasks.sample(r, t, tasks.LEVELS[t]) for t in weights for _ in range(3000)) for u in (x[0] for x in d.units)}
    vocab |= {" " + w for group in (tasks.NAMES, tasks.RELATIONS, tasks.PLACES, tasks.DAYS, tasks.MONTHS, tasks.CUPS, tasks.ANIMALS, tasks.ADJECTIVES,
                                    tasks.OBJECTS, tasks.OPPOSITES, tasks.DIGITS, tasks.LETTERS) for w in group} | set(tasks.DIGITS)
    for _ in range(40):
        v = sorted(vocab)
        r.shuffle(v)
        lines += ["\t".join(v[i:i + 40]).lstrip(" ") for i in range(0, len(v), 40)]
    with open(prefix + ".txt", "w") as f:
        f.write("\n".join(lines))
    spm.SentencePieceTrainer.train(input=prefix + ".txt", model_prefix=prefix, vocab_size=1024, model_type="bpe", byte_fallback=True,
        character_coverage=1.0, normalization_rule_name="identity", remove_extra_whitespaces=False, add_dummy_prefix=True,
        unk_id=1, bos_id=-1, eos_id=0, eos_piece=EOS, pad_id=-1, hard_vocab_limit=False, num_threads=1, minloglevel=1,
        pretokenization_delimiter="\t", max_sentence_length=20000, split_digits=False, user_defined_symbols=["'s"])
    sp = spm.SentencePieceProcessor(model_file=prefix + ".model")
    bad = [u for u in sorted(vocab) if sp.id_to_piece(sp.piece_to_id(u.replace(" ", "\u2581"))) != u.replace(" ", "\u2581")]
    print("vocab", sp.get_piece_size(), "units", len(vocab), "not one piece:", bad)
    assert not bad
    ids = {u: sp.piece_to_id(u.replace(" ", "\u2581")) for u in vocab}
    for _ in range(3000):
        t = r.choice(list(weights))
        d = tasks.sample(r, t, tasks.LEVELS[t])
        want = [ids[u[0]] for u in d.units]
        assert sp.encode(d.text()) == want, (d.text(), [sp.id_to_piece(i) for i in sp.encode(d.text())])
    return sp


if __name__ == "__main__":
    train(sys.argv[1])
