# SPDX-License-Identifier: GPL-3.0-or-later
"""What the language demo is made of: resources/language/demo.json, which the window reads too."""
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
# In the source tree, and installed.
PLACES = [os.path.join(HERE, "..", "..", "resources", "language"), os.path.join(HERE, "..", "..", "language")]
SHIPPED = os.path.abspath(next((p for p in PLACES if os.path.exists(os.path.join(p, "demo.json"))), PLACES[0]))

with open(os.path.join(SHIPPED, "demo.json"), encoding="utf-8") as f:
    DEMO = json.load(f)

# Layers FIRST to LAST, counted from 1, are the core. One loop is x + STEP (F(x) - x).
(FIRST, LAST), STEP, LOOPS = DEMO["loop_layers"], DEMO["step_weight"], DEMO["loops"]
