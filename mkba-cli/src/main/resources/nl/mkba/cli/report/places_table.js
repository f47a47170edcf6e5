// The table of all places: searched, sorted and paged through in memory; only the rows that are seen are in the page.
const mkbaPlaces = (() => {
  'use strict';

  const ROWS = 50;
  const NONE = '–';
  const data = JSON.parse(document.getElementById('places').textContent);
  const currency = document.body.dataset.currency;
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // With names a place is found and sorted by its name, and by its id behind it.
  const label = place => data.names && data.names[place] ? data.names[place] : data.ids[place];
  const keys = data.ids.map((id, place) => plain(label(place) === id ? id : `${label(place)} ${id}`));
  const everyone = Uint32Array.from(data.ids, (_, place) => place);
  // What sorting compares texts by: the place of each id among all.
  const alphabetical = new Uint32Array(keys.length);
  everyone.slice().sort((a, b) => keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b).forEach((place, rank) => { alphabetical[place] = rank; });

  let theCase = Number(document.body.dataset.best);
  const listeners = [];
  const columns = () => data.cases[theCase];
  const choice = () => data.choices[columns().choice];

  /** How the numbers of a column are written in a language. */
  function formats(language) {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
    const whole = new Intl.NumberFormat(locale, {maximumFractionDigits: 0});
    const few = new Intl.NumberFormat(locale, {maximumFractionDigits: 2});
    const ratio = new Intl.NumberFormat(locale, {minimumFractionDigits: 2, maximumFractionDigits: 2});
    const part = new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 0});
    const amount = x => (Math.abs(x) < 1000 ? few : whole).format(x);
    const chance = x => x > 0 && x < 0.005 ? '<1%' : x < 1 && x > 0.995 ? '>99%' : part.format(x).replace(/\s/g, '');
    return {
      whole: x => whole.format(x),
      cell: (column, x) => x === null ? NONE : column.endsWith('ratio') ? (x <= -0.005 ? '< 0' : ratio.format(x)) : column === 'chance' ? chance(x) : amount(x),
    };
  }

  const fill = (template, ...values) => template.replace(/\{(\d)\}/g, (_, k) => values[k]);

  /** What is chosen for a place, in words. */
  function chosen(place, words) {
    const index = choice().chosen[place];
    return index < 0 ? words.no : words.alternatives.length > 1 ? words.alternatives[index] : words.yes;
  }

  /** A number for each place by which a column is sorted; what is absent is NaN. */
  function sortable(column) {
    if (column === 'id') return alphabetical;
    if (column === 'chosen') return choice().chosen.map((index, place) => (choice().share ? choice().share[place] : 0) + (index < 0 ? 0 : 2));
    return columns()[column].map(value => value === null ? NaN : value);
  }

  function table(report) {
    const root = report.querySelector('.place-table');
    const words = JSON.parse(report.querySelector('script.words').textContent);
    const f = formats(report.lang);
    const search = root.querySelector('[type=search]');
    const sort = root.querySelector('.sort');
    const direction = root.querySelector('.direction');
    const only = root.querySelector('.only input');
    const body = root.querySelector('tbody');
    const found = root.querySelector('.found');
    const heads = [...root.querySelectorAll('thead th')];
    const labels = heads.map(head => head.textContent.trim());
    const pagers = Object.fromEntries([...root.querySelectorAll('[data-page]')].map(button => [button.dataset.page, button]));
    const onMap = Boolean(data.shapes);
    const state = {column: 'ratio', descending: true, page: 0, sorted: everyone, rows: everyone};

    function order() {
      const values = sortable(state.column);
      const sign = state.descending ? -1 : 1;
      // What is absent comes last either way; equals stay in the order of the table.
      state.sorted = everyone.slice().sort((a, b) => {
        const x = values[a];
        const y = values[b];
        if (x !== x || y !== y) return (x !== x) - (y !== y) || a - b;
        return x === y ? a - b : x < y ? -sign : sign;
      });
    }

    function pick() {
      const wanted = plain(search.value.trim());
      const chosenOnly = only && only.checked ? choice().chosen : null;
      state.rows = wanted === '' && !chosenOnly ? state.sorted
        : state.sorted.filter(place => (wanted === '' || keys[place].includes(wanted)) && (!chosenOnly || chosenOnly[place] >= 0));
      state.page = 0;
    }

    function cell(place, column, k) {
      if (column === 'id') {
        const head = document.createElement('th');
        head.scope = 'row';
        head.dir = 'auto';
        if (onMap) {
          const button = document.createElement('button');
          button.type = 'button';
          button.textContent = label(place);
          button.addEventListener('click', () => mkbaMap.show(report, place));
          head.append(button);
        } else {
          head.textContent = label(place);
        }
        if (label(place) !== data.ids[place]) {
          const small = document.createElement('small');
          small.textContent = data.ids[place];
          head.append(small);
        }
        return head;
      }
      const box = document.createElement('td');
      box.dataset.column = labels[k];
      if (column === 'chosen') {
        box.dir = 'auto';
        box.textContent = chosen(place, words);
        const share = choice().share;
        if (share) {
          const small = document.createElement('small');
          small.textContent = fill(words.chance, f.cell('chance', share[place]));
          box.append(small);
        }
        return box;
      }
      const value = columns()[column][place];
      box.className = 'number';
      box.textContent = f.cell(column, value);
      if ((column === 'npv' && value < 0) || (column === 'ratio' && value !== null && value < 1)) box.classList.add('loss');
      if (column === 'npv' && columns().low) {
        const small = document.createElement('small');
        small.textContent = fill(words.between, f.cell(column, columns().low[place]), f.cell(column, columns().high[place]));
        box.append(small);
      }
      return box;
    }

    function show() {
      const pages = Math.max(1, Math.ceil(state.rows.length / ROWS));
      state.page = Math.max(0, Math.min(pages - 1, state.page));
      const from = state.page * ROWS;
      const shown = state.rows.slice(from, from + ROWS);
      body.replaceChildren(...Array.from(shown, place => {
        const row = document.createElement('tr');
        row.append(...heads.map((head, k) => cell(place, head.dataset.column, k)));
        return row;
      }));
      found.textContent = shown.length === 0 ? words.none_found
        : fill(words.status, f.whole(from + 1), f.whole(from + shown.length), f.whole(state.rows.length), f.whole(everyone.length));
      pagers.first.disabled = pagers.previous.disabled = state.page === 0;
      pagers.next.disabled = pagers.last.disabled = state.page === pages - 1;
      for (const head of heads) {
        if (head.dataset.column === state.column) head.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending');
        else head.removeAttribute('aria-sort');
      }
      sort.value = state.column;
      direction.textContent = state.descending ? direction.dataset.down : direction.dataset.up;
    }

    function sorted(column, descending) {
      state.column = column;
      state.descending = descending;
      order();
      pick();
      show();
    }

    const byDefault = column => column !== 'id';
    search.addEventListener('input', () => { pick(); show(); });
    if (only) only.addEventListener('change', () => { pick(); show(); });
    sort.addEventListener('change', () => sorted(sort.value, byDefault(sort.value)));
    direction.addEventListener('click', () => sorted(state.column, !state.descending));
    for (const head of heads) {
      head.querySelector('button').addEventListener('click', () => {
        const column = head.dataset.column;
        sorted(column, column === state.column ? !state.descending : byDefault(column));
      });
    }
    const steps = {first: () => 0, previous: () => state.page - 1, next: () => state.page + 1, last: () => Infinity};
    for (const [name, button] of Object.entries(pagers)) {
      button.addEventListener('click', () => { state.page = steps[name](); show(); });
    }
    listeners.push(() => sorted(state.column, state.descending));
    sorted(data.choices.length > 0 ? 'chosen' : 'ratio', true);
  }

  document.addEventListener('change', event => {
    if (event.target.matches('[data-choose]')) {
      theCase = Number(event.target.value);
      for (const listener of listeners) listener();
    }
  });
  for (const report of document.querySelectorAll('.report')) table(report);

  return {data, label, columns, choice, chosen, formats, fill, listen: listener => listeners.push(listener)};
})();
