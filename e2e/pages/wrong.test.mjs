// Pages that say something is wrong are pages too: an unknown address, and every public form sent empty.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, checkIn } from '../checkers/all.mjs';
import { closesBrowserAtTheEnd, visit, visitor } from '../harness/browser.mjs';
import { LANGUAGES, publicPages, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const pages = await publicPages();

for (const language of LANGUAGES) {
  test(`an unknown address gives a whole page in ${language}`, async () => {
    const url = `${SITE}/no-such-page`;
    await visit(url, { language, scripts: false }, async (page, response) => {
      assert.equal(response.status(), 404);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.locator('h1').count(), 1);
      assert.ok(await page.locator('main a').count() > 0, 'it says where to go on');
    });
    assert.equal(asText(await checkIn(language)(url, { language })), '');
  });
}

/** The first form of a page, sent as it came, without script: what the server answers. */
async function sendEmpty(url, language) {
  const context = await visitor({ language, scripts: false });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const form = page.locator('main form[method=post]').first();
    if (await form.count() === 0) return undefined;
    const [response] = await Promise.all([
      page.waitForResponse(answer => answer.request().method() === 'POST'),
      form.locator('button:not([name])').first().click(),
    ]);
    await page.waitForLoadState();
    const html = response.status() < 300 || response.status() >= 400 ? await response.text() : undefined;
    return { status: response.status(), html, url: response.url() };
  } finally {
    await context.close();
  }
}

for (const { address } of pages) {
  for (const language of LANGUAGES) {
    test(`${address} sent empty in ${language}`, async t => {
      const answer = await sendEmpty(SITE + address, language);
      if (answer === undefined) return t.diagnostic('no form');
      assert.ok([303, 422].includes(answer.status), `status ${answer.status}`);
      // What was sent is not sent again by the checkers: they look at the page as it was answered.
      if (answer.status === 422) assert.equal(asText(await checkIn(language)(answer.url, { language, html: answer.html })), '');
    });
  }
}
