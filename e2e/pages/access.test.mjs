// Every public page through the checkers: axe with every tag, and our own walk by keyboard, on a phone, in large text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText } from '../checkers/all.mjs';
import { axe } from '../checkers/axe.mjs';
import { walk } from '../checkers/walk.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { LANGUAGES, publicPages, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const pages = await publicPages();

for (const { address } of pages) {
  for (const language of LANGUAGES) {
    test(`axe finds nothing on ${address} in ${language}`, async () => {
      assert.equal(asText(await axe(SITE + address, { language })), '');
    });
    test(`the walk finds nothing on ${address} in ${language}`, async () => {
      assert.equal(asText(await walk(SITE + address, { language })), '');
    });
  }
}
