// Which page-states were found right, as a hash of each, kept in target/ from one run to the next: `./test quick` looks
// only at those that are others now.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { same } from '../checkers/tree.mjs';
import { SITE } from '../harness/site.mjs';
import { titled } from './capture.mjs';

const FOLDER = process.env.E2E_KEPT;

/** The checkers belong to what was looked at: where they are others, nothing was. */
const CHECKERS = fileURLToPath(new URL('../checkers/', import.meta.url));
const checkers = createHash('sha256');
for (const file of readdirSync(CHECKERS, { recursive: true }).map(String).sort())
  if (/\.m?js$/.test(file)) checkers.update(readFileSync(CHECKERS + file));
const salt = checkers.digest('hex');

/** A page without what is another in each run: ids, numbers and days, the port, and which style sheet it has. */
const settled = html => same(html.replaceAll(SITE, '').replaceAll(/\/style\/[0-9a-f]+\.css/g, '').replaceAll(/\b[0-9a-f]{8}(-|%2D)?([0-9a-f]{4}(-|%2D)?){3}[0-9a-f]{12}\b/g, ''));
const hashed = ({ html }) => createHash('sha256').update(salt).update(settled(html)).digest('hex').slice(0, 16);

/** What was found right by one kind of look, such as `structure`. Written down when the tests of the file are over. */
export function found(kind) {
  const file = `${FOLDER}/${kind}.json`;
  const known = FOLDER && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const name = page => titled(page).replaceAll(/\b[0-9a-f]{32}\b|\bZD[0-9A-Z]{9}\b/g, '…');
  if (FOLDER) {
    after(() => {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, JSON.stringify(known, null, 1));
    });
  }
  return {
    unchanged: page => known[name(page)] === hashed(page),
    right: page => { known[name(page)] = hashed(page); },
  };
}
