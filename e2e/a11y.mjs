// ./test a11y --url URL [--url URL …] [--html FILE …] [--only CHECKERS] [--json]
// The checkers of this folder on pages that somebody serves, or on saved pages (--html), which are shown as if they
// stood at the URL, or at one of nobody with the files beside them. Exit 0: nothing found; 1: findings; 2: wrong call;
// 3: a page did not load.
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check, checkers, sent } from './checkers/all.mjs';
import { nu } from './checkers/nu.mjs';
import { sameTitles } from './checkers/site.mjs';
import { closeBrowser } from './harness/browser.mjs';

const USAGE = `Usage: ./test a11y --url URL [--url URL …] [--html FILE …] [--only ${Object.keys(checkers).join(',')}] [--json]`;

function refuse(sentence) {
  process.stderr.write(`${sentence}\n${USAGE}\n`);
  process.exit(2);
}

function readCall() {
  try {
    const { values } = parseArgs({ options: {
      url: { type: 'string', multiple: true, default: [] },
      html: { type: 'string', multiple: true, default: [] },
      only: { type: 'string', default: Object.keys(checkers).join(',') },
      json: { type: 'boolean', default: false },
    } });
    const { url: urls, html: files, json } = values;
    const only = values.only.split(',');
    if (urls.length === 0 && files.length === 0) refuse('Say which page: --url or --html is missing.');
    if (files.length > 0 && urls.length > 1 || files.length > 1 && urls.length > 0) refuse('--html goes with one --url, or several --html with none.');
    for (const url of urls) if (!URL.canParse(url)) refuse(`"${url}" is not an address.`);
    for (const name of only) if (!(name in checkers)) refuse(`There is no checker "${name}".`);
    const asked = files.length === 0
      ? urls.map(url => ({ url, way: {} }))
      : files.map(file => ({
        url: urls[0] ?? `http://page.invalid/${encodeURIComponent(basename(file))}`,
        way: { html: readFileSync(file, 'utf8'), folder: urls.length === 0 ? dirname(resolve(file)) : undefined },
      }));
    return { asked, only, json };
  } catch (problem) {
    return refuse(problem.message);
  }
}

const { asked, only, json } = readCall();
const pages = [];
for (const { url, way } of asked) {
  const page = { url, findings: [] };
  pages.push(page);
  try {
    page.html = await sent(url, way);
    page.findings = await check(url, way, only.filter(name => name !== 'nu'));
  } catch (problem) {
    page.error = problem.message.split('\n')[0];
  }
}
await closeBrowser();

const loaded = pages.filter(({ html }) => html !== undefined);
if (only.includes('nu') && loaded.length > 0)
  for (const [index, list] of nu(loaded.map(({ html }) => html)).entries()) loaded[index].findings.push(...list.map(finding => ({ checker: 'nu', ...finding })));
for (const { url, ...finding } of sameTitles(loaded)) loaded.find(page => page.url === url).findings.push({ checker: 'site', ...finding });

const sum = pages.reduce((count, { findings }) => count + findings.length, 0);
if (json) {
  process.stdout.write(`${JSON.stringify({ checkers: only, findings: sum, pages: pages.map(({ html, ...page }) => page) }, null, 1)}\n`);
} else {
  for (const { url, findings, error } of pages) {
    for (const { checker, rule, where, help } of findings)
      process.stdout.write(`${url} ${checker} ${rule}: ${where}${help ? ` (${help})` : ''}\n`);
    if (error) process.stdout.write(`${url} could not be checked to the end: ${error}\n`);
  }
  process.stdout.write(`${pages.length} pages, ${sum} findings\n`);
}
process.exitCode = pages.some(({ error }) => error) ? 3 : sum > 0 ? 1 : 0;
