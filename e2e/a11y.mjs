// ./test a11y --url URL [--url URL …] [--html FILE] [--json]
// The checkers of this folder on pages that somebody serves, or on a saved page (--html), which is shown as if it
// stood at the URL. Exit 0: nothing found; 1: findings; 2: wrong call; 3: a page did not load.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkers, check } from './checkers/all.mjs';
import { closeBrowser } from './harness/browser.mjs';

const USAGE = 'Usage: ./test a11y --url URL [--url URL …] [--html FILE] [--only axe,markup,walk] [--json]';

function refuse(sentence) {
  process.stderr.write(`${sentence}\n${USAGE}\n`);
  process.exit(2);
}

function readCall() {
  try {
    const { values } = parseArgs({ options: {
      url: { type: 'string', multiple: true, default: [] },
      html: { type: 'string' },
      only: { type: 'string', default: Object.keys(checkers).join(',') },
      json: { type: 'boolean', default: false },
    } });
    const html = values.html === undefined ? undefined : readFileSync(values.html, 'utf8');
    // A saved page alone stands at an address that nobody has.
    const urls = values.url.length > 0 ? values.url : html === undefined ? [] : ['http://page.invalid/'];
    const only = values.only.split(',');
    if (urls.length === 0) refuse('Say which page: --url or --html is missing.');
    if (html !== undefined && urls.length > 1) refuse('--html goes with one --url.');
    for (const url of urls) if (!URL.canParse(url)) refuse(`"${url}" is not an address.`);
    for (const name of only) if (!(name in checkers)) refuse(`There is no checker "${name}".`);
    return { urls, html, only, json: values.json };
  } catch (problem) {
    return refuse(problem.message);
  }
}

const { urls, html, only, json } = readCall();
const pages = [];
let status = 0;
for (const url of urls) {
  try {
    const findings = await check(url, { html }, only);
    pages.push({ url, findings });
    if (findings.length > 0) status = Math.max(status, 1);
  } catch (problem) {
    pages.push({ url, findings: [], error: problem.message.split('\n')[0] });
    status = 3;
  }
}
await closeBrowser();

const sum = pages.reduce((count, { findings }) => count + findings.length, 0);
if (json) {
  process.stdout.write(`${JSON.stringify({ checkers: only, findings: sum, pages }, null, 1)}\n`);
} else {
  for (const { url, findings, error } of pages) {
    if (error) process.stdout.write(`${url} did not load: ${error}\n`);
    for (const { checker, rule, where, help } of findings)
      process.stdout.write(`${url} ${checker} ${rule}: ${where}${help ? ` (${help})` : ''}\n`);
  }
  process.stdout.write(`${urls.length} pages, ${sum} findings\n`);
}
process.exitCode = status;
