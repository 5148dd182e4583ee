# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records of one run, by the package and by the program."""
import numpy as np
import ouroscope


def assert_same_record(ours, theirs, bound=2e-5, skip=()):
    """Every column within `bound`, relative in the 2-norm as in docs/parity.md, of information relative to a tenth of a nat
    where there is less; ids and ranks are the same but for a few, where two words are as likely as each other."""
    assert set(ours) - set(skip) == set(theirs) - set(skip)
    for name in ours:
        if name in skip:
            continue
        a, b = ours[name], theirs[name]
        assert a.shape == b.shape, name
        if ouroscope.COLUMNS[name].is_float:
            np.testing.assert_array_equal(np.isnan(a), np.isnan(b), err_msg=name)
            least = 0.1 if ouroscope.COLUMNS[name].unit == "nats" else 1e-3
            error = np.sqrt(np.nansum((a.astype(float) - b) ** 2) / max(np.nansum(np.square(b, dtype=float)), least**2 * b.size))
            # Scores of the demo model's heads go up to 200: their rounding alone moves weights by 1e-5.
            sharp = name.startswith("attention_") and theirs.metadata["model"]["name"] == "demo"
            assert error < max(bound, 5e-5 if sharp else 0), f"{name}: {error:.2e}"
        elif name in ("token_id", "loops_run"):
            np.testing.assert_array_equal(a, b, err_msg=name)
        else:
            assert (a != b).sum() <= max(1, 5e-3 * a.size), f"{name}: {(a != b).sum()} of {a.size} differ"
            np.testing.assert_array_equal(a < 0, b < 0, err_msg=name)
