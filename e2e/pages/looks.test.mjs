// How every page-state looks, in every mode: contrast, targets, nothing cut off, nothing wider than the window.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText } from '../checkers/all.mjs';
import { looksOn, MODES, MODES_OF_STATE } from '../checkers/modes.mjs';
import { closesBrowserAtTheEnd, shot, visit } from '../harness/browser.mjs';
import { captured, distinct, firsts, titled } from './capture.mjs';
import { found } from './kept.mjs';

closesBrowserAtTheEnd();

const looked = distinct(await captured()).filter(({ language }) => language === 'zh-CN');
const first = firsts(looked);
const began = Date.now();
const { right } = found('looks');

for (const page of looked) {
  const modes = first.has(page) ? MODES : MODES_OF_STATE;
  test(`${titled(page)} in ${modes.length} modes`, () => visit(page.url, { html: page.html, probe: true }, async tab => {
    await shot(tab, titled(page));
    assert.equal(asText(await looksOn(tab, modes)), '');
    right(page);
  }));
}

test('how long it took', t => {
  t.diagnostic(`${looked.length} page-states in every mode: ${((Date.now() - began) / 1000 / looked.length).toFixed(1)} s each`);
});
