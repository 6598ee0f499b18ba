/**
 * Opens a served journal, changes its files, and looks at what the browser makes of it.
 *
 * Arguments: the folder of npm packages, the address, the journal's folder.
 */
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [modules, address, journal] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { chromium } = require('playwright-core');

const ENTRY = '2025-11-18-cartonnerie-du-vigen';
const file = join(journal, `entries/2025/${ENTRY}.md`);
let failed = 0;
function expect(fine, problem) {
  if (!fine) {
    failed += 1;
    console.log(`live: ${problem}`);
  }
}

const browser = await chromium.launch({
  executablePath: process.env.REBOND_CHROMIUM,
  headless: true,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({ viewport: { width: 1000, height: 600 } });
const said = [];
async function open(path) {
  const page = await context.newPage();
  page.on('console', (message) => said.push(`${path}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`${path}: ${error}`));
  await page.goto(new URL(path, address).href);
  return page;
}
/** Marks a page, so that one that was loaded again is told from one that was not. */
const mark = (page) => page.evaluate(() => { window.isMarked = true; });
const isMarked = (page) => page.evaluate(() => window.isMarked === true);
const isReloaded = (page) => page.waitForFunction(() => window.isMarked !== true && document.readyState === 'complete', null, { timeout: 20000 });

// More tabs than a browser opens connections to one server.
const tabs = [];
for (let number = 0; number < 10; number += 1) tabs.push(await open(number % 2 ? 'index.html' : 'journey.html'));
const page = await open(`entries/${ENTRY}.html`);
const long = await open('topics/answer-structure.html');
await long.evaluate(() => {
  const [first] = document.querySelectorAll('details');
  if (first) first.open = true;
  window.scrollTo({ top: 400, behavior: 'instant' });
});
const state = () => long.evaluate(() => ({ y: scrollY, open: [...document.querySelectorAll('details')].map((one) => one.open) }));
const before = await state();
expect(before.y === 400, `the page cannot be scrolled: ${before.y}`);
expect(before.open.includes(true), 'the page has no section to open');
for (const one of [...tabs, page, long]) await mark(one);

const text = readFileSync(file, 'utf8');
writeFileSync(file, `${text}\nUn mot de plus, tout à la fin.\n`);
for (const one of [page, long, ...tabs]) await isReloaded(one);
await long.waitForFunction(() => scrollY === 400, null, { timeout: 5000 }).catch(() => {});
const after = await state();
expect((await page.locator('main').innerText()).includes('Un mot de plus'), 'the page does not show what was written');
expect(after.y === before.y, `the page was at ${before.y} and is at ${after.y}`);
expect(String(after.open) === String(before.open), `open sections: ${before.open}, then ${after.open}`);

// A style sheet is swapped in place.
await mark(page);
mkdirSync(join(journal, 'themes/booklet/static'), { recursive: true });
const styles = join(journal, 'themes/booklet/static/style.css');
writeFileSync(styles, 'body { color: rgb(1, 2, 3) }');
await isReloaded(page).catch(() => expect(false, 'a new file of the theme reloads nothing'));
await mark(page);
writeFileSync(styles, 'body { color: rgb(4, 5, 6) }');
await page.waitForFunction(() => getComputedStyle(document.body).color === 'rgb(4, 5, 6)', null, { timeout: 20000 })
  .catch(() => expect(false, 'a changed style sheet does not show'));
expect(await isMarked(page), 'a changed style sheet loads the page again');
expect(await page.locator('link[href*="style.css"]').count() === 1, 'the old style sheet stays');

// A broken file shows a banner above the last good page, until it is mended.
writeFileSync(file, '---\nentreprise: Broken\ndécision: 2026-02-30\n');
await page.waitForSelector('aside.rebond-live', { timeout: 20000 }).catch(() => expect(false, 'no banner'));
expect((await page.locator('main').innerText()).includes('Un mot de plus'), 'the last good page is gone');
if (process.env.REBOND_PICTURES) await page.evaluate(() => scrollTo(0, 0)).then(() => page.screenshot({ path: join(process.env.REBOND_PICTURES, 'live-banner.png') }));
writeFileSync(file, text);
await page.waitForFunction(() => !document.querySelector('aside.rebond-live'), null, { timeout: 20000 })
  .catch(() => expect(false, 'the banner stays'));

expect(said.length === 0, said.join('\n'));
await browser.close();
console.log(failed === 0 ? 'live: fine' : `live: ${failed} problems`);
process.exit(failed === 0 ? 0 : 1);
