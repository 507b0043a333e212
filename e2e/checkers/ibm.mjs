// IBM Equal Access: what it is sure of. Its "needs review" says too much of good pages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { visit } from '../harness/browser.mjs';
import { heeded } from './off.mjs';

const ACE = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

/** What it finds on a page that is already open. */
export async function ibmOn(page) {
  await page.evaluate(ACE);
  const findings = await page.evaluate(async () => {
    const { results } = await new globalThis.ace.Checker().check(document, ['WCAG_2_2']);
    return results.filter(({ value }) => value.join() === 'VIOLATION,FAIL')
      .map(({ ruleId, path, message }) => ({ rule: ruleId, where: path.dom, help: message }));
  });
  return heeded('ibm', findings);
}

export const ibm = (url, way = {}) => visit(url, { ...way, probe: true }, page => ibmOn(page));
