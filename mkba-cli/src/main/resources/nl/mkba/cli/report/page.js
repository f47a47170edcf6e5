// What the page does: language, alternative, charts, sliders, print.
(() => {
  'use strict';

  const currency = document.body.dataset.currency;
  const reports = [...document.querySelectorAll('.report')];

  /** Shows what is visible as it fits the window. */
  function draw() {
    stack();
    mkbaCharts.draw(document, currency);
  }

  function speak(language) {
    document.documentElement.lang = language;
    for (const report of reports) {
      report.hidden = report.lang !== language;
      for (const button of report.querySelectorAll('[data-language]')) {
        button.setAttribute('aria-pressed', String(button.dataset.language === language));
      }
      if (!report.hidden) document.title = report.dataset.title;
    }
    draw();
  }

  function choose(alternative) {
    for (const part of document.querySelectorAll('[data-alternative]')) {
      part.hidden = part.dataset.alternative !== alternative;
    }
    for (const select of document.querySelectorAll('[data-choose]')) select.value = alternative;
    draw();
  }

  const phone = matchMedia('(max-width: 40rem)');

  // On a phone, and where a table is wider than its place, every row is a block in which each number stands behind the heading of its column.
  // A table that is sorted by its headings keeps them on a wider screen.
  function stack() {
    const changed = [...document.querySelectorAll('.scroll')].filter(box => box.offsetParent !== null && box.stackedAt !== box.clientWidth);
    for (const box of changed) box.classList.remove('stacked', 'dense');
    const isWide = changed.map(box => !phone.matches && box.scrollWidth > box.clientWidth);
    // Before it becomes blocks it becomes smaller.
    changed.forEach((box, k) => box.classList.toggle('dense', isWide[k]));
    const isTooWide = changed.map(box => phone.matches || (box.scrollWidth > box.clientWidth && !box.querySelector('thead button')));
    changed.forEach((box, k) => {
      box.stackedAt = box.clientWidth;
      if (!isTooWide[k]) return;
      box.classList.remove('dense');
      nameCells(box.querySelector('table'));
      box.classList.add('stacked');
    });
  }

  // The cells are told their headings when they need them: there are many.
  function nameCells(table) {
    if (table.named) return;
    table.named = true;
    const headings = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
    for (const row of table.tBodies[0].rows) {
      for (let c = 1; c < row.cells.length; c++) row.cells[c].dataset.column = headings[c];
    }
    shorten(table);
  }

  const SHORT = 10;
  const SMALLEST = 0.6;

  // Of a long table of blocks the first ones are shown, and the rest when asked for.
  function shorten(table) {
    const all = table.closest('.report').dataset.all;
    const rows = table.tBodies[0].rows.length;
    if (!all || rows <= SHORT + 2 || table.closest('.place-table')) return;
    table.classList.add('shortened');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'all-rows';
    button.textContent = `${all} (${rows})`;
    button.addEventListener('click', () => {
      table.classList.remove('shortened');
      button.remove();
    });
    table.after(button);
  }

  // Every printed page names what it is about: the title and, of several, the alternative.
  const running = document.head.appendChild(document.createElement('style'));
  const quoted = text => `"${text.replace(/["\\\n\r\f]/g, c => `\\${c.codePointAt(0).toString(16)} `)}"`;

  function beforePrint() {
    const report = reports.find(each => !each.hidden);
    const select = report.querySelector('[data-choose]');
    const about = report.dataset.title + (select ? ` — ${select.selectedOptions[0].textContent}` : '');
    running.textContent = `@page { @top-left { content: ${quoted(about)}; } @bottom-right { content: ${quoted(report.dataset.pages)} " " counter(page); } }`;
    for (const details of report.querySelectorAll('.appendix > details:not([open])')) {
      details.open = true;
      details.dataset.opened = 'print';
    }
    mkbaCharts.draw(document, currency, mkbaCharts.PAPER);
    fitFirstSheet(report);
  }

  function afterPrint() {
    for (const details of document.querySelectorAll('details[data-opened]')) {
      details.open = false;
      delete details.dataset.opened;
    }
    draw();
  }

  // A page of paper between its margins, in pixels of 1/96 inch.
  const PAGE = 264 / 25.4 * 96;

  // The first sheet is one page: what is longer is printed smaller. How long it is shows only as it is printed, on paper's width.
  function fitFirstSheet(report) {
    const first = report.querySelector('.topic.summary');
    if (report.classList.contains('places')) return;
    const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.media);
    const media = rules.map(rule => rule.media.mediaText);
    const body = document.body.style;
    rules.forEach((rule, k) => { rule.media.mediaText = media[k] === 'print' ? 'all' : 'not all'; });
    body.width = `${mkbaCharts.PAPER}px`;
    let fit = 1;
    for (let tries = 0; tries < 12; tries++) {
      report.style.setProperty('--fit', fit);
      mkbaCharts.draw(first, currency, mkbaCharts.PAPER / fit);
      const height = first.getBoundingClientRect().bottom - report.getBoundingClientRect().top;
      if (height <= PAGE || fit <= SMALLEST) break;
      // Smaller letters also fit more words on a line.
      fit = Math.max(SMALLEST, fit * Math.min(0.985, Math.sqrt(PAGE / height)));
    }
    body.width = '';
    rules.forEach((rule, k) => { rule.media.mediaText = media[k]; });
  }

  function whatIf(form) {
    const plan = mkbaPlan.read(JSON.parse(document.getElementById(`plan-${form.dataset.plan}`).textContent));
    const language = form.closest('[lang]').lang;
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
    const f = mkbaCharts.formats(language, currency);
    const part = new Intl.NumberFormat(locale, {style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1});
    const plain = new Intl.NumberFormat(locale, {maximumSignificantDigits: 4});
    const sliders = [...form.querySelectorAll('input[type=range]')];
    const shown = (slider, value) => slider.dataset.fraction === 'true' ? part.format(value)
      : `${slider.dataset.money === 'true' ? f.amount(plain, value) : plain.format(value)}${slider.dataset.unit ? ` ${slider.dataset.unit}` : ''}`;
    // A slider rounds to its own steps: until it is moved, the central value itself counts.
    const value = slider => slider.dataset.moved ? Number(slider.value) : Number(slider.dataset.central);

    function update() {
      const values = {};
      for (const slider of sliders) {
        values[slider.name] = value(slider);
        const text = shown(slider, values[slider.name]);
        slider.setAttribute('aria-valuetext', text);
        form.querySelector(`output[for="${CSS.escape(slider.id)}"]`).textContent = text;
      }
      const figures = mkbaPlan.evaluate(plan, values);
      form.querySelector('.refused').hidden = figures !== null;
      for (const cell of form.querySelectorAll('[data-figure]')) {
        const name = cell.dataset.figure;
        if (figures === null) {
          cell.textContent = '–';
          delete cell.dataset.value;
        } else if (name === 'bcr') {
          const exists = figures.pv_costs > 0;
          const ratio = (figures.pv_benefits + figures.transfers) / figures.pv_costs;
          cell.textContent = exists ? f.perEuro(ratio) : form.dataset.absent;
          cell.dataset.value = exists ? String(ratio) : '';
        } else {
          cell.textContent = f.full('money', figures[name]);
          cell.dataset.value = String(figures[name]);
        }
      }
    }

    for (const slider of sliders) {
      slider.addEventListener('input', () => {
        slider.dataset.moved = 'yes';
        update();
      });
    }
    form.querySelector('[type=reset]').addEventListener('click', event => {
      event.preventDefault();
      for (const slider of sliders) {
        delete slider.dataset.moved;
        slider.value = slider.dataset.central;
      }
      update();
    });
    form.addEventListener('submit', event => event.preventDefault());
    update();
  }

  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => {
      speak(button.dataset.language);
      document.querySelector(`.report:not([hidden]) [data-language="${button.dataset.language}"]`).focus();
    });
  }
  for (const select of document.querySelectorAll('[data-choose]')) {
    select.addEventListener('change', () => choose(select.value));
  }
  document.documentElement.classList.add('scripted');
  for (const form of document.querySelectorAll('form.what-if')) whatIf(form);
  if (document.body.dataset.best) choose(document.body.dataset.best);
  speak(document.documentElement.lang);

  let waiting = 0;
  addEventListener('resize', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => draw());
  });
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  // What was drawn in a closed part has no width yet.
  document.addEventListener('toggle', () => draw(), true);
})();
