// Loads the page again when its file was written again, and says what is wrong meanwhile. The page may be opened from a file, which
// nothing can be fetched from: the sign beside it is a script, which can.
(() => {
  'use strict';

  const SIGN = /*sign*/'';
  const VERSION = /*version*/'';
  const PAUSE = 150;
  const KEPT = `mkba ${location.pathname}`;

  function keep() {
    const report = [...document.querySelectorAll('.report')].find(each => !each.hidden);
    const select = report.querySelector('[data-choose]');
    const kept = {language: report.lang, alternative: select ? select.value : null, top: scrollY};
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch (e) {
      // Then the page begins at its beginning.
    }
  }

  function bringBack() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch (e) {
      return;
    }
    if (!kept) return;
    const report = document.querySelector(`.report[lang="${kept.language}"]`);
    if (report && report.hidden) report.querySelector(`[data-language="${kept.language}"]`).click();
    const select = report && report.querySelector('[data-choose]');
    if (select && [...select.options].some(option => option.value === kept.alternative) && select.value !== kept.alternative) {
      select.value = kept.alternative;
      select.dispatchEvent(new Event('change', {bubbles: true}));
    }
    // Once the charts are drawn, which take room above.
    history.scrollRestoration = 'manual';
    const back = () => scrollTo({top: kept.top, behavior: 'instant'});
    addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(back)));
  }

  const shown = document.createElement('pre');
  shown.className = 'watched warning';
  shown.setAttribute('role', 'status');
  shown.style.cssText = 'position:sticky;top:0;z-index:9;margin:0;padding:.6em 1em;white-space:pre-wrap;overflow-wrap:anywhere;max-height:40vh;overflow:auto';
  shown.hidden = true;
  document.body.prepend(shown);

  window.mkbaWatched = (version, problems) => {
    if (version !== VERSION) {
      keep();
      location.reload();
      return;
    }
    if (shown.textContent !== problems) shown.textContent = problems;
    shown.hidden = problems === '';
  };

  let number = 0;
  function look() {
    const script = document.createElement('script');
    script.src = `${encodeURIComponent(SIGN)}?${Date.now()}.${number++}`;
    script.onload = script.onerror = () => {
      script.remove();
      setTimeout(look, PAUSE);
    };
    document.head.append(script);
  }

  bringBack();
  look();
})();
