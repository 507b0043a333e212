// One Chromium per test file, and the ways a person comes: without scripts, with a small window,
// in another language, in a display mode. Chromium is the system's; nothing is downloaded.
// Debian's shell without a window of its own is the same engine at half the cost; the whole browser where it is missing.
import { chromium } from 'playwright-core';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const SHELL = '/usr/lib/chromium/chromium-headless-shell';
const WHOLE = '/usr/bin/chromium';
const SHOTS = fileURLToPath(new URL('../shots/', import.meta.url));

/** The small phone every page must fit: also 1280 px at 400 %. */
export const PHONE = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 900 };

let started;
let over = false;

/** The browser of this process, started at the first call. */
export function browser() {
  // It would never be ended, and the run would wait for it for ever.
  if (over) throw new Error('the tests of this file were over for a moment, because one was named before something that the file waits for: name it after');
  return (started ??= chromium.launch({ executablePath: existsSync(SHELL) ? SHELL : WHOLE, args: FLAGS }));
}

const PATIENCE_MS = 30_000;

/** Closes it. One that does not go by itself is ended, with all its processes, and not waited for. */
export async function closeBrowser() {
  const going = started;
  started = undefined;
  if (!going) return;
  let late;
  const patience = new Promise(done => { late = setTimeout(done, PATIENCE_MS, 'late'); });
  const gone = await Promise.race([(await going).close(), patience]);
  clearTimeout(late);
  if (gone === 'late') endChildren();
}

/** Each browser leads a group of processes. */
function endChildren() {
  const pids = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
  for (const pid of pids) {
    for (const who of [-pid, Number(pid)]) {
      try {
        process.kill(who, 'SIGKILL');
      } catch {
        // It has gone.
      }
    }
  }
}

/** Closes the browser when the tests of a file are over. Call once at the top of the file. */
export function closesBrowserAtTheEnd() {
  after(async () => {
    over = true;
    await closeBrowser();
  });
}

/**
 * A context: a visitor with cookies of their own.
 * @param {object} way
 *   `scripts` (false: JavaScript off), `language` (Accept-Language), `window`, `cookies` (Playwright's),
 *   `media` (colorScheme, forcedColors, reducedMotion), `probe` (checkers inject styles: past the page's policy)
 */
export async function visitor({ scripts = true, language = 'zh-CN', window = DESKTOP, cookies = [], media = {}, probe = false } = {}) {
  const context = await (await browser()).newContext({
    viewport: window, locale: language, javaScriptEnabled: scripts, bypassCSP: probe, ...media,
  });
  context.setDefaultTimeout(15_000);
  if (cookies.length > 0) await context.addCookies(cookies);
  return context;
}

/** Runs `use(page, response)` on `url` as a fresh visitor, and cleans up. */
export async function visit(url, way, use) {
  const context = await visitor(way);
  try {
    const page = await context.newPage();
    if (way?.html !== undefined) await serveInstead(page, url, way);
    const response = await page.goto(url, { waitUntil: 'load' });
    return await use(page, response);
  } finally {
    await context.close();
  }
}

/**
 * The document at `url` is `html`, whatever its server would say; what it refers to still comes from there, or from
 * `folder` where the page stands alone.
 */
async function serveInstead(page, url, { html, folder }) {
  const { href, origin } = new URL(url);
  const whole = href.split('#')[0];
  await page.route(address => address.origin === origin, route => {
    const request = route.request();
    if (request.resourceType() === 'document' && request.url().split('#')[0] === whole) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    const file = folder && join(folder, decodeURIComponent(new URL(request.url()).pathname));
    if (file && existsSync(file)) return route.fulfill({ path: file });
    return folder ? route.fulfill({ status: 404 }) : route.fallback();
  });
}

/** A picture of the whole page in `e2e/shots/NAME.png`, to be looked at by people. */
export async function shot(page, name) {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}${name.replaceAll(/[^\p{L}\p{N}-]+/gu, '_')}.png`, fullPage: true });
}
