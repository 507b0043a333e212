// Filling in an application as people do: one page after the other, by labels, without script.
import assert from 'node:assert/strict';
import { pick, SITE } from './site.mjs';

/** The form of the page one is on. */
export const form = page => page.locator('main form[method=post]').last();
/** The name of a page of an application: `person`, `papers/household_register`. */
export const name = page => new URL(page.url()).pathname.split('/').slice(3).join('/');
/** Presses the button that goes on. */
export const send = page => form(page).locator('button:not([name]), button[name=act][value=continue]').first().click();
export const heading = page => page.locator('h1').textContent();
/** The button with these words. */
export const press = (page, words) => page.getByRole('button', { name: words, exact: true }).click();

/** Types into fields by their names. */
export async function type(page, typed) {
  for (const [field, words] of Object.entries(typed)) await form(page).locator(`[name="${field}"]`).fill(words);
}

/** Chooses an answer, and goes no further. */
export const choose = (field, value) => page => pick(form(page), field, value);

/** Finds a place by typing, and chooses the first that fits. */
export const find = words => async page => {
  await page.locator('#q').fill(words);
  await page.locator('form[role=search] button').click();
  await page.locator('main .choice label').first().click();
};

/** What somebody does on each page, where nothing else is said: the fewest words possible. */
const SHORT = {
  reading: async () => {},
  residence: choose('living', 'at_hukou'),
  register: async page => {
    for (const answer of await form(page).locator('input[name^="right-"][value=yes]').all()) await pick(form(page), await answer.getAttribute('name'), 'yes');
  },
  'question-certificate_status': choose('answer', 'valid'),
  'question-other_benefits': choose('answer', 'none'),
  'question-elderly_care': choose('answer', 'no'),
  'question-welfare_living': choose('answer', 'no'),
  contact: async () => {},
  access: async () => {},
  payment: choose('account', 'none'),
  consents: async () => {},
};

/** The pages of a person: `{ name, resident_id, certificate, county, township }`. */
export const about = who => ({
  person: page => type(page, { name: who.name, resident_id: who.resident_id }),
  certificate: async page => {
    await pick(form(page), 'certificate', 'number');
    await type(page, { certificate_number: who.certificate });
  },
  hukou: find(who.county),
  township: find(who.township),
});

/**
 * Answers page after page until all answers can be checked. `answers` says what is done on which page; papers that are
 * not spoken of are brought to the office. `look(page)` sees each page before it is answered.
 * @returns the names of the pages, in order
 */
export async function answer(page, answers, look = fits) {
  const seen = [];
  while (name(page) !== 'check') {
    const at = name(page);
    const act = answers[at] ?? SHORT[at] ?? (at.startsWith('papers/') ? choose('how', 'bring') : undefined);
    const wrong = seen.includes(at) ? await page.locator('#errors').allTextContents() : '';
    assert.ok(act && !seen.includes(at), `${at} after ${seen} ${wrong}`);
    seen.push(at);
    await look(page);
    await act(page);
    await send(page);
  }
  await look(page);
  return seen;
}

/** From the answers to the confirmation. @returns the reference of the application, in groups */
export async function handIn(page, look = fits) {
  await send(page);
  assert.equal(await heading(page), '承诺书');
  await look(page);
  await pick(form(page), 'agree', 'yes');
  await send(page);
  assert.equal(await heading(page), '申请已经收到');
  await look(page);
  return page.locator('.reference-number').textContent();
}

/** Begins at the first page of the portal, as whoever just heard of it. */
export async function fromHome(page, services, look = fits) {
  await page.goto(`${SITE}/`);
  await look(page);
  await page.locator('main a[href="/apply"]').click();
  await look(page);
  await page.locator('main a[href^="/apply/new"], main form[action^="/apply/new"] button').first().click();
  for (const service of services) await pick(form(page), 'service', service);
  await look(page);
  await send(page);
}

/** Nothing is wider than the window. */
export async function fits(page) {
  await page.waitForLoadState();
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= seen, `${page.url()} is ${wide} px wide on ${seen}`);
}
