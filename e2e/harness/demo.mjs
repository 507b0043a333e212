// The people of the demonstration that `./test browser` fills the portal with: who they are and how they sign in.
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { portalNow } from './clock.mjs';
import { SITE } from './site.mjs';

const SIGN_INS = readFileSync(`${process.env.E2E_DATA}/demo-sign-ins.txt`, 'utf8');

/** The password all staff of the demonstration share. */
export const PASSWORD = SIGN_INS.match(/^Password of all staff: (\S+)$/m)[1];

/** Staff as { login, secret, about }, in the order of the list. */
export const STAFF = [...SIGN_INS.matchAll(/^(\S+) +([A-Z2-7]{16,}) {2}(.+)$/gm)]
  .map(([, login, secret, about]) => ({ login, secret, about }));

/** A member of staff by sign-in name, such as `staff('yuelu-supervisor')`. */
export function staff(login) {
  const found = STAFF.find(member => member.login === login);
  if (!found) throw new Error(`no ${login} in the demonstration`);
  return found;
}

/** People as { id, name, link, resident }. */
export const PEOPLE = [...SIGN_INS.matchAll(/^(S\d\d) (\S+) {2}link code (\S+)\n.*\n +resident ID (\S+),/gm)]
  .map(([, id, name, link, resident]) => ({ id, name, link, resident }));

const STEP = 30_000;
const used = new Map();

/** The one-time code of a secret (RFC 6238). Each is good once: a second call waits for the next. */
export async function oneTimeCode(secret) {
  let step = Math.floor(portalNow() / STEP);
  if (used.get(secret) >= step) {
    step = used.get(secret) + 1;
    await new Promise(done => setTimeout(done, step * STEP - portalNow() + 200));
  }
  used.set(secret, step);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const at = digest[19] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text) {
  let bits = '';
  for (const character of text) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0');
  return Buffer.from(bits.match(/.{8}/g).map(byte => Number.parseInt(byte, 2)));
}

/** The password of somebody at work, without script. What comes next is the one-time code. */
export async function givePassword(page, { login, password = PASSWORD }) {
  await page.goto(`${SITE}/office/sign-in`);
  await page.locator('main input[autocomplete=username]').fill(login);
  await page.locator('main input[type=password]').fill(password);
  await page.locator('main form[method=post] button:not([name])').click();
}

/** The one-time code. */
export async function giveCode(page, secret) {
  await page.locator('main input[autocomplete=one-time-code]').fill(await oneTimeCode(secret));
  await page.locator('main form[method=post] button:not([name])').click();
}

/** Signs a member of staff in. */
export async function signInAtWork(page, member) {
  await givePassword(page, member);
  await giveCode(page, member.secret);
}

/** Takes somebody on, as whoever runs the portal does: with a first password, and no one-time codes yet. */
export function takeOn(about) {
  const login = `${about}-${Date.now()}`;
  const { PATH, ZHIDA_DATABASE_URL, E2E_DATA, E2E_PROGRAM } = process.env;
  const env = { PATH, ZHIDA_DATA: E2E_DATA, ZHIDA_PUBLIC_URL: SITE, ...ZHIDA_DATABASE_URL ? { ZHIDA_DATABASE_URL } : {} };
  const said = execFileSync(E2E_PROGRAM, ['staff', 'add', login, '--name', '向南', '--office', '汉昌街道', '--post', 'township_officer@430626001'], { encoding: 'utf8', env });
  return { login, password: said.match(/First password: (\S+)/)[1] };
}
