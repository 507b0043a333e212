// The pages of an eligibility check that is under way and at its end, through the same checkers as the public ones.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { asText, check } from '../checkers/all.mjs';
import { closesBrowserAtTheEnd, PHONE, visitor } from '../harness/browser.mjs';
import { pick, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const ANSWERS = { certificate: 'yes', aid_status: 'dibao', grade: '1', certificate_status: 'valid', other_benefits: 'none', elderly_care: 'no', welfare_living: 'no' };

let cookies;
let began;

before(async () => {
  const context = await visitor({ scripts: false, window: PHONE });
  try {
    const page = await context.newPage();
    await page.goto(`${SITE}/check?q=zhuhui`);
    await pick(page.locator('main form[method=post]'), 'place', '430405');
    const step = () => new URL(page.url()).pathname.split('/').at(-1);
    const send = () => page.locator('main form[method=post] button:not([name])').click();
    await send();
    began = new URL(page.url()).pathname.replace(/\/[^/]*$/, '');
    for (let pages = 0; step() !== 'result' && pages < 12; pages += 1) {
      await pick(page.locator('main form[method=post]'), 'answer', ANSWERS[step()]);
      await send();
    }
    assert.equal(step(), 'result');
    cookies = await context.cookies();
  } finally {
    await context.close();
  }
});

for (const page of ['aid_status', 'elderly_care', 'result', 'answers']) {
  test(`${page} is well made`, async () => {
    assert.equal(asText(await check(`${SITE}${began}/${page}`, { cookies })), '');
  });
}
