// Every checker by name, and all of them on one page.
import { visit } from '../harness/browser.mjs';
import { axe, axeOn } from './axe.mjs';
import { ibm, ibmOn } from './ibm.mjs';
import { markup } from './markup.mjs';
import { modes } from './modes.mjs';
import { nu } from './nu.mjs';
import { heeded } from './off.mjs';
import { PARTS_OF_STATE, PARTS_OF_WORDS, walk, walkOn } from './walk.mjs';

/** The document as its server sends it. */
export const sent = async (url, way) => way.html ?? await visit(url, way, (_, response) => response.text());

/** name → (url, way) → findings as { rule, where, help? } */
export const checkers = {
  axe,
  ibm,
  markup: async (url, way) => markup(await sent(url, way)),
  nu: async (url, way) => nu([await sent(url, way)])[0],
  walk: async (url, way) => heeded('walk', await walk(url, way)),
  modes,
};

/** The findings of the named checkers on one page, each with its checker's name. */
export async function check(url, way = {}, names = Object.keys(checkers)) {
  const findings = [];
  for (const checker of names)
    for (const finding of await checkers[checker](url, way)) findings.push({ checker, ...finding });
  return findings;
}

/**
 * What every page-state is made of. The `first` state of a page is walked through in all parts, others in those that a
 * state can change; in one more language than the first: whatever its words can change. Nu looks at all pages at once,
 * and modes are about looks (pages/structure.test.mjs, pages/looks.test.mjs).
 */
export async function structure(url, way, { first }) {
  const whole = way.language === 'zh-CN';
  const parts = whole ? (first ? undefined : PARTS_OF_STATE) : PARTS_OF_WORDS;
  // One visitor for all of them: another window costs more than most checks.
  return visit(url, { ...way, probe: true }, async page => [
    ...await axeOn(page),
    ...whole ? await ibmOn(page) : [],
    ...await markup(way.html),
    ...heeded('walk', await walkOn(page, { url, html: way.html }, parts)),
  ]);
}

/** Findings as the text of a failed assertion: one a line. */
export const asText = findings => findings.map(({ rule, where, help }) => `${rule}: ${where}${help ? ` (${help})` : ''}`).join('\n');
