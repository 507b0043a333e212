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

// One address for each path with a parameter. A new one has no example: its tests fail until it gets one.
const EXAMPLES = {
  '/services/{code}': '/services/living_subsidy',
};

/** The addresses a visitor without an account can open, with those whose example is missing apart. */
export function publicPages() {
  const rows = routes().filter(row => row.method === 'GET' && row.page && /^(public|visitor)$/i.test(row.who));
  const addresses = rows.map(row => (row.path.includes('{') ? EXAMPLES[row.path] : row.path));
  return {
    addresses: addresses.filter(address => address !== undefined),
    withoutExample: rows.filter((_, index) => addresses[index] === undefined).map(row => row.path),
  };
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

/** Opens the display page, chooses, saves. */
export async function chooseDisplay(page, choice) {
  await page.goto(`${SITE}/display`);
  const form = page.locator('main form');
  for (const [name, value] of Object.entries(choice)) await form.locator(`[name="${name}"][value="${value}"]`).check();
  await form.locator('button[type=submit]:not([name]), button:not([type]):not([name])').first().click();
}
