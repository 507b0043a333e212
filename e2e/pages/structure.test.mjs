// What every page-state is made of: valid, named, tied together, in order, reachable by keys. In the portal's first
// language; what another language's words can change is looked at beside it, in words.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, structure } from '../checkers/all.mjs';
import { nu } from '../checkers/nu.mjs';
import { sameTitles } from '../checkers/site.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { LANGUAGES } from '../harness/site.mjs';
import { captured, distinct, firsts, titled, unmatched } from './capture.mjs';
import { found } from './kept.mjs';

closesBrowserAtTheEnd();

// Before any test is named: one that ended while this is waited for would be the last for a moment, what is to happen
// after all of them would happen then, and nothing would end the browser later.
const pages = await captured();
const { right } = found('structure');
const looked = distinct(pages);
const first = firsts(looked);

test('every page of the routes table has an entry in states.mjs, and every entry a page', () => {
  assert.deepEqual(unmatched(), { routes: [], entries: [] });
});

test('every state can be reached', () => {
  assert.deepEqual(pages.filter(({ problem }) => problem).map(page => `${titled(page)}: ${page.problem}`), []);
});

const began = Date.now();

for (const page of looked.filter(({ language }) => language === LANGUAGES[0])) {
  test(titled(page), async () => {
    assert.equal(asText(await structure(page.url, { language: page.language, html: page.html }, { first: first.has(page) })), '');
    right(page);
  });
}

test('Nu finds nothing on any of them', () => {
  const found = nu(looked.map(({ html }) => html)).flatMap((findings, index) => findings.map(finding => ({ ...finding, where: `${titled(looked[index])} ${finding.where}` })));
  assert.equal(asText(found), '');
});

for (const language of LANGUAGES) {
  test(`titles say which page it is, in ${language}`, () => {
    const filled = looked.filter(page => page.language === language && page.status === 200);
    assert.equal(asText(sameTitles(filled)), '');
  });

  test(`what is wrong is said as such, in ${language}`, () => {
    const bad = pages.filter(({ state, status, language: spoken }) => spoken === language && (state === 'with errors' && ![422, 409, 200].includes(status)
      || state === 'not found' && ![404, 200, 405].includes(status) || status >= 500 && state !== 'too busy'));
    assert.deepEqual(bad.map(page => `${titled(page)}: ${page.status}`), []);
  });
}

test('how long it took', t => {
  t.diagnostic(`${pages.length} page-states, ${looked.length} of them different: ${Math.round((Date.now() - began) / 1000)} s for those in ${LANGUAGES[0]}`);
});
