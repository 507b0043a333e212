// The checkers are checked: a good page has no findings, and each planted defect is found by the rule meant for it.
// Updating a checker that no longer sees one of these is a loss, however green the pages are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { asText, check, checkers } from './all.mjs';
import { PART_NAMES, walk } from './walk.mjs';

closesBrowserAtTheEnd();

const GOOD = readFileSync(new URL('./sample.html', import.meta.url), 'utf8');
const URL_OF_NOBODY = 'http://page.invalid/';

const style = rule => html => html.replace('</style>', `${rule}</style>`);
const swap = (from, to) => html => html.replace(from, to);
const script = code => html => html.replace('</body>', `<script>${code}</script></body>`);

// checker or part of the walk, rule, what is wrong, the edit
const PLANTED = [
  ['axe', 'label', 'a label tied to nothing', swap('<label for="name">', '<label>')],
  ['axe', 'color-contrast-enhanced', 'grey hints, enough for AA only', style('.hint { color: #767676 }')],
  ['axe', 'heading-order', 'a heading level skipped', html => html.replaceAll('h2', 'h4')],
  ['axe', 'html-has-lang', 'no language', swap(' lang="zh-CN"', '')],
  ['axe', 'document-title', 'no title', swap(/<title>.*<\/title>/, '<title></title>')],
  ['axe', 'tabindex', 'a positive tabindex', swap('id="phone"', 'id="phone" tabindex="5"')],
  ['markup', 'no-dup-id', 'an id twice', swap('id="by-text"', 'id="by-call"')],
  ['markup', 'valid-autocomplete', 'an autocomplete token that does not exist', swap('autocomplete="name"', 'autocomplete="xingming"')],
  ['markup', 'close-order', 'a tag closed in the wrong order', swap('<h1>您的姓名和联系电话</h1>', '<h1><b>您的姓名</h1></b>')],
  ['settled', 'one-h1', 'two h1', html => html.replaceAll('h2', 'h1')],
  ['settled', 'link-text', 'a link that says nothing', swap('>补贴办法的说明<', '>点击这里<')],
  ['settled', 'language-of-page', 'a Chinese page called English', swap('lang="zh-CN"', 'lang="en"')],
  ['settled', 'language-of-part', 'English words without lang', swap('还可以看', 'Read the guide ')],
  ['settled', 'error-title', 'an error page whose title does not say so', swap('<title>错误：', '<title>')],
  ['settled', 'error-not-described', 'an error not tied to its field', swap(' aria-describedby="phone-error"', '')],
  ['settled', 'error-not-linked', 'an error the summary does not lead to', swap('href="#phone"', 'href="#name"')],
  ['settled', 'alert-and-focus', 'a summary that is an alert and takes focus', swap('role="group"', 'role="alert"')],
  ['settled', 'border-contrast', 'a field with a pale edge', style('input[type=tel] { border-color: #ddd !important }')],
  ['settled', 'link-not-underlined', 'a link told by colour alone', style('main p a { text-decoration: none }')],
  ['settled', 'line-height', 'lines too close', style('main p { line-height: 1.2 }')],
  ['settled', 'target-44', 'a small button', style('button { min-block-size: 30px; padding: 0 4px; line-height: 1 }')],
  ['spacing', 'text-clipped', 'a text cut off when spacing grows', style('.hint { block-size: 2em; overflow: hidden; white-space: nowrap; inline-size: 27em }')],
  ['reflow', 'horizontal-scroll', 'a page that scrolls sideways on a phone', style('main { min-inline-size: 500px }')],
  ['settled', 'no-zoom', 'a viewport that forbids zoom', swap('initial-scale=1', 'initial-scale=1, user-scalable=no')],
  ['keyboard', 'focus-invisible', 'no focus ring', style(':focus-visible { outline: none }')],
  ['forcedColours', 'focus-invisible', 'a ring that forced colours remove', style(':focus-visible { outline: none; box-shadow: 0 0 0 4px #00308f }')],
  ['keyboard', 'focus-ring', 'a ring of one pixel', style(':focus-visible { outline-width: 1px }')],
  ['keyboard', 'focus-obscured', 'a bar over the fields', style('header { position: fixed; inset: 0; background: #eee; max-inline-size: none }')],
  ['keyboard', 'keyboard-trap', 'Tab swallowed in a field', script("phone.onkeydown = e => { if (e.key === 'Tab') e.preventDefault(); }")],
  ['keyboard', 'keyboard-unreachable', 'a control jumped over', script("document.querySelector('#name').onkeydown = e => { if (e.key === 'Tab') { e.preventDefault(); document.querySelector('button').focus(); } }")],
  ['keyboard', 'focus-order', 'Tab that goes back up', script("document.querySelector('button').onkeydown = e => { if (e.key === 'Tab') { e.preventDefault(); document.querySelector('main').focus(); } }")],
  ['clicks', 'click-without-key', 'a span that plays button', html => script('hint.onclick = () => {}')(html.replace('class="hint"', 'class="hint" id="hint"'))],
  ['settled', 'paste-blocked', 'paste forbidden', script('phone.onpaste = () => false')],
  ['stillness', 'endless-motion', 'motion in spite of "reduce"', style('h1 { animation: pulse 1s infinite alternate } @keyframes pulse { to { opacity: .5 } }')],
];

test('the good page has no findings', async () => {
  const findings = await check(URL_OF_NOBODY, { html: GOOD });
  assert.equal(asText(findings), '');
});

for (const [checker, rule, what, edit] of PLANTED) {
  test(`${checker} finds ${what}`, async () => {
    const html = edit(GOOD);
    assert.notEqual(html, GOOD, 'the edit changes the page');
    const findings = PART_NAMES.includes(checker) ? await walk(URL_OF_NOBODY, { html }, [checker]) : await checkers[checker](URL_OF_NOBODY, { html });
    assert.ok(findings.some(finding => finding.rule === rule), `no ${rule} among:\n${asText(findings)}`);
  });
}
