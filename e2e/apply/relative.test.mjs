// A son applies for his father (S03) on a small phone without script: from the service page to the confirmation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, answer, choose, fits, form, heading, send, type } from '../harness/apply.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { phone } from '../harness/resident.mjs';
import { pick, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

test('a son applies for his father, who keeps what he has', async () => {
  const page = await phone();
  await page.goto(`${SITE}/services/care_subsidy`);
  await page.locator('main a[href^="/apply/new"]').first().click();
  assert.ok(await form(page).locator('[value=care_subsidy]').isChecked(), 'the service is chosen already');
  await send(page);
  const seen = await answer(page, {
    ...about({ name: '陈德明', resident_id: '430405 19530303 9997', certificate: '43040519530303999722', county: '珠晖', township: '衡州路' }),
    whom: choose('whom', 'relative'),
    'question-aid_status': choose('answer', 'none'),
    'question-elderly_care': async page => {
      await pick(form(page), 'answer', 'yes');
      await type(page, { amount: '100' });
    },
    'overlap-care_subsidy': choose('choice', 'keep_other'),
    helper: async page => {
      await type(page, { name: '陈小明', resident_id: '430405197909099993', phone: '138 0000 0000' });
      await pick(form(page), 'relationship', 'son');
    },
    access: choose('need', 'sign_language'),
  });
  assert.ok(seen.includes('overlap-care_subsidy'));
  assert.match(await page.locator('main').textContent(), /陈德明/);
  await send(page);
  assert.equal(await heading(page), '承诺书');
  await send(page);
  assert.match(await page.title(), /^错误：/, 'not without agreeing');
  await pick(form(page), 'agree', 'yes');
  await send(page);
  assert.equal(await heading(page), '申请已经收到');
  await fits(page);
  const reference = await page.locator('.reference-number').textContent();
  assert.match(reference, /^ZD [2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]$/);
  await page.reload();
  assert.equal(await page.locator('.reference-number').textContent(), reference, 'still there');
});

test('a mistake is said at the top and beside the field, and what was typed stays', async () => {
  const page = await phone();
  await page.goto(`${SITE}/apply/new?service=care_subsidy`);
  await send(page);
  await choose('whom', 'relative')(page);
  await send(page);
  await type(page, { name: '陈德明', resident_id: '430405195302309997' });
  await send(page);
  assert.equal(new URL(page.url()).hash, '#errors', 'the reader is led to what is wrong');
  assert.equal(await page.locator('#errors-list a').textContent(), '号码里的出生日期不存在，请看看第7位到第14位');
  assert.equal(await page.locator('#resident_id').inputValue(), '430405195302309997');
  assert.equal(await page.locator('#resident_id').getAttribute('aria-invalid'), 'true');
  await fits(page);
});
