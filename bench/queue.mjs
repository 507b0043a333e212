// The queue with many cases: how long the server works on each page and filter. See README.md.
//
//   node bench/queue.mjs [--cases 100000] [--database postgres://…] [--keep FOLDER] [--times 60]
import { spawn, execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const GOAL_MS = 5;
const { values: asked } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    database: { type: 'string' },
    keep: { type: 'string' },
    times: { type: 'string', default: '60' },
  },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = process.env.PROGRAM ?? join(root, 'target/release/zhida');
if (!existsSync(program)) throw new Error(`${program} is missing: ./run --build-only makes it`);

const port = await freePort();
const data = asked.keep ?? mkdtempSync(join(tmpdir(), 'zhida-queue-'));
const site = `http://127.0.0.1:${port}`;
const environment = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ZHIDA_'))), ZHIDA_ADDR: `127.0.0.1:${port}`, ZHIDA_DATA: data, ZHIDA_LOG: 'info' };
if (asked.database) environment.ZHIDA_DATABASE_URL = asked.database;

const began = Date.now();
execFileSync(program, ['demo', '--if-empty', '--applications', String(Math.ceil(Number(asked.cases) / 1.5))], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
console.log(`cases made in ${Math.round((Date.now() - began) / 1000)} s`);
const signIns = readFileSync(join(data, 'demo-sign-ins.txt'), 'utf8');

const server = spawn(program, ['serve'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
const micros = [];
createInterface({ input: server.stderr }).on('line', line => {
  const entry = line.startsWith('{') ? JSON.parse(line) : {};
  if (entry.fields?.message === 'request') micros.push(entry.fields);
});
try {
  await ready();
  let slow = 0;
  for (const role of ['township_officer', 'federation_reviewer', 'civil_affairs_decider', 'supervisor']) {
    const member = busiest(role);
    if (member) slow += await measure(role, await signIn(member));
  }
  console.log(slow === 0 ? `every page under ${GOAL_MS} ms at the median` : `${slow} pages over ${GOAL_MS} ms at the median`);
  process.exitCode = slow === 0 ? 0 : 1;
} finally {
  server.kill('SIGTERM');
  if (!asked.keep) rmSync(data, { recursive: true, force: true });
}

/** Measures every page that somebody of that role may turn to; how many are too slow. */
async function measure(role, cookie) {
  const pages = [];
  for (const scope of ['turn', 'all']) {
    for (const sort of ['due', 'submitted', 'changed']) pages.push(`/office?scope=${scope}&sort=${sort}`);
    for (const list of ['mine', 'unclaimed', 'overdue', 'due_soon', 'waiting']) pages.push(`/office?scope=${scope}&list=${list}`);
  }
  const html = await text('/office', cookie);
  for (const name of ['stage', 'service', 'township', 'state', 'assignee', 'due']) {
    for (const value of optionsOf(html, name).slice(0, 6)) {
      const page = `/office?scope=all&${name}=${value}`;
      pages.push(page, `${page}&sort=submitted`, `${page}&sort=changed`);
    }
  }
  const starts = ['/office', '/office?scope=all', '/office?scope=all&sort=submitted', '/office?scope=all&sort=changed', '/office?state=closed'];
  for (const start of starts) {
    let page = start;
    for (let turn = 0; turn < 20 && page; turn += 1) page = further(await text(page, cookie));
    if (page) pages.push(page);
  }
  let slow = 0;
  for (const page of pages) {
    for (let warm = 0; warm < 3; warm += 1) await text(page, cookie);
    await settled();
    micros.length = 0;
    for (let time = 0; time < Number(asked.times); time += 1) await text(page, cookie);
    await settled();
    const took = micros.filter(entry => entry.route === '/office').map(entry => entry.micros / 1000).sort((one, other) => one - other);
    const at = share => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
    const over = !(at(0.5) < GOAL_MS);
    if (over) slow += 1;
    console.log(`${role.padEnd(22)} ${at(0.5).toFixed(2).padStart(7)} ms median ${at(0.95).toFixed(2).padStart(7)} ms p95  ${over ? 'OVER ' : ''}${page.replace(/after=.*/, 'after=…')}`);
  }
  return slow;
}

/** The member of staff with that role who has most to do: those of the first county and of its first township. */
function busiest(role) {
  const staff = [...signIns.matchAll(/^(\S+) +([A-Z2-7]{16,}) {2}(.+)$/gm)].map(([, login, secret, about]) => ({ login, secret, about }));
  return staff.find(({ about }) => about.includes(`, ${role},`));
}

async function signIn({ login, secret }) {
  const password = signIns.match(/^Password of all staff: (\S+)$/m)[1];
  const cookies = new Map();
  let cookie = '';
  let page = await form('/office/sign-in');
  page = await send('/office/sign-in', { [page.name]: login, [page.password]: password });
  await send('/office/sign-in/code', { [page.code]: oneTimeCode(secret) });
  return cookie;

  async function form(address) {
    const response = await fetch(site + address, { headers: { cookie }, redirect: 'manual' });
    keep(response);
    const html = await response.text();
    const named = pattern => html.match(/<input\b[^>]*>/g)?.find(input => pattern.test(input))?.match(/name="([^"]*)"/)?.[1];
    return {
      name: named(/autocomplete="username"/),
      password: named(/type="password"/),
      code: named(/autocomplete="one-time-code"/),
      hidden: Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value])),
    };
  }
  async function send(address, fields) {
    const { hidden } = await form(address);
    const response = await fetch(site + address, {
      method: 'POST', redirect: 'manual', headers: { cookie, origin: site }, body: new URLSearchParams({ ...hidden, ...fields }),
    });
    keep(response);
    if (response.status !== 303) throw new Error(`${login} cannot sign in: ${response.status} at ${address}`);
    return form(response.headers.get('location'));
  }
  function keep(response) {
    for (const set of response.headers.getSetCookie()) {
      const [name, value] = set.split(';')[0].split(/=(.*)/);
      cookies.set(name, value);
    }
    cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

function oneTimeCode(secret) {
  let bits = '';
  for (const character of secret) bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0');
  const key = Buffer.from(bits.match(/.{8}/g).map(byte => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  return String((digest.readUInt32BE(digest[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function text(address, cookie) {
  const response = await fetch(site + address, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${response.status} at ${address}`);
  return response.text();
}

/** The values that a filter of the queue offers. */
function optionsOf(html, name) {
  return [...html.matchAll(new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]+)"`, 'g'))].map(([, value]) => value);
}

function further(html) {
  return html.match(/href="(\/office\?[^"]*after=[^"]*)"/)?.[1].replaceAll('&amp;', '&');
}

/** The log comes a moment after the answer. */
function settled() {
  return new Promise(done => setTimeout(done, 30));
}

async function ready() {
  for (let wait = 0; wait < 300; wait += 1) {
    try {
      if ((await fetch(`${site}/health/ready`)).ok) return;
    } catch { /* not listening yet */ }
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('the server does not become ready');
}

function freePort() {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => done(free));
    });
  });
}
