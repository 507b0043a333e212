// A son applies for his father (S03) on a small phone without script: from the service page to the confirmation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closesBrowserAtTheEnd, PHONE, visitor } from '../harness/browser.mjs';
import { pick, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const form = page => page.locator('main form[method=post]').last();
const name = page => new URL(page.url()).pathname.split('/').slice(3).join('/');
const send = page => form(page).locator('button:not([name]), button[name=act][value=continue]').first().click();

/** What the son does on each page. */
const ON_PAGE = {
  whom: page => pick(form(page), 'whom', 'relative'),
  person: page => type(page, { name: '陈德明', resident_id: '430405 19530303 9997' }),
  certificate: async page => {
    await pick(form(page), 'certificate', 'number');
    await type(page, { certificate_number: '43040519530303999722' });
  },
  hukou: page => find(page, '珠晖'),
  township: page => find(page, '衡州路'),
  residence: page => pick(form(page), 'living', 'at_hukou'),
  'question-aid_status': page => pick(form(page), 'answer', 'none'),
  'question-certificate_status': page => pick(form(page), 'answer', 'valid'),
  'question-other_benefits': page => pick(form(page), 'answer', 'none'),
  'question-elderly_care': async page => {
    await pick(form(page), 'answer', 'yes');
    await type(page, { amount: '100' });
  },
  'overlap-care_subsidy': page => pick(form(page), 'choice', 'keep_other'),
  helper: async page => {
    await type(page, { name: '陈小明', resident_id: '430405197909099993', phone: '138 0000 0000' });
    await pick(form(page), 'relationship', 'son');
  },
  contact: async () => {},
  access: page => pick(form(page), 'need', 'sign_language'),
  payment: page => pick(form(page), 'account', 'none'),
  'papers/household_register': page => pick(form(page), 'how', 'bring'),
  'papers/relationship_proof': page => pick(form(page), 'how', 'bring'),
  'papers/authorization_letter': page => pick(form(page), 'how', 'bring'),
  consents: async () => {},
};

async function type(page, typed) {
  for (const [field, words] of Object.entries(typed)) await form(page).locator(`[name="${field}"]`).fill(words);
}

/** Finds a place by typing, and chooses the first that fits. */
async function find(page, words) {
  await page.locator('#q').fill(words);
  await page.locator('form[role=search] button').click();
  await page.locator('main .choice label').first().click();
}

async function fitsThePhone(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.ok(!wide, `${page.url()} is wider than the phone`);
}

test('a son applies for his father, who keeps what he has', async () => {
  const context = await visitor({ scripts: false, window: PHONE });
  try {
    const page = await context.newPage();
    await page.goto(`${SITE}/services/care_subsidy`);
    await page.locator('main a[href^="/apply/new"]').first().click();
    assert.ok(await form(page).locator('[value=care_subsidy]').isChecked(), 'the service is chosen already');
    await send(page);
    const seen = [];
    while (name(page) !== 'check') {
      const at = name(page);
      assert.ok(ON_PAGE[at] && !seen.includes(at), `${at} after ${seen}`);
      seen.push(at);
      await fitsThePhone(page);
      await ON_PAGE[at](page);
      await send(page);
    }
    assert.ok(seen.includes('overlap-care_subsidy'));
    await fitsThePhone(page);
    assert.match(await page.locator('main').textContent(), /陈德明/);
    await send(page);
    assert.equal(await page.locator('h1').textContent(), '承诺书');
    await send(page);
    assert.match(await page.title(), /^错误：/, 'not without agreeing');
    await pick(form(page), 'agree', 'yes');
    await send(page);
    assert.equal(await page.locator('h1').textContent(), '申请已经收到');
    await fitsThePhone(page);
    const reference = await page.locator('.reference-number').textContent();
    assert.match(reference, /^ZD [2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]$/);
    await page.reload();
    assert.equal(await page.locator('.reference-number').textContent(), reference, 'still there');
  } finally {
    await context.close();
  }
});

test('a mistake is said at the top and beside the field, and what was typed stays', async () => {
  const context = await visitor({ scripts: false, window: PHONE });
  try {
    const page = await context.newPage();
    await page.goto(`${SITE}/apply/new?service=care_subsidy`);
    await send(page);
    await ON_PAGE.whom(page);
    await send(page);
    await type(page, { name: '陈德明', resident_id: '430405195302309997' });
    await send(page);
    assert.equal(new URL(page.url()).hash, '#errors', 'the reader is led to what is wrong');
    assert.equal(await page.locator('#errors-list a').textContent(), '号码里的出生日期不存在，请看看第7位到第14位');
    assert.equal(await page.locator('#resident_id').inputValue(), '430405195302309997');
    assert.equal(await page.locator('#resident_id').getAttribute('aria-invalid'), 'true');
    await fitsThePhone(page);
  } finally {
    await context.close();
  }
});
