// Our own walk through a page: what no rule engine finds. With the keyboard, at 320 px, with large text,
// with wide spacing, in forced colours, with reduced motion. Each finding is { rule, where }.
import { readFileSync } from 'node:fs';
import { visit, PHONE } from '../harness/browser.mjs';

const IN_PAGE = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8');
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';
const HANDLERS = `[...document.querySelectorAll('body *')]
  .filter(element => !element.matches('a[href], button, input, select, textarea, label, form, summary, [tabindex]'))`;

/** The parts of the walk by name, each (url, way) → findings. `way` says who comes (harness/browser.mjs). */
export const parts = {
  settled: inPage('settled'),
  clicks: (url, way) => visit(url, { ...way, probe: true }, clickOnly),
  keyboard: (url, way) => visit(url, { ...way, probe: true }, page => keyboard(page, { ring: true })),
  forcedColours: (url, way) => visit(url, { ...way, probe: true, media: { forcedColors: 'active' } }, async page =>
    (await keyboard(page, { ring: false })).map(({ rule, where }) => ({ rule, where: `${where} (forced colours)` }))),
  stillness: (url, way) => inPage('moving')(url, { ...way, media: { reducedMotion: 'reduce' } }),
  spacing: (url, way) => visit(url, { ...way, probe: true }, async page => {
    await page.addStyleTag({ content: SPACING });
    return ask(page, 'clipped');
  }),
  reflow,
};

/** All parts, two at a time: they mostly wait for the browser. */
export async function walk(url, way = {}) {
  const findings = [];
  const left = Object.values(parts);
  const worker = async () => { for (let part = left.shift(); part; part = left.shift()) findings.push(...await part(url, way)); };
  await Promise.all([worker(), worker()]);
  return findings;
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

function inPage(name) {
  return (url, way) => visit(url, { ...way, probe: true }, page => ask(page, name));
}

/** No sideways scrolling: on a small phone, with text at 200 %, and both (`data-text`, as the server prints it). */
async function reflow(url, way = {}) {
  const sizes = [[PHONE, undefined], [{ width: 640, height: 640 }, '200'], [PHONE, '200']];
  const found = await Promise.all(sizes.map(([window, text]) => visit(url, { ...way, window, probe: true }, async page => {
    if (text) await page.evaluate(value => { document.documentElement.dataset.text = value; }, text);
    const findings = [...await ask(page, 'overflow'), ...await ask(page, 'clipped')];
    return findings.map(({ rule, where }) => ({ rule, where: `${where} (${window.width} px, text ${text ?? '100'} %)` }));
  })));
  return found.flat();
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
