// Carries out a plan that was written down as data: steps over numbered registers, as nl.mkba.engine.plan.PlanDescription and Op
// describe them. A register is an array: of one number for a scalar, of one for each year for a vector. Sums run in the same
// order as in the engine, so that both give the same figures.
const mkbaPlan = (() => {
  'use strict';

  // Shares, and reductions of an outcome, may be off by rounding.
  const SHARES_TOLERANCE = 1e-9;

  // A sum below this part of the absolute amounts it is made of is 0, as nl.mkba.engine.plan.Rounding has it.
  const ROUNDING = 1e-12;

  const scalar = f => (r, s) => [f(...s.operands.map(o => r[o][0]))];
  const yearly = f => (r, s, years) => {
    const of = s.operands.map(o => r[o]);
    return Array.from({length: years}, (_, y) => f(...of.map(a => a[y])));
  };
  const clamp = x => Math.max(0, Math.min(1, x));
  const isFraction = x => x >= 0 && x <= 1;

  const check = holds => (r, s) => {
    if (!holds(r[s.operands[0]][0])) throw new Refused();
  };

  /** The last step at or before so many whole years; steps stand in the immediates from `first` on. */
  function step(immediates, first, whole) {
    let k = 0;
    while (first + k + 1 < immediates.length && immediates[first + k + 1] <= whole) k++;
    return k;
  }

  function discount(r, s, years) {
    const rates = s.operands.map(o => r[o][0]);
    const im = s.immediates;
    const time = im[0] / 2;
    const whole = Math.floor(time);
    const part = time - whole;
    let factor = 1;
    if (time < 0) {
      factor = Math.pow(1 + rates[0], -time);
    } else {
      for (let k = 0; k < whole; k++) factor /= 1 + rates[step(im, 1, k)];
      if (part > 0) factor *= Math.pow(1 + rates[step(im, 1, whole)], -part);
    }
    const out = [factor];
    for (let y = 1; y < years; y++) {
      const before = step(im, 1, whole + y - 1);
      const now = step(im, 1, whole + y);
      factor /= 1 + rates[before];
      if (now !== before && part > 0) factor *= Math.pow((1 + rates[before]) / (1 + rates[now]), part);
      out.push(factor);
    }
    return out;
  }

  function run(r, s, years) {
    const [dropOff, fadeOut] = s.operands.map(o => r[o][0]);
    const [first, last, rampUp, every, fades] = s.immediates;
    const out = [];
    for (let y = 0; y < years; y++) {
      const k = y - first;
      if (k < 0 || (y > last && !fades) || k % every !== 0) {
        out.push(0);
      } else if (y <= last && (k < rampUp || every > 1)) {
        out.push(every > 1 ? 1 : (k + 1) / rampUp);
      } else {
        out.push(out[y - 1] * (1 - (y <= last ? dropOff : fadeOut)));
      }
    }
    return out;
  }

  function runTotal(r, s) {
    const dropOff = r[s.operands[0]][0];
    const [length, rampUp, every] = s.immediates;
    let sum = 0;
    let strength = 0;
    for (let k = 0; k < length; k++) {
      strength = k < rampUp ? (k + 1) / rampUp : strength * (1 - dropOff);
      if (k % every === 0) sum += strength;
    }
    return [sum];
  }

  function tail(r, s) {
    const [dropOff, growth, inflation, ...rates] = s.operands.map(o => r[o][0]);
    const im = s.immediates;
    const [since, rampUp, every, priceYears] = im;
    const time = im[4] / 2;
    let whole = Math.floor(time);
    const part = time - whole;
    let k = since;
    const ratio = (1 + growth) * (1 - dropOff) / (1 + inflation);
    let flow = Math.pow(1 - dropOff, Math.max(0, k + 1 - rampUp))
      * Math.pow((1 + growth) / (1 + inflation), priceYears);
    if (flow === 0) return [0];
    let factor = 1;
    if (whole < 0) factor = Math.pow(1 + rates[0], -whole);
    else for (let j = 0; j < whole; j++) factor /= 1 + rates[step(im, 5, j)];
    const discounted = () => part === 0 ? factor : factor * Math.pow(1 + rates[step(im, 5, whole)], -part);
    const lastStep = im[im.length - 1];
    let sum = 0;
    while (whole < lastStep || k % every !== 0) {
      if (k % every === 0) sum += flow * discounted();
      factor /= 1 + rates[step(im, 5, whole)];
      flow *= ratio;
      k++;
      whole++;
    }
    const rate = rates[rates.length - 1];
    // 1 − ratio / (1 + rate), without what adding 1 to small rates would lose.
    const margin = (rate - growth + inflation + dropOff + (rate * inflation + growth * dropOff)) / (1 + inflation);
    const falls = Math.min(1, margin / (1 + rate));
    if (!(falls > 1e-14)) return [Infinity];
    return [sum + flow * discounted() / (every === 1 ? falls : -Math.expm1(every * Math.log1p(-falls)))];
  }

  function powers(r, s, years) {
    const rate = r[s.operands[0]][0];
    const out = [s.immediates[0] === 0 ? 1 : Math.pow(1 + rate, s.immediates[0])];
    for (let y = 1; y < years; y++) out.push(out[y - 1] * (1 + rate));
    return out;
  }

  const OPS = {
    ADD: scalar((a, b) => a + b),
    SUBTRACT: scalar((a, b) => a - b),
    BALANCE: scalar((a, b, c) => {
      const sum = a - b + c;
      return Math.abs(sum) < ROUNDING * Math.abs(a) + ROUNDING * Math.abs(b) + ROUNDING * Math.abs(c) ? 0 : sum;
    }),
    MULTIPLY: scalar((a, b) => a * b),
    DIVIDE: scalar((a, b) => a / b),
    NEGATE: scalar(a => 0 - a),
    MIN: scalar(Math.min),
    MAX: scalar(Math.max),
    ABS: scalar(Math.abs),
    SQRT: scalar(Math.sqrt),
    EXP: scalar(Math.exp),
    LN: scalar(Math.log),
    POW: scalar(Math.pow),
    AGAINST: scalar((a, b) => a < 0 ? 1 - b : 1 + b),
    IF_POSITIVE: scalar((a, b) => a > 0 ? b : 1),
    COMPLEMENT: scalar(a => 1 - a),
    CLAMP: scalar(clamp),
    SUM_OF_PRODUCTS: scalar((...pairs) => {
      let sum = 0;
      for (let k = 0; k < pairs.length; k += 2) sum += pairs[k] * pairs[k + 1];
      return sum;
    }),
    RUN_TOTAL: runTotal,
    CHECK_FINITE: check(Number.isFinite),
    CHECK_FRACTION: check(isFraction),
    CHECK_NOT_NEGATIVE: check(x => x >= 0 && x < Infinity),
    CHECK_POSITIVE: check(x => x > 0 && x < Infinity),
    CHECK_ABOVE_MINUS_ONE: check(x => x > -1 && x < Infinity),
    CHECK_MINUS_ONE_TO_ZERO: check(x => x >= -1 && x <= 0),
    CHECK_SUM: (r, s) => {
      const sum = s.operands.reduce((all, o) => all + r[o][0], 0);
      if (!(Math.abs(sum - 1) <= SHARES_TOLERANCE)) throw new Refused();
    },
    DOT: (r, s, years) => {
      const [a, b] = s.operands.map(o => r[o]);
      let sum = 0;
      for (let y = 0; y < years; y++) sum += a[y] * b[y];
      return [sum];
    },
    TOTAL: (r, s) => [r[s.operands[0]].reduce((sum, x) => sum + x, 0)],
    LAST: (r, s, years) => [r[s.operands[0]][years - 1]],
    TAIL: tail,
    TAIL_VALUE: (r, s) => {
      const [flow, sum] = s.operands.map(o => r[o][0]);
      if (flow === 0) return [0];
      if (sum === Infinity) throw new Refused();
      return [flow * sum];
    },
    POWERS: powers,
    DISCOUNT: discount,
    RUN: run,
    SCATTER: (r, s, years) => {
      const out = new Array(years).fill(0);
      s.immediates.forEach((y, k) => { out[y] = r[s.operands[k]][0]; });
      return out;
    },
    INTERPOLATE: (r, s, years) => {
      const levels = s.operands.map(o => r[o][0]);
      return Array.from({length: years}, (_, y) => {
        const [segment, numerator, denominator] = s.immediates.slice(3 * y, 3 * y + 3);
        const from = levels[segment];
        const to = levels[Math.min(segment + 1, levels.length - 1)];
        return from + (to - from) * (numerator / denominator);
      });
    },
    COHORTS: (r, s, years) => {
      const [entering, strength] = s.operands.map(o => r[o]);
      return Array.from({length: years}, (_, y) => {
        let sum = 0;
        for (let e = 0; e <= y; e++) sum += entering[e] * strength[y - e];
        return sum;
      });
    },
    MULTIPLY_YEARS: yearly((a, b) => a * b),
    DIVIDE_YEARS: yearly((a, b) => a / b),
    SCALE: (r, s) => r[s.operands[0]].map(x => x * r[s.operands[1]][0]),
    WITH: (r, s) => r[s.operands[0]].map(a => 1 + (r[s.operands[1]][0] - 1) * a),
    WITHOUT: (r, s) => {
      const times = r[s.operands[1]][0];
      return r[s.operands[0]].map(a => times + (1 - times) * a);
    },
    COMBINE: yearly((...parts) => parts.reduce((all, part) => all + (1 - all) * part, 0)),
    ADD_YEARS: yearly((...parts) => parts.reduce((all, part) => all + part, 0)),
    CUMULATE: (r, s) => {
      let sum = 0;
      return r[s.operands[0]].map(x => (sum += x));
    },
    CREDIT: yearly((a, b, c, d) => d === 0 ? 0 : a * b * (c / d)),
    CLAMP_YEARS: (r, s) => {
      const a = r[s.operands[0]];
      if (!a.every(x => x >= -SHARES_TOLERANCE && x <= 1 + SHARES_TOLERANCE)) throw new Refused();
      return a.map(clamp);
    },
  };

  class Refused extends Error {}

  /** Reads a plan as it stands in the page: steps are [operation, operands, immediates, result]. */
  function read(data) {
    return {
      years: data.years,
      inputs: data.inputs,
      constants: Object.entries(data.constants).map(([register, values]) => [Number(register), values.map(Number)]),
      steps: data.steps.map(([op, operands, immediates, result]) => {
        if (!OPS[op]) throw new Error(`This page does not know the operation ${op}`);
        return {carryOut: OPS[op], operands, immediates, result};
      }),
      outputs: data.outputs,
    };
  }

  /** Figures with a size beside them are 0 where they are rounding of it. */
  function cleaned(figures) {
    const isRounding = name => Math.abs(figures[name]) < ROUNDING * Math.min(figures[`size_${name}`], Number.MAX_VALUE);
    return Object.fromEntries(Object.keys(figures).map(name => [name, isRounding(name) ? 0 : figures[name]]));
  }

  /** The figures for these values of the inputs, by name; null if the values are refused. */
  function evaluate(plan, values) {
    const registers = [];
    for (const [register, value] of plan.constants) registers[register] = value;
    for (const [id, register] of Object.entries(plan.inputs)) registers[register] = [values[id]];
    try {
      for (const s of plan.steps) {
        const out = s.carryOut(registers, s, plan.years);
        if (s.result >= 0) registers[s.result] = out;
      }
    } catch (e) {
      if (e instanceof Refused) return null;
      throw e;
    }
    return cleaned(Object.fromEntries(
      Object.entries(plan.outputs).map(([name, register]) => [name, registers[register][0]])));
  }

  return {read, evaluate};
})();
