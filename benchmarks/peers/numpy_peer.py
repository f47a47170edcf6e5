#!/usr/bin/env python3
"""The benchmark workload as an analyst at home in numpy would write it: whole columns at a time, geometric series for the
time factors, every time factor formed once.

usage: numpy_peer.py W|W2|W3 DRAWS ranks|no-ranks REPETITIONS SEED       prints one line of JSON
"""
import json
import pathlib
import sys
import time

import numpy as np

DEFINITION = pathlib.Path(__file__).resolve().parent.parent / "src/main/resources/nl/mkba/benchmarks/workload.json"
WORK = json.loads(DEFINITION.read_text())
PARAMETERS, BENEFITS, COSTS = WORK["parameters"], WORK["benefits"], WORK["costs"]
PARTIES, YEARS = WORK["stakeholders"], WORK["horizon"] + 1
DISCOUNT = WORK["discount"]
CENTRAL = [p["central"] for p in PARAMETERS]
# draws evaluated together: few enough for the columns to stay in the cache
SLICE = 8192
PERCENTAGES = [5, 25, 50, 75, 95]


def drawn(rng, parameter, n):
    kind = parameter["kind"]
    if kind == "normal":
        return rng.normal(parameter["mu"], parameter["sd"], n)
    if kind == "lognormal":
        return rng.lognormal(parameter["mu"], parameter["sd"], n)
    low, high = parameter["a"], parameter["b"]
    if kind == "uniform":
        return rng.uniform(low, high, n)
    mode = parameter["m"]
    if kind == "triangular":
        return rng.triangular(low, mode, high, n)
    width = high - low
    return low + width * rng.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, n)


def time_factors(discount, fade):
    """Present value of one unit a year, by timing: of benefits by (lag, fade), of costs by (start, end)."""
    v = 1 / (1 + discount)
    benefits = {}
    for lag, f in {(b["lag"], b["fade"]) for b in BENEFITS}:
        q = v * (1 - fade(f))
        benefits[lag, f] = v**lag * (1 / 3 + 2 / 3 * v + v * v * (1 - q ** (YEARS - 2 - lag)) / (1 - q))
    costs = {}
    for start, end in {(c["start"], c["end"]) for c in COSTS}:
        costs[start, end] = v**start * (1 if start == end else (1 - v ** (end - start + 1)) / (1 - v))
    return benefits, costs


def evaluate(value, factors, out):
    """Rows of out: NPV, ratio, then the net of each party."""
    of_benefits, of_costs = factors
    net = out[2:]
    net[:] = 0
    gains = np.zeros(out.shape[1])
    outlay = np.zeros(out.shape[1])
    for b in BENEFITS:
        pv = value[b["participants"]] * value[b["success"]]
        pv = pv * value[b["effect"]]
        pv *= value[b["price"]]
        pv *= b["scale"] * of_benefits[b["lag"], b["fade"]]
        gains += pv
        net[b["stakeholder"]] += pv
    for c in COSTS:
        pv = value[c["mult"]] * (c["amount"] * of_costs[c["start"], c["end"]])
        outlay += pv
        net[c["stakeholder"]] -= pv
    np.subtract(gains, outlay, out=out[0])
    np.divide(gains, outlay, out=out[1])


def centred_ranks(column):
    ranks = np.empty(column.size)
    ranks[np.argsort(column)] = np.arange(column.size)
    return ranks - (column.size - 1) / 2


def simulate(name, n, with_ranks, seed):
    begin, cpu = time.perf_counter(), time.process_time()
    fixed = set(WORK["fixedInW2"]) if name == "W2" else set()
    rng = np.random.default_rng(seed)
    drawn_columns = {k: drawn(rng, p, n) for k, p in enumerate(PARAMETERS) if k not in fixed}
    out = np.empty((2 + PARTIES, n))
    known = time_factors(CENTRAL[DISCOUNT], CENTRAL.__getitem__) if fixed else None
    for at in range(0, n, SLICE):
        value = {k: column[at:at + SLICE] for k, column in drawn_columns.items()}
        evaluate(value, known or time_factors(value[DISCOUNT], value.__getitem__), out[:, at:at + SLICE])
    means = out.mean(axis=1)
    deviations = out.std(axis=1, ddof=1)
    np.percentile(np.delete(out, 1, axis=0), PERCENTAGES, axis=1)
    positive = (out > 0).mean(axis=1)
    correlations = {}
    if with_ranks:
        npv = centred_ranks(out[0])
        scale = npv @ npv
        for k, column in drawn_columns.items():
            correlations[PARAMETERS[k]["name"]] = float(centred_ranks(column) @ npv / scale)
    seconds = time.perf_counter() - begin
    return {"seconds": seconds, "cpu": time.process_time() - cpu, "mean": float(means[0]), "sd": float(deviations[0]), "positive": float(positive[0]),
            "party0": float(means[2]), "correlations": correlations}


def table():
    """W3: parameters that differ by neighbourhood, times a factor per variant."""
    begin, cpu = time.perf_counter(), time.process_time()
    rows, variants = WORK["w3"]["neighbourhoods"], WORK["w3"]["variants"]
    row = np.arange(rows)
    pattern = {}
    for k, p in enumerate(PARAMETERS):
        if not p["name"].startswith(("fade", "discount", "costmult")):
            pattern[k] = 0.8 + 0.4 * ((row * (k + 7) * 2654435761) % 2**32) / 2**32
    out = np.empty((variants, 2 + PARTIES, rows))
    for s in range(variants):
        base = [CENTRAL[k] * (1 + 0.02 * ((s * (k + 3)) % 11 - 5)) for k in range(len(PARAMETERS))]
        value = {k: base[k] * pattern[k] if k in pattern else base[k] for k in range(len(PARAMETERS))}
        evaluate(value, time_factors(base[DISCOUNT], base.__getitem__), out[s])
    total = float(out[:, 0].mean())
    (out[:, 0] > 0).mean(), out[:, 0].min(), out[:, 0].max(), out[:, 1:].mean(axis=(0, 2))
    return {"seconds": time.perf_counter() - begin, "cpu": time.process_time() - cpu, "mean": total}


def main(name, draws, ranks, repetitions, seed):
    runs = [table() if name == "W3" else simulate(name, int(draws), ranks == "ranks", int(seed) + i)
            for i in range(int(repetitions))]
    central = np.empty((2 + PARTIES, 1))
    value = [np.array([c]) for c in CENTRAL]
    evaluate(value, time_factors(value[DISCOUNT], value.__getitem__), central)
    print(json.dumps({**runs[-1], "seconds": [run["seconds"] for run in runs], "cpu": [run["cpu"] for run in runs],
                      "central": central[:3, 0].tolist()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
