// Who comes to the portal, each with what they have done there before: made once, without script, on the pages.
import assert from 'node:assert/strict';
import { about, answer, choose, form, fromHome, handIn, send, type } from './apply.mjs';
import { DESKTOP, visitor } from './browser.mjs';
import { portalNow } from './clock.mjs';
import { giveCode, givePassword, PEOPLE, staff, takeOn } from './demo.mjs';
import { photo } from './files.mjs';
import { accept, carryOut, desk, fillIn, offered, openCase, wrong } from './office.mjs';
import { comeBack, register, signUp, written } from './resident.mjs';
import { linksOf, pick, SITE } from './site.mjs';

const LIVING = '困难残疾人生活补贴';
const CARE = '重度残疾人护理补贴';
const NAREN = { name: '欧阳·娜仁', resident_id: '431321196507129986', certificate: '43132119650712998642', county: '双峰', township: '永丰' };
const CHUNYAN = { name: '李春燕', resident_id: '430626198808089988', certificate: '43062619880808998841', county: '平江', township: '汉昌' };
const DEMING = { name: '陈德明', resident_id: '430405195303039997', certificate: '43040519530303999722', county: '珠晖', township: '衡州路' };
const BIRTH = ['1965', '7', '12'];
const SENTENCE = '材料齐全，情况属实。';

/** A page of somebody who has never been here, without script. */
const fresh = async () => (await visitor({ scripts: false, window: DESKTOP })).newPage();
const part = (page, index) => new URL(page.url()).pathname.split('/')[index];
const bare = reference => reference.replaceAll(' ', '');
const upload = async page => {
  await page.locator('input[type=file]').setInputFiles(await photo());
  await page.locator('main form[enctype] button').first().click();
};
/** The first link of a page whose path fits. */
const linkOn = async (page, pattern) => linksOf(await page.content()).find(path => pattern.test(path.split('?')[0]));

/** Naren hands in what she applies for, and comes back with her code. */
async function handedIn(aid) {
  const page = await fresh();
  await fromHome(page, ['living_subsidy']);
  await answer(page, { ...about(NAREN), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', aid) });
  const draft = part(page, 2);
  await handIn(page);
  const kept = await written(page);
  return { page, draft, kept, reference: kept.cases[LIVING] };
}

/** Naren hands in a service that an office has to look into, each question of which is answered here; her case. */
async function askedFor(service, answers) {
  const page = await fresh();
  await fromHome(page, [service]);
  await answer(page, { ...about(NAREN), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', 'dibao'), ...answers });
  const draft = part(page, 2);
  await handIn(page);
  const kept = await written(page);
  return { page, draft, kept, reference: Object.values(kept.cases)[0] };
}
const DEVICE = { 'question-device_needs': choose('answer', 'moving'), 'question-device_payer': choose('answer', 'none') };
const HOME = { 'question-retrofit_home': choose('answer', 'own_one_storey'), 'question-retrofit_payer': choose('answer', 'none'), 'question-retrofit_needs': choose('answer', 'bathroom') };
const MATTER = { 'question-legal_matter': choose('answer', 'support_or_maintenance'), 'question-matter_place': choose('answer', 'here'), 'question-legal_urgency': choose('answer', 'none'), 'question-safe_contact': choose('answer', 'portal_only') };

/** The township passes it on. */
async function received(reference) {
  const township = await desk('shuangfeng-township');
  await openCase(township, reference);
  await accept(township, 'in_person');
  await carryOut(township, 'review', { opinion: 'meets', sentence: SENTENCE });
}

/** An officer records what was seen. */
async function records(page, reference, fact, value) {
  await page.goto(`${SITE}/office/cases/${bare(reference)}/correct?fact=${fact}`);
  await fillIn(page, { value, source: 'officer', sentence: '11月20日到家里看过。' });
  await send(page);
  assert.equal(new URL(page.url()).searchParams.get('done'), 'saved', `${fact}: ${await wrong(page)}`);
}

/** Was assessed, and is offered two things to choose from. */
async function offeredThings() {
  const { page, kept, reference } = await askedFor('assistive_device', DEVICE);
  await received(reference);
  const fits = await desk('shuangfeng-federation');
  await openCase(fits, reference);
  await records(fits, reference, 'other.device_fitting', 'needed');
  await openCase(fits, reference);
  await carryOut(fits, 'offer_items', { items: ['wc_basic', 'wc_flex'], sentence: '家里的门窄，这两样进得去。' });
  await comeBack(page, kept, BIRTH);
  return { page, known: { reference: bare(reference) } };
}

/** Legal aid is granted, by two of the centre. */
async function granted() {
  const { page, kept, reference } = await askedFor('legal_aid', MATTER);
  const receives = await desk('shuangfeng-legal-aid');
  await openCase(receives, reference);
  await accept(receives, 'in_person');
  await carryOut(receives, 'review', { opinion: 'meets', sentence: SENTENCE });
  const decides = await desk('shuangfeng-legal-aid-2');
  await openCase(decides, reference);
  await carryOut(decides, 'decide', { outcome: 'grant', reasons: ['MATTER_ART31_4'], sentence: '给您派一位律师。' });
  await comeBack(page, kept, BIRTH);
  return { page, known: { reference: bare(reference) } };
}

const HURRIES = { ...MATTER, 'question-legal_urgency': choose('answer', 'limitation_near') };
const OF_NO_LAW = { ...MATTER, 'question-legal_matter': choose('answer', 'other') };

/** Cannot wait: legal aid is granted before the papers are there. */
async function helpedFirst() {
  const { page, kept, reference } = await askedFor('legal_aid', HURRIES);
  const receives = await desk('shuangfeng-legal-aid');
  await openCase(receives, reference);
  await carryOut(receives, 'accept', { identity: 'in_person', filer: 'opened' });
  await carryOut(receives, 'review', { opinion: 'meets', sentence: SENTENCE });
  const decides = await desk('shuangfeng-legal-aid-2');
  await openCase(decides, reference);
  await carryOut(decides, 'decide', { outcome: 'grant', reasons: ['MATTER_ART31_4'], sentence: '先给您派一位律师。' });
  await comeBack(page, kept, BIRTH);
  return { page, known: { reference: bare(reference) } };
}

/** Legal aid is refused: the matter is none that a law lists. */
async function notCovered() {
  const { page, kept, reference } = await askedFor('legal_aid', OF_NO_LAW);
  const receives = await desk('shuangfeng-legal-aid');
  await openCase(receives, reference);
  await accept(receives, 'in_person');
  await records(receives, reference, 'other.matter_check', 'not_covered');
  await openCase(receives, reference);
  await carryOut(receives, 'review', { opinion: 'fails', sentence: SENTENCE });
  const decides = await desk('shuangfeng-legal-aid-2');
  await openCase(decides, reference);
  await carryOut(decides, 'decide', { outcome: 'refuse', reasons: ['MATTER_NOT_COVERED'], sentence: '这件事不在范围里。' });
  await comeBack(page, kept, BIRTH);
  return { page, known: { reference: bare(reference) } };
}

/** A son applies for his mother, who has still to confirm it. */
async function filedByASon() {
  const page = await fresh();
  await fromHome(page, ['living_subsidy']);
  await answer(page, {
    ...about(NAREN), whom: choose('whom', 'relative'), 'question-aid_status': choose('answer', 'dibao'),
    helper: async helper => {
      await type(helper, { name: '陈小明', resident_id: '430405197909099993', phone: '13800000000' });
      await pick(form(helper), 'relationship', 'son');
    },
    'papers/authorization_letter': choose('how', 'confirm'),
  });
  await handIn(page);
  const { cases } = await written(page);
  return { page, reference: cases[LIVING], known: { reference: bare(cases[LIVING]) } };
}

/** An old man applies for what he cannot have beside the allowance that he receives, and keeps that. */
async function keepingTheOther() {
  const page = await fresh();
  await fromHome(page, ['care_subsidy']);
  await answer(page, {
    ...about(DEMING), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', 'none'),
    'question-elderly_care': async asked => {
      await pick(form(asked), 'answer', 'yes');
      await type(asked, { amount: '100' });
    },
    'overlap-care_subsidy': choose('choice', 'keep_other'),
  });
  await handIn(page);
  const { cases } = await written(page);
  return { page, known: { reference: bare(cases[CARE]) } };
}

/** An officer writes down what somebody says at home, up to the signed statement. */
async function atTheDoor(service = 'living_subsidy') {
  const page = await desk('pingjiang-township');
  await page.goto(`${SITE}/office/assist/new`);
  await type(page, { name: CHUNYAN.name, resident_id: CHUNYAN.resident_id });
  await send(page);
  const filing = part(page, 3);
  await page.locator('main .actions a.button').first().click();
  await pick(form(page), 'service', service);
  await send(page);
  await answer(page, {
    ...about(CHUNYAN), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', 'dibao'), 'question-grade': choose('answer', '1'),
    made: saysSo, 'papers/assisted_statement': uploadOnly,
  });
  return { page, known: { draft: part(page, 2), filing } };
}
const today = () => {
  const hunan = new Date(portalNow() + 8 * 3_600_000);
  return [hunan.getUTCFullYear(), hunan.getUTCMonth() + 1, hunan.getUTCDate()].map(String);
};
/** Where, how and when; that it was read out. */
async function saysSo(page) {
  const [year, month, day] = today();
  await pick(form(page), 'made-place', 'home');
  await pick(form(page), 'made-way', 'thumb_print');
  await type(page, { 'made-on-year': year, 'made-on-month': month, 'made-on-day': day });
  await pick(form(page), 'made-read-out', 'yes');
}
const uploadOnly = async page => page.locator('input[type=file]').setInputFiles(await photo());

/** The first two offices agree. */
async function reviewed(county, reference, opinion = 'meets') {
  const township = await desk(`${county}-township`);
  await openCase(township, reference);
  await accept(township, 'in_person');
  await carryOut(township, 'review', { opinion, sentence: SENTENCE });
  const federation = await desk(`${county}-federation`);
  await openCase(federation, reference);
  await carryOut(federation, 'review', { opinion, sentence: SENTENCE });
}

/** A member of staff before a case, with what can be done with it. */
async function atCase(login, reference) {
  const page = await desk(login);
  await openCase(page, reference);
  const document = await linkOn(page, /\/print\/[^/]+$/);
  const scan = await linkOn(page, /\/papers\/[^/]+$/);
  return { page, known: { reference: bare(reference), commands: await offered(page), document: document?.split('/').at(-1), kind: scan?.split('/').at(-1) } };
}

/** name → () → { page, known }: a page without script, and what stands for the parts of addresses in braces. */
const ARRIVALS = {
  stranger: async () => ({ page: await fresh(), known: {} }),

  /** In the middle of an eligibility check, nothing answered. */
  asked: async () => {
    const page = await fresh();
    await page.goto(`${SITE}/check?q=zhuhui`);
    await pick(form(page), 'place', '430405');
    await send(page);
    return { page, known: { id: part(page, 2), page: part(page, 3) } };
  },

  /** At the end of one. */
  checked: async () => {
    const ANSWERS = { certificate: 'yes', aid_status: 'dibao', grade: '1', certificate_status: 'valid', other_benefits: 'none', elderly_care: 'no', welfare_living: 'no' };
    const { page, known } = await ARRIVALS.asked();
    for (let pages = 0; part(page, 3) !== 'result' && pages < 12; pages += 1) {
      await pick(form(page), 'answer', ANSWERS[part(page, 3)]);
      await send(page);
    }
    assert.equal(part(page, 3), 'result');
    return { page, known: { id: known.id } };
  },

  /** With a new account, and nothing else. */
  account: async () => {
    const page = await fresh();
    const account = await signUp(page, '读者');
    return { page, known: account };
  },

  /** With a new account, before the codes that are shown once. */
  keeper: async () => {
    const page = await fresh();
    await register(page, '读者');
    return { page, known: {} };
  },

  /** With all answers of an application, a photo among its papers. */
  drafter: async () => {
    const page = await fresh();
    await fromHome(page, ['living_subsidy']);
    await answer(page, { ...about(NAREN), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', 'dibao'), 'papers/household_register': upload });
    const draft = part(page, 2);
    await page.goto(`${SITE}/apply/${draft}/papers/household_register`);
    const file = await linkOn(page, /\/papers\/household_register\/[^/]+$/);
    return { page, known: { draft, kind: 'household_register', file: file?.split('/').at(-1) } };
  },

  /** An officer who files for somebody, before looking it all through. */
  filing: atTheDoor,
  /** The same, before it is handed in. */
  swearing: async () => {
    const { page, known } = await atTheDoor('care_subsidy');
    await send(page);
    return { page, known };
  },
  /** The same, handed in. */
  receipted: async () => {
    const { page, known } = await atTheDoor();
    const again = form(page).locator('[name=again]');
    if (await again.count() > 0) await pick(form(page), 'again', 'yes');
    await send(page);
    await pick(form(page), 'agree', 'yes');
    await send(page);
    const cases = await page.locator('article td').allTextContents();
    return { page, known: { ...known, reference: bare(cases.filter(words => /^ZD/.test(words.trim())).at(-1) ?? '') } };
  },

  /** Before the statement. */
  signer: async () => {
    const page = await fresh();
    await fromHome(page, ['care_subsidy']);
    await answer(page, { ...about(NAREN), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', 'dibao') });
    await send(page);
    return { page, known: { draft: part(page, 2) } };
  },

  /** A mother, who applies for her child. */
  mother: async () => {
    const page = await fresh();
    await fromHome(page, ['living_subsidy']);
    await answer(page, {
      ...about({ name: '刘一诺', resident_id: '430104202002209999', certificate: '43010420200220999962', county: '岳麓', township: '望月湖' }),
      whom: choose('whom', 'legal_guardian'),
      'question-aid_status': choose('answer', 'none'),
      consents: choose('child', 'yes'),
      helper: async helper => {
        await type(helper, { name: '王静', resident_id: '430104199101019985', phone: '13800000000' });
        await pick(form(helper), 'relationship', 'mother');
      },
    });
    return { page, known: { draft: part(page, 2) } };
  },

  /** Has handed in, and is asked for papers; one of them is a photo by now. */
  applicant: async () => {
    const { page, draft, kept, reference } = await handedIn('dibao');
    const township = await desk('shuangfeng-township');
    await openCase(township, reference);
    await carryOut(township, 'request_papers', { papers: ['household_register', 'payment_account'], sentence: '户口簿要拍到您本人那一页。' });
    await comeBack(page, kept, BIRTH);
    const known = { draft, reference: bare(reference), kind: 'household_register' };
    await page.goto(`${SITE}/cases/${known.reference}/papers/${known.kind}`);
    await upload(page);
    known.file = (await linkOn(page, /\/papers\/household_register\/[^/]+$/))?.split('/').at(-1);
    await page.goto(`${SITE}/cases/${known.reference}`);
    known.document = (await linkOn(page, /\/print\/[^/]+$/))?.split('/').at(-1);
    return { page, known };
  },

  /** Has filed for his mother, and asked nobody yet. */
  son: filedByASon,
  /** Has asked her, and has a code for her. */
  asking: async () => {
    const { page, known } = await filedByASon();
    await page.goto(`${SITE}/cases/${known.reference}/confirm/filed_for_me`);
    await pick(form(page), 'way', 'code');
    await send(page);
    return { page, known: { ...known, code: await page.locator('.reference-number').textContent() } };
  },
  /** Has typed that code on a telephone of her own. */
  mother_asked: async () => {
    const { known: { code } } = await arrive('asking');
    const page = await fresh();
    await page.goto(`${SITE}/confirm`);
    await type(page, { code, name: NAREN.name, four: NAREN.resident_id.slice(-4) });
    await send(page);
    return { page, known: {} };
  },
  /** At the window, where she comes to confirm it. */
  recorder: async () => atCase('shuangfeng-township-2', (await filedByASon()).reference),

  /** Keeps the allowance he receives, and may still choose the other one. */
  chooser: async () => keepingTheOther(),
  /** Has corrected what the other allowance pays, and not chosen again. */
  undecided: async () => {
    const arrived = await keepingTheOther();
    const { page, known } = arrived;
    await page.goto(`${SITE}/cases/${known.reference}/correct/elderly_care`);
    await type(page, { amount: '60' });
    await send(page);
    assert.equal(part(page, 3), 'choose');
    return arrived;
  },

  /** Was refused, and may contest it. */
  refused: async () => {
    const { page, kept, reference } = await handedIn('none');
    await reviewed('shuangfeng', reference, 'fails');
    const decider = await desk('shuangfeng-civil');
    await openCase(decider, reference);
    await carryOut(decider, 'decide', { outcome: 'refuse', reasons: ['NOT_LOW_INCOME'], sentence: '您家现在没有吃低保。' });
    const second = await desk('shuangfeng-civil-2');
    await openCase(second, reference);
    await carryOut(second, 'sign_second', { sign: 'yes' });
    await comeBack(page, kept, BIRTH);
    // He gives the township a bad mark; of the decision he may still say how satisfied he is.
    await page.goto(`${SITE}/cases/${bare(reference)}/rating/accepted`);
    await pick(form(page), 'mark', '2');
    await send(page);
    await type(page, { words: '我去了三次，每次都说少材料。' });
    await pick(form(page), 'call', 'other');
    await type(page, { phone: '13800000001' });
    await send(page);
    return { page, known: { reference: bare(reference) } };
  },

  /** With an account that an office has linked to her; what she applied for is granted and shown in public. */
  linked: async () => {
    const page = await fresh();
    await signUp(page, '春燕');
    await page.goto(`${SITE}/account/link`);
    await page.locator('main form[method=post] input:not([type=hidden])').first().fill(PEOPLE.find(({ id }) => id === 'S01').link);
    await send(page);
    await fromHome(page, ['living_subsidy']);
    await answer(page, {
      ...about(CHUNYAN), whom: choose('whom', 'self'),
      payment: async paid => {
        await pick(form(paid), 'account', 'bank_card');
        await type(paid, { account_number: '6222 0200 0000 0000 018' });
      },
    });
    await handIn(page);
    const { cases } = await written(page);
    await reviewed('pingjiang', cases[LIVING]);
    const decider = await desk('pingjiang-civil');
    await openCase(decider, cases[LIVING]);
    await carryOut(decider, 'decide', { outcome: 'grant', reasons: ['IN_DIBAO'], sentence: '您家的情况符合条件。' });
    // Where she can be reached, as the office checked it.
    await decider.goto(`${SITE}/office/cases/${bare(cases[LIVING])}/reach`);
    await type(decider, { mobile: '13800000000', address: '平江县汉昌街道1号' });
    await pick(form(decider), 'ways', 'sms');
    await pick(form(decider), 'checked', 'yes');
    await send(decider);
    const notices = await fresh();
    await notices.goto(`${SITE}/notices/430626`);
    const notice = await linkOn(notices, /^\/notices\/430626\/ZD[^/]+$/);
    const reference = bare(cases[LIVING]);
    // She asks why her case was opened the first time; of the latest reading she may still ask.
    await page.goto(`${SITE}/cases/${reference}/seen`);
    const readings = linksOf(await page.content()).filter(path => path.startsWith(`/cases/${reference}/seen/`));
    await page.goto(SITE + readings.at(-1));
    await send(page);
    // She asks her brother to act for her.
    await page.goto(`${SITE}/account/delegations/new`);
    await type(page, { agent: '李建国' });
    for (const [field, value] of [['role', 'relative'], ['services', 'all'], ['powers', 'view']]) await pick(form(page), field, value);
    await send(page);
    await page.goto(`${SITE}/account/delegations`);
    const delegation = await linkOn(page, /^\/account\/delegations\/(?!new|take)[^/]+$/);
    await page.goto(`${SITE}/account/messages`);
    const message = await linkOn(page, /^\/account\/messages\/[^/]+$/);
    return { page, known: { reference, line: readings[0].split('/').at(-1), notice: notice?.split('/').at(-1), delegation: delegation?.split('/').at(-1), message: message?.split('/').at(-1) } };
  },

  /** At the window, with a case that has just come in. */
  township: async () => atCase('shuangfeng-township-2', (await handedIn('dibao')).reference),
  /** Where a case waits for a look at the certificate. */
  federation: async () => {
    const { reference } = await handedIn('dibao');
    const township = await desk('shuangfeng-township');
    await openCase(township, reference);
    await accept(township, 'in_person');
    await carryOut(township, 'review', { opinion: 'meets', sentence: SENTENCE });
    return atCase('shuangfeng-federation', reference);
  },
  /** Where it is decided. */
  decider: async () => {
    const { reference } = await handedIn('dibao');
    await reviewed('shuangfeng', reference);
    return atCase('shuangfeng-civil', reference);
  },
  /** Who signs what another has refused. */
  second: async () => {
    const { reference } = await handedIn('none');
    await reviewed('shuangfeng', reference, 'fails');
    const decider = await desk('shuangfeng-civil');
    await openCase(decider, reference);
    await carryOut(decider, 'decide', { outcome: 'refuse', reasons: ['NOT_LOW_INCOME'], sentence: '您家现在没有吃低保。' });
    return atCase('shuangfeng-civil-2', reference);
  },
  /** Where somebody is to be seen for a device. */
  fitter: async () => {
    const { reference } = await askedFor('assistive_device', DEVICE);
    await received(reference);
    return atCase('shuangfeng-federation', reference);
  },
  /** Was assessed, and may choose one of two things. */
  picker: offeredThings,
  /** Has chosen one of them. */
  picked: async () => {
    const { page, known } = await offeredThings();
    await page.goto(`${SITE}/cases/${known.reference}/items`);
    await pick(form(page), 'item', 'wc_flex');
    await send(page);
    return { page, known };
  },
  /** Where the person is waited for, who is to choose. */
  offerer: async () => atCase('shuangfeng-federation', (await arrive('picker')).known.reference),
  /** Where a home that was visited waits for its turn. */
  visited: async () => {
    const { reference } = await askedFor('home_retrofit', HOME);
    await received(reference);
    const federation = await desk('shuangfeng-federation');
    await openCase(federation, reference);
    await records(federation, reference, 'home.visit', 'can_be_altered');
    await records(federation, reference, 'home.several_disabled', 'true');
    await openCase(federation, reference);
    await carryOut(federation, 'review', { opinion: 'meets', sentence: SENTENCE });
    return atCase('shuangfeng-federation-2', reference);
  },
  /** Has asked for both, and told nothing yet. */
  hopeful: async () => {
    const { page, reference } = await askedFor('home_retrofit', { ...HOME, 'question-retrofit_home': choose('answer', 'rented') });
    return { page, known: { reference: bare(reference) } };
  },

  /** With all answers of an application that nobody else may know of. */
  confider: async () => {
    const page = await fresh();
    await fromHome(page, ['legal_aid']);
    await answer(page, { ...about(NAREN), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', 'dibao'), ...MATTER });
    return { page, known: { draft: part(page, 2) } };
  },
  /** Was granted legal aid, and waits for a lawyer. */
  helped: granted,
  /** At the centre, where a lawyer is to be named. */
  assigner: async () => atCase('shuangfeng-legal-aid', (await arrive('helped')).known.reference),
  /** Has a lawyer. */
  represented: async () => {
    const { page, known } = await granted();
    const centre = await desk('shuangfeng-legal-aid');
    await openCase(centre, known.reference);
    await carryOut(centre, 'assign_lawyer', { name: '曾理', office: '双峰同行律师事务所', number: '0738-6221234' });
    return { page, known };
  },
  /** Has asked for help with what cannot wait. */
  hurried: async () => {
    const { page, reference } = await askedFor('legal_aid', HURRIES);
    return { page, known: { reference: bare(reference) } };
  },
  /** At the centre, with what cannot wait. */
  hurrier: async () => atCase('shuangfeng-legal-aid-2', (await arrive('hurried')).known.reference),
  /** Was helped before the papers were there. */
  early: helpedFirst,
  /** Was refused legal aid, and may object. */
  objector: notCovered,
  /** Has objected. */
  objecting: async () => {
    const { page, known } = await notCovered();
    await page.goto(`${SITE}/cases/${known.reference}/contest`);
    await fillIn(page, { why: '这件事法律里有，请再看一看。' });
    await send(page);
    assert.equal(new URL(page.url()).searchParams.get('done'), 'object');
    return { page, known };
  },
  /** At the justice bureau, to whom somebody has objected. */
  answerer: async () => atCase('shuangfeng-justice', (await arrive('objecting')).known.reference),
  /** At the centre, with a case that has just come in. */
  centre: async () => atCase('shuangfeng-legal-aid-2', (await askedFor('legal_aid', MATTER)).reference),

  /** Of whose offices somebody has given a bad mark. */
  supervisor: async () => {
    await arrive('refused');
    const page = await desk('shuangfeng-supervisor');
    await page.goto(`${SITE}/office/ratings`);
    return { page, known: { rating: (await linkOn(page, /^\/office\/ratings\/(?!counts)[^/]+$/))?.split('/').at(-1) } };
  },
  /** To whom somebody has put a question. */
  auditor: async () => {
    await arrive('linked');
    const page = await desk('auditor');
    await page.goto(`${SITE}/office/audit/asked`);
    return { page, known: { asked: (await linkOn(page, /^\/office\/audit\/asked\/[^/]+$/))?.split('/').at(-1) } };
  },
  administrator: async () => ({ page: await desk('admin'), known: { number: (await arrive('teller')).known.number } }),

  /** Has told what does not work. */
  teller: async () => {
    const page = await fresh();
    await page.goto(`${SITE}/accessibility/feedback?page=%2Fapply`);
    await page.locator('main [name=what]').fill('读屏读不出“继续”这个按钮。');
    await page.locator('main form[method=post] button:not([name])').last().click();
    return { page, known: { number: part(page, 3) } };
  },
  /** At a machine in a hall. */
  hall: async () => {
    const page = await fresh();
    await page.context().addCookies([{ name: 'kiosk', value: 'on', url: SITE }]);
    return { page, known: {} };
  },

  /** Has given the password at work, and not yet the code. */
  halfway: async () => {
    const page = await fresh();
    await givePassword(page, staff('yuelu-township'));
    return { page, known: {} };
  },
  /** Works here from today on: has a first password, and no one-time codes yet. */
  newcomer: async () => {
    const page = await fresh();
    await givePassword(page, takeOn('newcomer'));
    return { page, known: {} };
  },
  /** Has set them up just now, and is shown what to use when they are lost. */
  starter: async () => {
    const page = await fresh();
    await givePassword(page, takeOn('starter'));
    const secret = (await page.locator('main').innerText()).match(/[A-Z2-7]{4}(?:\s?[A-Z2-7]{4}){7}/)[0];
    await giveCode(page, secret.replaceAll(/\s/g, ''));
    return { page, known: {} };
  },
};

const arrived = new Map();

/** A visitor by name: made when first asked for. */
export function arrive(who) {
  assert.ok(who in ARRIVALS, `there is no visitor "${who}"`);
  if (!arrived.has(who)) arrived.set(who, ARRIVALS[who]());
  return arrived.get(who);
}

// They share the desks of one county, which do one thing after the other; and what they hand in is of one person, whose other
// applications an office reads in the order they came.
const IN_SHUANGFENG = ['recorder', 'son', 'asking', 'mother_asked', 'applicant', 'refused', 'township', 'federation', 'decider', 'second', 'supervisor', 'hopeful', 'fitter', 'picker', 'picked', 'offerer', 'visited', 'helped', 'assigner', 'represented', 'hurried', 'hurrier', 'early', 'objector', 'objecting', 'answerer', 'centre'];

/** Everybody, side by side where they do not share a desk. */
export async function arriveAll() {
  // What an officer handed in for 李春燕 comes after her own, which it would have her asked about.
  const elsewhere = [...Object.keys(ARRIVALS).filter(who => !IN_SHUANGFENG.includes(who) && who !== 'receipted'), 'receipted'];
  const oneByOne = async list => { for (const who of list) await arrive(who); };
  await Promise.all([oneByOne(IN_SHUANGFENG), oneByOne(elsewhere)]);
}
