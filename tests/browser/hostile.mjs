/**
 * Opens every page of sites whose journal holds injections in every text field: nothing runs, nothing is asked for.
 *
 * Arguments: the folder of npm packages, the sites.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...sites] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { chromium } = require('playwright-core');

let failed = 0;
let looked = 0;
function expect(fine, problem) {
  if (!fine) {
    failed += 1;
    console.log(`hostile: ${problem}`);
  }
}

/** What a script of the journal would call, and what only a listener of the journal would hear. */
function watch() {
  for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => { window.hasRun = name; };
}
function provoke() {
  const kinds = ['focus', 'blur', 'mouseover', 'load', 'error', 'toggle', 'animationstart'];
  for (const element of document.querySelectorAll('*')) {
    for (const kind of kinds) element.dispatchEvent(new Event(kind));
  }
  const links = [...document.querySelectorAll('[href], [src], [action]')];
  return {
    hasRun: window.hasRun ?? '',
    led: links.map((element) => element.href || element.src || element.action)
      .filter((address) => !/^(file|https?|mailto|tel):/.test(String(address))),
    foreign: [...document.querySelectorAll('base, iframe, object, embed, script:not([src]), [style]:not(svg *)')]
      .map((element) => element.outerHTML.slice(0, 120)),
    text: document.body.innerText,
  };
}

/** Opens a page, lets `use` do something there, and looks whether it is still itself. */
async function visit(context, site, path, use) {
  const within = pathToFileURL(site).href;
  const [page, said] = [await context.newPage(), []];
  page.on('console', (message) => said.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('popup', (popup) => said.push(`window: ${popup.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${within}/`)) said.push(`request: ${request.url()}`);
  });
  const url = `${within}/${path.split('#')[0].split('/').map(encodeURIComponent).join('/')}${path.includes('#') ? path.slice(path.indexOf('#')) : ''}`;
  await page.goto(url, { waitUntil: 'load' });
  await use?.(page);
  const { hasRun, led, foreign, text } = await page.evaluate(provoke);
  const name = `${basename(site)}/${path}`;
  expect(said.length === 0, `${name}: ${said.join('; ')}`);
  expect(hasRun === '', `${name} ran ${hasRun}`);
  expect(led.length === 0, `${name} leads to ${led}`);
  expect(foreign.length === 0, `${name} holds ${foreign}`);
  expect(page.url().split('#')[0] === url.split('#')[0], `${name} went to ${page.url()}`);
  await page.close();
  looked += 1;
  return text;
}

/** Results and rows are made by a script: what they are called stays text. */
async function search(page, asked) {
  await page.getByRole('searchbox').fill(asked);
  const results = page.locator('#search-results');
  const found = await results.locator('*').evaluateAll((all) => all.map((element) => ({
    name: element.localName,
    odd: element.getAttributeNames().filter((name) => !['class', 'dir', 'href'].includes(name)),
    href: element.href ?? '',
  })));
  const within = page.url().slice(0, page.url().lastIndexOf('/'));
  expect(found.length > 3, `${asked}: nothing is found`);
  for (const { name, odd, href } of found) {
    expect(['li', 'a', 'span'].includes(name) && odd.length === 0, `${asked}: a result holds <${name} ${odd}>`);
    expect(name !== 'a' || href.startsWith(`${within}/`), `${asked}: a result leads to ${href}`);
  }
  return results.innerText();
}

const browser = await chromium.launch({
  executablePath: process.env.REBOND_CHROMIUM,
  headless: true,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const began = Date.now();
for (const site of sites) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addInitScript(watch);
  const pages = readdirSync(site, { recursive: true }).map((path) => path.split(sep).join('/')).filter((path) => path.endsWith('.html'));
  expect(pages.length > 40, `only ${pages.length} pages`);
  const texts = new Map();
  const waiting = [...pages];
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) texts.set(path, await visit(context, site, path));
  };
  await Promise.all([worker(), worker(), worker()]);
  // And it is there: left out is not the same as inert.
  expect(texts.get('entries/a0.html').includes('<script src=//evil.example'), 'the entry does not show its markup');
  await visit(context, site, 'search.html', async (page) => {
    const shown = [];
    for (const asked of ['script', 'alert', 'autofocus', 'javascript', 'include', 'hyperlink', 'bcc', 'unsafe', 'evil']) {
      shown.push(await search(page, asked));
    }
    expect(shown[0].includes('<script src=//evil.example'), `a result does not show its markup: ${shown[0]}`);
  });
  const evil = encodeURIComponent('<img src=x onerror=alert(1)>" onfocus=alert(1)');
  await visit(context, site, `search.html#q=${evil}`);
  await visit(context, site, `entries/index.html#company=${evil}&sort=${evil}&status=${evil}`);
  await visit(context, site, 'entries/index.html', async (page) => {
    await page.fill('#filter-company', '<script');
    await page.waitForFunction(() => location.hash.includes('company='));
    expect(await page.locator('main tbody tr:visible').count() > 0, 'no row is called <script');
    await page.locator('th[data-sort="company"] button').click();
  });
  await context.close();
}
await browser.close();
console.log(`hostile: ${failed === 0 ? 'fine' : `${failed} problems`}, ${looked} pages in ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(failed === 0 ? 0 : 1);
