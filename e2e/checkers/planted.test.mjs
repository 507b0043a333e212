// The checkers are checked: a good page has no findings, and each planted defect is found by the rule meant for it.
// Updating a checker that no longer sees one of these is a loss, however green the pages are.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { asText, check, checkers } from './all.mjs';
import { nu } from './nu.mjs';
import { BY_PEOPLE, GOOD, PLANTED } from './planted.mjs';
import { sameTitles } from './site.mjs';
import { PART_NAMES, walk } from './walk.mjs';

closesBrowserAtTheEnd();

const URL_OF_NOBODY = 'http://page.invalid/';
let found = 0;

test('the good page has no findings', async () => {
  assert.equal(asText(await check(URL_OF_NOBODY, { html: GOOD })), '');
});

// All that Nu is to find, in one call.
const forNu = PLANTED.filter(([checker]) => checker === 'nu').map(([, , , edit]) => edit(GOOD));
let answersOfNu;
const nuOf = html => (answersOfNu ??= nu(forNu))[forNu.indexOf(html)];

function findingsOf(checker, html) {
  if (checker === 'nu') return nuOf(html);
  if (checker === 'site') return sameTitles([{ url: `${URL_OF_NOBODY}a`, html: GOOD }, { url: `${URL_OF_NOBODY}b`, html }]);
  return PART_NAMES.includes(checker) ? walk(URL_OF_NOBODY, { html }, [checker]) : checkers[checker](URL_OF_NOBODY, { html });
}

for (const [checker, rule, what, edit] of PLANTED) {
  test(`${checker} finds ${what}`, async () => {
    const html = edit(GOOD);
    assert.notEqual(html, GOOD, 'the edit changes the page');
    const findings = await findingsOf(checker, html);
    assert.ok(findings.some(finding => finding.rule === rule), `no ${rule} among:\n${asText(findings)}`);
    found += 1;
  });
}

test('nothing finds what is left to people; what is found after all belongs to the planted ones', async () => {
  let html = GOOD;
  for (const [what, , edit] of BY_PEOPLE) {
    const worse = edit(html);
    assert.notEqual(worse, html, `the edit makes ${what}`);
    html = worse;
  }
  assert.equal(asText(await check(URL_OF_NOBODY, { html })), '');
});

after(() => {
  process.stdout.write(`planted: ${found} of ${PLANTED.length + BY_PEOPLE.length} found; by people: ${BY_PEOPLE.map(([what]) => what).join('; ')}\n`);
});
