"""The benchmark workload as scenario files: W.yaml, and W3.yaml with its table W3.csv. Used by compare and guard."""
import json
import math
import pathlib

DEFINITION = pathlib.Path(__file__).resolve().parent / "src/main/resources/nl/mkba/benchmarks/workload.json"
WORK = json.loads(DEFINITION.read_text())
NAMES = [p["name"] for p in WORK["parameters"]]


def distribution(p):
    kind = p["kind"]
    if kind in ("triangular", "pert"):
        return f"{{{kind}: [{p['a']}, {p['m']}, {p['b']}]}}"
    if kind == "uniform":
        return f"{{uniform: [{p['a']}, {p['b']}]}}"
    if kind == "normal":
        return f"{{normal: {{mean: {p['mu']}, sd: {p['sd']}}}}}"
    mean = math.exp(p["mu"] + p["sd"] ** 2 / 2)
    return f"{{lognormal: {{mean: {mean!r}, sd: {mean * math.sqrt(math.expm1(p['sd'] ** 2))!r}}}}}"


def scenario(name, parameters, end):
    lines = ["mkba: 1", f"id: {name.lower()}", f"title: Benchmark workload {name}", "base_year: 2026", "price_level: 2025",
             f"horizon: {WORK['horizon'] + 1}", "discounting: {standard: discount}", "stakeholders:"]
    for s in range(WORK["stakeholders"]):
        lines.append(f"  party{s}: {{name: Party {s}, sector: {('public', 'private', 'households')[s % 3]}}}")
    lines += ["parameters:"] + parameters + ["interventions:", "  programme:", "    costs:"]
    for i, c in enumerate(WORK["costs"]):
        lines.append(f"      cost{i}: {{paid_by: party{c['stakeholder']}, amount: {c['amount']} * {NAMES[c['mult']]}, "
                     f"when: {{from: {c['start']}, to: {c['end']}}}}}")
    lines.append("    effects:")
    for i, b in enumerate(WORK["benefits"]):
        quantity = " * ".join([str(b["scale"])] + [NAMES[b[key]] for key in ("participants", "success", "effect")])
        lines.append(f"      effect{i}: {{quantity: {quantity}, value: {NAMES[b['price']]}, "
                     f"accrues_to: party{b['stakeholder']}, "
                     f"when: {{delay: {b['lag']}, ramp_up: 3, drop_off: {NAMES[b['fade']]}}}}}")
    return "\n".join(lines + end) + "\n"


def write_w(path):
    """41 uncertain parameters, the fade-outs and the discount rate among them."""
    parameters = [f"  {p['name']}: {{value: {p['central']}, distribution: {distribution(p)}}}" for p in WORK["parameters"]]
    path.write_text(scenario("W", parameters, ["simulation: {draws: 100000, seed: 1, sampling: random}"]))


def outlooks():
    """The ids of the outlooks of W3."""
    return [f"variant{s}" for s in range(WORK["w3"]["variants"])]


def write_w3(path, table):
    """No draws: a row per neighbourhood with values of its own, and an outlook per variant, which multiplies all of them."""
    parameters = []
    for p in WORK["parameters"]:
        parameters += [f"  {p['name']}_base: {p['central']}", f"  {p['name']}_variant: 1.0",
                       f"  {p['name']}: {p['name']}_base * {p['name']}_variant"]
    variants = ["outlooks:"]
    for s, name in enumerate(outlooks()):
        changes = ", ".join(f"{n}_variant: {1 + 0.02 * (((s * (k + 3)) % 11) - 5)!r}" for k, n in enumerate(NAMES))
        variants.append(f"  {name}: {{set: {{{changes}}}}}")
    path.write_text(scenario("W3", parameters, variants))
    varied = [k for k, n in enumerate(NAMES) if not n.startswith(("fade", "discount", "costmult"))]
    with open(table, "w") as out:
        out.write("id," + ",".join(f"{NAMES[k]}_base" for k in varied) + "\n")
        for n in range(WORK["w3"]["neighbourhoods"]):
            values = (WORK["parameters"][k]["central"] * (0.8 + 0.4 * ((n * (k + 7) * 2654435761) % 2 ** 32) / 2 ** 32) for k in varied)
            out.write(f"n{n}," + ",".join(map(repr, values)) + "\n")
