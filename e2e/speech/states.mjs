// What has to be so before a plan begins: made on the portal's own pages, by the helpers that the journeys use.
// play.py asks on the standard input, a line of JSON each: {"state": NAME} or {"word": NAME}.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { about, answer, choose, fromHome, handIn, name, send } from '../harness/apply.mjs';
import { closeBrowser } from '../harness/browser.mjs';
import { letDaysPass } from '../harness/clock.mjs';
import { oneTimeCode, PASSWORD, staff } from '../harness/demo.mjs';
import { photo } from '../harness/files.mjs';
import { accept, carryOut, desk, openCase } from '../harness/office.mjs';
import { comeBack, phone, signUp, written } from '../harness/resident.mjs';
import { SITE } from '../harness/site.mjs';

const NAREN = { name: '欧阳·娜仁', resident_id: '431321196507129986', certificate: '43132119650712998642', county: '双峰', township: '永丰' };
const BIRTH = ['1965', '7', '12'];
const LIVING = '困难残疾人生活补贴';

/** Where a page is and who looks at it. What is not the same in each run has a name in `words`. */
const at = async (page, words = {}) => ({
  address: new URL(page.url()).pathname,
  cookies: (await page.context().cookies()).map(({ name, value }) => ({ name, value, url: SITE })),
  words,
});

/** Somebody of 双峰 has answered up to a page; the household has 低保 or nothing. */
async function answeredUpTo(last, aid = 'dibao') {
  const page = await phone();
  await fromHome(page, ['living_subsidy']);
  const answers = { ...about(NAREN), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', aid) };
  const stop = new Error('here');
  try {
    await answer(page, answers, async page => { if (name(page) === last) throw stop; });
  } catch (why) {
    if (why !== stop) throw why;
  }
  return page;
}

/** She has handed in. What she wrote down, and her page. */
async function handedIn(aid) {
  const page = await answeredUpTo('check', aid);
  await handIn(page);
  return { page, kept: await written(page) };
}

const caseOf = kept => kept.cases[LIVING].replaceAll(' ', '');

/** Her case has been reviewed by the first two offices, and waits for whoever decides. */
async function reviewed(aid, opinion) {
  const { page, kept } = await handedIn(aid);
  const reference = kept.cases[LIVING];
  const township = await desk('shuangfeng-township');
  await openCase(township, reference);
  await accept(township, 'in_person');
  await carryOut(township, 'review', { opinion, sentence: '材料齐全，情况属实。' });
  const federation = await desk('shuangfeng-federation');
  await openCase(federation, reference);
  await carryOut(federation, 'review', { opinion, sentence: '证件和等级都核对过。' });
  return { page, kept, reference };
}

const STATES = {
  /** Somebody is about to say who they are. */
  'at person': async () => at(await answeredUpTo('person')),
  /** Somebody is asked for a paper, and has a photo of it. */
  'at a paper': async () => {
    const folder = mkdtempSync(`${tmpdir()}/photo-`);
    const picture = await photo();
    writeFileSync(`${folder}/${picture.name}`, picture.buffer);
    return { ...await at(await answeredUpTo('papers/household_register')), files: { photo: `${folder}/${picture.name}` } };
  },
  /** All is answered. */
  'at check': async () => at(await answeredUpTo('check')),
  /** The office asks for two papers. */
  'papers asked for': async () => {
    const { page, kept } = await handedIn();
    const township = await desk('shuangfeng-township');
    await openCase(township, kept.cases[LIVING]);
    await carryOut(township, 'request_papers', { papers: ['household_register', 'payment_account'], sentence: '户口簿要拍到您本人那一页。' });
    await page.goto(`${SITE}/cases/${caseOf(kept)}`);
    return at(page);
  },
  /** It has been decided: not granted, signed twice. */
  'decided': async () => {
    const { page, kept, reference } = await reviewed('none', 'fails');
    const civil = await desk('shuangfeng-civil');
    await openCase(civil, reference);
    await carryOut(civil, 'decide', { outcome: 'refuse', reasons: ['NOT_LOW_INCOME'], sentence: '您家现在没有吃低保。' });
    const second = await desk('shuangfeng-civil-2');
    await openCase(second, reference);
    await carryOut(second, 'sign_second', { sign: 'yes' });
    await comeBack(page, kept, BIRTH);
    await page.goto(`${SITE}/cases/${caseOf(kept)}`);
    return at(page);
  },
  /** A case waits for the office that decides, which has it open. */
  'to be decided': async () => {
    const { reference } = await reviewed('dibao', 'meets');
    const civil = await desk('shuangfeng-civil');
    await openCase(civil, reference);
    return at(civil);
  },
  /** A member of staff has the list of work before them: of a street for which no other plan applies. */
  'at work': async () => {
    const township = await desk('yuelu-township');
    await township.goto(`${SITE}/office`);
    return at(township);
  },
  /** A member of staff is to sign in. */
  'staff': async () => ({ words: { password: PASSWORD } }),
  /** Somebody has been signed in nearly as long as one may. */
  'session ends': async () => {
    const page = await phone();
    const { name: account } = await signUp(page, '清风');
    for (const hours of [1.9, 1.9, 1.9, 1.9, 1.9, 1.9, 0.35]) {
      later(hours);
      await page.goto(`${SITE}/account`);
    }
    return at(page, { account });
  },
};

/** What is only good for a moment is made when it is typed. */
const WORDS = {
  'new name': () => `chunyan-${Date.now()}`,
  'code': () => oneTimeCode(staff('shuangfeng-federation').secret),
};

let hours = 0;
function later(more) {
  hours += more;
  letDaysPass(more / 24);
}

async function answerTo(asked) {
  if (asked.word) return { word: await WORDS[asked.word]() };
  // A plan that needed time to pass gives it back.
  if (hours > 0) later(-hours);
  return STATES[asked.state]();
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = await answerTo(JSON.parse(line));
  } catch (why) {
    answer = { failed: String(why.stack ?? why) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await closeBrowser();
