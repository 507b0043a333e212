// Our own walk through a page: what no rule engine finds. With the keyboard, at 320 px, with large text,
// with wide spacing, in forced colours, with reduced motion, pressing what can be pressed. Findings are { rule, where }.
import { visit, PHONE } from '../harness/browser.mjs';
import { acts, pressed, submitted, typed, waiting } from './behaviour.mjs';
import { ask, IN_PAGE } from './in-page.mjs';

const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/** The parts of the walk by name, each (page) → findings, on a page that has just been opened. */
const PARTS = {
  settled: page => ask(page, 'settled'),
  handlers,
  keyboard: page => keyboard(page, { ring: true }),
  spacing: async page => {
    await page.addStyleTag({ content: SPACING });
    return ask(page, 'clipped');
  },
  reflow,
  forcedColours: async page => (await keyboard(page, { ring: false })).map(({ rule, where }) => ({ rule, where: `${where} (forced colours)` })),
  stillness: page => ask(page, 'moving'),
  printed,
  withoutScript,
  typed,
  pressed,
  submitted,
  // It stops the page's clock: the last one.
  waiting,
};
/** What the browser is told for a part; a script may ask for some of it while the page is opened. */
const MEDIA = { forcedColours: { forcedColors: 'active' }, stillness: { reducedMotion: 'reduce' }, printed: { media: 'print' } };

/** What only a page with a script can do wrong; most have none. */
const OF_SCRIPTS = ['typed', 'pressed', 'submitted', 'waiting'];

const BEFORE_OPENING = ['forcedColours', 'stillness'];

/** What leaves a page as it was, but for where the focus is: the next part needs no new one. */
const WITHOUT_TRACE = ['settled', 'handlers', 'keyboard', 'forcedColours', 'stillness', 'printed', 'withoutScript'];

export const PART_NAMES = Object.keys(PARTS);

/**
 * The parts to which another language can make a difference: its words are longer and marked otherwise. Keys, colours
 * and motion are the same in every language, and by far the slowest to look at.
 */
export const PARTS_OF_WORDS = ['settled', 'spacing', 'reflow'];

/** The parts to which another state of the same page can make a difference: other words, other fields, an error. */
export const PARTS_OF_STATE = ['settled', 'keyboard', 'reflow'];

/** All parts, or those named, one after another by one visitor. `way` says who comes (harness/browser.mjs). */
export function walk(url, way = {}, names = PART_NAMES) {
  return visit(url, { ...way, probe: true }, async (page, response) => walkOn(page, { url, html: way.html ?? await response.text() }, names));
}

/** The same by whoever has just opened the page that was answered. */
export async function walkOn(page, answer, names = PART_NAMES) {
  const findings = [];
  let asOpened = true;
  const scripted = await acts(page);
  for (const name of names) {
    if (!scripted && OF_SCRIPTS.includes(name)) continue;
    await page.emulateMedia({ forcedColors: null, reducedMotion: null, media: null, ...MEDIA[name] });
    if (!asOpened || BEFORE_OPENING.includes(name) || page.url() !== new URL(answer.url).href) await page.goto(answer.url, { waitUntil: 'load' });
    findings.push(...await PARTS[name](page, answer));
    asOpened = WITHOUT_TRACE.includes(name);
  }
  return findings;
}

/** What can be seen of an open page in its present mode: targets, cut-off text, sideways scrolling. */
export async function look(page) {
  const findings = [];
  for (const name of ['targets', 'clipped', 'overflow']) findings.push(...await ask(page, name));
  return findings;
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

const NATIVE = 'a[href], button, input, select, textarea, label, form, summary, option';
/** What scripts listen to: clicks where no key comes, presses before they are let go, the device being moved. */
async function handlers(page) {
  const session = await page.context().newCDPSession(page);
  const listenersOf = async expression => {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    return listeners.map(({ type }) => type);
  };
  const findings = [];
  const count = await page.evaluate(() => {
    globalThis.zhidaAll = [...document.querySelectorAll('body *')];
    return globalThis.zhidaAll.length;
  });
  // Most pages have no script and so nothing to ask element by element.
  const scripted = await acts(page);
  for (let index = 0; scripted && index < count; index += 1) {
    const types = await listenersOf(`zhidaAll[${index}]`);
    if (types.length === 0) continue;
    const { native, focusable, where } = await page.evaluate(([at, wanted]) => {
      const element = globalThis.zhidaAll[at];
      return { native: element.matches(wanted), focusable: element.tabIndex >= 0, where: element.id ? `#${element.id}` : `${element.localName}:${element.textContent.trim().slice(0, 16)}` };
    }, [index, NATIVE]);
    const has = (...names) => names.some(name => types.includes(name));
    if (!native && has('click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend') && !(focusable && has('keydown', 'keyup', 'keypress'))) findings.push({ rule: 'click-without-key', where });
    if (has('mousedown', 'pointerdown', 'touchstart')) findings.push({ rule: 'press-cannot-be-taken-back', where });
    if (has('mouseover', 'mouseenter', 'pointerenter') && !has('focus', 'focusin')) findings.push({ rule: 'hover-only', where });
    if (has('drop', 'dragstart', 'dragover')) findings.push({ rule: 'drag', where });
  }
  for (const target of ['window', 'document']) {
    const types = await listenersOf(target);
    for (const type of types) if (/^device(motion|orientation)/.test(type)) findings.push({ rule: 'moved-device', where: type });
  }
  // Listeners far above: what only a pointer is invited to.
  findings.push(...await page.evaluate(native => [...document.querySelectorAll('body *')]
    .filter(element => getComputedStyle(element).cursor === 'pointer' && getComputedStyle(element.parentElement).cursor !== 'pointer'
      && !element.closest(native) && !element.querySelector(native) && !(element.tabIndex >= 0 && element.getAttribute('role')))
    .map(element => ({ rule: 'click-without-key', where: `${element.id ? `#${element.id}` : element.localName} has a hand for a pointer` })), NATIVE));
  return findings;
}

/** A printed page still has its words. */
async function printed(page) {
  const left = await page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body;
    return main.getClientRects().length > 0 && main.innerText.trim() !== '';
  });
  return left ? [] : [{ rule: 'print-empty', where: 'main' }];
}

/** Without script the document already has its words. */
async function withoutScript(page, { html }) {
  const [sent, shown] = await page.evaluate(source => {
    const length = root => {
      for (const part of root.querySelectorAll('script, style, noscript, template')) part.remove();
      return (root.querySelector('main') ?? root.body).textContent.replaceAll(/\s+/g, '').length;
    };
    return [length(new DOMParser().parseFromString(source, 'text/html')), length(document)];
  }, html);
  return sent >= shown / 2 ? [] : [{ rule: 'empty-without-script', where: `${sent} of ${shown} characters are in the document as it was sent` }];
}

/** As many buttons as a browser's own player has at most. */
const IN_A_PLAYER = 12;

/**
 * Tab from the first control to the last. Every control is reached, in the order of the document, is not covered,
 * and looks different with focus than without (compared as pictures); with `ring`, by an outline of 2 px or more.
 */
export async function keyboard(page, { ring }) {
  await page.evaluate(IN_PAGE);
  const findings = [];
  const add = (rule, stop, more = '') => findings.push({ rule, where: `${stop.where} ${more}`.trim() });
  const limit = 20 + await page.evaluate(() => globalThis.zhidaChecks.controlCount());
  const players = await page.locator('video[controls], audio[controls]').count();
  const began = page.url().split('#')[0];
  const seenWith = `${ring} ${await page.evaluate(() => [...document.querySelectorAll('style, link[rel=stylesheet]')].map(sheet => sheet.outerHTML).join())}`;
  let previous, inside = 0;
  for (let pressed = 0; pressed < limit + IN_A_PLAYER * players; pressed++) {
    await page.keyboard.press('Tab');
    // A page that has just been left cannot be asked.
    const stop = await page.evaluate(() => globalThis.zhidaChecks?.stop()).catch(() => undefined);
    if (stop === undefined || page.url().split('#')[0] !== began) return [...findings, { rule: 'context-change', where: `Tab after ${previous?.where ?? 'nothing'} leads to another page` }];
    if (stop === null) break;
    // A browser's own player holds buttons that look like itself from outside.
    inside = stop.player && stop.index === previous?.index ? inside + 1 : 0;
    if (inside > 0 && inside <= IN_A_PLAYER) continue;
    if (stop.index === previous?.index) { add('keyboard-trap', stop); break; }
    if (stop.repeated) break;
    if (stop.obscured) add('focus-obscured', stop);
    if (stop.hidden) add('focus-in-hidden-part', stop);
    if (ring && stop.ring < 2) add('focus-ring', stop, `outline of ${stop.ring} px`);
    if (previous && stop.order < previous.order) add('focus-order', stop);
    const shows = await focusShows(page, stop, seenWith).catch(() => undefined);
    if (shows === undefined) return [...findings, { rule: 'context-change', where: `${stop.where} leads to another page when it gets the focus` }];
    if (!shows) add('focus-invisible', stop);
    previous = stop;
  }
  return [...findings, ...await page.evaluate(() => globalThis.zhidaChecks.unreached())];
}

// The bar, the header and the foot of a page are those of the page before: what was seen there under the same style sheet
// is not looked at again.
const seen = new Set();

async function focusShows(page, { box, html }, seenWith) {
  const key = `${seenWith} ${Math.round(box.width)}x${Math.round(box.height)} ${html}`;
  if (seen.has(key)) return true;
  const window = page.viewportSize();
  const x = Math.max(0, box.x - 8), y = Math.max(0, box.y - 8);
  const clip = { x, y, width: Math.min(window.width - x, box.width + 16), height: Math.min(window.height - y, box.height + 16) };
  if (clip.width <= 0 || clip.height <= 0) return false;
  const focused = await page.screenshot({ clip });
  await page.evaluate(() => globalThis.zhidaChecks.looseFocus());
  const plain = await page.screenshot({ clip });
  await page.evaluate(() => globalThis.zhidaChecks.giveFocusBack());
  const shows = !focused.equals(plain);
  if (shows) seen.add(key);
  return shows;
}
