# SPDX-License-Identifier: GPL-3.0-or-later
"""States with labels, as probes take them."""
import numpy as np
import ouroscope
import pytest


def test_states_with_labels(recorded):
    traces = [ouroscope.open(recorded(name)) for name in ("demo", "demo-f32")]
    X, y, group = ouroscope.samples(traces, lambda trace, t: t % 3 if t > 0 else None, loops=4)
    T = [trace.sizes["T"] for trace in traces]
    assert X.shape == (sum(T) - 2, 4, 256) and np.bincount(group).tolist() == [T[0] - 1, T[1] - 1]
    np.testing.assert_array_equal(X[: T[0] - 1], traces[0]["hidden"][1:, :4])
    assert y[: T[0] - 1].tolist() == [t % 3 for t in range(1, T[0])]
    again = ouroscope.samples(traces, [[None, *(t % 3 for t in range(1, n))] for n in T], loops=4)
    np.testing.assert_array_equal(again[0], X)
    for wrong, match in (([[1], [1]], "12 tokens and 1 labels"), (lambda trace, t: None, "No token has a label")):
        with pytest.raises(ouroscope.TraceError, match=match):
            ouroscope.samples(traces, wrong)
    with pytest.raises(ouroscope.TraceError, match="no states"):
        ouroscope.samples([ouroscope.open(recorded("plain"))], lambda trace, t: 1)
    with pytest.raises(ouroscope.TraceError, match="has 4 loops, 5 were asked for"):
        ouroscope.samples(traces[:1], lambda trace, t: 1, loops=5)


def test_states_of_layers_with_labels(recorded):
    traces = [ouroscope.open(recorded(name)) for name in ("demo-inside", "demo-inside")]
    X, y, group = ouroscope.samples(traces, lambda trace, t: t, layers=True)
    T = traces[0].sizes["T"]
    assert X.shape == (2 * T, 4, 1, 256) and y.tolist() == [*range(T)] * 2 and group.tolist() == [0] * T + [1] * T
    np.testing.assert_array_equal(X[T:], traces[0]["layer_state"])
    with pytest.raises(ouroscope.TraceError, match="no states of layers: record it again with them .--state-layers"):
        ouroscope.samples([ouroscope.open(recorded("demo"))], lambda trace, t: 1, layers=True)
    with pytest.raises(ouroscope.TraceError, match="probe those of one model together"):
        ouroscope.samples([ouroscope.open(recorded(name)) for name in ("demo", "demo-f32")], lambda trace, t: 1)
