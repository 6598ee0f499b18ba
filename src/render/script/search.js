// The search page: shows what is found while one types. Needs find.js and search-data.js.
'use strict';

(() => {
  const PAGE = 50;
  const form = document.getElementById('search');
  const field = document.getElementById('search-words');
  const count = document.getElementById('search-count');
  const list = document.getElementById('search-results');
  const more = document.getElementById('search-more');
  const names = document.getElementById('search-names');
  const kinds = form.dataset.kinds.split('|');
  const index = rebond.open(window.REBOND_SEARCH);
  let found = [];

  /** Makes an element that holds `text`, in whatever direction it is written. */
  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.dir = 'auto';
    made.textContent = text;
    return made;
  }

  function item(record) {
    const [kind, name, about, href] = rebond.fields(record);
    const link = element('a', '', name);
    link.href = href;
    const row = document.createElement('li');
    row.append(element('span', 'kind', kinds[kind]), link);
    if (about) row.append(element('span', 'aside', about));
    return row;
  }

  /** Shows the next of what was found. */
  function showMore() {
    const from = list.children.length;
    list.append(...found.slice(from, from + PAGE).map(item));
    more.hidden = list.children.length === found.length;
    return list.children[from];
  }

  function search() {
    const isAsked = rebond.words(field.value).length > 0;
    found = rebond.find(index, field.value);
    list.replaceChildren();
    showMore();
    names.hidden = isAsked;
    count.textContent = isAsked && found.length === 0 ? form.dataset.none
      : isAsked ? rebond.counted(form.dataset, found.length) : '';
  }

  /** The address keeps what was asked, so that the way back from a result leads to the results. */
  function remember() {
    const asked = field.value.trim();
    history.replaceState(null, '', asked ? `#${new URLSearchParams({ q: asked })}` : location.pathname);
  }

  function recall() {
    field.value = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
    search();
  }

  /** Moves among the field and the results by the arrow keys. */
  function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && event.target !== field) field.focus();
    if (!step || event.target === more) return;
    const stops = [field, ...list.querySelectorAll('a')];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  field.addEventListener('input', () => { search(); remember(); });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    field.value = '';
    search();
    remember();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  form.addEventListener('keydown', move);
  list.addEventListener('keydown', move);
  more.addEventListener('click', () => showMore()?.querySelector('a').focus());
  window.addEventListener('hashchange', recall);
  document.getElementById('search-without').hidden = true;
  form.hidden = false;
  recall();
})();
