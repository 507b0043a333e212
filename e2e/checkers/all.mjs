// Every checker by name, and all of them on one page.
import { visit } from '../harness/browser.mjs';
import { axe } from './axe.mjs';
import { markup } from './markup.mjs';
import { walk } from './walk.mjs';

/** name → (url, way) → findings as { rule, where, help? } */
export const checkers = {
  axe,
  markup: async (url, way) => markup(way.html ?? await visit(url, way, (_, response) => response.text())),
  walk,
};

/** The findings of the named checkers on one page, each with its checker's name. */
export async function check(url, way = {}, names = Object.keys(checkers)) {
  const findings = [];
  for (const checker of names)
    for (const finding of await checkers[checker](url, way)) findings.push({ checker, ...finding });
  return findings;
}

/** Findings as the text of a failed assertion: one a line. */
export const asText = findings => findings.map(({ rule, where, help }) => `${rule}: ${where}${help ? ` (${help})` : ''}`).join('\n');
