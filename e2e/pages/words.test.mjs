// What the words of another language can change in a page-state: longer lines, other marks, parts in a third language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, structure } from '../checkers/all.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { LANGUAGES } from '../harness/site.mjs';
import { captured, distinct, titled } from './capture.mjs';
import { found } from './kept.mjs';

closesBrowserAtTheEnd();

const { right } = found('words');

for (const page of distinct(await captured()).filter(({ language }) => language !== LANGUAGES[0])) {
  test(titled(page), async () => {
    assert.equal(asText(await structure(page.url, { language: page.language, html: page.html }, { first: false })), '');
    right(page);
  });
}
