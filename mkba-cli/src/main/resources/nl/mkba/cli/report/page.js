// What the page does: language, alternative, charts, sliders, print.
(() => {
  'use strict';

  const currency = document.body.dataset.currency;
  const reports = [...document.querySelectorAll('.report')];
  const draw = width => mkbaCharts.draw(document, currency, width);

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

  // On a phone every number stands behind the heading of its column, which it is told here: there are many of them.
  const phone = matchMedia('(max-width: 40rem)');

  function nameCells() {
    if (!phone.matches) return;
    phone.removeEventListener('change', nameCells);
    for (const table of document.querySelectorAll('.scroll table')) {
      const headings = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
      for (const row of table.tBodies[0].rows) {
        for (let c = 1; c < row.cells.length; c++) row.cells[c].dataset.column = headings[c];
      }
      shorten(table);
    }
  }

  const SHORT = 10;

  // On a phone every row is a block: of a long table the first ones are shown, and the rest when asked for.
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
    draw(mkbaCharts.PAPER);
  }

  function afterPrint() {
    for (const details of document.querySelectorAll('details[data-opened]')) {
      details.open = false;
      delete details.dataset.opened;
    }
    draw();
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
      : `${plain.format(value)}${slider.dataset.unit ? ` ${slider.dataset.unit}` : ''}`;
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
          cell.textContent = exists ? f.perEuro(figures.gains / figures.pv_costs) : form.dataset.absent;
          cell.dataset.value = exists ? String(figures.gains / figures.pv_costs) : '';
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

  phone.addEventListener('change', nameCells);
  nameCells();

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
