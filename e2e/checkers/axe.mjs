// axe-core with every tag: WCAG A to AAA, best practice, experimental.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { visit } from '../harness/browser.mjs';
import { heeded } from './off.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'];
/** Of axe, what a mode can change: colours and sizes. */
export const RULES_OF_LOOKS = ['color-contrast', 'color-contrast-enhanced', 'target-size'];

/** What axe finds on a page that is already open. `rules` narrows it, such as to contrast in another theme. */
export async function axeOn(page, rules) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(AXE);
  const only = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const findings = await page.evaluate(async runOnly => {
    const { violations, incomplete } = await globalThis.axe.run(document, { runOnly });
    const found = (rule, help, { target }) => ({ rule, where: target.join(' '), help });
    // Words on a picture or a gradient: nobody can say how well they are read.
    const unmeasured = incomplete.filter(({ id }) => id.startsWith('color-contrast'))
      .flatMap(({ nodes }) => nodes.filter(({ any }) => any.some(({ data }) => /^(bgImage|bgGradient)$/.test(data?.messageKey))));
    return [
      ...violations.flatMap(({ id, help, nodes }) => nodes.map(node => found(id, help, node))),
      ...unmeasured.map(node => found('contrast-unmeasured', 'Words on a picture or a gradient', node)),
    ];
  }, only);
  return heeded('axe', findings);
}

export const axe = (url, way = {}) => visit(url, { ...way, probe: true }, page => axeOn(page));
