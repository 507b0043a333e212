// A visitor without an account and without script makes the portal readable, and it stays so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closesBrowserAtTheEnd, DESKTOP, PHONE, visitor } from '../harness/browser.mjs';
import { signInAtWork, staff } from '../harness/demo.mjs';
import { chooseDisplay, displayCookies, pick, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

/** Runs `journey(page)` as a visitor with a phone and JavaScript off. */
async function withoutScript(journey) {
  const context = await visitor({ scripts: false, window: PHONE });
  try {
    await journey(await context.newPage());
  } finally {
    await context.close();
  }
}

const mode = (page, name) => page.locator('html').getAttribute(`data-${name}`);

test('what is chosen on the display page holds on every page', () => withoutScript(async page => {
  await chooseDisplay(page, { text: '200', theme: 'contrast', spacing: 'wide' });
  for (const address of ['/', '/services', '/no-such-page']) {
    await page.goto(SITE + address);
    assert.equal(await mode(page, 'text'), '200', address);
    assert.equal(await mode(page, 'theme'), 'contrast', address);
    assert.equal(await mode(page, 'spacing'), 'wide', address);
  }
}));

test('the display bar switches the simple view on and off again, and stays on the page', () => withoutScript(async page => {
  await page.goto(`${SITE}/services`);
  const button = page.locator('.display-bar button[name=view]');
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  await button.click();
  assert.equal(new URL(page.url()).pathname, '/services');
  assert.equal(await mode(page, 'view'), 'simple');
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  await button.click();
  assert.notEqual(await mode(page, 'view'), 'simple');
}));

test('the display bar switches to easy words and back, and what was typed stays', () => withoutScript(async page => {
  await page.goto(`${SITE}/services`);
  const button = page.locator('.display-bar button[name=level]');
  const words = await page.locator('main').textContent();
  await button.click();
  assert.equal(new URL(page.url()).pathname, '/services');
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.notEqual(await page.locator('main').textContent(), words);
  await button.click();
  assert.equal(await page.locator('main').textContent(), words);

  await page.goto(`${SITE}/apply/new?service=care_subsidy`);
  await page.locator('main [type=submit]').first().click();
  await pick(page.locator('main form'), 'whom', 'self');
  await page.locator('main [type=submit]').first().click();
  await page.locator('[name=name]').fill('彭春燕');
  await button.click();
  assert.equal(await page.locator('[name=name]').inputValue(), '彭春燕');
  // Enter goes on with the page, and does not press the bar.
  await page.locator('[name=name]').press('Enter');
  await page.waitForSelector('#errors-list');
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
}));

test('the language button changes the language of the page one is on, and it stays', () => withoutScript(async page => {
  await page.goto(`${SITE}/services`);
  const chinese = await page.locator('h1').textContent();
  await page.locator('.display-bar button[name=language]').click();
  assert.equal(new URL(page.url()).pathname, '/services');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.notEqual(await page.locator('h1').textContent(), chinese);
  await page.goto(`${SITE}/`);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
}));

/** What is smaller on an open page than the simple view promises: text under 24 px, targets under 60 px. */
function tooSmall(page) {
  return page.evaluate(() => {
    const seen = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.only-heard, .skip, svg');
    const called = element => `${element.localName} ${element.textContent.trim().slice(0, 20)}`;
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const [words, element] = [texts.currentNode.data.trim(), texts.currentNode.parentElement];
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (words !== '' && seen(element) && size < 24) found.push(`${size} px: ${words.slice(0, 20)}`);
    }
    for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, summary')) {
      if (!seen(element)) continue;
      // A choice is pressed anywhere on its row, a service anywhere on its card.
      const { width, height } = (element.closest('.choice, .services > li') ?? element).getBoundingClientRect();
      if (height < 59.5 || width < 59.5) found.push(`${Math.round(width)}x${Math.round(height)}: ${called(element)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push(`wider than the window: ${document.documentElement.scrollWidth}`);
    return found;
  });
}

for (const window of [PHONE, DESKTOP]) {
  test(`the simple view has text of 24 px, targets of 60 px and help first at ${window.width} px`, async () => {
    const context = await visitor({ scripts: false, window });
    try {
      const page = await context.newPage();
      await chooseDisplay(page, { view: 'simple' });
      for (const address of ['/', '/services', '/services/care_subsidy', '/services/care_subsidy/place', '/check', '/help', '/display', '/account/sign-in', '/apply', '/no-such-page']) {
        await page.goto(SITE + address);
        assert.deepEqual(await tooSmall(page), [], address);
        assert.equal(await page.locator('aside a[href^="tel:"]').first().evaluate(call => call.compareDocumentPosition(document.querySelector('main'))), 4, 'before the page');
      }
    } finally {
      await context.close();
    }
    const work = await visitor({ scripts: false, window, cookies: await displayCookies({ view: 'simple' }) });
    try {
      const page = await work.newPage();
      await signInAtWork(page, staff('yuelu-township'));
      for (const address of ['/office', '/office/search', '/office/account']) {
        await page.goto(SITE + address);
        assert.deepEqual(await tooSmall(page), [], address);
      }
    } finally {
      await work.close();
    }
  });
}
