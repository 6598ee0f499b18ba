// Finding words: folding, typos, and the records of an index that hold what is asked for.
//
// Pure functions, in `rebond`; no page is touched here. Search and the list of
// applications use them.
'use strict';

const rebond = (() => {
  /** Folds case and accents and opens ligatures: `Étape` and `etape` are the same. */
  function fold(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
      .replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss')
      .replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('đ', 'd');
  }

  /** Returns the folded words of a text. */
  function words(text) {
    return fold(text).match(/[\p{Alphabetic}\p{N}]+/gu) ?? [];
  }

  /** How many typos a word may have: none in a short one, two in a long one. */
  function allowed(word) {
    if (word.length < 4) return 0;
    return word.length < 8 ? 1 : 2;
  }

  /** Three columns of costs, made once: `typos` runs for every word of the journal. */
  const COLUMNS = [[], [], []];

  /**
   * Returns the fewest typos with which `asked` begins `word`; `limit + 1` for more than `limit`.
   *
   * A typo is a letter too many, too few or wrong, or two neighbours exchanged
   * (the restricted Damerau-Levenshtein distance, one column a letter of `word`).
   */
  function typos(asked, word, limit) {
    const { length } = asked;
    if (word.length < length - limit) return limit + 1;
    let [before, last, next] = COLUMNS;
    for (let row = 0; row <= length; row += 1) last[row] = row;
    let best = length;
    for (let at = 0; at < Math.min(word.length, length + limit); at += 1) {
      next[0] = at + 1;
      let least = next[0];
      for (let row = 1; row <= length; row += 1) {
        const same = asked[row - 1] === word[at];
        let cost = Math.min(last[row] + 1, next[row - 1] + 1, last[row - 1] + (same ? 0 : 1));
        if (row > 1 && at > 0 && asked[row - 1] === word[at - 1] && asked[row - 2] === word[at]) {
          cost = Math.min(cost, before[row - 2] + 1);
        }
        next[row] = cost;
        least = Math.min(least, cost);
      }
      best = Math.min(best, next[length]);
      if (least > limit) break;
      [before, last, next] = [last, next, before];
    }
    return Math.min(best, limit + 1);
  }

  /** Reads what the site holds: a line for each record, and words with the places of each. */
  function open({ records, words: list, places }) {
    return { records: records.split('\n'), words: list.split(' '), places: places.split(' ') };
  }

  /** Returns the words of an index that `asked` begins, each with its typos; with typos only if none has none. */
  function candidates(index, asked) {
    const found = [];
    index.words.forEach((word, at) => { if (word.startsWith(asked)) found.push([at, 0]); });
    const limit = allowed(asked);
    if (found.length > 0 || limit === 0) return found;
    index.words.forEach((word, at) => {
      const count = typos(asked, word, limit);
      if (count <= limit) found.push([at, count]);
    });
    return found;
  }

  /** Returns the records that hold a word that `asked` begins, each with how far off it is. */
  function matches(index, asked) {
    const costs = new Map();
    for (const [at, count] of candidates(index, asked)) {
      const isWhole = index.words[at].length === asked.length;
      let place = 0;
      for (const step of index.places[at].split(',')) {
        place += parseInt(step, 36);
        const isName = place % 2 === 1;
        const cost = 4 * count + (isName ? 0 : 2) + (isWhole ? 0 : 1);
        const record = (place - (place % 2)) / 2;
        if (cost < (costs.get(record) ?? Infinity)) costs.set(record, cost);
      }
    }
    return costs;
  }

  /** Returns the records in which every word asked for stands, the nearest first; `fields` parts one. */
  function find(index, text) {
    const asked = [...new Set(words(text))];
    if (asked.length === 0) return [];
    const [first, ...rest] = asked.map((word) => matches(index, word));
    const found = [];
    for (const [record, cost] of first) {
      const costs = rest.map((costsOf) => costsOf.get(record));
      if (costs.every((other) => other !== undefined)) {
        found.push([record, costs.reduce((sum, other) => sum + other, cost)]);
      }
    }
    return found.sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([record]) => index.records[record]);
  }

  /** Returns the kind, the name, what tells it from others of that name, and the address of a record. */
  function fields(record) {
    return record.split('\t');
  }

  /** Puts a number into the message for it: the attribute `one` or `other`, as the language counts. */
  function counted(messages, count) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(count);
    return (messages[form] ?? messages.other).replace('{count}', count);
  }

  return { fold, words, typos, open, find, fields, counted };
})();
