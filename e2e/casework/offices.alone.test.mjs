// Four people of the demonstration apply on a small phone without script, in Chinese; the township, the federation and
// civil affairs work their cases through on the pages, to the decision, the notice, the award and the letter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, answer, choose, fits, fromHome, handIn, heading, press, type } from '../harness/apply.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { letDaysPass, portalNow } from '../harness/clock.mjs';
import { PEOPLE } from '../harness/demo.mjs';
import { accept, carryOut, desk, fillIn, offered, openCase } from '../harness/office.mjs';
import { comeBack, phone, readLetter, signUp, takeLetter, written } from '../harness/resident.mjs';
import { pick, SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const LIVING = '困难残疾人生活补贴';
const CARE = '重度残疾人护理补贴';
const link = id => PEOPLE.find(person => person.id === id).link;

/** The two first offices: the township accepts and reviews, the federation looks at the certificate. */
async function reviewed(county, reference, identity) {
  const township = await desk(`${county}-township`);
  await openCase(township, reference);
  await accept(township, identity);
  await carryOut(township, 'review', { opinion: 'meets', sentence: '材料齐全，情况属实。' });
  const federation = await desk(`${county}-federation`);
  await openCase(federation, reference);
  await carryOut(federation, 'review', { opinion: 'meets', sentence: '证件和等级都核对过。' });
}

/** The office that decides. @returns its page of the case */
async function decided(county, reference, fill, who = 'civil') {
  const decider = await desk(`${county}-${who}`);
  await openCase(decider, reference);
  await carryOut(decider, 'decide', fill);
  return decider;
}

const main = page => page.locator('main').innerText();
const standing = page => page.locator('.page-head').innerText();

const hunan = new Date(portalNow() + 8 * 3_600_000);
/** The month of the application, as letters write it. */
const month = `${hunan.getUTCFullYear()}年${hunan.getUTCMonth() + 1}月`;

// What has to be kept until the notices are over.
let chunyan, lixin;

test('S01, with an account linked to the register, is granted both', async () => {
  const page = await phone();
  const account = await signUp(page, '春燕');
  await page.locator('main a[href="/account/link"]').first().click();
  await page.getByLabel('连接码').fill(link('S01').toLowerCase());
  await press(page, '连上');
  assert.match(await main(page), /已经连上李春燕/);

  await fromHome(page, ['living_subsidy', 'care_subsidy']);
  const seen = await answer(page, {
    ...about({ name: '李春燕', resident_id: '430626198808089988', certificate: '43062619880808998841', county: '平江', township: '汉昌' }),
    whom: choose('whom', 'self'),
    payment: async page => {
      await pick(page.locator('main form[method=post]').last(), 'account', 'bank_card');
      await type(page, { account_number: '6222 0200 0000 0000 018' });
    },
  });
  assert.ok(seen.includes('register'), 'what the register says is shown to be confirmed');
  assert.ok(!seen.includes('question-aid_status'), 'and not asked again');
  assert.match(await main(page), /低保家庭/);
  await handIn(page);
  const { cases } = await written(page);
  assert.deepEqual(Object.keys(cases).sort(), [LIVING, CARE].sort());
  chunyan = { page, account, cases };

  await reviewed('pingjiang', cases[LIVING], 'in_person');
  await reviewed('pingjiang', cases[CARE], 'in_person');
  for (const [service, reason] of [[LIVING, 'IN_DIBAO'], [CARE, 'GRADE_1_2']]) {
    const decider = await decided('pingjiang', cases[service], { outcome: 'grant', reasons: [reason], sentence: '您家的情况符合条件。' });
    assert.match(await main(decider), /批准，每月70元/);
    assert.match(await standing(decider), /公示中/);
  }
  const notices = await phone();
  await notices.goto(`${SITE}/notices/430626`);
  const shown = await main(notices);
  assert.match(shown, /李\*\*/);
  assert.ok(!shown.includes('李春燕') && !shown.includes('430626198808089988'), 'the notice hides who it is');
  await notices.context().close();
});

test('S02: a mother applies for her child in Yuelu, where Changsha’s rule gives more; nobody reads of a child in public', async () => {
  const page = await phone();
  await fromHome(page, ['living_subsidy', 'care_subsidy']);
  await answer(page, {
    ...about({ name: '刘一诺', resident_id: '430104202002209999', certificate: '43010420200220999962', county: '岳麓', township: '望月湖' }),
    whom: choose('whom', 'legal_guardian'),
    'question-aid_status': choose('answer', 'none'),
    consents: choose('child', 'yes'),
    helper: async page => {
      await type(page, { name: '王静', resident_id: '430104199101019985', phone: '13800000000' });
      await pick(page.locator('main form[method=post]').last(), 'relationship', 'mother');
    },
  });
  assert.match(await main(page), /每月100元[^]*每月140元/, 'Changsha’s amounts');
  await handIn(page);
  const kept = await written(page);
  for (const [service, reason, monthly] of [[LIVING, 'GRADE_1_2_LOCAL_RULE', 140], [CARE, 'GRADE_1_2', 100]]) {
    await reviewed('yuelu', kept.cases[service], 'representative');
    const decider = await decided('yuelu', kept.cases[service], { outcome: 'grant', reasons: [reason], sentence: '孩子的等级符合长沙的规定。' });
    assert.match(await main(decider), new RegExp(`批准，每月${monthly}元`));
    assert.doesNotMatch(await standing(decider), /公示中/, 'a child is never shown in public');
  }
  const later = await phone();
  await comeBack(later, kept, ['2020', '2', '20']);
  await later.locator('main a', { hasText: LIVING }).first().click();
  await fits(later);
  const letter = await readLetter(later);
  assert.match(letter, /王静.*替您申请/);
  assert.match(letter, /刘一诺/);
  assert.match(letter, new RegExp(`每月140元，从${month}算起`));
  assert.match(letter, /行政复议/);
  await fits(later);
});

test('S03: a son applies for his father, who keeps the higher benefit; the refusal needs a second signature', async () => {
  const page = await phone();
  await fromHome(page, ['care_subsidy']);
  const seen = await answer(page, {
    ...about({ name: '陈德明', resident_id: '430405195303039997', certificate: '43040519530303999722', county: '珠晖', township: '衡州路' }),
    whom: choose('whom', 'relative'),
    'question-aid_status': choose('answer', 'none'),
    'question-elderly_care': async page => {
      await pick(page.locator('main form[method=post]').last(), 'answer', 'yes');
      await type(page, { amount: '100' });
    },
    'overlap-care_subsidy': async page => {
      assert.match(await main(page), /70[^]*100|100[^]*70/, 'both amounts are shown');
      await choose('choice', 'keep_other')(page);
    },
    helper: async page => {
      await type(page, { name: '陈小明', resident_id: '430405197909099993', phone: '138 0000 0000' });
      await pick(page.locator('main form[method=post]').last(), 'relationship', 'son');
    },
  });
  for (const paper of ['relationship_proof', 'authorization_letter']) assert.ok(seen.includes(`papers/${paper}`), paper);
  await handIn(page);
  const kept = await written(page);
  const reference = kept.cases[CARE];
  await reviewed('zhuhui', reference, 'representative');
  const decider = await decided('zhuhui', reference, {
    outcome: 'refuse', reasons: ['OVERLAP_ELDERLY_CARE_ALLOWANCE'], sentence: '您选了接着领养老护理补贴，那一份高一些，两份不能同时领。',
  });
  assert.match(await standing(decider), /等待复核签字/);
  assert.ok(!(await offered(decider)).includes('sign_second'), 'nobody signs their own');
  const second = await desk('zhuhui-civil-2');
  await openCase(second, reference);
  await carryOut(second, 'sign_second', { sign: 'yes' });
  const later = await phone();
  await comeBack(later, kept, ['1953', '3', '3']);
  const letter = await readLetter(later);
  assert.match(letter, /这次不给重度残疾人护理补贴/);
  assert.match(letter, /养老护理补贴/);
  assert.match(letter, /陈小明/);
  assert.match(letter, /60日以内/);
  await fits(later);
});

test('S09: a frozen certificate holds the case, with the reason; the federation lifts it and it is granted', async () => {
  const page = await phone();
  await fromHome(page, ['living_subsidy']);
  await answer(page, {
    ...about({ name: '周立新', resident_id: '430181197505159996', certificate: '43018119750515999644B1', county: '宁乡', township: '玉潭' }),
    whom: choose('whom', 'self'),
    'question-aid_status': choose('answer', 'dibao'),
    'question-certificate_status': choose('answer', 'frozen'),
  });
  assert.match(await main(page), /冻结/);
  await handIn(page);
  lixin = await written(page);
  const reference = lixin.cases[LIVING];
  await comeBack(page, lixin, ['1975', '5', '15']);
  assert.match(await main(page), /残疾人证被冻结了/, 'the resident reads what is waited for');

  const township = await desk('ningxiang-township');
  await openCase(township, reference);
  await accept(township, 'in_person');
  await carryOut(township, 'review', { opinion: 'doubtful', sentence: '户口迁来了，证还没有迁，等县残联办。' });
  const federation = await desk('ningxiang-federation');
  await openCase(federation, reference);
  await carryOut(federation, 'lift_hold', { 'until-year': '2029', 'until-month': '9', 'until-day': '8' });
  await carryOut(federation, 'review', { opinion: 'meets', sentence: '证已经迁到宁乡，有效。' });
  // While the certificate held everything up nobody asked about the other allowance: the office does.
  const office = await desk('ningxiang-civil');
  await openCase(office, reference);
  const open = office.locator('a:has-text("补上")');
  if (await open.count() > 0) {
    await open.click();
    await fillIn(office, { value: '0', source: 'stated', sentence: '电话问过本人，没有领。' });
    await office.locator('main form[method=post] button').first().click();
  }
  const decider = await decided('ningxiang', reference, { outcome: 'grant', reasons: ['IN_DIBAO'], sentence: '您家在吃低保，证也办好了。' });
  assert.match(await main(decider), /批准，每月140元/);
  assert.match(await standing(decider), /公示中/);
});

test('when the days of the notice are over the awards take effect, and the letters say so', async () => {
  letDaysPass(25);
  const again = await phone();
  await comeBack(again, lixin, ['1975', '5', '15']);
  // The program ends the notices by itself, within seconds of the new day.
  for (let tries = 0; (await main(again)).includes('正在公示') && tries < 40; tries += 1) {
    await again.waitForTimeout(500);
    await again.reload();
  }
  assert.match(await main(again), /批准了/);
  assert.doesNotMatch(await main(again), /正在公示/);
  const letter = await readLetter(again);
  assert.match(letter, /每月140元/);
  assert.match(letter, /周立新/);
  await fits(again);

  // Her session is over after so many days: she signs in again and is where she wanted to be.
  const { page, account, cases } = chunyan;
  await page.goto(`${SITE}/cases/${cases[CARE].replaceAll(' ', '')}`);
  await page.getByRole('link', { name: '有账号的，登录以后看' }).click();
  await page.getByLabel('用户名或手机号').fill(account.name);
  await page.getByLabel('密码', { exact: true }).fill(account.password);
  await press(page, '登录');
  assert.match(await main(page), /重度残疾人护理补贴\s+批准了/);
  await fits(page);
  const taken = await takeLetter(page);
  assert.match(taken, new RegExp(`给您重度残疾人护理补贴，每月70元，从${month}算起`), 'from the month of the application');
  assert.match(taken, /到\d+年\d+月\d+日为止都可以申请行政复议/);
  await fits(page);
});
