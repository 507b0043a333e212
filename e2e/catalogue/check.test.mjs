// The eligibility check on a small phone without script, and by keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closesBrowserAtTheEnd, DESKTOP, PHONE, visitor } from '../harness/browser.mjs';
import { choose, hit, press, tabTo, tookKeys, type } from '../harness/keys.mjs';
import { pick, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

/** Runs `journey(page)` as a visitor of this kind. */
async function as(way, journey) {
  const context = await visitor(way);
  try {
    await journey(await context.newPage());
  } finally {
    await context.close();
  }
}

const step = page => new URL(page.url()).pathname.split('/').at(-1);
const send = page => page.locator('main form[method=post] button:not([name])').click();

/** Somebody of 珠晖区 in a household with 低保, grade 1 (S01). */
const ANSWERS = { certificate: 'yes', aid_status: 'dibao', grade: '1', certificate_status: 'valid', other_benefits: 'none', elderly_care: 'no', welfare_living: 'no' };

test('without script, on a small phone, typing the place', () => as({ scripts: false, window: PHONE }, async page => {
  await page.goto(`${SITE}/check`);
  await page.locator('#q').fill('珠晖');
  await page.locator('form[role=search] button').click();
  await page.locator('main .choice label').first().click();
  await send(page);
  for (let pages = 0; step(page) !== 'result' && pages < 12; pages += 1) {
    const form = page.locator('main form[method=post]');
    await pick(form, 'answer', ANSWERS[step(page)]);
    await send(page);
  }
  assert.equal(await page.locator('h1').textContent(), '您很可能可以得到2项');
  assert.equal(await page.locator('.outcome .tag-ok:text("很可能可以得到")').count(), 2);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the phone');
}));

test('going back and changing an answer changes the result', () => as({ scripts: false }, async page => {
  await page.goto(`${SITE}/check`);
  await page.locator('#q').fill('岳麓');
  await page.locator('form[role=search] button').click();
  await page.locator('main .choice label').first().click();
  await send(page);
  await pick(page.locator('main form[method=post]'), 'answer', 'no');
  await send(page);
  assert.equal(step(page), 'result', 'without a certificate nothing more matters');
  // The browser's history is asked only once the page has settled in it.
  await page.waitForLoadState('networkidle');
  await page.goBack();
  assert.equal(step(page), 'certificate');
  await pick(page.locator('main form[method=post]'), 'answer', 'yes');
  await send(page);
  assert.notEqual(step(page), 'result');
}));

test('by keyboard alone', () => as({ window: DESKTOP }, async page => {
  await page.goto(`${SITE}/check`);
  await type(page, 'q', 'zhuhui');
  await press(page, 'Enter');
  assert.match(page.url(), /q=zhuhui/);
  await tabTo(page, 'main input[type=radio]');
  await hit(page, 'Space');
  await press(page, 'Enter');
  assert.equal(step(page), 'certificate');
  await choose(page, 'answer', 'no');
  await press(page, 'Enter');
  assert.equal(step(page), 'result');
  assert.equal(await page.locator('h1').textContent(), '按这些回答，现在可能得不到');
  tookKeys(page, 'check: from the place to a result');
}));
