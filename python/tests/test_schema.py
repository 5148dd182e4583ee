# SPDX-License-Identifier: GPL-3.0-or-later
from pathlib import Path

import ouroscope
from conftest import cli


def test_the_schema_is_the_programs():
    """Where this fails: build/ci/app/ouroscope-cli schema > python/ouroscope/schema.json"""
    assert Path(ouroscope.__file__).with_name("schema.json").read_text() == cli("schema")


def test_columns_have_axes_that_are_explained():
    assert len(ouroscope.COLUMNS) >= 24
    for column in ouroscope.COLUMNS.values():
        assert column.sentence and set(column.axes) <= set(ouroscope.AXES)
