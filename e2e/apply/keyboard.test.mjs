// Without a mouse, and without script: a woman applies, and an officer finds her case, accepts and reviews it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heading, name } from '../harness/apply.mjs';
import { closesBrowserAtTheEnd, DESKTOP, visitor } from '../harness/browser.mjs';
import { choose, go, hit, press, tabTo, tookKeys, type } from '../harness/keys.mjs';
import { desk } from '../harness/office.mjs';
import { written } from '../harness/resident.mjs';
import { SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const NEXT = 'main form button:not([name]), main form button[name=act][value=continue]';
const radio = (field, value) => page => choose(page, field, value);
const find = (typed) => async page => {
  await type(page, 'q', typed);
  await press(page, 'Enter');
  await tabTo(page, 'main input[type=radio]');
  await hit(page, 'Space');
};

const ON_PAGE = {
  whom: radio('whom', 'self'),
  person: async page => {
    await type(page, 'name', '唐秀英');
    await type(page, 'resident_id', '43112219760707998X');
  },
  certificate: async page => {
    await choose(page, 'certificate', 'number');
    await type(page, 'certificate_number', '43112219760707998X11');
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
  access: radio('need', 'large_text'),
  payment: radio('account', 'none'),
  'papers/household_register': radio('how', 'bring'),
  consents: async () => {},
};

test('by keyboard alone, from the first page to the confirmation and through the first office', async t => {
  const page = await (await visitor({ scripts: false, window: DESKTOP })).newPage();
  let kept;
  await t.test('a woman applies, and a mistake does not take the focus away', async () => {
    await page.goto(`${SITE}/`);
    await go(page, 'main a[href="/apply"]');
    await go(page, 'main a[href^="/apply/new"]');
    for (const service of ['care_subsidy', 'living_subsidy']) {
      if (!await page.locator(`[value=${service}]`).isChecked()) await choose(page, 'service', service);
    }
    await go(page, NEXT);
    // Nothing chosen: what is wrong is the next thing, and its link leads to the answers.
    await go(page, NEXT);
    assert.equal(new URL(page.url()).hash, '#errors');
    await tabTo(page, '#errors-list a');
    await hit(page, 'Enter');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'whom', 'the link puts the focus on the question');
    const seen = [];
    while (name(page) !== 'check') {
      const at = name(page);
      assert.ok(ON_PAGE[at] && !seen.includes(at), `${at} after ${seen}`);
      seen.push(at);
      await ON_PAGE[at](page);
      // Now one key, now the other.
      await go(page, NEXT, seen.length % 2 ? 'Enter' : 'Space');
    }
    await go(page, NEXT);
    assert.equal(await heading(page), '承诺书');
    await choose(page, 'agree', 'yes');
    await go(page, NEXT);
    assert.equal(await heading(page), '申请已经收到');
    kept = await written(page);
    tookKeys(page, 'apply: from the first page to the confirmation');
  });

  await t.test('an officer accepts and reviews', async () => {
    const page = await desk('dongan-township');
    await go(page, 'a[href="/office/search"]');
    await type(page, 'q', kept.cases['重度残疾人护理补贴']);
    await press(page, 'Enter');
    await go(page, 'main tbody th a');
    assert.match(await heading(page), /唐秀英/);
    // What can be done stands far down: a link leads there.
    await tabTo(page, 'main a[href="#acts"]');
    await hit(page, 'Enter');
    await go(page, 'main a[href$="/accept"]');
    await choose(page, 'identity', 'in_person');
    if (await page.locator('[name=filer]').count() > 0) await choose(page, 'filer', 'opened');
    for (const paper of await page.locator('[name=papers]').all()) {
      await tabTo(page, `[name=papers][value="${await paper.getAttribute('value')}"]`);
      await hit(page, 'Space');
    }
    await go(page, 'main form[method=post] button');
    assert.match(await page.locator('main').innerText(), /已经记下/);
    await go(page, 'main a[href$="/review"]');
    await choose(page, 'opinion', 'meets');
    await go(page, 'main form[method=post] button', 'Space');
    assert.equal(new URL(page.url()).hash, '#errors', 'the words are missing');
    await tabTo(page, '#errors-list a');
    await hit(page, 'Enter');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'sentence');
    await page.keyboard.type('户口和证都看过，属实。');
    await go(page, 'main form[method=post] button');
    assert.match(await page.locator('main').innerText(), /残联核对残疾人证/);
    tookKeys(page, 'apply: an officer finds a case, accepts it and reviews it');
  });
});
