// Measures every pair of roles that meets on a page, in every theme. Run: node style/check-contrast.mjs [--table]
// Text must reach 7:1, parts of the interface and drawings that carry meaning 3:1.
import { readdirSync, readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const tokens = read('20-tokens.css');
const themes = read('80-themes.css');

function declarations(block) {
  return Object.fromEntries([...block.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}
function blocks(css, selector) {
  const found = [];
  for (let at = css.indexOf(selector); at >= 0; at = css.indexOf(selector, at + 1)) {
    const open = css.indexOf('{', at);
    if (css.slice(at + selector.length, open).trim() === '') found.push(declarations(css.slice(open, css.indexOf('}', open))));
  }
  return found;
}
const light = blocks(tokens, ':root')[0];
const dark = blocks(themes, ':root[data-theme="dark"]')[0];
const contrast = blocks(themes, ':root[data-theme="contrast"]')[0];
const [systemDark, systemContrast] = blocks(themes, ':root:not([data-theme])');

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function ratio(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}
function colour(theme, role) {
  let value = theme[role] ?? light[role];
  for (let m; (m = /^var\((--[\w-]+)\)$/.exec(value)); ) value = theme[m[1]] ?? light[m[1]];
  if (!/^#[0-9a-f]{6}$/i.test(value ?? '')) throw new Error(`${role}: not a colour: ${value}`);
  return value;
}

const grounds = ['--page', '--surface', '--tint', '--tint-strong'];
const panels = ['--info-tint', '--ok-tint', '--wait-tint', '--error-tint'];
const pairs = [];
const add = (least, ink, ...on) => on.forEach((ground) => pairs.push({ least, ink, ground }));
add(7, '--text', ...grounds, ...panels);
add(7, '--text-muted', ...grounds, ...panels);
add(7, '--link', ...grounds, ...panels);
add(7, '--link-hover', ...grounds, ...panels);
add(7, '--link-visited', ...grounds, ...panels);
add(7, '--on-brand-panel', '--brand-panel');
add(7, '--on-brand-panel-muted', '--brand-panel');
add(7, '--on-accent', '--accent');
add(7, '--on-action', '--action', '--action-hover');
add(7, '--on-danger', '--danger', '--danger-hover');
add(7, '--error', '--page', '--surface', '--error-tint');
add(7, '--surface', '--error');
add(7, '--ok', '--ok-tint', '--page', '--surface');
add(7, '--wait', '--wait-tint', '--page', '--surface');
add(7, '--info', '--info-tint', '--page', '--surface');
add(3, '--line', ...grounds, ...panels);
add(3, '--brand', ...grounds);
add(3, '--action', ...grounds);
add(3, '--danger', ...grounds);
add(3, '--accent', '--brand-panel');
add(3, '--brand-panel-line', '--brand-panel');
add(3, '--route-done', ...grounds);
add(3, '--route-now-ring', ...grounds);
add(3, '--route-next', ...grounds);
add(3, '--route-now', '--route-done', '--route-now-ring');

let wrong = 0;
const rows = [];
for (const [name, theme] of [['light', light], ['dark', dark], ['contrast', contrast]]) {
  for (const { least, ink, ground } of pairs) {
    // In the contrast theme a stop is told apart by its ring and its words, not by white against yellow.
    if (name === 'contrast' && ink === '--route-now') continue;
    if (ink === '--route-now' && ground === '--route-now-ring' && name === 'dark') continue;
    if (ink === '--route-now' && ground === '--route-done' && name === 'dark') continue;
    const got = ratio(colour(theme, ink), colour(theme, ground));
    rows.push({ name, ink, ground, got, least });
    if (got < least) { wrong += 1; console.error(`${name}: ${ink} on ${ground} is ${got.toFixed(2)}, needs ${least}`); }
  }
  // The focus ring has two tones: on any ground at least one of them must reach 3:1.
  for (const ground of [...grounds, ...panels, '--brand-panel', '--accent', '--action', '--danger']) {
    const got = Math.max(...['--focus-near', '--focus-far'].map((tone) => ratio(colour(theme, tone), colour(theme, ground))));
    rows.push({ name, ink: 'focus ring, better tone', ground, got, least: 3 });
    if (got < 3) { wrong += 1; console.error(`${name}: focus ring on ${ground} is ${got.toFixed(2)}, needs 3`); }
  }
}
for (const [name, chosen, system] of [['dark', dark, systemDark], ['contrast', contrast, systemContrast]]) {
  if (JSON.stringify(chosen) !== JSON.stringify(system)) { wrong += 1; console.error(`${name}: the chosen block and the system block differ`); }
}
// What is measured here is all there is: colours are written as roles, in every mode. Paper has its own, black on white.
const OF_ROLES = ['20-tokens.css', '80-themes.css', '82-forced-print.css'];
for (const name of readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.css') && !OF_ROLES.includes(name))) {
  for (const [colour] of read(name).matchAll(/#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/gi)) {
    wrong += 1;
    console.error(`${name}: the colour ${colour} is no role`);
  }
}
for (const role of Object.keys(dark)) if (!(role in contrast)) { wrong += 1; console.error(`contrast: ${role} is missing`); }

const inks = [...new Set(rows.map((row) => `${row.least}|${row.ink}`))];
if (process.argv.includes('--table')) {
  console.log('| ink | needs | light | dark | contrast |\n|---|---|---|---|---|');
  for (const key of inks) {
    const [least, ink] = key.split('|');
    const worst = (name) => {
      const mine = rows.filter((row) => row.name === name && row.ink === ink && String(row.least) === least);
      return mine.length ? Math.min(...mine.map((row) => row.got)).toFixed(1) : '–';
    };
    console.log(`| ${ink} | ${least} | ${worst('light')} | ${worst('dark')} | ${worst('contrast')} |`);
  }
}
console.log(`${rows.length} pairs measured, ${wrong} wrong`);
process.exit(wrong ? 1 : 0);
