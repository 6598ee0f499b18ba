// Opens the pages of built sites from file:// in Chromium.
//
// In: the folder that holds node_modules, the site of a long journal, then those
// of the others; `odd-` begins the name of a journal that is not written to be
// read. Out: a line for each check that fails, and a summary. Each page kind is looked at
// narrow and light, and wide and dark; every other page once, narrow. With
// REBOND_PICTURES=DIR, pictures of each page kind are left there, in both widths light and dark.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { isValid } from './validity.mjs';
import { listIsQuick, narrowsAndSorts, resultsLeadSomewhere, searches, searchIsQuick } from './scripts.mjs';

const [modules, long, ...sites] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.REBOND_PICTURES;

const NARROW = { width: 360, colorScheme: 'light' };
const WIDE = { width: 1280, colorScheme: 'dark' };
/** Those that only pictures are taken of. */
const OTHERS = [{ width: 360, colorScheme: 'dark' }, { width: 1280, colorScheme: 'light' }];

/** A page for paper stands alone: it has no navigation, and is not touched. */
const isForPaper = (path) => path.startsWith('print');
const isOdd = (site) => basename(site).startsWith('odd-');

/** Returns the HTML pages below a folder, with `/`, sorted. */
function pagesOf(site) {
  const found = readdirSync(site, { recursive: true }).map((path) => path.split(sep).join('/'));
  return found.filter((path) => path.endsWith('.html')).sort();
}

/** Returns one page of each kind, and of topics and entries those that say most. */
function kindsOf(site, pages) {
  const longest = (folder, count) => pages
    .filter((path) => path.startsWith(folder) && !path.endsWith('/index.html'))
    .map((path) => [readFileSync(join(site, path)).length, path])
    .sort((a, b) => b[0] - a[0]).slice(0, count).map(([, path]) => path);
  const single = pages.filter((path) => !path.includes('/') || path.endsWith('/index.html'));
  return [...single, ...longest('topics/', 1), ...longest('entries/', 2)];
}

let passed = 0;
const failures = [];

const launch = () => chromium.launch({
  executablePath: process.env.REBOND_CHROMIUM,
  headless: true,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
let starting = launch();

/** Returns the browser; a new one when a busy machine has closed it. */
async function browser() {
  const known = starting;
  if (!(await known).isConnected() && starting === known) starting = launch();
  return starting;
}

/** Runs a check, and once more when the browser was closed under it. */
async function check(name, run, isAgain = false) {
  const problems = [];
  try {
    await run((ok, problem) => { if (!ok) problems.push(problem); });
  } catch (error) {
    if (!isAgain && /closed|crashed|disconnected/i.test(String(error))) {
      console.log(`again: ${name}: ${String(error).split('\n')[0]}`);
      await check(name, run, true);
      return;
    }
    problems.push(String(error));
  }
  if (problems.length === 0) {
    passed += 1;
    return;
  }
  failures.push(name);
  console.log(`FAILED ${name}`);
  for (const problem of problems) console.log(`  ${problem.replaceAll('\n', '\n  ')}`);
}

/** Runs `work` on every path, three at a time. */
async function together(paths, work) {
  const waiting = [...paths];
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await work(path);
  };
  await Promise.all([worker(), worker(), worker()]);
}

/** Opens a page in a context of its own, lets `run` use it, and gathers what it says on the console and asks for. */
async function visit(url, options, run) {
  const context = await (await browser()).newContext(options);
  try {
    const { page, said } = await open(context, url);
    return await run(page, said);
  } finally {
    await context.close().catch(() => {});
  }
}

async function open(context, url) {
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) said.push(`request: ${request.url()}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, said };
}

async function looksRight(page, said, path, expect) {
  expect(said.length === 0, said.join('\n'));
  const { wide, levels, landmarks, pictures, tables, motion } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth > window.innerWidth
      ? [...document.querySelectorAll('body *')]
        .filter((el) => el.getBoundingClientRect().right > window.innerWidth + 1 && !el.closest('.wide, pre'))
        .slice(0, 3).map((el) => el.outerHTML.slice(0, 120)).concat('the page scrolls sideways')
      : [],
    levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((el) => Number(el.tagName[1])),
    landmarks: ['header', 'nav', 'main', 'footer'].filter((name) => !document.querySelector(name)),
    pictures: [...document.querySelectorAll('svg')]
      .filter((el) => !el.querySelector(':scope > title')?.textContent || (!el.querySelector(':scope > desc') && !el.closest('td')))
      .map((el) => el.outerHTML.slice(0, 120)),
    tables: [...document.querySelectorAll('main table')].filter((el) => !el.querySelector('th[scope]') && !el.closest('.text'))
      .map((el) => el.outerHTML.slice(0, 120)),
    motion: getComputedStyle(document.documentElement).scrollBehavior,
  }));
  expect(pictures.length === 0, `no title or description:\n${pictures.join('\n')}`);
  expect(tables.length === 0, `no heading cells:\n${tables.join('\n')}`);
  expect(motion === 'auto', 'the page moves although less motion is asked for');
  expect(wide.length === 0, wide.join('\n'));
  expect(landmarks.length === 0 || isForPaper(path), `no ${landmarks.join(', ')}`);
  expect(levels[0] === 1 && levels.filter((level) => level === 1).length === 1, `headings: ${levels.join(' ')}`);
  expect(levels.every((level, at) => at === 0 || level <= levels[at - 1] + 1), `headings: ${levels.join(' ')}`);
}

/** WCAG 2.2 AA, good practice, and contrast and targets beyond it. */
async function isAccessible(page, path, expect) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((isTouched) => globalThis.axe.run(document, {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: isTouched }, 'color-contrast-enhanced': { enabled: true } },
  }), !isForPaper(path));
  for (const { id, help, nodes } of violations) {
    const places = nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)}\n${failureSummary}`);
    expect(false, `${id}: ${help} (${nodes.length})\n${places.join('\n')}`);
  }
}

/** Walks through a page with the Tab key alone. */
async function worksByKeyboard(page, expect) {
  const focused = () => page.evaluate(() => {
    const el = document.activeElement;
    const box = el.getBoundingClientRect();
    const style = getComputedStyle(el);
    return {
      shown: el.outerHTML.slice(0, 120),
      href: el.getAttribute('href'),
      visible: box.width > 0 && box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
      outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    };
  });
  const steps = await page.evaluate(() =>
    [...document.querySelectorAll('a[href], summary')].filter((el) => el.checkVisibility()).length);
  for (let step = 0; step < Math.min(steps, 25); step += 1) {
    await page.keyboard.press('Tab');
    const { shown, href, visible, outlined } = await focused();
    if (step === 0) expect(href === '#main', `the first stop is no skip link: ${shown}`);
    expect(visible, `focused but out of sight: ${shown}`);
    expect(outlined, `focused without an outline: ${shown}`);
  }
  await page.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
  await page.focus('a[href="#main"]');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main.contains(document.activeElement) || !main.querySelector('a[href], summary, [tabindex="0"]');
  });
  expect(inside, 'the skip link leads past the main part');
}

/** Marks stay apart from the page when the system chooses the colours, and text gets stronger when it asks for contrast. */
async function keepsContrast(url, expect) {
  const colours = (options) => visit(url, { viewport: { width: 1280, height: 900 }, ...options }, (page) => page.evaluate(() => {
    const style = (selector) => [...document.querySelectorAll(selector)].map((el) => getComputedStyle(el));
    return {
      page: getComputedStyle(document.body).backgroundColor,
      marks: [...new Set([...style('svg .full:not(.dots)').map((css) => css.fill), ...style('svg .dots').map((css) => css.stroke)])],
      soft: [...new Set(style('.key, .aside, .when').map((css) => css.color))],
      ink: getComputedStyle(document.body).color,
    };
  }));
  const forced = await colours({ forcedColors: 'active' });
  expect(forced.marks.length === 1 && forced.marks[0] !== forced.page, `marks in forced colours: ${forced.marks} on ${forced.page}`);
  const more = await colours({ contrast: 'more' });
  expect(more.soft.includes(more.ink), `labels where more contrast is asked for: ${more.soft}, text ${more.ink}`);
}

/** Every page is as complete without scripts: those that have some show every link, and no controls. */
async function needsNoScript(url, scripted, expect) {
  await visit(url, { javaScriptEnabled: false, viewport: scripted.viewportSize() }, async (page, said) => {
    expect(said.length === 0, said.join('\n'));
    if (await page.locator('script').count() === 0) {
      expect(await page.locator('main').innerText() === await scripted.locator('main').innerText(), 'the text differs without scripts');
    } else {
      const hidden = await page.locator('main a').evaluateAll((links) => links.filter((link) => !link.checkVisibility()).length);
      const [links, all] = [await page.locator('main a').count(), await scripted.locator('main a').count()];
      expect(links >= all && hidden === 0, `${links} links without scripts, ${hidden} of them hidden; ${all} with scripts`);
      expect(!await page.locator('form').isVisible(), 'controls that do nothing without scripts');
    }
  });
}

/** Looks at one page in one view; at one of each kind, closely. */
async function look(site, path, view, isClose) {
  const url = pathToFileURL(join(site, path)).href;
  const options = { viewport: { width: view.width, height: 900 }, colorScheme: view.colorScheme, reducedMotion: 'reduce' };
  await check(`${basename(site)}/${path} at ${view.width} px, ${view.colorScheme}`, (expect) => visit(url, options, async (page, said) => {
    if (pictures && isClose) await takePicture(page, site, path, view);
    if (OTHERS.includes(view)) return;
    await looksRight(page, said, path, expect);
    if (!isClose || (isForPaper(path) && view === NARROW)) return;
    await isAccessible(page, path, expect);
    if (view === NARROW) await needsNoScript(url, page, expect);
    // The order of the Tab key is that of the page's text, whatever the view.
    if ((view === NARROW) === isOdd(site) && !isForPaper(path)) await worksByKeyboard(page, expect);
    if (view === WIDE && path === 'index.html' && !isOdd(site)) await keepsContrast(url, expect);
  }));
}

async function takePicture(page, site, path, { width, colorScheme }) {
  const name = `${basename(site)}-${path.replaceAll('/', '-').slice(0, -5)}-${width}-${colorScheme}.png`;
  // Pictures that wait to be scrolled to are wanted too.
  await page.evaluate(() => Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode(); })));
  await page.screenshot({ path: join(pictures, name), fullPage: true });
}

if (pictures) mkdirSync(pictures, { recursive: true });
for (const site of sites) {
  const began = Date.now();
  const pages = pagesOf(site);
  const kinds = kindsOf(site, pages);
  await together(pages, (path) => look(site, path, NARROW, kinds.includes(path)));
  await together(kinds, (path) => look(site, path, WIDE, true));
  if (pictures) for (const view of OTHERS) await together(kinds, (path) => look(site, path, view, true));
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${relative(process.cwd(), site)}: ${pages.length} pages, ${kinds.length} of them closely, in ${seconds} s`);
}

/** Opens a page of a site and lets `run` use it. */
async function use(site, path, run) {
  const url = pathToFileURL(join(site, path)).href;
  await check(`${basename(site)}/${path}, ${run.name}`, (expect) => visit(url, { viewport: { width: 1280, height: 900 } }, async (page, said) => {
    await run(page, expect, site, url);
    expect(said.length === 0, said.join('\n'));
  }));
}

for (const site of sites.filter((path) => !isOdd(path))) {
  for (const run of [searches, resultsLeadSomewhere]) await use(site, 'search.html', run);
  await use(site, 'entries/index.html', narrowsAndSorts);
}
await check('valid HTML', (expect) => isValid(modules, [long], sites, expect));
await use(long, 'search.html', searchIsQuick);
await use(long, 'entries/index.html', listIsQuick);
await (await browser()).close();

const result = failures.length === 0 ? 'ok' : 'FAILED';
console.log(`\ntest result: ${result}. ${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
