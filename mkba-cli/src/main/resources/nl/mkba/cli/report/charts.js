// Draws the charts. Colours are the page's own custom properties, so that light, dark and print need no redrawing.
const mkbaCharts = (() => {
  'use strict';

  const INK = 'var(--ink)';
  const MUTED = 'var(--muted)';
  const RULE = 'var(--rule)';
  const GAIN = 'var(--gain)';
  const LOSS = 'var(--loss)';
  const TOTAL = 'var(--total)';
  const SERIES = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)'];
  /** Of series that are a gain or a loss by themselves, as elsewhere on the page. */
  const TONES = {gain: GAIN, loss: LOSS, total: TOTAL};
  const FONT = 13;
  const NARROW = 560;
  const PAPER = 680;
  const PHONE_LABELS = 120;
  const LABELS = 230;
  const LINE = 16;
  /** A chart may be so high on paper, with its caption and legend above it. */
  const PAGE = 900;
  /** Between a number and what it stands beside. */
  const GAP = 6;
  /** A panel that would be flatter than this part of the widest one has a scale of its own. */
  const FLAT = 5;

  /** The page's own font: texts are measured with it. */
  let family = 'sans-serif';

  const text = (color = MUTED, extra = {}) => ({color, fontSize: FONT, fontFamily: family, ...extra});

  /** How numbers are written in the language of the page around a chart. */
  function formats(language, currency) {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
    const millions = new Intl.NumberFormat(locale, {notation: 'compact', maximumFractionDigits: 1});
    const thousands = new Intl.NumberFormat(locale, {maximumSignificantDigits: 3});
    const compact = {format: x => (Math.abs(x) < 999500 ? thousands : millions).format(x)};
    const whole = new Intl.NumberFormat(locale, {maximumFractionDigits: 0});
    const ratio = new Intl.NumberFormat(locale, {minimumFractionDigits: 2, maximumFractionDigits: 2});
    const sign = currency === 'EUR' ? '€' : currency;
    const money = (format, x) => {
      const number = format.format(x);
      if (language === 'nl') return `${sign}\u00a0${number}`;
      return `${number.startsWith('-') ? '-' : ''}${sign}${sign.length > 1 ? '\u00a0' : ''}${number.replace('-', '')}`;
    };
    return {
      axis: (format, x) => format === 'ratio' ? ratio.format(x) : compact.format(x),
      full: (format, x) => money(format === 'ratio' ? ratio : whole, x),
      short: x => compact.format(x),
      amount: money,
      /** Gains per euro of costs; of less than nothing only that it is. */
      perEuro: x => x <= -0.005 ? (language === 'nl' ? 'onder 0' : 'below 0') : money(ratio, x),
    };
  }

  /** Whether a chart is drawn for paper, where the first sheet is short of room. */
  let printed = false;

  /** Whether nothing happens in a panel of years. */
  const isEmpty = panel => [...(panel.net || []), ...(panel.cash || []), ...(panel.values || [])].every(x => x === 0);

  const pen = document.createElement('canvas').getContext('2d');

  /** The width of the longest of some texts. */
  function long(some, font = `${FONT}px`) {
    pen.font = `${font} ${family}`;
    return Math.ceil(Math.max(0, ...some.map(each => pen.measureText(each).width)));
  }

  /** The room that a number takes beside a mark. */
  const room = some => long(some, '12px') + GAP + 2;

  /** A text in lines of a width, broken between words only. */
  const broken = (name, most, font) => name.split(/\s+/).reduce((all, word) => {
    const longer = all.length === 0 ? word : `${all[all.length - 1]} ${word}`;
    return all.length > 0 && long([longer], font) > most ? [...all, word] : [...all.slice(0, -1), longer];
  }, []);

  /** Names in lines that fit beside a chart, with the room that the longest word needs. */
  function lines(width, names) {
    const words = names.flatMap(name => name.split(/\s+/));
    const usual = printed ? width / 2.5 : width < NARROW ? PHONE_LABELS : LABELS;
    const most = Math.max(Math.min(usual, long(names)), Math.min(long(words), width * 0.45)) + 2;
    const rows = names.map(name => broken(name, most));
    return {most, broken: rows.map(row => row.join('\n')), height: Math.max(...rows.map(row => row.length)) * LINE + 8};
  }

  /** Small charts, each below its name: where they stand, and how high they are together. On paper they may not be higher than a page. */
  function panes(width, names, usual) {
    const columns = printed && names.length > 8 ? 2 : 1;
    const across = width / columns;
    const titles = names.map(name => broken(name, across - 16, `600 ${FONT}px`));
    const heads = [];
    titles.forEach((title, p) => {
      const row = Math.floor(p / columns);
      heads[row] = Math.max(heads[row] || 0, title.length * LINE + 18);
    });
    const fixed = heads.reduce((sum, head) => sum + head, 26);
    const each = printed ? Math.max(12, Math.min(usual, (PAGE - fixed) / heads.length)) : usual;
    const tops = [];
    heads.forEach((head, row) => tops.push((row === 0 ? -8 : tops[row - 1] + each) + head));
    return {
      titles: titles.map(title => title.join('\n')),
      grid: names.map((_, p) => ({left: (p % columns) * across + 64, top: tops[Math.floor(p / columns)], width: across - 76, height: each})),
      isLast: p => p + columns >= names.length,
      height: tops[tops.length - 1] + each + 26,
    };
  }

  /** The height of so many rows of a chart: a name of several lines needs more than its bars. */
  const rowsHeight = (width, rows, atLeast) => Math.max(atLeast, lines(width, rows.map(row => row.name)).height) * rows.length;

  /** The names beside a chart, with room at its ends for the numbers that stand beyond its marks. */
  const axes = (width, names, right, left = 0) => {
    const {most, broken} = lines(width, names);
    return {
      grid: {left: 0, right: Math.max(right, width < NARROW ? 24 : 64), top: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel', outerBoundsClampWidth: '15%'},
      yAxis: {
        type: 'category',
        inverse: true,
        data: broken,
        axisLine: {show: false},
        axisTick: {show: false},
        axisLabel: text(INK, {width: most, overflow: 'break', interval: 0, lineHeight: LINE, margin: Math.max(8, left)}),
      },
    };
  };

  const valueAxis = (f, format, extra = {}) => ({
    type: 'value',
    splitNumber: 4,
    axisLabel: text(MUTED, {formatter: x => f.axis(format, x), hideOverlap: true}),
    splitLine: {lineStyle: {color: RULE}},
    axisLine: {show: false},
    ...extra,
  });

  const rect = (x0, x1, y, height, fill, r = 0) => ({
    type: 'rect',
    shape: {x: Math.min(x0, x1), y: y - height / 2, width: Math.max(Math.abs(x1 - x0), 1), height, r},
    style: {fill},
  });

  const label = (x, y, content, align, fill = INK) => ({
    type: 'text',
    style: {text: content, x, y, fill, fontSize: 12, fontFamily: family, textAlign: align, textVerticalAlign: 'middle', stroke: 'var(--paper)', lineWidth: 3},
    silent: true,
    z2: 10,
  });

  /** The same on a ground of its own, as high as its letters: no line shows between them. */
  const onPaper = shape => ({...shape, style: {...shape.style, backgroundColor: 'var(--paper)', lineHeight: FONT}});

  /** A line across the chart at a value of the horizontal axis. */
  const across = (value, style, z = 4) => ({
    type: 'custom',
    silent: true,
    data: [[value, 0]],
    encode: {x: 0, y: 1},
    z,
    renderItem: (params, api) => {
      const box = params.coordSys;
      const x = api.coord([value, 0])[0];
      return {type: 'line', shape: {x1: x, y1: box.y, x2: x, y2: box.y + box.height}, style: {fill: 'none', lineWidth: 1.5, stroke: INK, ...style}};
    },
  });

  /** A row of shapes for each row of data; `ends` are the values that must fit on the axis. */
  const rowsOf = (rows, ends, shapes) => ({
    type: 'custom',
    data: rows.map((row, i) => [i, ...ends(row)]),
    encode: {y: 0, x: ends(rows[0]).map((_, k) => k + 1)},
    renderItem: (params, api) => {
      const row = rows[params.dataIndex];
      const at = value => api.coord([value, params.dataIndex])[0];
      const y = api.coord([0, params.dataIndex])[1];
      return {type: 'group', children: shapes(row, at, y, api.size([0, 1])[1])};
    },
  });

  function tooltip(lines) {
    return {
      trigger: 'item',
      confine: true,
      backgroundColor: 'var(--paper)',
      borderColor: 'var(--rule)',
      textStyle: {color: INK, fontSize: FONT},
      formatter: params => {
        const box = document.createElement('div');
        for (const line of lines(params)) {
          const p = document.createElement('div');
          p.textContent = line;
          box.append(p);
        }
        return box;
      },
    };
  }

  /** The next 1, 2 or 5 times a power of ten. */
  function niceStep(atLeast) {
    const power = 10 ** Math.floor(Math.log10(atLeast || 1));
    return [1, 2, 5, 10].map(k => k * power).find(step => step >= atLeast) || power;
  }

  const KINDS = {
    INTERVALS(data, f, width) {
      const rows = data.rows;
      const [gain, loss, most, central] = data.names;
      const drawn = rows.some(row => row.low !== null);
      const diamond = (x, y) => ({type: 'polygon', shape: {points: [[x - 5, y], [x, y - 5], [x + 5, y], [x, y + 5]]},
        style: {fill: 'var(--paper)', stroke: INK, lineWidth: 1.5}});
      return {
        height: 44 + rowsHeight(width, rows, printed ? 22 : 46),
        legend: drawn ? [
          ...(rows.some(row => row.expected >= data.reference) ? [{name: gain, color: GAIN}] : []),
          ...(rows.some(row => row.expected < data.reference) ? [{name: loss, color: LOSS}] : []),
          {name: most, color: 'var(--band)'}, {name: central, color: INK, shape: 'diamond'}] : [],
        option: {
          ...axes(width, rows.map(row => row.name), room(rows.map(row => f.axis(data.format, row.expected))) / (printed ? 1 : 2)),
          xAxis: valueAxis(f, data.format),
          tooltip: tooltip(({dataIndex}) => {
            const {name, expected, central: value, low, high} = rows[dataIndex];
            return low === null ? [name, f.full(data.format, expected)]
              : [name, f.full(data.format, expected), `${f.full(data.format, low)} … ${f.full(data.format, high)}`, `${central}: ${f.full(data.format, value)}`];
          }),
          series: [
            // Behind the numbers, or it would cross them out.
            across(data.reference, {}, 1),
            rowsOf(rows, row => row.low === null ? [row.expected, row.expected, data.reference] : [row.low, row.high, row.expected, row.central],
              (row, at, y) => [
                ...(row.low === null ? [] : [rect(at(row.low), at(row.high), y, 10, 'var(--band)', 5)]),
                {type: 'circle', shape: {cx: at(row.expected), cy: y, r: 7},
                  style: {fill: row.expected < data.reference ? LOSS : GAIN, stroke: 'var(--paper)', lineWidth: 2}},
                ...(row.central === null ? [] : [diamond(at(row.central), y)]),
                printed ? onPaper(label(Math.max(at(row.expected) + 7, row.high === null ? 0 : at(row.high)) + GAP, y, f.axis(data.format, row.expected), 'left'))
                  : onPaper(label(at(row.expected), y - 18, f.axis(data.format, row.expected), 'center')),
              ]),
          ],
        },
      };
    },

    WATERFALL(data, f, width) {
      const rows = data.rows;
      const number = row => (row.to > row.from && !row.total ? '+' : '') + f.short(row.total ? row.to : row.to - row.from);
      return {
        height: 40 + rowsHeight(width, rows, 30),
        option: {
          ...axes(width, rows.map(row => row.name), room(rows.map(number))),
          xAxis: valueAxis(f, 'money'),
          tooltip: tooltip(({dataIndex}) => [rows[dataIndex].name, f.full('money', rows[dataIndex].to - rows[dataIndex].from)]),
          series: [
            across(0, {}),
            rowsOf(rows, row => [row.from, row.to], (row, at, y, band) => {
              const change = row.to - row.from;
              const fill = row.total ? (row.to < 0 ? LOSS : TOTAL) : change < 0 ? LOSS : GAIN;
              const right = Math.max(at(row.from), at(row.to));
              return [
                rect(at(row.from), at(row.to), y, 18, fill, 2),
                ...(rows.indexOf(row) < rows.length - 1
                  ? [{type: 'line', silent: true, shape: {x1: at(row.to), y1: y + 9, x2: at(row.to), y2: y + band - 9}, style: {stroke: MUTED, lineWidth: 1}}]
                  : []),
                label(right + GAP, y, number(row), 'left'),
              ];
            }),
          ],
        },
      };
    },

    BARS(data, f, width) {
      const rows = data.rows;
      const count = data.series.length;
      const thick = count === 1 ? 18 : 14;
      const colors = data.tones ? data.tones.map(tone => TONES[tone]) : SERIES;
      return {
        height: 40 + rowsHeight(width, rows, thick * count + 16),
        legend: count > 1 ? data.series.map((name, s) => ({name, color: colors[s]})) : [],
        option: {
          ...axes(width, rows.map(row => row.name), room(rows.flatMap(row => row.values.map(f.short)))),
          xAxis: valueAxis(f, 'money'),
          tooltip: tooltip(({dataIndex}) => [rows[dataIndex].name, ...data.series.map((name, s) => `${name}: ${f.full('money', rows[dataIndex].values[s])}`)]),
          series: [
            across(0, {}),
            rowsOf(rows, row => [0, ...row.values], (row, at, y) => row.values.flatMap((value, s) => {
              const middle = y + (s - (count - 1) / 2) * thick;
              const right = Math.max(at(0), at(value));
              return value === 0 ? [] : [
                rect(at(0), at(value), middle, thick - 2, colors[s], 1),
                label(right + GAP, middle, f.short(value), 'left'),
              ];
            })),
          ],
        },
      };
    },

    YEARS(data, f, width) {
      const panels = data.panels.filter(panel => !isEmpty(panel));
      const reach = panel => Math.max(...[...panel.net, ...panel.cash].map(Math.abs));
      const widest = Math.max(...panels.map(reach));
      const isOwn = panel => reach(panel) < widest / FLAT;
      const scale = some => {
        const all = some.flatMap(panel => [...panel.net, ...panel.cash]);
        const interval = niceStep((Math.max(0, ...all) - Math.min(0, ...all)) / 3);
        return {interval, min: Math.floor(Math.min(0, ...all) / interval) * interval, max: Math.ceil(Math.max(0, ...all) / interval) * interval};
      };
      const shared = scale(panels.filter(panel => !isOwn(panel)));
      const {titles, grid, isLast, height} = panes(width, panels.map(panel => isOwn(panel) ? `${panel.name} (${data.ownScale})` : panel.name), 86);
      return {
        height,
        legend: [{name: data.series[0], color: SERIES[0]}, {name: data.series[1], color: INK, shape: 'line'}],
        option: {
          grid,
          xAxis: panels.map((_, p) => ({
            type: 'category', gridIndex: p, data: data.years, axisTick: {show: false},
            axisLine: {onZero: true, lineStyle: {color: MUTED}},
            axisLabel: {...text(), show: isLast(p), hideOverlap: true},
          })),
          yAxis: panels.map((panel, p) => ({
            ...valueAxis(f, 'money'), gridIndex: p, ...(isOwn(panel) ? scale([panel]) : shared), name: titles[p],
            nameLocation: 'end', nameGap: 10, nameTextStyle: {...text(INK), fontWeight: 600, lineHeight: LINE, align: 'left', padding: [0, 0, 0, -64]},
            axisLabel: text(MUTED, {formatter: x => f.axis('money', x), hideOverlap: true, fontSize: 11}),
          })),
          tooltip: {...tooltip(params => [`${panels[Math.floor(params.seriesIndex / 2)].name}, ${params.name}`,
            `${data.series[params.seriesIndex % 2]}: ${f.full('money', typeof params.value === 'object' ? params.value.value : params.value)}`])},
          series: panels.flatMap((panel, p) => [
            {type: 'bar', xAxisIndex: p, yAxisIndex: p, data: panel.net, itemStyle: {color: SERIES[0]}, barCategoryGap: '25%'},
            {type: 'line', step: 'middle', xAxisIndex: p, yAxisIndex: p, data: panel.cash, showSymbol: false, lineStyle: {color: INK, width: 1.5}, itemStyle: {color: INK}},
          ]),
        },
      };
    },

    UNITS(data, f, width) {
      const panels = data.panels.filter(panel => !isEmpty(panel));
      const {titles, grid, isLast, height} = panes(width, panels.map(panel => panel.name), 70);
      return {
        height,
        legend: [],
        option: {
          grid,
          xAxis: panels.map((_, p) => ({
            type: 'category', gridIndex: p, data: data.years, axisTick: {show: false},
            axisLine: {onZero: true, lineStyle: {color: MUTED}},
            axisLabel: {...text(), show: isLast(p), hideOverlap: true},
          })),
          yAxis: panels.map((panel, p) => ({
            ...valueAxis(f, 'number'), gridIndex: p, splitNumber: 2, name: titles[p],
            nameLocation: 'end', nameGap: 10, nameTextStyle: {...text(INK), fontWeight: 600, lineHeight: LINE, align: 'left', padding: [0, 0, 0, -64]},
            axisLabel: text(MUTED, {formatter: x => f.axis('number', x), hideOverlap: true, fontSize: 11}),
          })),
          tooltip: {...tooltip(params => [`${panels[params.seriesIndex].name}, ${params.name}`, f.short(params.value)])},
          series: panels.map((panel, p) => (
            {type: 'bar', xAxisIndex: p, yAxisIndex: p, data: panel.values, itemStyle: {color: SERIES[0]}, barCategoryGap: '25%'})),
        },
      };
    },

    FAN(data, f) {
      const band = (low, high, fill) => ({
        type: 'custom', silent: true, data: [[0, low[0]]], z: 1,
        renderItem: (_, api) => ({
          type: 'polygon',
          shape: {points: [...high.map((v, y) => api.coord([y, v])), ...low.map((v, y) => api.coord([y, v])).reverse()]},
          style: {fill},
        }),
      });
      const line = (values, style, z = 3) => ({type: 'line', data: values, showSymbol: false, z, lineStyle: style, itemStyle: {color: style.color}});
      const drawn = Boolean(data.p5);
      const [central, median, half, most] = data.names;
      return {
        height: printed ? 290 : 380,
        legend: [
          {name: central, color: INK, shape: 'line'},
          ...(drawn ? [{name: median, color: SERIES[0], shape: 'dash'}, {name: half, color: 'var(--fan-half)'}, {name: most, color: 'var(--fan-most)'}] : []),
        ],
        option: {
          grid: {left: 0, right: 16, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel'},
          // The line at 0 lies over the bands: where the balance turns is what is looked for.
          xAxis: {type: 'category', boundaryGap: false, data: data.years, axisTick: {show: false}, z: 2, axisLine: {onZero: true, lineStyle: {color: INK, width: 1.5}},
            axisLabel: text(MUTED, {hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right'}), axisLabelOnZero: false},
          yAxis: valueAxis(f, 'money', {splitNumber: 5}),
          tooltip: {...tooltip(params => {
            const lines = (Array.isArray(params) ? params : [params]).filter(p => p.seriesType === 'line');
            return lines.length === 0 ? [] : [lines[0].name, ...lines.map(p => `${p.seriesName}: ${f.full('money', p.value)}`)];
          }), trigger: 'axis'},
          series: [
            ...(drawn ? [
              band(data.p5, data.p95, 'var(--fan-most)'),
              band(data.p25, data.p75, 'var(--fan-half)'),
              {...line(data.p5, {color: 'var(--fan-edge)', width: 1}, 2), name: '5%'},
              {...line(data.p95, {color: 'var(--fan-edge)', width: 1}, 2), name: '95%'},
              {...line(data.p50, {color: SERIES[0], width: 2, type: 'dashed'}), name: median},
            ] : []),
            {...line(data.central, {color: INK, width: 2.5}), name: central},
          ],
        },
      };
    },

    HISTOGRAM(data, f) {
      const {edges, counts, reference, format} = data;
      const [loss, gain, central, interval] = data.names;
      return {
        height: printed ? 220 : 300,
        legend: [
          ...(counts.some((count, i) => count > 0 && edges[i] < reference) ? [{name: loss, color: LOSS}] : []),
          ...(counts.some((count, i) => count > 0 && edges[i + 1] > reference) ? [{name: gain, color: GAIN}] : []),
          ...(data.central === null ? [] : [{name: central, color: INK, shape: 'line'}]), {name: interval, color: INK, shape: 'dash'},
        ],
        option: {
          grid: {left: 0, right: 16, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel'},
          xAxis: valueAxis(f, format, {min: Math.min(edges[0], reference), max: Math.max(edges[edges.length - 1], reference),
            splitNumber: 6, splitLine: {show: false}, axisLine: {show: true, lineStyle: {color: MUTED}},
            axisLabel: text(MUTED, {formatter: x => f.axis(format, x), hideOverlap: true, showMinLabel: false, showMaxLabel: false})}),
          yAxis: {type: 'value', axisLabel: {show: false}, splitLine: {show: false}, axisLine: {show: false}, axisTick: {show: false}, max: 'dataMax'},
          tooltip: tooltip(({dataIndex}) => [`${f.full(format, edges[dataIndex])} … ${f.full(format, edges[dataIndex + 1])}`, String(counts[dataIndex])]),
          series: [
            {
              type: 'custom',
              data: counts.map((count, i) => [edges[i], edges[i + 1], count]),
              encode: {x: [0, 1], y: 2},
              renderItem: (params, api) => {
                const [low, high, count] = [0, 1, 2].map(k => api.value(k));
                const [, top] = api.coord([low, count]);
                const [, bottom] = api.coord([low, 0]);
                const part = (from, to, fill) => {
                  const x0 = api.coord([from, 0])[0];
                  const x1 = api.coord([to, 0])[0];
                  return {type: 'rect', shape: {x: x0, y: top, width: Math.max(0.5, x1 - x0 - 1), height: bottom - top}, style: {fill}};
                };
                return {type: 'group', children: low < reference && high > reference
                  ? [part(low, reference, LOSS), part(reference, high, GAIN)]
                  : [part(low, high, high <= reference ? LOSS : GAIN)]};
              },
            },
            ...(data.central === null ? [] : [across(data.central, {lineWidth: 2.5})]),
            across(data.low, {lineDash: [4, 4]}),
            across(data.high, {lineDash: [4, 4]}),
          ],
        },
      };
    },

    CURVE(data, f) {
      const [line, budget] = data.names;
      const marked = data.budget !== null;
      return {
        height: 340,
        legend: [{name: line, color: SERIES[0], shape: 'line'}, ...(marked ? [{name: budget, color: INK, shape: 'dash'}] : [])],
        option: {
          grid: {left: 8, right: 24, top: 34, bottom: 30, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel'},
          xAxis: valueAxis(f, 'money', {name: data.axes[0], nameLocation: 'middle', nameGap: 32, nameTextStyle: text(), splitLine: {show: false},
            axisLine: {show: true, onZero: true, lineStyle: {color: MUTED}}}),
          yAxis: valueAxis(f, data.format, {name: data.axes[1], nameTextStyle: {...text(), align: 'left'}}),
          tooltip: {...tooltip(params => {
            const [point] = Array.isArray(params) ? params : [params];
            return point && point.seriesType === 'line' ? data.axes.map((name, k) => `${name}: ${k === 0 || data.format === 'money' ? f.full('money', point.value[k]) : f.short(point.value[k])}`) : [];
          }), trigger: 'axis'},
          series: [
            {type: 'line', data: data.points, showSymbol: false, lineStyle: {color: SERIES[0], width: 2.5}, itemStyle: {color: SERIES[0]}},
            ...(marked ? [across(data.budget, {lineDash: [5, 4]})] : []),
          ],
        },
      };
    },

    TORNADO(data, f, width) {
      const rows = data.rows;
      const [low, high, extreme] = data.names;
      const bends = row => row.extreme !== null;
      const beyond = (row, end) => (row.low < row.high) === (end === 'left') ? row.lowText : row.highText;
      const sides = ['left', 'right'].map(end => room(rows.map(row => beyond(row, end))));
      return {
        height: 44 + rowsHeight(width, rows, 34),
        legend: [{name: low, color: SERIES[1]}, {name: high, color: SERIES[0]},
          ...(rows.some(bends) ? [{name: extreme, color: SERIES[2]}] : [])],
        option: {
          ...axes(width, rows.map(row => row.name), sides[1], sides[0] + GAP),
          // It ends where the longest bars end: no line stands there without a number.
          xAxis: valueAxis(f, 'money', {min: 'dataMin', max: 'dataMax', splitNumber: 3,
            splitLine: {showMinLine: false, showMaxLine: false, lineStyle: {color: RULE}},
            axisLabel: text(MUTED, {formatter: x => f.axis('money', x), hideOverlap: true, showMinLabel: false, showMaxLabel: false})}),
          tooltip: tooltip(({dataIndex}) => {
            const row = rows[dataIndex];
            return [row.name, `${low} ${row.lowText}: ${f.full('money', row.low)}`, `${high} ${row.highText}: ${f.full('money', row.high)}`,
              ...(bends(row) ? [`${extreme} ${row.extremeText}: ${f.full('money', row.extreme)}`] : [])];
          }),
          series: [
            rowsOf(rows, row => [row.low, row.high, data.central, bends(row) ? row.extreme : data.central], (row, at, y) => {
              const left = row.low < row.high;
              // Beyond the line in the middle, also where both ends are on one side of it.
              const end = (value, isLeft) => [isLeft ? Math.min(at(value), at(data.central)) - GAP : Math.max(at(value), at(data.central)) + GAP, y];
              return [
                rect(at(data.central), at(row.low), y, 18, SERIES[1], 1),
                rect(at(data.central), at(row.high), y, 18, SERIES[0], 1),
                label(...end(row.low, left), row.lowText, left ? 'right' : 'left'),
                label(...end(row.high, !left), row.highText, left ? 'left' : 'right'),
                ...(bends(row) ? [rect(at(data.central), at(row.extreme), y, 6, SERIES[2], 1)] : []),
              ];
            }),
            across(data.central, {}),
          ],
        },
      };
    },
  };

  function legend(figure, entries) {
    if (!entries || entries.length === 0 || figure.querySelector('.legend')) return;
    const list = document.createElement('ul');
    list.className = 'legend';
    list.setAttribute('aria-hidden', 'true');
    for (const {name, color, shape} of entries) {
      const item = document.createElement('li');
      const swatch = document.createElement('span');
      swatch.className = `swatch ${shape || 'area'}`;
      swatch.style.setProperty('--swatch', color);
      item.append(swatch, name);
      list.append(item);
    }
    figure.querySelector('.chart').before(list);
  }

  /** Draws what is visible and was not yet drawn at its present width, or at that of paper. */
  function draw(root, currency, width) {
    printed = Boolean(width);
    family = getComputedStyle(document.body).fontFamily;
    for (const box of root.querySelectorAll('.chart')) {
      if (box.offsetParent === null) continue;
      const wanted = width || box.clientWidth;
      const size = `${wanted} ${printed}`;
      if (box.drawn === size) continue;
      const figure = box.closest('figure');
      const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
      if ((data.rows && data.rows.length === 0) || (data.panels && data.panels.every(isEmpty))) {
        box.hidden = true;
        continue;
      }
      const language = box.closest('[lang]').lang;
      const chart = KINDS[box.dataset.kind](data, formats(language, currency), wanted);
      legend(figure, chart.legend);
      box.style.height = `${chart.height}px`;
      if (!box.instance) box.instance = echarts.init(box, null, {renderer: 'svg', width: wanted, height: chart.height});
      else box.instance.resize({width: wanted, height: chart.height});
      box.instance.setOption({animation: false, textStyle: {fontFamily: family}, ...chart.option}, true);
      box.drawn = size;
    }
  }

  return {draw, formats, PAPER};
})();
