// A son files for his mother and reads her a code; she confirms it on a small phone of her own, by its keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fits, form, heading, send, type } from '../harness/apply.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { phone } from '../harness/resident.mjs';
import { arrive } from '../harness/visitors.mjs';
import { pick, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

test('a mother confirms on her own phone what her son filed', async () => {
  const { page: sons, known } = await arrive('son');
  await sons.goto(`${SITE}/cases/${known.reference}`);
  assert.match(await sons.locator('.page-head').textContent(), /等欧阳·娜仁确认/);
  await sons.getByRole('link', { name: '请欧阳·娜仁确认' }).click();
  await pick(form(sons), 'way', 'code');
  await send(sons);
  const code = await sons.locator('.reference-number').textContent();
  assert.match(code, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/);

  const hers = await phone();
  await hers.goto(`${SITE}/`);
  await hers.getByRole('link', { name: '有人请我确认一件事' }).click();
  await fits(hers);
  await type(hers, { code, name: '欧阳·娜仁', four: '9986' });
  await send(hers);
  assert.equal(await heading(hers), '这件事您确认吗？');
  await fits(hers);
  assert.match(await hers.locator('main').textContent(), /陈小明/);
  await hers.locator('#agree').focus();
  await hers.keyboard.press('Space');
  await hers.keyboard.press('Tab');
  await hers.keyboard.press('Enter');
  await hers.waitForURL(/\/confirm\/done/);
  assert.equal(await heading(hers), '您已经确认了');
  await fits(hers);

  await sons.goto(`${SITE}/cases/${known.reference}`);
  assert.doesNotMatch(await sons.locator('.page-head').textContent(), /等欧阳/);
});
