// The portal under test: its address, its routes, its display form. `./test browser` starts it and sets these.
import { execFileSync } from 'node:child_process';
import { visitor } from './browser.mjs';

const PROGRAM = process.env.E2E_PROGRAM;

/** Where the portal answers, without a slash at the end. */
export const SITE = process.env.E2E_URL?.replace(/\/$/, '') ?? missing('E2E_URL');

export const LANGUAGES = ['zh-CN', 'en'];

function missing(name) {
  throw new Error(`${name} is not set: start these tests with ./test browser`);
}

/** The rows of the routes table, as the program prints them. */
export function routes() {
  return JSON.parse(execFileSync(PROGRAM ?? missing('E2E_PROGRAM'), ['routes', '--json'], { encoding: 'utf8' }));
}

/** The addresses on this site that a document links to, without fragments. */
export function linksOf(html) {
  const hrefs = [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => href.replaceAll('&amp;', '&'));
  const inside = hrefs.map(href => new URL(href, `${SITE}/`)).filter(url => url.origin === new URL(SITE).origin);
  return [...new Set(inside.map(url => url.pathname + url.search))];
}

/** Opens the display page, chooses, saves. */
export async function chooseDisplay(page, choice) {
  await page.goto(`${SITE}/display`);
  const form = page.locator('main form');
  for (const [name, value] of Object.entries(choice)) await pick(form, name, value);
  await form.locator('button[type=submit]:not([name]), button:not([type]):not([name])').first().click();
}

/** Chooses a radio or box as people do: by its label, which covers the whole row. */
export async function pick(form, name, value) {
  const input = form.locator(`[name="${name}"][value="${value}"]`);
  await form.locator(`label[for="${await input.getAttribute('id')}"]`).click();
}

/**
 * The cookies of somebody who chose `{ text: '200', theme: 'contrast', … }` on the real display page, script off.
 */
export async function displayCookies(choice) {
  const context = await visitor({ scripts: false });
  try {
    const page = await context.newPage();
    await chooseDisplay(page, choice);
    return await context.cookies();
  } finally {
    await context.close();
  }
}
