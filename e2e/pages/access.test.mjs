// Every public page through the checkers: axe with every tag, valid HTML, and our own walk by keyboard, on a phone, in
// large text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, checkIn } from '../checkers/all.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { LANGUAGES, publicPages, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const pages = await publicPages();

for (const { address } of pages) {
  for (const language of LANGUAGES) {
    test(`the checkers find nothing on ${address} in ${language}`, async () => {
      assert.equal(asText(await checkIn(language)(SITE + address, { language })), '');
    });
  }
}
