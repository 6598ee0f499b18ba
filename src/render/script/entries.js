// The list of applications: narrows and sorts the table that the page holds. Needs find.js.
'use strict';

(() => {
  const form = document.getElementById('filters');
  const table = document.getElementById('all-entries');
  const count = document.getElementById('filters-count');
  const more = document.getElementById('filters-more');
  /** As many rows as a browser lays out at once without a pause. */
  const PAGE = 500;
  if (!form || !table) return;
  const controls = [...form.querySelectorAll('select, input')];
  const heads = [...table.querySelectorAll('th[data-sort]')];
  const years = [...table.tBodies];
  const sorted = table.createTBody();
  const ranks = Object.fromEntries(['stage', 'status'].map((name) => {
    const options = [...form.elements[name].options].map((option) => option.text);
    return [name, new Map(options.map((text, at) => [text, at]))];
  }));
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });
  /** What a cell says, without a note beside it. */
  const said = (cell) => cell.firstChild.textContent.trim();
  const rows = years.flatMap((year) => [...year.rows]).filter((row) => row.cells.length > 1).map((row, at) => ({
    row,
    at,
    year: row.parentElement,
    date: row.querySelector('time').dateTime,
    company: row.cells[1].textContent,
    role: row.cells[2].textContent,
    words: rebond.fold(`${row.cells[1].textContent} ${row.cells[2].textContent}`),
    stage: said(row.cells[3]),
    status: said(row.cells[4]),
    topics: (row.dataset.topics ?? '').split(' '),
  }));

  const state = { sort: 'date', order: 'down' };
  /** The order in which the rows stand. */
  let drawn = 'date down';
  let ordered = rows;
  let limit = PAGE;

  const COMPARE = {
    date: (a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)),
    company: (a, b) => collator.compare(a.company, b.company),
    role: (a, b) => collator.compare(a.role, b.role),
    stage: (a, b) => ranks.stage.get(a.stage) - ranks.stage.get(b.stage),
    status: (a, b) => ranks.status.get(a.status) - ranks.status.get(b.status),
  };

  function isChosen(entry, wanted) {
    return (!wanted.stage || entry.stage === wanted.stage)
      && (!wanted.status || entry.status === wanted.status)
      && (!wanted.topic || entry.topics.includes(wanted.topic))
      && (!wanted.from || entry.date >= wanted.from)
      && (!wanted.until || (entry.date && entry.date <= wanted.until))
      && wanted.words.every((word) => entry.words.includes(word));
  }

  function filter() {
    const wanted = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
    wanted.words = rebond.words(wanted.company);
    // A row has its stage and its outcome in the words of the choices.
    for (const name of ['stage', 'status']) wanted[name] &&= form.elements[name].selectedOptions[0].text;
    const used = new Set();
    let chosen = 0;
    for (const entry of ordered) {
      const isWanted = isChosen(entry, wanted);
      if (isWanted) chosen += 1;
      const isShown = isWanted && chosen <= limit;
      if (entry.row.hidden === isShown) entry.row.hidden = !isShown;
      if (isShown) used.add(entry.year);
    }
    for (const year of years) year.hidden = !used.has(year);
    more.hidden = chosen <= limit;
    count.textContent = rebond.counted(form.dataset, chosen);
  }

  /** Moves the rows into their order; by date they stand in their years, otherwise all together. */
  function place() {
    const sign = state.order === 'down' ? -1 : 1;
    ordered = [...rows].sort((a, b) => sign * COMPARE[state.sort](a, b) || a.at - b.at);
    const isByDate = state.sort === 'date';
    table.classList.toggle('sorted', !isByDate);
    if (isByDate) {
      const order = state.order === 'down' ? years : [...years].reverse();
      for (const year of order) {
        const own = ordered.filter((entry) => entry.year === year).map((entry) => entry.row);
        year.append(...own);
        table.append(year);
      }
    } else {
      const all = document.createDocumentFragment();
      for (const entry of ordered) all.append(entry.row);
      sorted.append(all);
    }
  }

  function sort() {
    const wanted = `${state.sort} ${state.order}`;
    if (wanted !== drawn) place();
    drawn = wanted;
    for (const head of heads) {
      const isOwn = head.dataset.sort === state.sort;
      if (isOwn) head.setAttribute('aria-sort', state.order === 'down' ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
  }

  /** The address keeps the state, so that it can be kept and come back to. */
  function remember() {
    const chosen = controls.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const isUsual = state.sort === 'date' && state.order === 'down';
    const all = new URLSearchParams(isUsual ? chosen : [...chosen, ...Object.entries(state)]);
    history.replaceState(null, '', all.size > 0 ? `#${all}` : location.pathname);
  }

  function change() {
    limit = PAGE;
    sort();
    filter();
    remember();
  }

  function recall() {
    limit = PAGE;
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const control of controls) control.value = kept.get(control.name) ?? '';
    state.sort = kept.get('sort') in COMPARE ? kept.get('sort') : 'date';
    state.order = kept.get('order') === 'up' ? 'up' : 'down';
    sort();
    filter();
  }

  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const { sort: name } = head.dataset;
      // Names begin at A, dates and stages at the latest.
      const first = name === 'company' || name === 'role' ? 'up' : 'down';
      const other = first === 'up' ? 'down' : 'up';
      state.order = state.sort === name && state.order === first ? other : first;
      state.sort = name;
      change();
    });
  }
  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(change, rows.length > PAGE ? 150 : 0);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const control of controls) control.value = '';
    change();
  });
  more.addEventListener('click', () => {
    const first = ordered.findIndex((entry) => entry.row.hidden);
    limit += PAGE;
    filter();
    ordered.slice(first).find((entry) => !entry.row.hidden)?.row.querySelector('a').focus();
  });
  // A year stands in the table only as far as its rows are shown: its link narrows the table to it.
  for (const link of document.querySelectorAll('#years a')) {
    const year = link.hash.slice('#year-'.length);
    if (year) link.href = `#${new URLSearchParams({ from: `${year}-01-01`, until: `${year}-12-31` })}`;
  }
  window.addEventListener('hashchange', recall);
  form.hidden = false;
  recall();
})();
