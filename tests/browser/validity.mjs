// Every page is valid HTML, by the Nu checker: one start of Java for all files.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What the checker does not know and pages hold on purpose: browsers look up no address ahead of a click. */
const ON_PURPOSE = '.*x-dns-prefetch-control.*';

/** Of a long journal, the pages whose length grows with it. */
const LONG_PAGES = ['index.html', 'agenda.html', 'journey.html', 'plan.html', 'search.html', 'entries/index.html', 'topics/preparation.html'];

export async function isValid(modules, long, sites, expect) {
  if (spawnSync('java', ['-version']).error) {
    console.log('HTML VALIDITY NOT CHECKED: Java is not installed.');
    return;
  }
  const jar = join(modules, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const pages = long.flatMap((site) => LONG_PAGES.map((path) => join(site, path)));
  const { status, stderr } = spawnSync(
    'java',
    ['-Xss8m', '-jar', jar, '--errors-only', '--skip-non-html', '--filterpattern', ON_PURPOSE, '--format', 'json', ...pages, ...sites],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const { messages } = JSON.parse(stderr);
  for (const { url, lastLine, message, extract } of messages.slice(0, 20)) expect(false, `${url}:${lastLine}: ${message}\n${extract}`);
  expect(status === 0 && messages.length === 0, `${messages.length} errors, status ${status}`);
}
