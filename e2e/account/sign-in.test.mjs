// An account without script on a small phone: signed up, left, signed in again, and got back into by a recovery code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closesBrowserAtTheEnd, PHONE, visitor } from '../harness/browser.mjs';
import { SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const PASSWORD = '门前有两棵枣树';
const NAME = `春燕${Date.now() % 1_000_000}`;

/** Runs `journey(page)` as a visitor with a phone of 320 px and JavaScript off; nothing may stick out sideways. */
async function withPhone(journey) {
  const context = await visitor({ scripts: false, window: PHONE });
  try {
    await journey(await context.newPage());
  } finally {
    await context.close();
  }
}

async function fits(page) {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= seen, `${page.url()} is ${wide} px wide on ${seen}`);
}

const heading = page => page.locator('h1').textContent();
const press = (page, words) => page.getByRole('button', { name: words, exact: true }).click();

let code;

test('somebody signs up, keeps the codes, leaves and comes back', () => withPhone(async page => {
  await page.goto(`${SITE}/`);
  await page.locator('.site-nav a[href="/account/sign-in"]').click();
  await fits(page);
  await page.getByRole('link', { name: '还没有账号，注册一个' }).click();
  await fits(page);
  await page.getByLabel('用户名或手机号').fill(NAME);
  await page.getByLabel('新密码').fill('password1234');
  // Enter sends the form, and does not press the button that shows the password.
  await page.getByLabel('新密码').press('Enter');
  assert.ok((await page.title()).startsWith('错误：'));
  assert.equal(new URL(page.url()).hash, '#errors', 'the reader lands on what is wrong');
  await fits(page);
  await page.locator('#errors a').click();
  await page.getByLabel('新密码').fill(PASSWORD);
  await press(page, '显示密码');
  assert.equal(await page.locator('#new-password').getAttribute('type'), 'text');
  assert.equal(await page.locator('#new-password').inputValue(), PASSWORD);
  await press(page, '注册');
  await fits(page);
  assert.equal(await page.locator('.codes > li').count(), 8);
  code = await page.locator('.codes > li').first().textContent();
  await press(page, '存好了，继续');
  assert.equal(await heading(page), '我的账号');
  await fits(page);
  await press(page, '退出');
  assert.equal(await heading(page), '已经退出');
  await page.getByRole('link', { name: '再登录' }).click();
  await page.getByLabel('用户名或手机号').fill(NAME);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await press(page, '登录');
  assert.equal(await heading(page), '我的账号');
}));

test('whoever forgot the password gets back in with a code, pasted', () => withPhone(async page => {
  await page.goto(`${SITE}/account/recover`);
  await fits(page);
  await page.getByLabel('用户名或手机号').fill(NAME);
  await page.getByLabel('备用码或者一次性码').fill(code.toLowerCase());
  await page.getByLabel('新密码').fill('后门有一棵石榴树');
  await press(page, '换密码并登录');
  assert.equal(await heading(page), '我的账号');
  assert.match(await page.locator('.notice-ok').textContent(), /账号找回来了/);
}));

test('a page for accounts asks to sign in and then is there', () => withPhone(async page => {
  await page.goto(`${SITE}/account/password`);
  assert.match(await page.locator('.notice-wait').textContent(), /先登录/);
  await page.getByLabel('用户名或手机号').fill(NAME);
  await page.getByLabel('密码', { exact: true }).fill('后门有一棵石榴树');
  await press(page, '登录');
  assert.equal(new URL(page.url()).pathname, '/account/password');
  await fits(page);
}));

test('staff have a door of their own', () => withPhone(async page => {
  await page.goto(`${SITE}/office/account`);
  assert.equal(new URL(page.url()).pathname, '/office/sign-in');
  await fits(page);
  await page.getByLabel('登录名').fill('nobody');
  await page.getByLabel('密码', { exact: true }).fill('不是谁的密码');
  await press(page, '继续');
  assert.match(await page.locator('#errors').textContent(), /登录名或者密码不对/);
  await fits(page);
}));
