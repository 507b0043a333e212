// `./test quick`: what anybody can open, where it is another page than the one that was found right last.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, structure } from '../checkers/all.mjs';
import { looksOn, MODES_OF_STATE } from '../checkers/modes.mjs';
import { closesBrowserAtTheEnd, visit } from '../harness/browser.mjs';
import { LANGUAGES } from '../harness/site.mjs';
import { distinct, inPublic, titled } from './capture.mjs';
import { found } from './kept.mjs';

closesBrowserAtTheEnd();

const pages = await inPublic();
const structures = { [LANGUAGES[0]]: found('structure'), [LANGUAGES[1]]: found('words') };
const looks = found('looks');

test('every public state can be reached', t => {
  assert.deepEqual(pages.filter(({ problem }) => problem).map(page => `${titled(page)}: ${page.problem}`), []);
  t.diagnostic(`${pages.length} page-states, ${pages.filter(page => !structures[page.language].unchanged(page)).length} of them are others than before`);
});

for (const page of distinct(pages)) {
  const { url, html, language } = page;
  if (!structures[language].unchanged(page)) {
    test(titled(page), async () => {
      assert.equal(asText(await structure(url, { language, html }, { first: false })), '');
      structures[language].right(page);
    });
  }
  if (language === LANGUAGES[0] && !looks.unchanged(page)) {
    test(`${titled(page)} in ${MODES_OF_STATE.length} modes`, () => visit(url, { html, probe: true }, async tab => {
      assert.equal(asText(await looksOn(tab, MODES_OF_STATE)), '');
      looks.right(page);
    }));
  }
}
