// CPU the server spends on a page of an application: showing, refusing, saving a question, showing all answers.
// See README.md.
//
//   node bench/pages.mjs [--seconds 6] [--rounds 3] [--connections 16] [--people 64] [--beside 'NAME=PID …/plan.json']…
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: asked } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    people: { type: 'string', default: '64' },
    database: { type: 'string' },
    beside: { type: 'string', multiple: true, default: [] },
  },
});
const here = dirname(fileURLToPath(import.meta.url));
const program = process.env.PROGRAM ?? join(here, '../target/release/zhida');
if (!existsSync(program)) throw new Error(`${program} is missing: ./run --build-only makes it`);
const STEPS = ['form', 'error', 'check', 'save'];

const data = mkdtempSync(join(tmpdir(), 'zhida-pages-'));
const port = await freePort();
const site = `http://127.0.0.1:${port}`;
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ZHIDA_'))),
  ZHIDA_ADDR: `127.0.0.1:${port}`, ZHIDA_DATA: data,
};
if (asked.database) environment.ZHIDA_DATABASE_URL = asked.database;
const server = spawn('taskset', ['-c', '0', program, 'serve'], { env: environment, stdio: ['ignore', 'ignore', 'ignore'] });
try {
  await ready();
  const people = [];
  for (let person = 0; person < Number(asked.people); person += 1) people.push(await anApplication());
  const plan = join(data, 'plan.json');
  writeFileSync(plan, JSON.stringify({ site, people }));
  const peers = [{ name: 'zhida', pid: server.pid, plan }, ...asked.beside.map(besides)];
  const took = new Map();
  for (const step of STEPS) {
    for (let round = 0; round < Number(asked.rounds); round += 1) {
      for (const peer of peers) keep(took, `${step} ${peer.name}`, load(peer, step));
    }
    for (const { name } of peers) {
      const rounds = took.get(`${step} ${name}`);
      const of = what => rounds.map(round => round[what]).sort((one, other) => one - other)[Math.floor(rounds.length / 2)];
      const bad = rounds.reduce((sum, round) => sum + round.bad, 0);
      console.log(`${step.padEnd(6)} ${name.padEnd(24)} ${of('micros').toFixed(0).padStart(6)} µs CPU ${of('perSecond').toFixed(0).padStart(7)} a second  p50 ${of('p50').toFixed(1)} ms  p99 ${of('p99').toFixed(1)} ms  ${of('memory').toFixed(0)} MiB${bad ? `  ${bad} WRONG ANSWERS` : ''}`);
      if (bad) process.exitCode = 1;
    }
  }
} finally {
  server.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}

/** One step for some seconds on one peer: microseconds of CPU for each request, requests a second, times, memory. */
function load({ pid, plan }, step) {
  const before = ticks(pid);
  const out = execFileSync('taskset', ['-c', '1', 'wrk', '-t1', `-c${asked.connections}`, `-d${asked.seconds}s`, '-s', join(here, 'pages.lua'), JSON.parse(readFileSync(plan)).site], {
    env: { ...process.env, LINES: lines(plan, step) }, encoding: 'utf8',
  });
  const [, requests, perSecond, p50, p99, bad] = out.match(/^RESULT (\S+) (\S+) (\S+) (\S+) (\S+)/m).map(Number);
  return { micros: ((ticks(pid) - before) * 10_000) / requests, perSecond, p50, p99, bad, memory: memory(pid) };
}

/** A file that wrk can read: one request a line, `cookie TAB method TAB path TAB body`. */
function lines(plan, step) {
  const { people } = JSON.parse(readFileSync(plan));
  const file = join(data, `${step}.lines`);
  writeFileSync(file, people.map(person => [person.cookie, ...person[step]].join('\t')).join('\n') + '\n');
  return file;
}

/** The process and the workers that it started. */
function family(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return [pid, ...children.flatMap(family)];
}
function ticks(pid) {
  return family(pid).reduce((sum, one) => {
    const fields = readFileSync(`/proc/${one}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return sum + Number(fields[11]) + Number(fields[12]);
  }, 0);
}
function memory(pid) {
  return family(pid).reduce((sum, one) => sum + Number(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8').match(/^Pss: +(\d+)/m)[1]), 0) / 1024;
}
function besides(said) {
  const [, name, pid, plan] = said.match(/^([^=]+)=(\d+) (.+)$/) ?? [];
  if (!plan) throw new Error(`--beside '${said}': write NAME=PID PLAN.json`);
  return { name, pid: Number(pid), plan };
}
function keep(map, key, value) {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** A visitor who has answered everything, and what wrk sends in their name. */
async function anApplication() {
  const ANSWERS = {
    new: { service: 'living_subsidy' }, whom: { whom: 'self' }, person: { name: '李春燕', resident_id: '430626198808089988' },
    certificate: { certificate: 'number', certificate_number: '43062619880808998841' }, hukou: { place: '430626' }, township: { place: '430626001' },
    residence: { living: 'at_hukou' }, 'question-certificate_status': { answer: 'valid' }, 'question-aid_status': { answer: 'dibao' },
    'question-other_benefits': { answer: 'none' }, 'question-elderly_care': { answer: 'no' }, 'question-welfare_living': { answer: 'no' },
    contact: {}, access: {}, payment: { account: 'none' }, holder: { holder: 'own' }, consents: {},
  };
  const visitor = { cookies: new Map(), cookie: '' };
  let at = '/apply/new';
  const seen = new Map();
  while (!at.endsWith('/check')) {
    const name = at.split('?')[0].split('/').slice(at.startsWith('/apply/new') ? 2 : 3).join('/');
    const answer = ANSWERS[name] ?? (name.startsWith('papers/') ? { how: 'bring', act: 'continue' } : undefined);
    if (!answer || seen.has(name)) throw new Error(`${at}: no answer, or not taken`);
    const hidden = await fields(visitor, at);
    seen.set(name, { at, hidden });
    at = await post(visitor, at, { ...hidden, ...answer });
  }
  const { at: contact, hidden } = seen.get('contact');
  const body = answer => new URLSearchParams({ ...hidden, ...answer }).toString();
  return {
    cookie: visitor.cookie,
    form: ['GET', contact, ''],
    error: ['POST', contact, body({ phone: '123' })],
    check: ['GET', at, ''],
    save: ['POST', contact, body({ phone: '1387300NUMBER' })],
  };
}
async function fields(visitor, address) {
  const response = await fetch(site + address, { headers: { cookie: visitor.cookie }, redirect: 'manual' });
  remember(visitor, response);
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} at ${address}`);
  return Object.fromEntries([...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}
async function post(visitor, address, answer) {
  const response = await fetch(site + address, {
    method: 'POST', redirect: 'manual', headers: { cookie: visitor.cookie, origin: site }, body: new URLSearchParams(answer),
  });
  remember(visitor, response);
  if (response.status !== 303) throw new Error(`${response.status} at ${address}: ${(await response.text()).match(/id="errors"[\s\S]{0,400}/)}`);
  return response.headers.get('location').replace(/#.*/, '');
}
function remember(visitor, response) {
  for (const set of response.headers.getSetCookie()) {
    const [name, value] = set.split(';')[0].split(/=(.*)/);
    visitor.cookies.set(name, value);
  }
  visitor.cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
async function ready() {
  for (let turn = 0; turn < 100; turn += 1) {
    const answer = await fetch(`${site}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('the server did not start');
}
function freePort() {
  return new Promise(found => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listener.address();
      listener.close(() => found(port));
    });
  });
}
