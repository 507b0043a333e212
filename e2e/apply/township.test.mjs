// Choosing the street while typing: by keyboard alone, with a Chinese keyboard, and where script does not come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText } from '../checkers/all.mjs';
import { axeOn } from '../checkers/axe.mjs';
import { markup } from '../checkers/markup.mjs';
import { look } from '../checkers/walk.mjs';
import { closesBrowserAtTheEnd, PHONE, shot, visitor } from '../harness/browser.mjs';
import { pick, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const form = page => page.locator('main form[method=post]').last();
const send = page => form(page).locator('button:not([name])').first().click();
const status = page => page.locator('output');
const ours = request => new URL(request.url()).pathname.startsWith('/islands/');

/** The page of an application that asks for the street in Zhuhui, opened by `use(page, seen)`. */
async function atTheTownship(way, use) {
  const context = await visitor({ window: PHONE, ...way });
  try {
    const page = await context.newPage();
    const seen = { requests: [], complaints: [] };
    page.on('request', request => seen.requests.push(request));
    page.on('console', message => { if (message.type() === 'error') seen.complaints.push(message.text()); });
    page.on('pageerror', error => seen.complaints.push(error.message));
    await page.goto(`${SITE}/apply/new?service=care_subsidy`);
    await send(page);
    await pick(form(page), 'whom', 'self');
    await send(page);
    await type(page, { name: '陈德明', resident_id: '430405195303039997' });
    await send(page);
    await pick(form(page), 'certificate', 'number');
    await type(page, { certificate_number: '43040519530303999722' });
    await send(page);
    await page.goto(new URL('?in=430400', page.url()).href);
    await pick(form(page), 'place', '430405');
    await send(page);
    await page.waitForURL(/\/township(#|$)/);
    await use(page, seen);
  } finally {
    await context.close();
  }
}

async function type(page, typed) {
  for (const [field, words] of Object.entries(typed)) await form(page).locator(`[name="${field}"]`).fill(words);
}

/** Notes everything the status says from now on. */
const listen = page => page.evaluate(() => {
  globalThis.said = [];
  new MutationObserver(() => globalThis.said.push(document.querySelector('output').textContent))
    .observe(document.querySelector('output'), { childList: true, characterData: true, subtree: true });
});
const said = page => page.evaluate(() => globalThis.said);
const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
const shown = page => page.locator('input[type=radio]').evaluateAll(radios => radios.map(radio => radio.labels[0].textContent));

/** Tab until something with this id or text has the focus. */
async function tabTo(page, wanted) {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab');
    if (wanted.test(await focused(page))) return;
  }
  assert.fail(`no way to ${wanted} by Tab`);
}

test('by keyboard alone: typed, told once, chosen, gone on', () => atTheTownship({}, async (page, seen) => {
  assert.equal(asText(await markup(await (await fetch(page.url(), { headers: { cookie: await cookies(page) } })).text())), '');
  const all = await shown(page);
  assert.deepEqual(seen.requests.filter(ours), [], 'nothing to run before somebody goes to the field');
  await listen(page);
  await tabTo(page, /^q$/);
  await page.keyboard.type('街道', { delay: 40 });
  await page.waitForFunction(() => document.querySelector('output').textContent !== '');
  const found = await shown(page);
  assert.ok(found.length > 0 && found.length < all.length, `${found.length} of ${all.length}`);
  assert.deepEqual(await said(page), [`找到${found.length}个，请在下面选`]);
  assert.equal(await focused(page), 'q', 'whoever types stays in the field');
  assert.equal(seen.requests.filter(ours).length, 2, 'the script and its code');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('衡州', { delay: 40 });
  await page.waitForFunction(() => document.querySelectorAll('input[type=radio]').length === 1);
  assert.deepEqual(await shown(page), ['衡州路街道']);
  await shot(page, 'township-typed');
  assert.equal(asText([...await axeOn(page), ...await look(page)]), '');
  await tabTo(page, /^place/);
  await page.keyboard.press('Space');
  await tabTo(page, /继续/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/residence(#|$)/);
  assert.deepEqual(seen.complaints, []);
}));

test('a Chinese keyboard is waited for', () => atTheTownship({}, async (page, seen) => {
  const asked = () => seen.requests.filter(request => request.url().endsWith('/places/typed')).length;
  await page.locator('#q').focus();
  await page.waitForResponse(response => response.url().endsWith('.wasm'));
  await page.waitForTimeout(400);
  const wire = await page.context().newCDPSession(page);
  for (const text of ['h', 'he', 'heng'])
    await wire.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await page.waitForTimeout(600);
  assert.equal(asked(), 0, 'letters that are still being put together are no search');
  await wire.send('Input.insertText', { text: '衡' });
  await page.waitForFunction(() => document.querySelector('output').textContent !== '');
  assert.equal(asked(), 1);
  assert.ok((await shown(page)).every(place => place.includes('衡')), 'one character is enough');
}));

test('what was chosen and typed stays, whatever comes between', () => atTheTownship({}, async page => {
  const all = await shown(page);
  await pick(form(page), 'place', '430405007');
  // Typed before the island has come.
  await page.locator('#q').fill('没有这个');
  await page.waitForFunction(() => document.querySelector('output').textContent.startsWith('没有找到“没有这个”'));
  assert.deepEqual(await shown(page), all, 'the list is still there to choose from');
  assert.ok(await page.locator('[value="430405007"]').isChecked());
  const place = (await page.locator('[value="430405007"] + label').textContent()).trim();
  await page.locator('#q').fill('东风');
  await page.waitForFunction(() => document.querySelector('output').textContent.startsWith('找到'));
  assert.ok((await shown(page)).every(found => found !== place), `${place} is not among them`);
  await page.locator('#q').fill('');
  await page.waitForFunction(() => document.querySelector('output').textContent === '');
  assert.deepEqual(await shown(page), all);
  assert.ok(await page.locator('[value="430405007"]').isChecked(), 'it is chosen again when it is seen again');
  await page.locator('#q').fill('东');
  await page.waitForFunction(() => document.querySelector('output').textContent.startsWith('找到'));
  const found = await shown(page);
  await page.evaluate(() => { for (const radio of document.querySelectorAll('input[type=radio]')) radio.checked = false; });
  await send(page);
  await page.waitForFunction(() => document.title.startsWith('错误：'));
  assert.equal(await page.locator('#q').inputValue(), '东', 'what was typed is there beside the mistake');
  assert.deepEqual(await shown(page), found);
}));

for (const [what, blocked] of [['the script', '**/islands/*.js'], ['the code', '**/islands/*.wasm'], ['the answer', '**/places/typed']]) {
  test(`${what} does not come: the button finds`, () => atTheTownship({}, async page => {
    await page.route(blocked, route => route.abort());
    const all = await shown(page);
    await page.locator('#q').fill('衡州路');
    await page.waitForTimeout(1000);
    assert.deepEqual(await shown(page), all);
    assert.equal(await status(page).textContent(), what === 'the answer' ? '现在不能边打字边找，请按“查找”' : '');
    assert.equal(await page.locator('#q').inputValue(), '衡州路');
    await page.locator('form[role=search] button').click();
    await page.waitForURL(/q=/);
    assert.deepEqual(await shown(page), ['衡州路街道']);
    await page.locator('main .choice label').first().click();
    await send(page);
    await page.waitForURL(/\/residence(#|$)/);
  }));
}

test('without script nothing hints at what is not there', () => atTheTownship({ scripts: false }, async (page, seen) => {
  const box = await status(page).boundingBox();
  assert.ok(box === null || box.height === 0, 'an empty status takes no room');
  await page.locator('#q').fill('衡州路');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  assert.deepEqual(await shown(page), ['衡州路街道']);
  assert.deepEqual(seen.requests.filter(ours), []);
  assert.deepEqual(seen.complaints, []);
}));

const cookies = async page => (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
