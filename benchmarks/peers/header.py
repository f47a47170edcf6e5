#!/usr/bin/env python3
"""Writes the workload's numbers as a C header for c_peer.c on standard output."""
import json
import pathlib

DEFINITION = pathlib.Path(__file__).resolve().parent.parent / "src/main/resources/nl/mkba/benchmarks/workload.json"
work = json.loads(DEFINITION.read_text())
parameters, benefits, costs = work["parameters"], work["benefits"], work["costs"]
KINDS = ["triangular", "pert", "normal", "lognormal", "uniform"]


def array(kind, name, values):
    print("static const %s %s[] = {%s};" % (kind, name, ", ".join(map(str, values))))


print("enum { %s };" % ", ".join(kind.upper() for kind in KINDS))
print("enum { PARAMETERS = %d, BENEFITS = %d, COSTS = %d, PARTIES = %d, LAST_YEAR = %d, DISCOUNT = %d, ROWS = %d, VARIANTS = %d };" % (
    len(parameters), len(benefits), len(costs), work["stakeholders"], work["horizon"], work["discount"],
    work["w3"]["neighbourhoods"], work["w3"]["variants"]))
array("int", "kind", [p["kind"].upper() for p in parameters])
# minimum or location; maximum or scale; mode
array("double", "first", [p.get("a", p.get("mu")) for p in parameters])
array("double", "second", [p.get("b", p.get("sd")) for p in parameters])
array("double", "mode", [p.get("m", 0) for p in parameters])
array("double", "central", [p["central"] for p in parameters])
array("int", "fixed_in_w2", [int(k in work["fixedInW2"]) for k in range(len(parameters))])
array("int", "by_row", [int(not p["name"].startswith(("fade", "discount", "costmult"))) for p in parameters])
for key in ("participants", "success", "effect", "price", "fade", "lag", "stakeholder"):
    array("int", "b_" + key, [b[key] for b in benefits])
array("double", "b_scale", [b["scale"] for b in benefits])
for key in ("mult", "start", "end", "stakeholder"):
    array("int", "c_" + key, [c[key] for c in costs])
array("double", "c_amount", [c["amount"] for c in costs])
