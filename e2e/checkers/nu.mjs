// The Nu HTML checker of the W3C. It starts slowly and checks fast: all pages of a run in one call.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { heeded } from './off.mjs';

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** The findings on each of some documents, in their order. */
export function nu(documents) {
  const folder = mkdtempSync(join(tmpdir(), 'nu-'));
  try {
    const files = documents.map((html, index) => join(folder, `${index}.html`));
    documents.forEach((html, index) => writeFileSync(files[index], html));
    const { stderr, error } = spawnSync('java', ['-Xss8m', '-jar', JAR, '--format', 'json', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (error) throw new Error(`Nu needs Java: ${error.message}`);
    const findings = documents.map(() => []);
    for (const { url, type, message, lastLine, extract } of JSON.parse(stderr).messages)
      findings[Number.parseInt(basename(url), 10)].push({ rule: ruleOf(message), where: `line ${lastLine} ${(extract ?? '').trim().slice(0, 60)}`, help: `${type}: ${message}` });
    return findings.map(list => heeded('nu', list));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Its rules have no names: the message without what it is about, in a few words. */
const ruleOf = message => message.replaceAll(/“[^”]*”/g, '…').split(/[.:(]/)[0].trim().toLowerCase().replaceAll(/[^a-z…]+/g, '-').slice(0, 60);
