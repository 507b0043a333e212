// 帮代办、上门办, by keyboard alone and without script: an officer writes down what a woman says at her home, has the
// statement signed, hands it in, prints the receipt; it is a colleague's from then on, and the paper opens it to her.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fits, heading, name } from '../harness/apply.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { portalNow } from '../harness/clock.mjs';
import { photo } from '../harness/files.mjs';
import { choose, go, hit, press, tabTo, tookKeys, type } from '../harness/keys.mjs';
import { desk } from '../harness/office.mjs';
import { phone } from '../harness/resident.mjs';
import { SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const NEXT = 'main form button:not([name]), main form button[name=act][value=continue]';
const radio = (field, value) => page => choose(page, field, value);
const find = typed => async page => {
  await type(page, 'q', typed);
  await press(page, 'Enter');
  await tabTo(page, 'main input[type=radio]');
  await hit(page, 'Space');
};
const hunan = new Date(portalNow() + 8 * 3_600_000);

const ON_PAGE = {
  services: page => choose(page, 'service', 'living_subsidy'),
  whom: radio('whom', 'self'),
  certificate: async page => {
    await choose(page, 'certificate', 'number');
    await type(page, 'certificate_number', '43112219810305002911');
  },
  hukou: find('dongan'),
  township: find('白牙市'),
  residence: radio('living', 'at_hukou'),
  'question-aid_status': radio('answer', 'dibao'),
  'question-certificate_status': radio('answer', 'valid'),
  'question-other_benefits': radio('answer', 'none'),
  'question-elderly_care': radio('answer', 'no'),
  'question-welfare_living': radio('answer', 'no'),
  contact: async () => {},
  access: radio('need', 'home_visit'),
  payment: radio('account', 'none'),
  'papers/household_register': radio('how', 'bring'),
  consents: async () => {},
  made: async page => {
    await choose(page, 'made-place', 'home');
    await choose(page, 'made-way', 'thumb_print');
    await type(page, 'made-on-year', String(hunan.getUTCFullYear()));
    await type(page, 'made-on-month', String(hunan.getUTCMonth() + 1));
    await type(page, 'made-on-day', String(hunan.getUTCDate()));
    await choose(page, 'made-read-out', 'yes');
  },
  // The window that chooses a file is the browser's own.
  'papers/assisted_statement': async page => page.locator('input[type=file]').setInputFiles(await photo()),
};

test('an officer files for a woman at her home, and she opens it with her paper', async t => {
  const page = await desk('dongan-township-2');
  let paper;
  await t.test('it is filled in, read out, signed and handed in', async () => {
    await go(page, 'main a[href="/office/assist"]');
    await go(page, 'main a[href="/office/assist/new"]');
    await type(page, 'name', '蒋玉兰');
    await type(page, 'resident_id', '431122198103050029');
    await go(page, NEXT);
    assert.match(await page.locator('main').innerText(), /号码没有写错：女/);
    await go(page, 'main .actions a.button');
    const seen = [];
    while (name(page) !== 'check') {
      const at = name(page);
      assert.ok(ON_PAGE[at] && !seen.includes(at), `${at} after ${seen} ${await page.locator('#errors').allTextContents()}`);
      assert.equal(await page.locator('.acting-name').innerText(), '您正在为蒋**代办');
      await fits(page);
      seen.push(at);
      if (at === 'made') {
        // Sent with nothing: what is wrong is the next thing, and its link leads to the question.
        await go(page, NEXT);
        await tabTo(page, '#errors-list a');
        await hit(page, 'Enter');
        assert.equal(await page.evaluate(() => document.activeElement.name), 'made-place');
      }
      await ON_PAGE[at](page);
      await go(page, NEXT);
    }
    await go(page, NEXT);
    await choose(page, 'agree', 'yes');
    await go(page, NEXT);
    assert.equal(await heading(page), '已经交了，请打印回执');
    await fits(page);
    const cells = await page.locator('article th').allTextContents();
    const values = await page.locator('article td').allTextContents();
    paper = Object.fromEntries(cells.map((cell, at) => [cell, values[at]]));
    assert.match(await page.locator('article').innerText(), /为蒋玉兰代为登记/);
    tookKeys(page, 'casework: an officer files for somebody, from the queue to the receipt');
  });

  await t.test('it is not the officer’s to take', async () => {
    await page.goto(`${SITE}/office?scope=all`);
    const row = page.locator('tbody tr', { hasText: '蒋玉兰' }).filter({ hasText: '您代为登记的' });
    await row.locator('th a').first().click();
    assert.match(await page.locator('.page-head').innerText(), /由同事受理、审核和决定/);
    assert.equal(await page.locator('main a[href$="/accept"]').count(), 0);
    assert.match(await page.locator('main').innerText(), /在本人家里：在申请声明上按手印/);
  });

  await t.test('she opens it with the paper', async () => {
    const own = await phone();
    await own.goto(`${SITE}/cases/open`);
    for (const [field, words] of Object.entries({ reference: paper['编号'], code: paper['续办码'], 'birth-year': '1981', 'birth-month': '3', 'birth-day': '5' }))
      await own.locator(`main [name="${field}"]`).fill(words);
    await own.locator('main form[method=post] button').last().click();
    assert.match(await own.locator('main').innerText(), /为蒋玉兰代为登记/);
    await fits(own);
  });
});
