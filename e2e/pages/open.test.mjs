// Every public page of states.mjs, as it comes over the wire: in both languages, on a first visit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText } from '../checkers/all.mjs';
import { markup } from '../checkers/markup.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { observe } from '../harness/observe.mjs';
import { LANGUAGES, linksOf, SITE } from '../harness/site.mjs';
import { publicPages } from './states.mjs';

closesBrowserAtTheEnd();

// A slow phone waits for every one of these bytes: document, styles, icon, with their headers.
const FIRST_VISIT_BYTES = 24 * 1024;

const pages = publicPages();

test('the routes table shows the first page', () => {
  assert.ok(pages.some(({ address }) => address === '/'));
});

test('no link on a public page leads nowhere', async () => {
  const links = new Set();
  for (const { address } of pages) for (const link of linksOf(await (await fetch(SITE + address)).text())) links.add(link);
  const dead = [];
  for (const link of links) {
    const { status } = await fetch(SITE + link, { redirect: 'manual' });
    if (status >= 400) dead.push(`${status} ${link}`);
  }
  assert.deepEqual(dead, []);
});

for (const language of LANGUAGES) {
  const titles = new Map();
  for (const { address, page } of pages) {
    test(`${address} opens in ${language}`, async () => {
      const seen = await observe(SITE + address, { language });
      assert.equal(seen.status, 200);
      assert.match(seen.type, /^text\/html; *charset=utf-8$/i);
      assert.equal(seen.facts.language, language);
      assert.equal(seen.facts.headings, 1, 'one h1');
      assert.equal(seen.facts.scripts, 0, 'no script');
      assert.deepEqual(seen.requests.filter(url => new URL(url).origin !== new URL(SITE).origin), [], 'nobody else is asked');
      assert.deepEqual(seen.complaints, [], 'the browser has nothing to complain of');
      assert.ok(seen.bytes <= FIRST_VISIT_BYTES, `${seen.bytes} bytes, at most ${FIRST_VISIT_BYTES}`);
      assert.equal(asText(await markup(seen.html)), '', 'valid HTML');
      const { title } = seen.facts;
      assert.notEqual(title.trim(), '');
      // Where one was sent on from there, the page is the one that was shown.
      const shown = seen.path === new URL(address, SITE).pathname ? page : seen.path;
      assert.equal(titles.get(title)?.shown ?? shown, shown, `"${title}" is the title of another page too`);
      if (shown === page) titles.set(title, { shown });
    });
  }
}
