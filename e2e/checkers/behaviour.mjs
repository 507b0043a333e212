// What a page does when somebody types, presses, sends or only waits. Nothing reaches a server: whatever would leave
// the page is held, and noted.
import { axeOn } from './axe.mjs';
import { IN_PAGE } from './in-page.mjs';

const TWENTY_MINUTES = 20 * 60 * 1000;

/** Whether anything on a page can act by itself or answer: without that, nobody types, presses, sends or waits in vain. */
export const acts = page => page.evaluate(() => document.scripts.length > 0
  || document.querySelector('meta[http-equiv=refresh i], [href^="javascript:" i], iframe, object, embed') !== null
  || [...document.querySelectorAll('*')].some(element => [...element.attributes].some(({ name }) => name.startsWith('on'))));

/** Runs `act` while nothing is sent and no other page opened; what was tried is in the list that it gets. */
const held = act => async (page, answer) => {
  const tried = [];
  const route = route => {
    const request = route.request();
    const leaves = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (leaves) tried.push(`${request.method()} ${request.url()}`);
    return leaves || request.method() !== 'GET' ? route.fulfill({ status: 204 }) : route.fallback();
  };
  const popup = other => { tried.push(`a window at ${other.url()}`); other.close().catch(() => {}); };
  const dialog = box => { tried.push(`"${box.message()}"`); box.dismiss().catch(() => {}); };
  await page.route('**/*', route);
  page.on('popup', popup).on('dialog', dialog);
  try {
    await page.evaluate(IN_PAGE);
    return await act(page, tried, answer);
  } finally {
    page.off('popup', popup).off('dialog', dialog);
    await page.unroute('**/*', route);
  }
};

const silent = (page, element) => page.evaluate(pressed => globalThis.zhidaChecks.silent(pressed), element ?? null);
const remember = page => page.evaluate(() => globalThis.zhidaChecks.remember());
const nameOf = element => element.evaluate(at => (at.id ? `#${at.id}` : `${at.localName}:${(at.name || at.textContent).trim().slice(0, 16)}`));
const settle = page => page.waitForTimeout(120);

/** WCAG 3.2.1, 3.2.2: neither coming to a field nor answering in it opens another page or moves the focus away. */
export const typed = held(async (page, tried) => {
  const findings = [];
  const fields = await page.$$('input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image], [type=file]), select, textarea');
  for (const field of fields) {
    // What a list that follows the typing has put in its place is another element by now.
    if (!await field.evaluate(at => at.isConnected) || !await field.isVisible() || !await field.isEnabled()) continue;
    const kind = await field.evaluate(at => (at.localName === 'input' ? at.type : at.localName));
    tried.length = 0;
    await field.focus();
    if (kind === 'radio' || kind === 'checkbox') await page.keyboard.press('Space');
    else if (kind === 'select') await page.keyboard.press('ArrowDown');
    else await page.keyboard.type('1383');
    // What follows the typing asks the server a little later.
    await page.waitForTimeout(/^(text|search|select|textarea|tel|number|email)$/.test(kind) ? 600 : 40);
    const left = await field.evaluate(at => document.activeElement !== at);
    if (!left) await field.evaluate(at => { at.dispatchEvent(new Event('change', { bubbles: true })); at.blur(); });
    await page.waitForTimeout(40);
    if (tried.length > 0) findings.push({ rule: 'context-change', where: `${await nameOf(field)} leads to ${tried[0]}` });
    else if (left) findings.push({ rule: 'context-change', where: `${await nameOf(field)} gives the focus away` });
  }
  return findings;
});

/** What a button without a page of its own changes is told to those who do not see it; letters alone do nothing. */
export const pressed = held(async (page, tried) => {
  const findings = [];
  const buttons = await page.$$('button[type=button], [role=button], button:not(form button, [form])');
  for (const button of buttons) {
    if (!await button.isVisible()) continue;
    await remember(page);
    await button.evaluate(at => at.click()).catch(() => {});
    await settle(page);
    findings.push(...await silent(page, button));
  }
  tried.length = 0;
  await page.evaluate(() => { document.activeElement?.blur(); globalThis.zhidaChecks.remember(); });
  for (const key of 'abcdefghijklmnopqrstuvwxyz/?1') {
    await page.keyboard.press(key);
    const moved = await page.evaluate(() => document.activeElement !== document.body);
    if (tried.length > 0 || moved) {
      findings.push({ rule: 'character-key', where: `the key ${key} ${tried.length > 0 ? `leads to ${tried[0]}` : 'moves the focus'}` });
      break;
    }
  }
  return findings;
});

/** Forms that a script answers: sent empty, the page must say what is wrong as a page of a server does. */
export const submitted = held(async (page, tried) => {
  const findings = [];
  const count = await page.evaluate(() => document.forms.length);
  for (let index = 0; index < count; index += 1) {
    tried.length = 0;
    await remember(page);
    const before = await edges(page, index);
    const leaves = await page.evaluate(at => {
      const form = document.forms[at];
      for (const field of form.elements) if (/^(text|tel|email|password|search|number|textarea)$/.test(field.type) && !field.readOnly) field.value = '';
      // What no script has taken over goes to the server, however late a busy browser asks for it.
      let sent = false;
      addEventListener('submit', event => { sent = !event.defaultPrevented; }, { once: true });
      if (form.method !== 'dialog') form.requestSubmit();
      return sent;
    }, index).catch(() => true);
    await settle(page);
    if (leaves || tried.length > 0) continue;
    const appeared = await silent(page);
    const after = await edges(page, index);
    const changed = after.filter(({ look, wrong }, at) => look && before[at]?.look && look !== before[at].look && !wrong);
    findings.push(...changed.map(({ where }) => ({ rule: 'error-by-colour', where })));
    findings.push(...after.filter(({ required, empty, wrong, free }) => free && required && empty && !wrong).map(({ where }) => ({ rule: 'error-not-marked', where })));
    // Words that a summary with the focus, or a field's description, does not tell.
    const told = await page.evaluate(() => [...document.querySelectorAll('[aria-invalid=true]')].length > 0 && document.activeElement !== document.body);
    if (appeared.length > 0 && !told) findings.push(...appeared);
    if (appeared.length > 0 || changed.length > 0 || after.some(({ wrong }) => wrong)) {
      findings.push(...await page.evaluate(() => globalThis.zhidaChecks.settled()));
      findings.push(...await axeOn(page));
    }
  }
  return findings;
});

const edges = (page, index) => page.evaluate(at => [...document.forms[at].elements]
  .filter(field => /^(input|select|textarea)$/.test(field.localName) && !/^(hidden|submit|button|reset|radio|checkbox)$/.test(field.type))
  .map(field => {
    const { borderTopColor, backgroundColor } = getComputedStyle(field);
    return {
      where: field.id ? `#${field.id}` : field.name, look: document.activeElement === field ? undefined : `${borderTopColor} ${backgroundColor}`,
      wrong: field.getAttribute('aria-invalid') === 'true', required: field.required, empty: field.value === '', free: document.forms[at].noValidate,
    };
  }), index);

/** Twenty minutes later the page is still there, and says the same. */
export async function waiting(page, { url }) {
  await page.clock.install();
  await page.goto(url, { waitUntil: 'load' });
  return held(async (page, tried) => {
    await remember(page);
    await page.clock.fastForward(TWENTY_MINUTES);
    await new Promise(done => setTimeout(done, 150));
    const findings = tried.map(where => ({ rule: 'leaves-by-itself', where }));
    if (await page.evaluate(() => globalThis.zhidaChecks === undefined).catch(() => true)) return findings;
    return [...findings, ...(await silent(page)).map(({ where }) => ({ rule: 'changes-by-itself', where }))];
  })(page);
}
