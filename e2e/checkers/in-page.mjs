// What can only be asked of a laid-out document, as one text to run in a page: the files of in-page/ share one scope.
// It defines globalThis.zhidaChecks, an object of functions; each returns findings as { rule, where }.
import { readFileSync } from 'node:fs';

const FILES = ['tools', 'words', 'fields', 'shape', 'looks', 'targets', 'keys', 'api'];

export const IN_PAGE = `(() => {\n${FILES.map(name => readFileSync(new URL(`./in-page/${name}.js`, import.meta.url), 'utf8')).join('\n')}\n})()`;

/** What the named function finds on an open page. */
export async function ask(page, name, argument) {
  await page.evaluate(IN_PAGE);
  return page.evaluate(([check, given]) => globalThis.zhidaChecks[check](given), [name, argument]);
}
