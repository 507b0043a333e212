// The ways a page is shown, and what can be wrong with its looks in each. Modes are switched on the open page, by the
// same attributes that the server prints and the same wishes that a system has: a page is loaded once.
import { DESKTOP, PHONE, visit } from '../harness/browser.mjs';
import { axeOn, RULES_OF_LOOKS } from './axe.mjs';
import { ask } from './in-page.mjs';
import { heeded } from './off.mjs';

/** name → what is chosen on the display page, the window, what the system wants */
export const MODES = [
  { name: 'standard', choice: { theme: 'light' }, window: DESKTOP },
  { name: 'dark', choice: { theme: 'dark' }, window: DESKTOP, media: { colorScheme: 'dark' } },
  { name: 'contrast', choice: { theme: 'contrast' }, window: DESKTOP, media: { contrast: 'more' } },
  { name: 'system dark', choice: {}, window: DESKTOP, media: { colorScheme: 'dark' } },
  { name: 'phone', choice: {}, window: PHONE },
  { name: 'text 200 on a phone', choice: { text: '200' }, window: PHONE },
  { name: 'simple view on a phone', choice: { view: 'simple' }, window: PHONE },
  { name: 'simple view', choice: { view: 'simple' }, window: DESKTOP },
  { name: 'wide spacing on a phone', choice: { spacing: 'wide' }, window: PHONE },
  { name: 'forced colours', choice: {}, window: DESKTOP, media: { forcedColors: 'active' } },
];
const PLAIN = { colorScheme: null, forcedColors: null, reducedMotion: 'reduce', contrast: null, media: null };

/** The modes in which another state of a page that was looked at in all of them is looked at: the hardest ones. */
export const MODES_OF_STATE = MODES.filter(({ name }) => ['contrast', 'text 200 on a phone', 'simple view on a phone', 'forced colours'].includes(name));

/** Shows an open page in a mode. */
export async function showIn(page, { choice, window, media = {} }) {
  await page.setViewportSize(window);
  await page.emulateMedia({ ...PLAIN, ...media });
  await page.evaluate(chosen => {
    for (const mode of ['theme', 'text', 'view', 'spacing']) {
      if (chosen[mode]) document.documentElement.dataset[mode] = chosen[mode];
      else delete document.documentElement.dataset[mode];
    }
    scrollTo(0, 0);
  }, choice);
}

/**
 * What is wrong with the looks of an open page in some modes. Where forced colours are the system's, contrast is too;
 * on a phone, colours are those of a desk, and our own rule for targets is the stricter one.
 */
export async function looksOn(page, modes = MODES) {
  const findings = [];
  const said = new Set();
  for (const mode of modes) {
    await showIn(page, mode);
    const here = [];
    for (const name of ['targets', 'clipped', 'overflow']) here.push(...await ask(page, name));
    if (!mode.media?.forcedColors) here.push(...await ask(page, 'looks'), ...(mode.window === PHONE ? [] : await axeOn(page, RULES_OF_LOOKS)));
    for (const { rule, where, help } of heeded('walk', here)) {
      // Said once, of the first mode in which it is so.
      const key = `${rule} ${where.replace(/ [\d.x]+$/, '')}`;
      if (!said.has(key)) findings.push({ rule, where: `${where} (${mode.name})`, help });
      said.add(key);
    }
  }
  await showIn(page, MODES[0]);
  return findings;
}

export const modes = (url, way = {}) => visit(url, { ...way, probe: true }, page => looksOn(page));
