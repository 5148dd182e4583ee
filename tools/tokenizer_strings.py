# SPDX-License-Identifier: GPL-3.0-or-later
"""Strings on which tokenizers differ from one another, for fixtures and for the parity tool.

Each family is a generator; `random_strings` draws from all of them with one seed for as long as asked.
"""
import itertools
import random

ALPHABET = [" ", "\u00a0", "\t", "\n", "\r", "a", "1", "'", "-", "\u00e9", "\u0301", "\u4e2d", "\U0001f44d",
            "\ufeff", "<|im_end|>"]

HAND = [
    "", " ", "  ", "\u001f-a", "\u00bc\u00bd\u00be", "\u3007", "\u2165", "\ufeff//", "C\u1eeda Vi\u1ec7t", "<s>a",
    "<unk><|endoftext|><s>", "a\na", "\"", " \u2e4e", "\n\x0b  ", "\u00a0\u00a0\x00b", "one <mask>", "a </s> b",
    "\u00a0aC", "\u2029 \ua3e4", "\U000ac517", "\U000522f4", "<|endoftext|>" * 3, " <|endoftext|> <|endoftext|>  ",
    "<|endoftext|>\n<|im_start|>user\nhi<|im_end|>\n", "ied 4 \u00bd months", "F\u00fchrer", " \t\n", "\t\n", "\n\n\n",
    "Hello", " Hello", "  Hello", "   Hello", "\u0417\u0434\u0440\u0430\u0432\u0435\u0439\u0442\u0435 3 \u0441\u0432\u044f\u0442",
    "\u1780\u17b6\u1793\u17cb\u178f\u17c2\u1796\u17b7\u179f\u17c1\u179f",
    "\U0001f680 (normal) \U0001f636\u200d\U0001f32b\ufe0f (multiple emojis concatenated) \u2705 \U0001f999\U0001f999",
    "3", "33", "333", "3333", "33333", "333333", "3333333", "33333333", "333333333",
    "'''''' `````` \"\"\"\" ......!!!!!!?????? I've been 'told he's there, 'RE you sure? 'M not, I'LL make it, 'D you",
    "x\u00a0\u00a0y", "\t\tx", "_x", "__init__", "''s", "'s 'S 't 'T 're 'Re 'RE 'll 'LL 'lL 'd 'D 'm 'M 've 'VE '\u017f",
    "a 1", " 1 a", "1 1", "1  1", "\r\n", "\r\n\r\n", "a\r\nb\r\n", "\u200b\ufeff\u180e", "e\u0301\u0301",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7",
    "\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00", "\u0600123\u0645\u0631\u062d\u0628\u0627", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
    "\U0001d7d9\u00b2\u0967\uff11", "\U00016ff4\U00011de0", "\u00c5\u212b\u0041\u030a \ufb01 \u2126 \u1e9b\u0323",
    "\U00011935\U00011930 \U00011938", "\u0130\u0131\u1e9e\u03a3", "<0x41>", "<0x0A>", "\x00", "\x7f\x80\x9f",
    "    if x:\n        return 1\n\n\n    else:\n\treturn\t2\n", "https://a.b/c?d=e&f=1.25e-7#g", "\u2028\u2029\x85\x0c",
]

SPACES = [" ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u3000", "\u2009 "]
WORDS = ("the of and loop model deeper exits token 'tis don't we'll THEY'RE it's e.g. 3.14 1,000 2^32 naïve café "
         "Straße ÅNGSTRÖM データ 中文 한국어 עברית العربية हिन्दी ไทย 👍 👩‍💻 a\u0301 -- ... !? _snake_case camelCase "
         "<b> {x} [y] (z) @me #tag $9 %d &amp; \\n / | ~ `").split(" ")


# What Huginn's pattern tells apart, for vocabularies of that kind.
LATEX = ["\\newcommand", "\\newline", "\\neq", "\\nabla", "\\ne", "\\not", "\\notag", "\\nu", "\\n", "\\alpha", "\\{", "\\}", "\\[", "\\]", "{", "[",
         "==", "!=", "<<=", "**", "|", "^", "+", "--", "\u2014", "$", "$$", "```", "\"\"", "##", "___", "1st", "22nd", "3rd", "4th", "12", "\u00bd",
         "\u00b2", "don\u2019t", "a\u02bcb", "\u02bc", "it's", "it's1", "x_1", "caf\u00e9's\u0301", "\u200d", "\ufe0f", "\u0301", "\n", "\n\n", "\t", " \t",
         " \n", "@x", "\u20ac", "\u2192\u2192", "?!", "...", " ", "  "]


def scalar(rng, low=0, high=0x110000):
    while True:
        code = rng.randrange(low, high)
        if not 0xD800 <= code < 0xE000:
            return chr(code)


def short_strings(length):
    """Every string of the small alphabet up to `length` characters."""
    for n in range(1, length + 1):
        for combination in itertools.product(ALPHABET, repeat=n):
            yield "".join(combination)


def strip_grid(tokens):
    """Every pair of tokens with every kind of white space before, between and behind."""
    for a in tokens:
        for b in tokens:
            for space in [""] + SPACES:
                yield f"{space}{a}{space}{b}{space}"
                yield f"x{space}{a}{space}y{b}{space}1"


class Source:
    """Draws random strings of every family; `vocabulary` are texts of tokens, `added` added tokens."""

    def __init__(self, seed, vocabulary=(), added=()):
        self.rng = random.Random(seed)
        self.vocabulary = [v for v in vocabulary if v] or WORDS
        self.added = list(added) or ["<|endoftext|>", "<|im_end|>"]
        self.assigned = [c for c in map(chr, range(0x30000)) if not 0xD800 <= ord(c) < 0xE000 and c.isprintable()]
        self.families = [
            self.ascii, self.small, self.anywhere, self.low_planes, self.printable, self.words, self.vocabulary_words,
            self.added_tokens, self.apostrophes, self.numbers, self.white_space, self.marks, self.code, self.mixed,
        ]

    def many(self, draw, low, high):
        return "".join(draw() for _ in range(self.rng.randint(low, high)))

    def ascii(self):
        return self.many(lambda: chr(self.rng.randrange(128)), 1, 24)

    def small(self):
        return self.many(lambda: self.rng.choice(ALPHABET), 4, 16)

    def anywhere(self):
        return self.many(lambda: scalar(self.rng), 1, 12)

    def low_planes(self):
        return self.many(lambda: scalar(self.rng, 0, self.rng.choice([0x250, 0x3000, 0x30000])), 1, 20)

    def printable(self):
        return self.many(lambda: self.rng.choice(self.assigned), 1, 20)

    def words(self):
        return self.many(lambda: self.rng.choice(WORDS) + self.rng.choice([" ", " ", " ", "", "\n", ", "]), 1, 12)

    def vocabulary_words(self):
        return self.many(lambda: self.rng.choice(self.vocabulary) + self.rng.choice(["", "", " "]), 1, 10)

    def added_tokens(self):
        pieces = self.added + SPACES + ["a", "1", "\u0301", "'", "."]
        return self.many(lambda: self.rng.choice(pieces), 1, 10)

    def apostrophes(self):
        pieces = ["'", "'", "s", "S", "t", "re", "RE", "ve", "m", "ll", "lL", "d", "\u017f", "x", " ", "\u2019"]
        return self.many(lambda: self.rng.choice(pieces), 1, 14)

    def numbers(self):
        pieces = list("0123456789") + [" ", ".", ",", "-", "\u00bd", "\u2165", "\u0663", "\uff11", "\U0001d7d9", "a"]
        return self.many(lambda: self.rng.choice(pieces), 1, 16)

    def white_space(self):
        pieces = SPACES + ["\x0b", "\x0c", "\x1c", "\x85", "\u1680", "\u2028", "\u2029", "\u200b", "\ufeff", "\u180e", "a", "-"]
        return self.many(lambda: self.rng.choice(pieces), 1, 14)

    def marks(self):
        pieces = list("aeiouAEO\u1100\u1161\u11a8\uac00\u0041\u00c5\u0928\u093c\u0b47\u0b3e\u1025\u102e") + [
            "\u0301", "\u0323", "\u030a", "\u0327", "\u0334", "\u0345", "\u3099", "\u0f71", "\u0f72", "\u1e09",
            "\U00011099\U000110ba", "\u0898", "\U00011938", "\u0130", "\ufb01", "\u32ff", " "]
        return self.many(lambda: self.rng.choice(pieces), 1, 12)

    def code(self):
        pieces = ["    ", "\t", "\n", "def ", "return ", "(x)", ":", "==", "//", "#", "0x1F", "\"", "'", "{", "}", ";",
                  "\r\n", "__", "->", "x1", " "]
        return self.many(lambda: self.rng.choice(pieces), 2, 20)

    def mixed(self):
        return "".join(self.rng.choice(self.families[:-1])() for _ in range(self.rng.randint(2, 4)))

    def __iter__(self):
        while True:
            yield self.rng.choice(self.families)()
