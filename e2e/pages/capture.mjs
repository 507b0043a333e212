// Goes to every state of every page (states.mjs), in each language, and brings back the documents as they were sent.
// The checkers look at these: nobody's session, code or case changes under their hands, and a page is made once.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { request as playwright } from 'playwright-core';
import { about, answer, choose, form, fromHome, name } from '../harness/apply.mjs';
import { closeBrowser, DESKTOP, visitor } from '../harness/browser.mjs';
import { arrive, arriveAll } from '../harness/visitors.mjs';
import { LANGUAGES, routes, SITE } from '../harness/site.mjs';
import { PAGES } from './states.mjs';

const FILE = `${process.env.E2E_DATA}/captured.json`;
const LOCK = `${process.env.E2E_DATA}/captured.lock`;

/**
 * All page-states, as { page, state, who, language, url, status, html }: gone for by the first who asks, kept in the
 * data folder for the others.
 */
export async function captured() {
  if (existsSync(FILE)) return JSON.parse(readFileSync(FILE, 'utf8'));
  try {
    mkdirSync(LOCK);
  } catch {
    for (let waited = 0; !existsSync(FILE) && waited < 900; waited += 1) await new Promise(done => setTimeout(done, 1000));
    return captured();
  }
  const pages = await captureAll();
  writeFileSync(`${FILE}.part`, JSON.stringify(pages));
  renameSync(`${FILE}.part`, FILE);
  return pages;
}

/** The page-states that are not the same document as one before, but for what hides in forms. */
export function distinct(pages) {
  const seen = new Set();
  return pages.filter(({ language, html }) => {
    if (html === undefined) return false;
    const key = language + html.replaceAll(/<input[^>]*type="hidden"[^>]*>|(href|action|value)="[^"]*"|\b[0-9a-f-]{32,36}\b/g, '');
    return !seen.has(key) && seen.add(key);
  });
}

/** Of each page the first of these states: another one differs in words and fields, hardly in what it is made of. */
export function firsts(pages) {
  const names = new Set();
  // The pages of an application and of a case's commands are told apart by the end of their address.
  const name = ({ page, language, url }) => `${language} ${page} ${/-(page|command)$/.test(page) ? new URL(url).pathname.split('/').at(-1) : ''}`;
  return new Set(pages.filter(page => !names.has(name(page)) && names.add(name(page))));
}

/** A page-state in a few words. */
export const titled = ({ page, state, who, url, language }) => `${page}, ${state}, ${who}, ${language}: ${new URL(url).pathname}`;

/** Rows without an entry, entries without a row. */
export function unmatched(rows = routes()) {
  const names = new Set(rows.map(({ page }) => page).filter(Boolean));
  return { routes: [...names].filter(page => !(page in PAGES)), entries: Object.keys(PAGES).filter(page => !names.has(page)) };
}

/** What anybody can open and send, without an account and without an application. */
export async function inPublic() {
  const pages = [];
  for (const language of LANGUAGES) {
    for (const [page, states] of Object.entries(PAGES)) {
      for (const entry of Array.isArray(states) ? states : [])
        if (entry.who === 'stranger') pages.push(...await there(page, { ...entry, address: entry.path }, language));
    }
  }
  return pages;
}

async function captureAll() {
  const pages = [];
  await arriveAll();
  for (const language of LANGUAGES) {
    const come = new Set();
    for (const way of WAYS) pages.push(...await onTheWay(language, way, come));
    for (const [page, states] of Object.entries(PAGES)) {
      for (const entry of Array.isArray(states) ? states : []) {
        if (entry.way) continue;
        for (const one of await expanded(entry)) pages.push(...await there(page, one, language));
      }
    }
    pages.push(...await turnedAway(language));
  }
  await closeBrowser();
  return pages;
}

/** `{draft}` and the like replaced by what the visitor knows; a list there gives an entry for each. */
async function expanded(entry) {
  const { known } = await arrive(entry.who);
  const lists = [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
  for (const part of lists) assert.ok(known[part] !== undefined, `${entry.who} knows no ${part} for ${entry.path}`);
  const list = lists.find(part => Array.isArray(known[part]));
  const values = list ? known[list] : [undefined];
  return values.map(value => ({ ...entry, address: entry.path.replaceAll(/\{(\w+)\}/g, (_, part) => (part === list ? value : known[part])) }));
}

/** The last document a page was sent. */
function documents(page) {
  const seen = { last: undefined };
  page.on('response', response => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame() && (response.status() < 300 || response.status() >= 400)) seen.last = response;
  });
  return seen;
}

/** The cookies of somebody as they are, and one more of the display page: the language. */
async function cookiesOf(who, language) {
  const { page } = await arrive(who);
  return [...await page.context().cookies(), { name: 'display', value: language, domain: new URL(SITE).hostname, path: '/', expires: -1, httpOnly: false, secure: false, sameSite: 'Lax' }];
}

const asking = new Map();
/** Asks as somebody in a language, without a window: all that a page which is only read needs. */
function asker(who, language) {
  const key = `${who} ${language}`;
  if (!asking.has(key)) asking.set(key, cookiesOf(who, language).then(cookies => playwright.newContext({ storageState: { cookies, origins: [] }, extraHTTPHeaders: { 'accept-language': language } })));
  return asking.get(key);
}

async function there(page, entry, language) {
  const { who, address, state } = entry;
  const about = { page, state, who, language };
  try {
    if (entry.act) return await sent(entry, about);
    const answer = await (await asker(who, language)).get(SITE + address);
    // A file is no page: it is there.
    if (entry.file) return assert.equal(answer.status(), 200) ?? [];
    return [{ ...about, url: answer.url().split('#')[0], status: answer.status(), html: await answer.text() }];
  } catch (problem) {
    // One state that cannot be reached hides no other.
    return [{ ...about, url: SITE + address, problem: problem.message.split('\n')[0] }];
  }
}

/** The form of a page, sent in a window. */
async function sent({ who, path, address, fill = {} }, about) {
  const context = await visitor({ scripts: false, window: DESKTOP, language: about.language });
  try {
    await context.addCookies(await cookiesOf(who, about.language));
    const tab = await context.newPage();
    const seen = documents(tab);
    await tab.goto(SITE + address);
    const at = form(tab);
    if (await at.count() === 0) {
      // A command that only asks whether; any other address is wrong where nothing can be sent.
      assert.match(path, /\{commands\}/, 'there is no form to send');
      return [];
    }
    for (const [field, words] of Object.entries(fill)) await at.locator(`[name="${field}"]`).fill(words);
    const main = at.locator('button:not([name])');
    await (await main.count() > 0 ? main.first() : at.locator('button').first()).click();
    await tab.waitForLoadState();
    return [await seenOn(tab, seen, about)];
  } finally {
    await context.close();
  }
}

const seenOn = async (tab, seen, about) => ({ ...about, url: tab.url().split('#')[0], status: seen.last.status(), html: await seen.last.text() });

/** Applications that between them come to every page of one, as [services, what is done on which page]. */
const WAYS = [
  [['living_subsidy', 'care_subsidy'], {
    ...about({ name: '陈德明', resident_id: '430405195303039997', certificate: '43040519530303999722', county: '珠晖', township: '衡州路' }),
    whom: choose('whom', 'relative'),
    'question-aid_status': choose('answer', 'dibao'),
    helper: async at => {
      for (const [field, words] of Object.entries({ name: '陈小明', resident_id: '430405197909099993', phone: '13800000000' })) await form(at).locator(`[name="${field}"]`).fill(words);
      await choose('relationship', 'son')(at);
    },
  }],
  [['assistive_device', 'home_retrofit'], {
    'question-aid_status': choose('answer', 'dibao'),
    'question-device_needs': choose('answer', 'moving'), 'question-device_payer': choose('answer', 'none'),
    'question-retrofit_home': choose('answer', 'rented'), 'question-retrofit_payer': choose('answer', 'none'), 'question-retrofit_needs': choose('answer', 'bathroom'),
  }],
  [['legal_aid'], {
    'question-aid_status': choose('answer', 'none'),
    'question-legal_matter': choose('answer', 'traffic_injury'), 'question-matter_place': choose('answer', 'here'),
    'question-legal_urgency': choose('answer', 'none'), 'question-safe_contact': choose('answer', 'phone'),
    'question-means_waived': choose('answer', 'none'), 'question-hardship': choose('answer', 'stated'),
  }],
];
const NAREN = { ...about({ name: '欧阳·娜仁', resident_id: '431321196507129986', certificate: '43132119650712998642', county: '双峰', township: '永丰' }), whom: choose('whom', 'self') };

/** An application, page after page: each that one has not `come` to before as it is, and sent with nothing. */
async function onTheWay(language, [services, does], come) {
  const context = await visitor({ scripts: false, window: DESKTOP, language });
  await context.addCookies([{ name: 'display', value: language, url: SITE }]);
  const tab = await context.newPage();
  const seen = documents(tab);
  const pages = [];
  const look = async () => {
    const at = name(tab);
    if (at === 'check' || !tab.url().includes('/apply/') || come.has(at)) return;
    come.add(at);
    const page = at.startsWith('papers/') ? 'apply-paper' : 'apply-page';
    const here = { page, who: at, language };
    const before = tab.url();
    pages.push(await seenOn(tab, seen, { ...here, state: 'filled' }));
    const main = form(tab).locator('button:not([name]), button[name=act][value=continue]').first();
    await main.click();
    await tab.waitForLoadState();
    if (seen.last.status() === 422) pages.push(await seenOn(tab, seen, { ...here, state: 'with errors' }));
    await tab.goto(before);
  };
  try {
    await fromHome(tab, services);
    await answer(tab, { ...NAREN, ...does }, look);
    return pages;
  } finally {
    await context.close();
  }
}

/** Somebody before whom a page shuts only because what it is about is not there. */
function whoMay(who, path) {
  if (who !== 'staff') return who === 'account' ? 'account' : 'stranger';
  if (/\/(jobs|feedback)\//.test(path)) return 'administrator';
  if (path.startsWith('/office/audit/')) return 'auditor';
  return /\/(substitutes|ratings|unwanted)\//.test(path) ? 'supervisor' : 'township';
}

/** Where one may not be: not signed in, in another's office, nothing there, the wrong method, too many at once. */
async function turnedAway(language) {
  const pages = [];
  const go = async (who, address, page, state) => pages.push(...await there(page, { who, address, state }, language));
  const seen = new Set();
  for (const { path, page, who, method } of routes()) {
    if (page === '' || seen.has(path)) continue;
    seen.add(path);
    const nowhere = path.replaceAll(/\{\w+\}/g, 'no-such-thing');
    if (method === 'POST') await go('stranger', nowhere, page, 'wrong method');
    else if (who !== 'visitor') await go('stranger', nowhere, page, 'signed out');
    if (who === 'staff') await go(/^\/office\/(audit|jobs|ratings|unwanted)/.test(path) ? 'township' : 'auditor', nowhere, page, 'forbidden');
    if (path.includes('{')) await go(whoMay(who, path), nowhere, page, 'not found');
  }
  await go('stranger', '/no-such-page', 'errors', 'not found');
  return [...pages, await tooBusy(language)];
}

/**
 * More passwords at once than are looked at: one of the answers says so. Each comes from another household, because one
 * alone is told that it tries too often.
 */
async function tooBusy(language) {
  const body = new URLSearchParams({ name: 'nobody', password: '门前没有枣树' }).toString();
  const send = household => new Promise((done, failed) => {
    const asked = request(`${SITE}/account/sign-in`, {
      method: 'POST', localAddress: `127.0.0.${household}`, agent: false,
      headers: { origin: SITE, 'accept-language': language, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
    }, answer => {
      let html = '';
      answer.setEncoding('utf8').on('data', piece => { html += piece; }).on('end', () => done({ status: answer.statusCode, html }));
    });
    asked.on('error', failed).end(body);
  });
  const answers = await Promise.all(Array.from({ length: 120 }, (_, index) => send(100 + index)));
  const busy = answers.find(({ status }) => status === 503);
  if (!busy) return { page: 'errors', state: 'too busy', who: 'stranger', language, url: `${SITE}/account/sign-in`, problem: `no answer says that too many come at once: ${[...new Set(answers.map(({ status }) => status))]}` };
  return { page: 'errors', state: 'too busy', who: 'stranger', language, url: `${SITE}/account/sign-in`, status: 503, html: busy.html };
}
