// Our own walk through a page: what no rule engine finds. With the keyboard, at 320 px, with large text,
// with wide spacing, in forced colours, with reduced motion. Each finding is { rule, where }.
import { readFileSync } from 'node:fs';
import { visit, PHONE } from '../harness/browser.mjs';

const IN_PAGE = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8');
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';
const HANDLERS = `[...document.querySelectorAll('body *')]
  .filter(element => !element.matches('a[href], button, input, select, textarea, label, form, summary, [tabindex]'))`;

/** The parts of the walk by name, each (page) → findings, on a page that has just been opened. */
const PARTS = {
  settled: page => ask(page, 'settled'),
  clicks: clickOnly,
  spacing: async page => {
    await page.addStyleTag({ content: SPACING });
    return ask(page, 'clipped');
  },
  reflow,
  keyboard: page => keyboard(page, { ring: true }),
  forcedColours: async page => (await keyboard(page, { ring: false })).map(({ rule, where }) => ({ rule, where: `${where} (forced colours)` })),
  stillness: page => ask(page, 'moving'),
};
/** What the browser is told before the page is opened for a part. */
const MEDIA = { forcedColours: { forcedColors: 'active' }, stillness: { reducedMotion: 'reduce' } };

export const PART_NAMES = Object.keys(PARTS);

/**
 * The parts to which another language can make a difference: its words are longer and marked otherwise. Keys, colours
 * and motion are the same in every language, and by far the slowest to look at.
 */
export const PARTS_OF_WORDS = ['settled', 'spacing', 'reflow'];

/** All parts, or those named, one after another by one visitor. `way` says who comes (harness/browser.mjs). */
export function walk(url, way = {}, names = PART_NAMES) {
  return visit(url, { ...way, probe: true }, async page => {
    const findings = [];
    for (const [index, name] of names.entries()) {
      await page.emulateMedia({ forcedColors: null, reducedMotion: null, ...MEDIA[name] });
      if (index > 0) await page.goto(url, { waitUntil: 'load' });
      findings.push(...await PARTS[name](page));
    }
    return findings;
  });
}

/** What can be seen of an open page in its present mode: targets, cut-off text, sideways scrolling. */
export async function look(page) {
  const findings = [];
  for (const name of ['targets', 'clipped', 'overflow']) findings.push(...await ask(page, name));
  return findings;
}

/** What the named function of in-page.js finds. */
async function ask(page, name) {
  await page.evaluate(IN_PAGE);
  return page.evaluate(check => globalThis.zhidaChecks[check](), name);
}

/** No sideways scrolling: on a small phone, with text at 200 %, and both (`data-text`, as the server prints it). */
async function reflow(page) {
  const before = page.viewportSize();
  const findings = [];
  for (const [window, text] of [[PHONE, undefined], [{ width: 640, height: 640 }, '200'], [PHONE, '200']]) {
    await page.setViewportSize(window);
    if (text) await page.evaluate(value => { document.documentElement.dataset.text = value; }, text);
    for (const { rule, where } of [...await ask(page, 'overflow'), ...await ask(page, 'clipped')])
      findings.push({ rule, where: `${where} (${window.width} px, text ${text ?? '100'} %)` });
  }
  await page.setViewportSize(before);
  return findings;
}

/** Things that answer a click and that no key reaches. */
async function clickOnly(page) {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: HANDLERS });
  const { result: elements } = await session.send('Runtime.getProperties', { objectId: result.objectId, ownProperties: true });
  const findings = [];
  for (const { name, value } of elements.filter(({ name }) => /^\d+$/.test(name))) {
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: value.objectId });
    if (listeners.some(({ type }) => /^(click|mousedown|pointerdown|touchstart)$/.test(type)))
      findings.push({ rule: 'click-without-key', where: value.description ?? name });
  }
  return findings;
}

/**
 * Tab from the first control to the last. Every control is reached, in the order of the document, is not covered,
 * and looks different with focus than without (compared as pictures); with `ring`, by an outline of 2 px or more.
 */
async function keyboard(page, { ring }) {
  await page.evaluate(IN_PAGE);
  const findings = [];
  const add = (rule, stop, more = '') => findings.push({ rule, where: `${stop.where} ${more}`.trim() });
  const limit = 20 + await page.evaluate(() => globalThis.zhidaChecks.controlCount());
  let previous;
  for (let pressed = 0; pressed < limit; pressed++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => globalThis.zhidaChecks.stop());
    if (stop === null) break;
    if (stop.index === previous?.index) { add('keyboard-trap', stop); break; }
    if (stop.repeated) break;
    if (stop.obscured) add('focus-obscured', stop);
    if (stop.hidden) add('focus-in-hidden-part', stop);
    if (ring && stop.ring < 2) add('focus-ring', stop, `outline of ${stop.ring} px`);
    if (previous && stop.order < previous.order) add('focus-order', stop);
    if (!await focusShows(page, stop)) add('focus-invisible', stop);
    previous = stop;
  }
  return [...findings, ...await page.evaluate(() => globalThis.zhidaChecks.unreached())];
}

async function focusShows(page, { box }) {
  const window = page.viewportSize();
  const x = Math.max(0, box.x - 8), y = Math.max(0, box.y - 8);
  const clip = { x, y, width: Math.min(window.width - x, box.width + 16), height: Math.min(window.height - y, box.height + 16) };
  if (clip.width <= 0 || clip.height <= 0) return false;
  const focused = await page.screenshot({ clip });
  await page.evaluate(() => globalThis.zhidaChecks.looseFocus());
  const plain = await page.screenshot({ clip });
  await page.evaluate(() => globalThis.zhidaChecks.giveFocusBack());
  return !focused.equals(plain);
}
