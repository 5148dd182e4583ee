# SPDX-License-Identifier: GPL-3.0-or-later
"""The text generator of the demo model: small puzzles in templated English.

A document is a list of units, one tokenizer piece each: (text, class, level, state, task). `class` says what the unit is as a
prediction target, `state` is the puzzle's hidden state once this unit has been read (target of the training-only state head).
"""
import random

TEMPLATE, FREE, ANSWER = 0, 1, 2
NAMES = ("Ann Bob Cleo Dan Eva Finn Gia Hugo Ida Jack Kim Leo Mia Ned Ola Pete Quin Rex Sue Tom "
         "Uma Vic Wes Xia Yan Zoe Abe Bea Cal Dot Eli Fay Gus Hal Ivy Jan Kai Liv Max Nia").split()
RELATIONS = "boss friend teacher neighbor".split()
PLACES = "garden kitchen school market forest tower harbor library".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
CUPS = "red blue green".split()
ANIMALS = "fox owl bear cat dog mouse frog hen".split()
ADJECTIVES = "little old brave sleepy clever kind".split()
OBJECTS = "apple book lamp coin hat drum kite shell".split()
OPPOSITES = "hot cold big small up down left right day night open closed wet dry fast slow".split()
DIGITS = [str(i) for i in range(10)]
LETTERS = list("abcdefghijklmnopqrstuvwxyz")

_world_rng = random.Random(7)
WORLD = {}
for _r in RELATIONS:
    while True:
        _p = list(range(len(NAMES)))
        _world_rng.shuffle(_p)
        if all(i != j for i, j in enumerate(_p)):
            break
    WORLD[_r] = _p


def held_out(relations, person):
    """10 % of the 2- and 3-hop questions are never trained; a hash keeps the choice stable."""
    if len(relations) < 2:
        return False
    h = person * 1009 + 17
    for r in relations:
        h = (h * 31 + RELATIONS.index(r) * 7 + 3) % 1000003
    return h % 10 == 0


class Doc:
    def __init__(self, task):
        self.task, self.units = task, []

    def add(self, text, cls=TEMPLATE, level=0, state=None):
        """`text` is split at unit boundaries marked by '|'."""
        parts = text.split("|")
        for i, part in enumerate(parts):
            self.units.append((part, cls, level, state if i == len(parts) - 1 else None))
        return self

    def text(self):
        return "".join(u[0] for u in self.units).lstrip(" ")


def words(sentence):
    """'The ball is' -> ' The| ball| is'"""
    return "|".join(" " + w for w in sentence.split())


def take(r, level):
    v = r.randrange(10)
    d = Doc("take").add(" Take").add(f" {v}", FREE, state=f" {v}")
    for _ in range(level):
        op = r.choice(("add", "subtract", "double", "triple"))
        d.add(",")
        if op in ("add", "subtract"):
            k = r.randrange(1, 10)
            v = (v + k if op == "add" else v - k) % 10
            d.add(" " + op, FREE).add(f" {k}", FREE, state=f" {v}")
        else:
            v = v * (2 if op == "double" else 3) % 10
            d.add(" " + op, FREE, state=f" {v}")
    return d.add(",").add(" get", FREE).add(f" {v}", ANSWER, level).add(".")


def cups(r, level):
    pos = r.randrange(3)
    d = Doc("cups").add(words("The ball is under the")).add(" " + CUPS[pos], FREE, state=" " + CUPS[pos]).add(" cup|.")
    for _ in range(level):
        a, b = r.sample(range(3), 2)
        pos = b if pos == a else a if pos == b else pos
        d.add(" Swap", FREE).add(" " + CUPS[a], FREE).add(" and").add(" " + CUPS[b], FREE, state=" " + CUPS[pos]).add(".")
    return d.add(" Where", FREE).add(" is| the| ball|?| Under| the").add(" " + CUPS[pos], ANSWER, level).add(" cup|.")


def facts(r, level, held=False):
    while True:
        rels = [r.choice(RELATIONS) for _ in range(level)]
        p = r.randrange(len(NAMES))
        if level == 1 or level > 3 or held_out(rels, p) == held:
            break
    d = Doc("facts").add(" " + NAMES[p])
    v = p
    for rel in rels:
        v = WORLD[rel][v]
        d.add("'s", FREE).add(" " + rel, FREE, state=" " + NAMES[v])
    return d.add(" is", FREE).add(" " + NAMES[v], ANSWER, level).add(".")


def where(r, level, shuffled=None, questions=1):
    """The first question has `level` hops; further ones ask about other places, so that no answer gives another away."""
    n = max(level + 1, r.randint(level + 1, min(8, level + 2)))
    people = r.sample(NAMES, n)
    places = r.sample(PLACES, len(PLACES))
    parent, depth, loc = [], [], []
    for i in range(n):
        chain = i > 0 and depth[-1] < level and (r.random() < 0.75 or n - i <= level - depth[-1])
        if chain:
            j = i - 1
            parent.append(j), depth.append(depth[j] + 1), loc.append(loc[j])
        else:
            parent.append(None), depth.append(1), loc.append(places.pop())
    if level not in depth or len(set(loc)) < 2:
        return where(r, level, shuffled, questions)
    order = list(range(n))
    if shuffled:
        r.shuffle(order)
    d, known = Doc("where"), set()
    for i in order:
        follows = parent[i] is not None and parent[i] in known
        if parent[i] is None or follows:
            known.add(i)
        state = " " + loc[i] if i in known else None
        d.add(" " + people[i], FREE if i != order[0] else TEMPLATE).add(" is")
        if parent[i] is None:
            d.add(" in", FREE).add(" the").add(" " + loc[i], FREE, state=state)
        else:
            d.add(" with", FREE).add(" " + people[parent[i]], FREE, state=state)
        d.add(".")
    asked = [r.choice([i for i in range(n) if depth[i] == level])]
    for i in r.sample(range(n), n):
        if len(asked) < questions and loc[i] not in {loc[q] for q in asked}:
            asked.append(i)
    for q in asked:
        d.add(" Where", FREE).add(" is").add(" " + people[q], FREE, state=" " + loc[q]).add("?| In| the").add(" " + loc[q], ANSWER, depth[q]).add(".")
    return d


def _expression(r, n):
    if n == 0:
        d = r.choice(DIGITS)
        return [(d, None)], int(d), 0
    k = r.randrange(n)
    a, va, da = _expression(r, k)
    b, vb, db = _expression(r, n - 1 - k)
    op = r.choice("+-*")
    v = (va + vb if op == "+" else va - vb if op == "-" else va * vb) % 10
    if k:
        a = [("(", None)] + a + [(")", f" {va}")]
    if n - 1 - k:
        b = [("(", None)] + b + [(")", f" {vb}")]
    return a + [(op, None)] + b, v, 1 + max(da, db)


def brackets(r, level):
    while True:
        tokens, v, depth = _expression(r, r.randint(level, min(2 ** level - 1, level + 1)))
        if depth == level:
            break
    d, after_open = Doc("brackets"), False
    for t, state in tokens:
        space = "" if after_open or t == ")" else " "
        d.add(space + t, FREE, state=state)
        after_open = t == "("
    return d.add(" =", FREE).add(f" {v}", ANSWER, level).add(".")


def days(r, level):
    names, unit = (DAYS, "day") if r.random() < 0.6 else (MONTHS, "month")
    x = r.randrange(len(names))
    steps = [r.choice((1, -1)) for _ in range(level)]
    d = Doc("days")
    for i, s in enumerate(steps):
        d.add((" The" if i == 0 else " the"), FREE if i else TEMPLATE).add(" " + unit, FREE).add(" after" if s > 0 else " before", FREE)
    return d.add(" " + names[x], FREE).add(" is").add(" " + names[(x + sum(steps)) % len(names)], ANSWER, level).add(".")


def easy(r, level):
    kind = r.randrange(4)
    d = Doc("easy")
    if kind == 0:
        i = r.randrange(0, 6)
        d.add(" Count|:").add(f" {i}", FREE)
        for j in range(i + 1, i + 4):
            d.add(",").add(f" {j}", ANSWER, 1)
        return d.add(".")
    if kind == 1:
        i = r.randrange(0, 22)
        d.add(" Letters|:").add(" " + LETTERS[i], FREE)
        for j in range(i + 1, i + 4):
            d.add(",").add(" " + LETTERS[j], ANSWER, 1)
        return d.add(".")
    if kind == 2:
        i = r.randrange(len(OPPOSITES))
        return d.add(words("The opposite of")).add(" " + OPPOSITES[i], FREE).add(" is").add(" " + OPPOSITES[i ^ 1], ANSWER, 1).add(".")
    picked = r.sample(OBJECTS, 3)
    d.add(" Say")
    for w in picked:
        d.add(" " + w, FREE).add("," if w != picked[-1] else ".")
    d.add(" Again|:")
    for w in picked:
        d.add(" " + w, ANSWER, 1).add("," if w != picked[-1] else ".")
    return d


def story(r, level):
    d = Doc("story")
    i, j = r.sample(range(20), 2)
    n, n2 = NAMES[i], NAMES[j]
    animal, animal2 = r.sample(ANIMALS, 2)
    obj = r.choice(OBJECTS)
    place, place2 = r.sample(PLACES, 2)
    he, his = (("He", "his"), ("She", "her"))[(i + 1) % 2]
    start = r.randrange(3)
    if start == 0:
        d.add(words("Once upon a time there was a"))
    elif start == 1:
        d.add(words("There once was a"))
    else:
        d.add(words("This is the story of a"))
    d.add(" " + r.choice(ADJECTIVES), FREE).add(" " + animal, FREE).add(" named").add(" " + n, FREE).add(".")
    d.add(f" {he}").add(words("lived in the")).add(" " + place, FREE).add(".| One| day").add(" " + n).add(words("went to the")).add(" " + place2, FREE).add(" and")
    if r.random() < 0.5:
        d.add(" found", FREE).add(" a").add(" " + obj, FREE).add(".| So").add(" " + n).add(" was| happy|.")
    else:
        d.add(" lost", FREE).add(f" {his}").add(" " + obj, FREE).add(".| So").add(" " + n).add(" was| sad|.")
    if r.random() < 0.5:
        d.add(" Then", FREE).add(f" {he.lower()}").add(words("took the")).add(" " + obj).add(words("home to the")).add(" " + place).add(".")
    else:
        d.add(" " + his.capitalize(), FREE).add(" friend").add(" " + n2, FREE).add(" the").add(" " + animal2, FREE).add(words("looked for the")).add(" " + obj).add(".")
    return d


GENERATORS = dict(take=take, cups=cups, facts=facts, where=where, brackets=brackets, days=days, easy=easy, story=story)
LEVELS = dict(take=6, cups=5, facts=3, where=4, brackets=3, days=4, easy=1, story=1)
SHARES = dict(take=17, cups=10, facts=10, where=26, brackets=15, days=6, easy=5, story=11)


def sample(r, task, max_level):
    """A training document at or below the level that the curriculum has unlocked; the top level is drawn most often."""
    level = max_level if r.random() < 0.45 else r.randint(1, max_level)
    if task == "where":
        return where(r, level, shuffled=r.random() < 0.15, questions=3)
    return GENERATORS[task](r, level)
