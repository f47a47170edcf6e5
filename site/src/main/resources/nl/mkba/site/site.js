// What a page does: formulas, the list of pages on a narrow screen, and search.
(() => {
  'use strict';

  const {top, language, found, none, foreign} = document.body.dataset;

  for (const formula of document.querySelectorAll('.formula')) {
    temml.render(formula.textContent, formula, {displayMode: formula.dataset.display === 'true', throwOnError: true});
    // What is wider than its paragraph stands alone, and is scrolled, by keys too.
    if (formula.offsetWidth > formula.closest('p, li, article').clientWidth) formula.dataset.display = 'true';
    if (formula.dataset.display && formula.scrollWidth > formula.clientWidth) formula.tabIndex = 0;
  }

  const list = document.querySelector('.pages details');
  const wide = matchMedia('(min-width: 60rem)');
  const fit = () => { list.open = wide.matches; };
  wide.addEventListener('change', fit);
  fit();

  const form = document.querySelector('.search');
  const input = form.querySelector('input');
  const results = document.querySelector('.found');
  const status = results.querySelector('[role=status]');
  const items = results.querySelector('ol');
  const SHOWN = 20;

  // All words as they are or begin; or else misspelt; or else some of them.
  const misspelt = term => term.length > 4 ? 0.2 : false;
  const WAYS = [{combineWith: 'AND'}, {combineWith: 'AND', fuzzy: misspelt}, {combineWith: 'OR', fuzzy: misspelt}];

  // Upper and lower case and accents are one.
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  function script(address) {
    return new Promise((resolve, reject) => {
      const made = element('script');
      made.src = top + address;
      made.onload = resolve;
      made.onerror = () => reject(new Error(made.src));
      document.head.append(made);
    });
  }

  // The texts are fetched as scripts, which a page that is opened from a file may do; only when somebody searches.
  let ready;
  const index = () => ready ??= Promise.all([script('minisearch.min.js'), script(`${language}/sections.js`)]).then(() => {
    const search = new MiniSearch({
      fields: ['heading', 'page', 'text'],
      storeFields: ['heading', 'page', 'text', 'language'],
      processTerm: plain,
      searchOptions: {
        boost: {heading: 4},
        prefix: term => term.length > 2,
        weights: {prefix: 0.6, fuzzy: 0.2},
        boostDocument: (id, term, stored) => stored.language ? 0.5 : 1,
      },
    });
    search.addAll(mkbaSections);
    return search;
  });

  // A text with the words that were found marked: all of it, or what stands around the first one.
  function marked(made, text, terms, length) {
    const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
    const letters = [...text];
    const flat = letters.map(letter => plain(letter).slice(0, 1) || ' ').join('');
    const part = (from, to) => letters.slice(from, to).join('');
    const first = flat.search(words);
    const from = first < length / 2 ? 0 : flat.indexOf(' ', first - length / 3) + 1;
    const to = letters.length <= from + length ? letters.length : flat.lastIndexOf(' ', from + length);
    if (from > 0) made.append('… ');
    let last = from;
    for (const match of flat.slice(0, to).matchAll(words)) {
      if (match.index < from) continue;
      made.append(part(last, match.index), element('mark', '', part(match.index, match.index + match[0].length)));
      last = match.index + match[0].length;
    }
    made.append(part(last, to), to < letters.length ? ' …' : '');
    return made;
  }

  function item(hit) {
    const made = element('li');
    const link = marked(element('a'), hit.heading, hit.terms, 200);
    link.href = `${top}${language}/${hit.id}`;
    made.append(link);
    if (hit.language) {
      made.append(' ', element('span', 'mark', foreign));
      link.lang = hit.language;
    }
    if (hit.page !== hit.heading) made.append(marked(element('span', 'where'), hit.page, hit.terms, 200));
    made.append(marked(element('span', 'excerpt'), hit.text, hit.terms, 220));
    return made;
  }

  async function search() {
    const asked = input.value.trim();
    if (asked === '') {
      results.hidden = true;
      return;
    }
    const texts = await index();
    if (asked !== input.value.trim()) return;
    let hits = [];
    for (const way of WAYS) if (hits.length === 0) hits = texts.search(asked, way);
    items.replaceChildren(...hits.slice(0, SHOWN).map(item));
    status.textContent = hits.length > 0 ? found.replace('{0}', hits.length > SHOWN ? `${SHOWN}+` : hits.length) : none;
    results.hidden = false;
  }

  function close() {
    input.value = '';
    results.hidden = true;
    input.focus();
  }

  function step(by) {
    const links = [...items.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement) + by;
    (at < 0 ? input : links[Math.min(at, links.length - 1)])?.focus();
  }

  form.hidden = false;
  input.addEventListener('focus', () => index());
  input.addEventListener('input', search);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    await search();
    items.querySelector('a')?.click();
  });
  items.addEventListener('click', event => {
    // A place in this page itself: the list makes way for it.
    if (event.target.closest('a')) results.hidden = true;
  });
  for (const part of [form, results]) {
    part.addEventListener('keydown', event => {
      if (event.key === 'Escape') close();
      else if (event.key === 'ArrowDown') step(1);
      else if (event.key === 'ArrowUp') step(-1);
      else return;
      event.preventDefault();
    });
  }
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && event.target !== input) {
      event.preventDefault();
      input.focus();
    }
  });
})();
