// The accessibility tree of the chief pages against the approved texts in e2e/tree. A change is read, and approved by
// `./test pages --approve`.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { difference, treeOf } from '../checkers/tree.mjs';
import { closesBrowserAtTheEnd, visit } from '../harness/browser.mjs';
import { captured } from './capture.mjs';

closesBrowserAtTheEnd();

const FOLDER = fileURLToPath(new URL('../tree/', import.meta.url));
const LANGUAGE = 'zh-CN';
const APPROVE = process.env.E2E_APPROVE === 'yes';
assert.ok(!APPROVE || !process.env.CI, 'Nobody reads here: approve on a machine of your own.');

/** Who sees chief pages: anybody, residents. Of staff, these pages. */
const RESIDENTS = ['stranger', 'asked', 'checked', 'account', 'keeper', 'drafter', 'signer', 'mother', 'applicant', 'refused', 'son', 'mother_asked'];
const STAFF = {
  halfway: ['staff-code'],
  newcomer: ['staff-set-up'],
  township: ['office-search', 'office-case', 'office-command', 'office-reveal', 'staff-link-code', 'staff-links'],
  federation: ['office-case'],
  decider: ['office-case', 'office-command'],
};
/** What is made of the demonstration or of files that change by themselves. */
const LEFT_OUT = /^(notice|criteria$|feedback-standing$|apply-go-on$)/;
/** States that show nothing, or what another page shows; braille, whose cells hold the days and numbers of the demonstration; and a statement, whose fields hold the day of today. */
const NOT_ITS_OWN = ['braille', 'how they said it', 'signed out', 'forbidden', 'wrong method', 'too busy', 'kept', 'nothing changed', 'set up before'];
/** With all that stands around the main part. */
const WHOLE = ['home', 'staff-sign-in', 'office-case'];

function isChief({ page, who, state, url }) {
  if (NOT_ITS_OWN.includes(state) || LEFT_OUT.test(page)) return false;
  if (state === 'not found') return page === 'errors';
  if (page === 'office-search') return state === 'empty' || state === 'with errors';
  if (page === 'office-command' && state === 'with errors') return /\/(accept|decide)$/.test(new URL(url).pathname);
  // Seen on the way, by nobody with a name.
  if (page === 'apply-page' || page === 'apply-paper' && !url.includes('/papers/household_register')) return true;
  return RESIDENTS.includes(who) || (STAFF[who] ?? []).includes(page);
}

/** file → page-state. Those that would have one name are told apart by the end of their address. */
function named(pages) {
  const plain = ({ page, who, state }) => [page, who === 'stranger' ? '' : who, state === 'filled' ? '' : state];
  const end = ({ url }) => new URL(url).pathname.split('/').at(-1);
  const all = new Map();
  for (const page of pages) {
    const alike = pages.filter(other => plain(other).join() === plain(page).join());
    const parts = new Set(alike.map(end)).size > 1 ? [...plain(page), end(page)] : plain(page);
    const name = `${LANGUAGE}/${parts.filter(Boolean).join('-').replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}.txt`;
    if (!all.has(name)) all.set(name, page);
  }
  return all;
}

const files = named((await captured()).filter(page => page.html !== undefined && page.language === LANGUAGE && isChief(page)));

for (const [file, { page, url, html, language }] of files) {
  test(file, () => visit(url, { html, language, probe: true }, async tab => {
    const now = await treeOf(tab, { whole: WHOLE.includes(page) });
    const path = FOLDER + file;
    if (APPROVE) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, now);
    } else {
      const changed = difference(existsSync(path) ? readFileSync(path, 'utf8') : '', now);
      assert.ok(changed === '', `read what changed; if it is right: ./test pages --approve\n${changed}`);
    }
  }));
}

test('no approved tree is left over', () => {
  const kept = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true }).map(String).filter(file => file.endsWith('.txt')) : [];
  const left = kept.filter(file => !files.has(file));
  if (APPROVE) for (const file of left) rmSync(FOLDER + file);
  else assert.deepEqual(left, []);
});
