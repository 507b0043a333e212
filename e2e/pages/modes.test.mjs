// Every public page in every mode of the display page, chosen there by a visitor without script.
// The pictures in e2e/shots are for people to look at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText } from '../checkers/all.mjs';
import { axeOn } from '../checkers/axe.mjs';
import { look } from '../checkers/walk.mjs';
import { closesBrowserAtTheEnd, DESKTOP, PHONE, shot, visit } from '../harness/browser.mjs';
import { displayCookies, publicPages, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const pages = await publicPages();

const MODES = [
  { name: 'light-phone', choice: { theme: 'light' }, window: PHONE },
  { name: 'dark', choice: { theme: 'dark' }, window: DESKTOP },
  { name: 'contrast', choice: { theme: 'contrast' }, window: DESKTOP },
  { name: 'simple-phone', choice: { view: 'simple' }, window: PHONE },
  { name: 'text-200-phone', choice: { text: '200' }, window: PHONE },
  { name: 'wide-spacing-phone', choice: { spacing: 'wide' }, window: PHONE },
];
// Of axe, what a mode can change: colours and sizes.
const RULES = ['color-contrast', 'color-contrast-enhanced', 'target-size'];

for (const { name, choice, window } of MODES) {
  let chosen;
  for (const { address } of pages) {
    test(`${address} in mode ${name}`, async () => {
      const cookies = await (chosen ??= displayCookies(choice));
      await visit(SITE + address, { cookies, window, probe: true }, async page => {
        const shown = await page.evaluate(() => ({ ...document.documentElement.dataset }));
        for (const [mode, value] of Object.entries(choice)) assert.equal(shown[mode], value, `the page knows the chosen ${mode}`);
        await shot(page, `${name}${address === '/' ? '-home' : address}`);
        assert.equal(asText([...await axeOn(page, RULES), ...await look(page)]), '');
      });
    });
  }
}
