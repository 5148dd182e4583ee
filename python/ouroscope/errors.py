# SPDX-License-Identifier: GPL-3.0-or-later
"""What the package raises where a file or a request is wrong."""


class TraceError(ValueError):
    """A trace, or a question about it, that cannot be answered: one sentence that says what, where and what to do."""
