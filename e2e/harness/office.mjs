// Working on a case as officers do: found by its number, opened, and its next step carried out on the pages.
import assert from 'node:assert/strict';
import { DESKTOP, visitor } from './browser.mjs';
import { signInAtWork, staff } from './demo.mjs';
import { SITE } from './site.mjs';

const desks = new Map();

/** The desk of a member of staff: signed in once, however often it is asked for. */
export function desk(login) {
  if (!desks.has(login)) desks.set(login, sitDown(login));
  return desks.get(login);
}

async function sitDown(login) {
  const page = await (await visitor({ scripts: false, window: DESKTOP })).newPage();
  await signInAtWork(page, staff(login));
  // Whoever does no casework is led on to what they do.
  assert.match(new URL(page.url()).pathname, /^\/office(\/audit|\/jobs)?$/, `${login} is signed in`);
  return page;
}

/** Opens a case by its number. */
export async function openCase(page, reference) {
  await page.goto(`${SITE}/office/search`);
  await page.locator('#q').fill(reference);
  await page.locator('main form[method=post] button').first().click();
  await page.locator('main tbody th a').first().click();
  assert.equal(new URL(page.url()).pathname, `/office/cases/${reference.replaceAll(' ', '')}`);
}

/** What the page of a case offers to do, as the last parts of addresses. */
export async function offered(page) {
  const links = await page.locator('section[aria-labelledby=acts] a').evaluateAll(links => links.map(link => link.pathname));
  return links.map(path => path.split('/').at(-1));
}

/** Opens the form of a command from the page of its case. */
export async function begin(page, command) {
  await page.locator(`section[aria-labelledby=acts] a[href*="/${command}"]`).click();
}

/**
 * Carries out a command on an opened case: `fill` is what is chosen (a string or, of several, a list) and typed, by the
 * names of the fields. `look(page)` sees the form.
 */
export async function carryOut(page, command, fill = {}, look = async () => {}) {
  await begin(page, command);
  await fillIn(page, fill);
  await look(page);
  await page.locator('main form[method=post] button').first().click();
  assert.equal(new URL(page.url()).searchParams.get('done'), 'saved', `${command}: ${await wrong(page)}`);
}

/** Accepts a case. Whether the person seen is the one who filed is asked where their account does not say it. */
export async function accept(page, identity, look = async () => {}) {
  await begin(page, 'accept');
  await fillIn(page, { identity });
  if (await page.locator('[name=filer]').count() > 0) await fillIn(page, { filer: 'opened' });
  const papers = await page.locator('[name=papers]').evaluateAll((boxes) => boxes.map((box) => box.value));
  await fillIn(page, { papers });
  await look(page);
  await page.locator('main form[method=post] button').first().click();
  assert.equal(new URL(page.url()).searchParams.get('done'), 'saved', `accept: ${await wrong(page)}`);
}

/** Chooses and types on the form of a command. */
export async function fillIn(page, fill) {
  const form = page.locator('main form[method=post]').last();
  for (const [name, value] of Object.entries(fill)) {
    for (const one of [value].flat()) {
      const box = form.locator(`[name="${name}"][value="${one}"]`);
      if (await box.count() > 0) await form.locator(`label[for="${await box.getAttribute('id')}"]`).click();
      else await form.locator(`[name="${name}"]`).fill(one);
    }
  }
}

/** What the page says is wrong. */
export const wrong = async page => (await page.locator('#errors, .notice-error').allTextContents()).join(' ') || page.url();
