// axe-core with every tag: WCAG A to AAA, best practice, experimental.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { visit } from '../harness/browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'];

/** What axe finds on a page that is already open. `rules` narrows it, such as to contrast in another theme. */
export async function axeOn(page, rules) {
  await page.evaluate(AXE);
  const only = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  return page.evaluate(async runOnly => {
    const { violations } = await globalThis.axe.run(document, { runOnly });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => ({ rule: id, where: target.join(' '), help })));
  }, only);
}

export const axe = (url, way = {}) => visit(url, { ...way, probe: true }, page => axeOn(page));
