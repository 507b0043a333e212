// Reading aloud by the device's own voice: with a voice that writes down what it is given instead of saying it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText } from '../checkers/all.mjs';
import { axeOn } from '../checkers/axe.mjs';
import { closesBrowserAtTheEnd, PHONE, shot, visitor } from '../harness/browser.mjs';
import { displayCookies, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

/** In the page: a speech synthesis that says nothing; `voice.end()` ends the sentence it is at. */
const silentVoice = languages => {
  const events = new EventTarget();
  const voices = languages.map(lang => ({ lang, name: lang, localService: true, default: false, voiceURI: lang }));
  const voice = {
    said: [], cancelled: 0, now: undefined,
    end() { const { now } = voice; voice.now = undefined; now?.onend?.(new Event('end')); },
  };
  globalThis.voice = voice;
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) { this.text = text; }
  };
  const synthesis = {
    getVoices: () => voices,
    speak(utterance) { voice.now = utterance; voice.said.push({ text: utterance.text, rate: utterance.rate, lang: utterance.lang }); },
    cancel() { voice.cancelled++; voice.now = undefined; },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
};

/** Opens a page as somebody who chose so, with voices of these languages. */
async function reading(address, { choice = { aloud: 'aloud' }, languages = ['zh-CN'], ...way }, use) {
  const context = await visitor({ window: PHONE, cookies: choice ? await displayCookies(choice) : [], ...way });
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
    page.on('pageerror', error => complaints.push(error.message));
    await page.addInitScript(silentVoice, languages);
    await page.goto(SITE + address);
    await use(page, complaints);
  } finally {
    await context.close();
  }
}

const button = (page, act) => page.locator(`[data-do="${act}"]`);
const said = page => page.evaluate(() => globalThis.voice.said);
const status = page => page.locator('[data-aloud] output').textContent();
const marked = page => page.evaluate(() => [...(CSS.highlights.get('aloud') ?? [])].map(range => range.toString()));
const focused = page => page.evaluate(() => document.activeElement.dataset.do);

test('begun, paused, gone on, faster, stopped: each sentence marked, and the page as it was', () =>
  reading('/services/care_subsidy', {}, async (page, complaints) => {
    await button(page, 'begin').waitFor();
    assert.ok(await page.locator('[data-aloud-instead]').isHidden());
    assert.deepEqual(await said(page), [], 'nothing by itself');
    const before = await page.locator('main').innerHTML();
    assert.equal(asText(await axeOn(page)), '');
    await shot(page, 'reading-aloud');

    await button(page, 'begin').press('Enter');
    assert.equal(await status(page), '正在读');
    assert.equal(await focused(page), 'pause', 'whoever pressed is at what can be pressed next');
    assert.ok(await button(page, 'begin').isHidden());
    const [first] = await said(page);
    assert.equal(first.lang, 'zh-CN');
    const [sentence] = await marked(page);
    assert.equal(sentence, (await page.locator('h1').textContent()).trim());
    assert.equal(first.text, sentence);

    await page.evaluate(() => globalThis.voice.end());
    const second = (await said(page)).at(-1);
    assert.notEqual(second.text, first.text);
    assert.notDeepEqual(await marked(page), [sentence]);

    await button(page, 'pause').press('Space');
    assert.equal(await status(page), '停在这一句，可以接着读');
    assert.equal(await focused(page), 'go-on');
    const paused = (await said(page)).length;
    await page.evaluate(() => globalThis.voice.end());
    assert.equal((await said(page)).length, paused, 'a pause is one');
    await button(page, 'go-on').click();
    assert.equal((await said(page)).at(-1).text, second.text, 'from the sentence it was at');

    await button(page, 'faster').click();
    const faster = (await said(page)).at(-1);
    assert.ok(faster.rate > second.rate && faster.text === second.text);
    assert.equal(await status(page), '快');

    await button(page, 'stop').click();
    assert.equal(await status(page), '不读了');
    assert.deepEqual(await marked(page), []);
    assert.equal(await focused(page), 'begin');
    assert.equal(await page.locator('main').innerHTML(), before, 'the page was not touched');
    assert.deepEqual(complaints, []);
  }));

test('read to its end: all that main says, no digit among it, and then silence', () =>
  reading('/services/care_subsidy', {}, async page => {
    await button(page, 'begin').click();
    for (let sentences = 0; sentences < 400 && await page.evaluate(() => globalThis.voice.now !== undefined); sentences++)
      await page.evaluate(() => globalThis.voice.end());
    assert.equal(await status(page), '读完了');
    const all = (await said(page)).map(({ text }) => text);
    assert.ok(all.length > 20, `${all.length}`);
    assert.deepEqual(all.filter(text => /[0-9]/.test(text)), []);
    assert.ok(all.some(text => /[一二三四五六七八九十]/.test(text)));
    const bar = await page.locator('.display-bar-name').textContent();
    assert.ok(!all.some(text => text.includes(bar)), 'nothing around the page');
  }));

test('left, it stops', () => reading('/services/care_subsidy', {}, async page => {
  await button(page, 'begin').click();
  const before = await page.evaluate(() => globalThis.voice.cancelled);
  await page.evaluate(() => globalThis.dispatchEvent(new Event('pagehide')));
  assert.ok(await page.evaluate(() => globalThis.voice.cancelled) > before);
  assert.equal(await page.evaluate(() => globalThis.voice.now), undefined);
}));

test('without a voice of the language the page says what works instead', () =>
  reading('/help', { languages: ['en-US', 'zh-HK'] }, async page => {
    await page.waitForTimeout(500);
    assert.ok(await page.locator('[data-aloud]').isHidden());
    assert.match(await page.locator('[data-aloud-instead]').textContent(), /12385/);
  }));

test('without script as well', () => reading('/help', { scripts: false }, async page => {
  assert.ok(await page.locator('[data-aloud]').isHidden());
  assert.ok(await page.locator('[data-aloud-instead]').isVisible());
}));

test('an English page waits for an English voice', () =>
  reading('/help', { choice: { aloud: 'aloud', language: 'en' }, languages: ['zh-CN', 'en-GB'] }, async page => {
    await button(page, 'begin').click();
    assert.equal((await said(page))[0].lang, 'en-GB');
  }));

test('with the simple view it is there, with large buttons, unless switched off; others get no script', async () => {
  await reading('/help', { choice: { view: 'simple' } }, async page => {
    await button(page, 'begin').waitFor();
    for (const act of ['begin', 'slower', 'faster']) {
      const { height } = await button(page, act).boundingBox();
      assert.ok(height >= 60, `${act}: ${height} px`);
    }
    assert.equal(await page.evaluate(() => document.scripts.length), 1);
  });
  for (const choice of [{ view: 'simple', aloud: 'silent' }, null])
    await reading('/help', { choice }, async page => {
      assert.equal(await page.evaluate(() => document.scripts.length), 0);
      assert.equal(await page.locator('[data-aloud]').count(), 0);
    });
});

test('a recording plays in the window, where the server has a voice', () =>
  reading('/services/care_subsidy', { choice: null }, async page => {
    const link = page.locator('.aloud-audio');
    if (await link.count() === 0) return;
    await link.click();
    await page.waitForFunction(() => document.querySelector('video, audio')?.duration > 20);
    assert.equal(await page.evaluate(() => document.querySelector('video, audio').error), null);
  }));
