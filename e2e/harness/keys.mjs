// A person who has a keyboard and no mouse: Tab, Shift, Enter, Space, the arrows. Wherever they are, it shows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { IN_PAGE } from '../checkers/in-page.mjs';

/** How many keys each journey takes, beside what is typed into fields. More is longer for whoever has no mouse. */
const WRITTEN_DOWN = JSON.parse(readFileSync(new URL('../keys.json', import.meta.url), 'utf8'));
const counts = new WeakMap();

/** Presses a key, and counts it. */
export async function hit(page, key) {
  counts.set(page, (counts.get(page) ?? 0) + 1);
  await page.keyboard.press(key);
}

/** The journey that ends here took as many keys as are written down, no more; fewer are to be written down. */
export function tookKeys(page, journey) {
  const [taken, written] = [counts.get(page) ?? 0, WRITTEN_DOWN[journey]];
  const how = 'write it into e2e/keys.json';
  assert.ok(written !== undefined, `“${journey}” takes ${taken} keys, and none are written down: ${how}`);
  assert.ok(taken <= written, `“${journey}” takes ${taken} keys instead of ${written}: make it shorter; where it has to be so long, ${how}`);
  assert.ok(taken >= written, `“${journey}” takes only ${taken} keys instead of ${written}: ${how}, so that it stays so`);
  counts.delete(page);
}

/** Presses Tab until something that `wanted` (a selector) fits has the focus; everywhere on the way the focus shows. */
export async function tabTo(page, wanted) {
  const passed = [];
  await page.evaluate(IN_PAGE);
  for (let keys = 0; keys < 120; keys += 1) {
    await hit(page, 'Tab');
    const stop = await page.evaluate(() => globalThis.zhidaChecks.stop());
    if (stop === null) continue;
    assert.ok(stop.ring >= 2 && !stop.obscured, `the focus shows on ${stop.where} of ${page.url()}`);
    if (await page.evaluate(wanted => document.activeElement.matches(wanted), wanted)) return;
    passed.push(stop.where);
  }
  assert.fail(`Tab never comes to ${wanted} on ${page.url()}: ${passed}`);
}

/** Chooses an answer: Tab to its question, Space for the first, arrows to the others. */
export async function choose(page, field, value) {
  await tabTo(page, `main [name="${field}"]`);
  const here = () => page.evaluate(() => document.activeElement.value);
  if (await page.evaluate(() => document.activeElement.type) === 'checkbox') {
    for (let boxes = 0; await here() !== value; boxes += 1) {
      assert.ok(boxes < 20, `${field} has ${value}`);
      await hit(page, 'Tab');
    }
    await hit(page, 'Space');
  } else {
    if (await here() === value) await hit(page, 'Space');
    for (let arrows = 0; await here() !== value; arrows += 1) {
      assert.ok(arrows < 20, `${field} has ${value}`);
      await hit(page, 'ArrowDown');
    }
  }
  assert.ok(await page.evaluate(() => document.activeElement.checked), `${field} is ${value}`);
}

/** Goes to a field and types. */
export async function type(page, field, words) {
  await tabTo(page, `main [name="${field}"]`);
  await page.keyboard.type(words);
}

/** Presses a key that leads to another page. */
export async function press(page, key) {
  await Promise.all([page.waitForNavigation(), hit(page, key)]);
}

/** Goes to a link or button and presses it. */
export async function go(page, wanted, key = 'Enter') {
  await tabTo(page, wanted);
  await press(page, key);
}
