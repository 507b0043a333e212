// Running text as the design promises it, measured where it is laid out: at most 40 characters a line, lines at least
// 1.6 times as high as their letters. On every public page, on a desk, where lines are longest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closesBrowserAtTheEnd, DESKTOP, visit } from '../harness/browser.mjs';
import { SITE } from '../harness/site.mjs';
import { publicPages } from './states.mjs';

closesBrowserAtTheEnd();

const MOST_CHARACTERS = 40;
const LEAST_HEIGHT = 1.6;

/** The blocks of running text, of several lines or of one that is long: their words, characters a line, height of a line. */
const measured = page => page.evaluate(() => {
  const blocks = [...document.querySelectorAll('main :is(p, li, dd, td, div, span), footer :is(p, li, dd)')];
  const own = block => [...block.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
  return blocks.filter(own).flatMap(block => {
    const style = getComputedStyle(block);
    const size = parseFloat(style.fontSize);
    const range = document.createRange();
    range.selectNodeContents(block);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
    const tops = new Set(lines.map(({ top }) => Math.round(top)));
    const widest = Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left));
    const characters = widest / size;
    if (style.display === 'inline' || (tops.size < 2 && characters < 30)) return [];
    return [{ words: block.textContent.trim().slice(0, 20), characters, height: parseFloat(style.lineHeight) / size }];
  });
});

let seen = 0;

for (const { address } of publicPages()) {
  test(`${address} is set to be read`, async () => {
    const blocks = await visit(SITE + address, { window: DESKTOP, probe: true }, measured);
    seen += blocks.length;
    // Half a character of rounding, and of marks that hang over.
    const wrong = blocks.filter(({ characters, height }) => characters > MOST_CHARACTERS + 0.5 || height < LEAST_HEIGHT - 0.01);
    assert.deepEqual(wrong, []);
  });
}

test('there was text of several lines to measure', () => assert.ok(seen > 20, `${seen} blocks`));
