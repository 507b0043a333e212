// What a resident does once the application is handed in: looks at the case, opens the letter.
import assert from 'node:assert/strict';
import { heading, press } from './apply.mjs';
import { PHONE, visitor } from './browser.mjs';
import { SITE } from './site.mjs';

/** A small phone with JavaScript off, in the hand of somebody who has never been here. */
export const phone = async () => (await visitor({ scripts: false, window: PHONE })).newPage();

/** Makes an account from the first page on, up to the codes that are shown once. @returns its name and password */
export async function register(page, about) {
  const account = { name: `${about}${Date.now()}`, password: '门前有两棵枣树' };
  await page.goto(`${SITE}/`);
  await page.locator('.site-nav a[href="/account/sign-in"]').click();
  await page.getByRole('link', { name: '还没有账号，注册一个' }).click();
  await page.getByLabel('用户名或手机号').fill(account.name);
  await page.getByLabel('新密码').fill(account.password);
  await press(page, '注册');
  return account;
}

/** Makes an account, and says that the codes are kept. */
export async function signUp(page, about) {
  const account = await register(page, about);
  await press(page, '存好了，继续');
  return account;
}

/** What must be written down from the confirmation: the reference, the code, and the number of each case by its name. */
export async function written(page) {
  const text = await page.locator('main').textContent();
  const cases = await page.locator('main dl > div').evaluateAll(rows => rows.map(row => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]));
  return {
    reference: await page.locator('.reference-number').textContent(),
    code: text.match(/续办码[：:]\s*([0-9A-Z ]{8,14})/)?.[1].trim(),
    cases: Object.fromEntries(cases.filter(([, value]) => /^ZD /.test(value ?? ''))),
  };
}

/** Comes back without an account, some day later, on any phone: with reference, code and birth date. */
export async function comeBack(page, { reference, code }, [year, month, day]) {
  await page.goto(`${SITE}/`);
  await page.locator('main a[href="/cases"]').click();
  if (!page.url().includes('/cases/open')) await page.locator('main a[href^="/cases/open"]').first().click();
  await page.locator('[name=reference]').fill(reference);
  await page.locator('[name=code]').fill(code);
  for (const [part, typed] of Object.entries({ year, month, day })) await page.locator(`[name="birth-${part}"]`).fill(typed);
  await press(page, '打开');
}

/** Goes from the page of a case to its letter. @returns the words of the letter */
export async function readLetter(page) {
  await page.locator('main a[href$="/letter"]').first().click();
  return page.locator('main').innerText();
}

/** The same for the person themselves, who is asked first whether they take it here. */
export async function takeLetter(page) {
  await page.locator('main a[href$="/letter"]').first().click();
  assert.equal(await heading(page), '收下审定决定书');
  await press(page, '收下并打开');
  return page.locator('main').innerText();
}
