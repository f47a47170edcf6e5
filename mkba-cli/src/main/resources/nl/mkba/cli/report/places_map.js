// The map of the places: areas on a grid, filled by what is chosen to colour them by.
const mkbaMap = (() => {
  'use strict';

  const {data, label, columns, choice, chosen, formats, fill, listen} = mkbaPlaces;
  const maps = new Map();
  if (!data.shapes) return {show() {}};

  const PRINT_WIDTH = 680;
  const TALLEST = 640;
  const LIMIT = 4000;
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const VALUES = Object.fromEntries([...DIGITS].map((digit, value) => [digit, value]));
  const LOSSES = ['--map-loss-3', '--map-loss-2', '--map-loss-1'];
  const GAINS = ['--map-gain-1', '--map-gain-2', '--map-gain-3'];

  /** The area that a text describes. */
  function area(text) {
    let at = 0;
    const number = () => {
      let value = 0;
      for (let weight = 1; ; weight *= 32) {
        const digit = VALUES[text[at++]];
        value += (digit % 32) * weight;
        if (digit < 32) return value;
      }
    };
    const signed = () => {
      const value = number();
      return value % 2 ? -(value + 1) / 2 : value / 2;
    };
    const path = new Path2D();
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    let x = 0;
    let y = 0;
    for (let ring = number(); ring > 0; ring--) {
      for (let point = number(), first = true; point > 0; point--, first = false) {
        x += signed();
        y += signed();
        if (first) path.moveTo(x, y); else path.lineTo(x, y);
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
      path.closePath();
    }
    return {path, box};
  }

  const areas = data.shapes.map(area);
  const areaOf = new Map();
  let other = 0;
  data.places.forEach((place, index) => {
    areas[index].place = place;
    areas[index].name = place < 0 ? data.others[other++] : label(place);
    if (place >= 0) areaOf.set(place, areas[index]);
  });

  /** A number with one digit that matters, or two. */
  const nice = value => Number(value.toPrecision(Math.abs(value) < 10 ? 1 : 2));

  /** Limits between shades of gain or loss of which each has about as many places. */
  function limits(sizes) {
    const sorted = Float64Array.from(sizes).sort();
    if (sorted.length === 0) return [];
    return [...new Set([1 / 3, 2 / 3].map(part => nice(sorted[Math.floor(part * (sorted.length - 1))])))].filter(limit => limit > 0);
  }

  /** Classes from the largest loss to the largest gain: each with its colour and the limit that ends it. */
  function scale(colour) {
    if (colour === 'chosen') return null;
    if (colour === 'ratio') return {ends: [0.5, 0.8, 1, 1.5, 2.5, Infinity], colours: [...LOSSES, ...GAINS]};
    if (colour === 'chance') return {ends: [0.1, 0.3, 0.5, 0.7, 0.9, Infinity], colours: [...LOSSES, ...GAINS]};
    const values = columns()[colour].filter(value => value !== null);
    const losses = limits(values.filter(value => value < 0).map(value => -value)).map(limit => -limit).reverse();
    const gains = limits(values.filter(value => value > 0));
    return {
      ends: [...losses, 0, ...gains, Infinity],
      colours: [...LOSSES.slice(2 - losses.length), ...GAINS.slice(0, gains.length + 1)],
    };
  }

  function classOf(value, ends) {
    for (let k = 0; k < ends.length; k++) if (value < ends[k]) return k;
    return ends.length - 1;
  }

  function map(report) {
    const root = report.querySelector('.place-map');
    const words = JSON.parse(report.querySelector('script.words').textContent);
    const f = formats(report.lang);
    const select = root.querySelector('.colour');
    const frame = root.querySelector('.map-frame');
    const canvas = root.querySelector('canvas');
    const legend = root.querySelector('.map-legend');
    const about = root.querySelector('.about');
    const pen = canvas.getContext('2d');
    const view = {zoom: 1, x: data.width / 2, y: data.height / 2};
    let marked = null;
    let drawn = null;

    const probe = document.createElement('span');
    probe.hidden = true;
    root.append(probe);
    const resolved = name => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };

    /** The colour of each area, and the legend. */
    function colours() {
      const colour = select.value;
      const none = {color: '--map-none', name: words.no_data};
      const entries = [];
      let key;
      if (colour === 'chosen') {
        entries.push({color: '--map-gain-2', name: words.chosen}, {color: '--map-loss-1', name: words.not_chosen});
        key = place => choice().chosen[place] >= 0 ? 0 : 1;
      } else {
        const {ends, colours: shades} = scale(colour);
        const text = x => f.cell(colour, x);
        ends.forEach((end, k) => entries.push({
          color: shades[k],
          name: k === 0 ? fill(words.below, text(end)) : end === Infinity ? fill(words.above, text(ends[k - 1])) : fill(words.between, text(ends[k - 1]), text(end)),
        }));
        const values = columns()[colour];
        key = place => values[place] === null ? -1 : classOf(values[place], ends);
      }
      const classes = areas.map(each => each.place < 0 ? -1 : key(each.place));
      legend.replaceChildren(...[...entries, ...(classes.includes(-1) ? [none] : [])].map(entry => {
        const item = document.createElement('li');
        const swatch = document.createElement('span');
        swatch.className = 'swatch';
        swatch.style.setProperty('--swatch', `var(${entry.color})`);
        item.append(swatch, entry.name);
        return item;
      }));
      const fills = entries.map(entry => resolved(entry.color));
      const rest = resolved(none.color);
      return classes.map(k => k < 0 ? rest : fills[k]);
    }

    function size(width) {
      const height = Math.round(Math.min(TALLEST, Math.max(160, width * data.height / Math.max(1, data.width))));
      return {width, height, scale: Math.min(width / Math.max(1, data.width), height / Math.max(1, data.height))};
    }

    function draw(width, sharpness) {
      if (root.offsetParent === null && !width) return;
      const wanted = size(width || frame.clientWidth);
      const ratio = sharpness || devicePixelRatio || 1;
      canvas.width = Math.round(wanted.width * ratio);
      canvas.height = Math.round(wanted.height * ratio);
      canvas.style.height = `${wanted.height}px`;
      const scale = wanted.scale * view.zoom;
      drawn = {scale, left: view.x - wanted.width / 2 / scale, top: view.y - wanted.height / 2 / scale, width: wanted.width, height: wanted.height};
      pen.setTransform(ratio * scale, 0, 0, ratio * scale, -drawn.left * ratio * scale, -drawn.top * ratio * scale);
      const fills = colours();
      const right = drawn.left + wanted.width / scale;
      const bottom = drawn.top + wanted.height / scale;
      const seen = index => {
        const [x0, y0, x1, y1] = areas[index].box;
        return x1 >= drawn.left && x0 <= right && y1 >= drawn.top && y0 <= bottom;
      };
      const edge = resolved('--map-edge');
      // Borders only where areas are large enough to tell them apart.
      const middling = Math.sqrt(data.width * data.height / Math.max(1, areas.length)) * scale;
      pen.lineJoin = 'round';
      for (let index = 0; index < areas.length; index++) {
        if (!seen(index)) continue;
        pen.fillStyle = fills[index];
        pen.fill(areas[index].path, 'evenodd');
        pen.strokeStyle = middling > 5 ? edge : fills[index];
        pen.lineWidth = (middling > 5 ? 0.6 : 0.3) / scale;
        pen.stroke(areas[index].path);
      }
      if (marked) {
        pen.strokeStyle = resolved('--map-mark');
        pen.lineWidth = 2.5 / scale;
        pen.stroke(marked.path);
      }
      const selected = select.selectedOptions[0].textContent;
      canvas.setAttribute('aria-label', fill(words.map_label, f.whole(areas.length), selected));
    }

    let waiting = 0;
    function later() {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => draw());
    }

    function tell(one) {
      marked = one;
      const place = one ? one.place : -1;
      if (!one) {
        about.textContent = '';
      } else if (place < 0) {
        about.textContent = `${one.name}: ${words.not_in_table}`;
      } else {
        const all = columns();
        const parts = [fill(words.ratio, f.cell('ratio', all.ratio[place])), fill(words.npv, f.cell('npv', all.npv[place]))];
        if (all.low) parts.push(fill(words.between, f.cell('npv', all.low[place]), f.cell('npv', all.high[place])), fill(words.chance, f.cell('chance', all.chance[place])));
        parts.push(fill(words.costs, f.cell('costs', all.costs[place])));
        if (data.choices.length > 0) parts.push(`${words.chosen}: ${chosen(place, words)}`);
        about.textContent = `${one.name}: ${parts.join('; ')}`;
      }
    }

    function at(event) {
      const box = canvas.getBoundingClientRect();
      const x = drawn.left + (event.clientX - box.left) / drawn.scale;
      const y = drawn.top + (event.clientY - box.top) / drawn.scale;
      pen.save();
      pen.setTransform(1, 0, 0, 1, 0, 0);
      const hit = areas.find(({path, box: [x0, y0, x1, y1]}) => x >= x0 && x <= x1 && y >= y0 && y <= y1 && pen.isPointInPath(path, x, y, 'evenodd'));
      pen.restore();
      return hit || null;
    }

    function zoom(times) {
      view.zoom = Math.max(1, Math.min(LIMIT, view.zoom * times));
      if (view.zoom === 1) {
        view.x = data.width / 2;
        view.y = data.height / 2;
      }
      later();
    }

    function move(x, y) {
      view.x = Math.max(0, Math.min(data.width, view.x + x / drawn.scale));
      view.y = Math.max(0, Math.min(data.height, view.y + y / drawn.scale));
      later();
    }

    const zooms = {in: () => zoom(2), out: () => zoom(0.5), all: () => zoom(0)};
    for (const button of root.querySelectorAll('[data-zoom]')) button.addEventListener('click', zooms[button.dataset.zoom]);
    const STEP = 60;
    const pressed = {
      ArrowLeft: () => move(-STEP, 0), ArrowRight: () => move(STEP, 0), ArrowUp: () => move(0, -STEP), ArrowDown: () => move(0, STEP),
      '+': zooms.in, '=': zooms.in, '-': zooms.out, 0: zooms.all,
    };
    frame.addEventListener('keydown', event => {
      if (pressed[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        pressed[event.key]();
      }
    });
    let dragged = null;
    canvas.addEventListener('pointerdown', event => { dragged = {x: event.clientX, y: event.clientY, moved: false}; });
    canvas.addEventListener('pointermove', event => {
      if (!dragged || event.buttons === 0) return;
      const [x, y] = [event.clientX - dragged.x, event.clientY - dragged.y];
      if (!dragged.moved && Math.hypot(x, y) < 5) return;
      move(-x, -y);
      dragged = {x: event.clientX, y: event.clientY, moved: true};
    });
    canvas.addEventListener('click', event => {
      if (dragged && dragged.moved) return;
      tell(at(event));
      later();
    });
    canvas.addEventListener('dblclick', event => {
      const box = canvas.getBoundingClientRect();
      view.x = drawn.left + (event.clientX - box.left) / drawn.scale;
      view.y = drawn.top + (event.clientY - box.top) / drawn.scale;
      zoom(2);
    });
    select.addEventListener('change', () => { draw(); });
    listen(() => { tell(marked); draw(); });

    return {
      draw,
      show(place) {
        const one = areaOf.get(place);
        tell(one || {place, name: label(place), path: new Path2D()});
        if (one) {
          const [x0, y0, x1, y1] = one.box;
          view.x = (x0 + x1) / 2;
          view.y = (y0 + y1) / 2;
          view.zoom = Math.max(1, Math.min(LIMIT, Math.min(data.width / Math.max(1, x1 - x0), data.height / Math.max(1, y1 - y0)) / 8));
        }
        draw();
        root.scrollIntoView({block: 'nearest'});
        frame.focus({preventScroll: true});
      },
    };
  }

  for (const report of document.querySelectorAll('.report')) maps.set(report, map(report));
  const all = (width, sharpness) => maps.forEach((each, report) => { if (!report.hidden) each.draw(width, sharpness); });
  all();
  let waiting = 0;
  addEventListener('resize', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => all());
  });
  for (const button of document.querySelectorAll('[data-language]')) button.addEventListener('click', () => all());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => all());
  // Paper is light and finer than a screen.
  addEventListener('beforeprint', () => {
    document.documentElement.classList.add('printing');
    all(PRINT_WIDTH, 3);
  });
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove('printing');
    all();
  });

  return {show: (report, place) => maps.get(report).show(place)};
})();
