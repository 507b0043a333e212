// What can still happen to an application on the phone, without script, once it is handed in: papers asked for and
// sent, an answer put right, taken back; and a refusal that says why, and is contested.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { about, answer, choose, fits, form, fromHome, handIn, heading, press, type } from '../harness/apply.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { photo } from '../harness/files.mjs';
import { accept, carryOut, desk, openCase, wrong } from '../harness/office.mjs';
import { comeBack, phone, readLetter, written } from '../harness/resident.mjs';

closesBrowserAtTheEnd();

const LIVING = '困难残疾人生活补贴';
const BIRTH = ['1965', '7', '12'];
const main = page => page.locator('main').innerText();

/** A woman of 双峰县 without an account hands in. @returns what she wrote down */
async function handedIn(aid_status) {
  const page = await phone();
  await fromHome(page, ['living_subsidy']);
  await answer(page, {
    ...about({ name: '欧阳·娜仁', resident_id: '431321196507129986', certificate: '43132119650712998642', county: '双峰', township: '永丰' }),
    whom: choose('whom', 'self'),
    'question-aid_status': choose('answer', aid_status),
  });
  await handIn(page);
  const kept = await written(page);
  await page.context().close();
  return { ...kept, living: kept.cases[LIVING] };
}

let township, hers;
before(async () => {
  hers = await handedIn('dibao');
  township = await desk('shuangfeng-township');
});

test('papers that the office asks for are sent from the phone', async () => {
  await openCase(township, hers.living);
  await carryOut(township, 'request_papers', {
    papers: ['household_register', 'payment_account'], sentence: '户口簿要拍到您本人那一页。',
  });
  const page = await phone();
  await comeBack(page, hers, BIRTH);
  assert.match(await main(page), /请补2样材料/);
  await fits(page);
  await page.getByRole('link', { name: '补材料' }).first().click();
  assert.match(await main(page), /户口簿要拍到您本人那一页/);
  await press(page, '都好了，交上去');
  assert.match(await page.title(), /^错误：/, 'nothing is handed in by mistake');
  await fits(page);
  await page.getByRole('link', { name: /传照片或PDF.*户口簿/ }).click();
  await page.locator('input[type=file]').setInputFiles(await photo());
  await press(page, '上传');
  assert.match(await main(page), /IMG_0012\.jpg/);
  await fits(page);
  await form(page).locator('button', { hasText: '继续' }).click();
  await page.locator('label', { hasText: '带到窗口' }).click();
  await press(page, '都好了，交上去');
  assert.match(await main(page), /材料交到了/);
  await page.context().close();
  await openCase(township, hers.living);
  assert.match(await main(township), /第1个文件/);
});

test('an answer is put right before the decision, and the office sees both', async () => {
  const page = await phone();
  await comeBack(page, hers, BIRTH);
  await page.getByRole('link', { name: '改我填的内容' }).click();
  await fits(page);
  await page.locator('main a[href$="/correct/aid_status"]').click();
  await choose('answer', 'dibao_marginal')(page);
  await form(page).locator('button').first().click();
  assert.match(await main(page), /已经改好/);
  await page.context().close();
  await openCase(township, hers.living);
  assert.match(await main(township), /低保家庭，改为低保边缘家庭/);
});

test('an application is taken back, and is over', async () => {
  const page = await phone();
  await comeBack(page, hers, BIRTH);
  await page.getByRole('link', { name: '撤回申请' }).click();
  await fits(page);
  await page.getByRole('link', { name: '不撤回，接着办' }).click();
  await page.getByRole('link', { name: '撤回申请' }).click();
  await form(page).locator('textarea').fill('搬到女儿家去了，到那边再申请。');
  await press(page, '撤回申请');
  assert.match(await main(page), /已经撤回/);
  await page.goBack();
  assert.match(await main(page), /已撤回/, 'the way back leads to the case as it is, not to the form');
  await openCase(township, hers.living);
  assert.match(await main(township), /办结/);
  assert.match(await main(township), /搬到女儿家去了/);
});

test('a refusal says why and how it could be granted, and is contested', async () => {
  const again = await handedIn('none');
  await openCase(township, again.living);
  await accept(township, 'in_person');
  await carryOut(township, 'review', { opinion: 'fails', sentence: '查过了，家里没有低保。' });
  const federation = await desk('shuangfeng-federation');
  await openCase(federation, again.living);
  await carryOut(federation, 'review', { opinion: 'fails', sentence: '证有效。' });
  const decider = await desk('shuangfeng-civil');
  await openCase(decider, again.living);
  await carryOut(decider, 'decide', { outcome: 'refuse', reasons: ['NOT_LOW_INCOME'], sentence: '您家现在没有吃低保。' });
  const second = await desk('shuangfeng-civil-2');
  await openCase(second, again.living);
  await carryOut(second, 'sign_second', { sign: 'yes' });

  const page = await phone();
  await comeBack(page, again, BIRTH);
  assert.match(await main(page), /这次不给/);
  const letter = await readLetter(page);
  assert.match(letter, /您家现在没有吃低保/);
  assert.match(letter, /低保家庭或当地认的困难家庭才符合/);
  assert.match(letter, /双峰县人民政府申请行政复议/);
  await fits(page);
  await page.goBack();
  await page.getByRole('link', { name: /申请行政复议/ }).first().click();
  await fits(page);
  await press(page, '提交复议申请');
  assert.match(await page.title(), /^错误：/, await wrong(page));
  await type(page, { why: '我家上个月刚批了低保，证明在这里。' });
  await press(page, '提交复议申请');
  assert.match(await main(page), /已经收到您的复议申请/);
  await fits(page);
  await openCase(second, again.living);
  assert.match(await main(second), /我家上个月刚批了低保/);
  assert.ok(await heading(second));
});
