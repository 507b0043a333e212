// Pages behind a sign-in, full of people and cases, through the same checkers as the public ones.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { asText } from '../checkers/all.mjs';
import { axe, axeOn } from '../checkers/axe.mjs';
import { markup } from '../checkers/markup.mjs';
import { look, walk } from '../checkers/walk.mjs';
import { closesBrowserAtTheEnd, DESKTOP, PHONE, shot, visit, visitor } from '../harness/browser.mjs';
import { signInAtWork, staff } from '../harness/demo.mjs';
import { displayCookies, linksOf, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

/** Somebody who works at the window of a street: their cookies, and the pages they see. */
async function atTheWindow() {
  const context = await visitor({ scripts: false });
  try {
    const page = await context.newPage();
    await signInAtWork(page, staff('yuelu-township'));
    const addresses = ['/office', '/office?due=overdue', '/office/search', '/office/links', '/office/account'];
    await page.goto(`${SITE}/office`);
    const cases = linksOf(await page.content()).filter(path => /^\/office\/cases\/[^/]+$/.test(path));
    assert.ok(cases.length > 0, 'the demonstration has work for this desk');
    addresses.push(cases[0]);
    await page.goto(SITE + cases[0]);
    const commands = linksOf(await page.content()).filter(path => path.startsWith(`${cases[0]}/`) && !path.includes('/documents/'));
    addresses.push(...new Set(commands.slice(0, 6)), `${cases[0]}/print/application_form/whole`);
    return { cookies: await context.cookies(), addresses };
  } finally {
    await context.close();
  }
}

/** Somebody with a new account: their cookies, and the pages they see. */
async function withAnAccount() {
  const context = await visitor({ scripts: false });
  try {
    const page = await context.newPage();
    await page.goto(`${SITE}/account/sign-up`);
    await page.locator('main input[autocomplete=username]').fill(`读者${Date.now()}`);
    await page.locator('main input[autocomplete=new-password]').fill('湘江北去，橘子洲头，看万山红遍');
    await page.locator('main form[method=post] button:not([name])').first().click();
    return { cookies: await context.cookies(), addresses: ['/account', '/account/link', '/account/password', '/account/codes', '/apply', '/apply/new', '/cases'] };
  } finally {
    await context.close();
  }
}

const MODES = [
  { name: 'dark', choice: { theme: 'dark' }, window: DESKTOP },
  { name: 'contrast', choice: { theme: 'contrast' }, window: DESKTOP },
  { name: 'text-200-phone', choice: { text: '200' }, window: PHONE },
  { name: 'simple-phone', choice: { view: 'simple' }, window: PHONE },
];
const RULES = ['color-contrast', 'color-contrast-enhanced', 'target-size'];

for (const [who, arrive] of [['at the window', atTheWindow], ['with an account', withAnAccount]]) {
  let here;
  before(async () => { here = await arrive(); });

  test(`${who}: every page opens and is well made`, async t => {
    for (const address of here.addresses) {
      await t.test(address, async () => {
        const way = { cookies: here.cookies };
        const html = await visit(SITE + address, way, async (page, response) => {
          assert.equal(response.status(), 200);
          assert.equal(await page.locator('h1').count(), 1, 'one h1');
          await shot(page, `signed-in${address}`);
          return response.text();
        });
        assert.equal(asText(await markup(html)), '');
        assert.equal(asText(await axe(SITE + address, way)), '');
        assert.equal(asText(await walk(SITE + address, way)), '');
      });
    }
  });

  for (const { name, choice, window } of MODES) {
    test(`${who}: every page in mode ${name}`, async t => {
      const display = (await displayCookies(choice)).filter(cookie => cookie.name.endsWith('display'));
      for (const address of here.addresses) {
        await t.test(address, () => visit(SITE + address, { cookies: [...here.cookies, ...display], window, probe: true }, async page => {
          await shot(page, `signed-in-${name}${address}`);
          assert.equal(asText([...await axeOn(page, RULES), ...await look(page)]), '');
        }));
      }
    });
  }
}
