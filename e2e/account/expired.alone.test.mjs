// A session ends while somebody fills in a form: after signing in again what was typed is there. Without script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, answer, choose, form, fromHome, handIn, heading, name, press, send, type } from '../harness/apply.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { letDaysPass } from '../harness/clock.mjs';
import { oneTimeCode, PASSWORD, staff } from '../harness/demo.mjs';
import { begin, desk, fillIn, openCase } from '../harness/office.mjs';
import { phone, signUp, written } from '../harness/resident.mjs';

closesBrowserAtTheEnd();

const AN_AFTERNOON = 0.2;

test('a resident with an account goes on with what was typed', async () => {
  const page = await phone();
  const account = await signUp(page, '清明');
  await fromHome(page, ['care_subsidy']);
  await choose('whom', 'self')(page);
  await send(page);
  await type(page, { name: '彭浩', resident_id: '430923200101019991' });
  letDaysPass(AN_AFTERNOON);
  await send(page);
  assert.match(new URL(page.url()).pathname, /sign-in/);
  assert.match(await page.locator('main').innerText(), /刚才填的/);
  await page.getByLabel('用户名或手机号').fill(account.name);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await press(page, '登录');
  assert.equal(name(page), 'person');
  assert.equal(await page.locator('#name').inputValue(), '彭浩');
  assert.equal(await page.locator('#resident_id').inputValue(), '430923200101019991');
  await send(page);
  assert.equal(name(page), 'certificate');
});

test('an officer goes on with the words of a review', async () => {
  const resident = await phone();
  await fromHome(resident, ['care_subsidy']);
  await answer(resident, {
    ...about({ name: '彭浩', resident_id: '430923200101019991', certificate: '43092320010101999152', county: '安化', township: '清塘铺' }),
    whom: choose('whom', 'self'),
    'question-aid_status': choose('answer', 'none'),
  });
  await handIn(resident);
  const reference = (await written(resident)).cases['重度残疾人护理补贴'];
  const officer = staff('anhua-township');
  const page = await desk(officer.login);
  await openCase(page, reference);
  await begin(page, 'note');
  await fillIn(page, { sentence: '打过电话，下星期来窗口。' });
  letDaysPass(AN_AFTERNOON);
  await form(page).locator('button').first().click();
  assert.match(new URL(page.url()).pathname, /office\/sign-in/);
  await page.locator('main input[autocomplete=username]').fill(officer.login);
  await page.locator('main input[type=password]').fill(PASSWORD);
  await form(page).locator('button:not([name])').click();
  await page.locator('main input[autocomplete=one-time-code]').fill(await oneTimeCode(officer.secret));
  await form(page).locator('button:not([name])').click();
  assert.match(await heading(page), /备注/);
  assert.equal(await page.locator('textarea').inputValue(), '打过电话，下星期来窗口。');
  await form(page).locator('button').first().click();
  assert.match(await page.locator('main').innerText(), /打过电话，下星期来窗口/);
});
