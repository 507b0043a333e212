// The one list of pages and their states. Every page of the routes table (`zhida routes`) has an entry under its name:
// how somebody comes to each of its states. capture.mjs goes there; the checkers look at what it brings back.
// A route without an entry fails the run, and an entry without a route.

/** It is there, by a link or an address. `{draft}` and the like are the visitor's (harness/visitors.mjs). */
const at = (who, path, state = 'filled') => ({ who, path, state });
/** Its form sent with nothing in it. */
const wrong = (who, path) => ({ who, path, state: 'with errors', act: 'send' });
/** Its form sent with these words in its fields. */
const typed = (who, path, fill, state) => ({ who, path, state, act: 'send', fill });
/** It has no page of its own: where its answer leads is said. */
const leads = why => ({ why });

/** Pages of each of these commands, as its form and sent with nothing. */
const commands = who => [{ who, path: '/office/cases/{reference}/{commands}', state: 'filled' }, { who, path: '/office/cases/{reference}/{commands}', state: 'with errors', act: 'send' }];

/** The pages of a draft, each before it is answered and sent with nothing: seen on the way by whoever fills one in. */
const ON_THE_WAY = { way: 'apply' };

/** page → its states */
export const PAGES = {
  // --- anybody
  home: [at('stranger', '/'), at('account', '/', 'signed in'), at('hall', '/', 'in a hall')],
  services: [at('stranger', '/services')],
  service: [at('stranger', '/services/living_subsidy'), at('stranger', '/services/care_subsidy'), at('stranger', '/services/home_retrofit', 'in kind, after a visit'), at('stranger', '/services/assistive_device', 'in kind'), at('stranger', '/services/legal_aid', 'confidential')],
  items: [at('stranger', '/services/assistive_device/items'), at('stranger', '/services/home_retrofit/items', 'of the home')],
  'items-of-need': [at('stranger', '/services/assistive_device/items/moving'), at('stranger', '/services/assistive_device/items/hearing'), at('stranger', '/services/home_retrofit/items/bathroom')],
  'service-form': [at('stranger', '/services/living_subsidy/form')],
  'service-place': [at('stranger', '/services/living_subsidy/place', 'empty'), at('stranger', '/services/living_subsidy/place?q=zhuhui'), at('stranger', '/services/living_subsidy/place?q=nowhere', 'nothing found'), wrong('stranger', '/services/living_subsidy/place?q=zhuhui')],
  'check-hukou': [at('stranger', '/check', 'empty'), at('stranger', '/check?q=zhuhui'), at('stranger', '/check?q=nowhere', 'nothing found'), wrong('stranger', '/check?q=zhuhui')],
  'check-question': [at('asked', '/check/{id}/{page}', 'empty'), wrong('asked', '/check/{id}/{page}'), at('checked', '/check/{id}/aid_status'), at('checked', '/check/{id}/elderly_care')],
  'check-answers': [at('checked', '/check/{id}/answers')],
  'check-result': [at('checked', '/check/{id}/result'), at('asked', '/check/{id}/result', 'too early')],
  'apply-after-check': [at('checked', '/check/{id}/apply'), wrong('checked', '/check/{id}/apply')],
  display: [at('stranger', '/display'), { who: 'stranger', path: '/display', state: 'after success', act: 'send' }],
  help: [at('stranger', '/help')],
  accessibility: [at('stranger', '/accessibility')],
  criteria: ['a', 'aa', 'aaa'].map(level => at('stranger', `/accessibility/criteria/${level}`)),
  feedback: [at('stranger', '/accessibility/feedback', 'empty'), at('stranger', '/accessibility/feedback?page=%2Fapply'), wrong('stranger', '/accessibility/feedback')],
  'feedback-answer': [at('stranger', '/accessibility/feedback/answer'), wrong('stranger', '/accessibility/feedback/answer')],
  'feedback-standing': [at('teller', '/accessibility/feedback/{number}'), at('teller', '/accessibility/feedback/{number}?done=sent', 'after success')],
  privacy: [at('stranger', '/privacy')],
  notices: [at('stranger', '/notices/430626'), at('stranger', '/notices/430111', 'empty')],
  'notice-thanks': [at('stranger', '/notices/430626/thanks', 'after success')],
  'notices-print': [at('stranger', '/notices/430626/print')],
  'notice-object': [at('linked', '/notices/430626/{notice}'), wrong('linked', '/notices/430626/{notice}')],
  'place-typed': leads('a list for the field that asked, without a page around it'),

  // --- an application
  'apply-drafts': [at('stranger', '/apply', 'empty'), at('drafter', '/apply')],
  'apply-new': [at('stranger', '/apply/new'), wrong('stranger', '/apply/new'), at('hall', '/apply/new', 'in a hall')],
  'apply-resume': [at('stranger', '/apply/resume'), wrong('stranger', '/apply/resume')],
  'apply-go-on': [at('drafter', '/apply/{draft}')],
  'apply-page': [ON_THE_WAY, at('confider', '/apply/{draft}/person', 'confidential'), at('filing', '/apply/{draft}/made', 'how they said it'), typed('filing', '/apply/{draft}/made', { 'witness-name': '周丽华', 'made-on-year': '' }, 'with errors')],
  'apply-entry': leads('an entry of a list: only services that are added ask for one, and server/tests/api/added.rs looks at it'),
  'apply-entry-remove': leads('as apply-entry'),
  'apply-paper': [ON_THE_WAY, at('drafter', '/apply/{draft}/papers/{kind}')],
  'apply-file': [{ ...at('drafter', '/apply/{draft}/papers/{kind}/{file}'), file: true }],
  'apply-check': [at('filing', '/apply/{draft}/check', 'filed for somebody'), at('drafter', '/apply/{draft}/check'), at('mother', '/apply/{draft}/check'), at('confider', '/apply/{draft}/check', 'confidential')],
  'apply-authority': [at('mother', '/apply/{draft}/authority')],
  'apply-statement': [at('swearing', '/apply/{draft}/statement', 'filed for somebody'), wrong('swearing', '/apply/{draft}/statement'), at('signer', '/apply/{draft}/statement'), wrong('signer', '/apply/{draft}/statement')],
  'apply-done': [at('applicant', '/apply/{draft}/done', 'after success')],
  // How the person said it is a page of a filing alone.
  'apply-read-out': [at('filing', '/apply/{draft}/read-out')],
  'apply-receipt': [at('receipted', '/apply/{draft}/receipt', 'after success')],
  'apply-stop': [at('drafter', '/apply/{draft}/stop')],
  // Only after the services were changed under a draft: the page itself is looked at in the tests of `app`.
  'apply-changes': [at('drafter', '/apply/{draft}/changes', 'nothing changed')],
  'apply-discard': [at('drafter', '/apply/{draft}/discard')],

  // --- a case
  cases: [at('account', '/cases', 'empty'), at('linked', '/cases'), at('applicant', '/cases')],
  case: [at('applicant', '/cases/{reference}'), at('refused', '/cases/{reference}', 'refused'), at('linked', '/cases/{reference}', 'granted'), at('chooser', '/cases/{reference}', 'chosen'), at('undecided', '/cases/{reference}', 'to be chosen'), at('son', '/cases/{reference}', 'waits for another'), at('hopeful', '/cases/{reference}', 'waits for the landlord'), at('helped', '/cases/{reference}', 'waits for a lawyer'), at('represented', '/cases/{reference}', 'has a lawyer'), at('picker', '/cases/{reference}', 'things to choose from'), at('picked', '/cases/{reference}?done=choose', 'has chosen a thing'), at('hurried', '/cases/{reference}', 'cannot wait'), at('early', '/cases/{reference}', 'papers come later'), at('objector', '/cases/{reference}', 'may object'), at('objecting', '/cases/{reference}', 'has objected')],
  'case-open': [at('stranger', '/cases/open'), wrong('stranger', '/cases/open')],
  'case-papers': [at('applicant', '/cases/{reference}/papers'), wrong('applicant', '/cases/{reference}/papers'), at('early', '/cases/{reference}/papers', 'come later')],
  'case-paper': [at('applicant', '/cases/{reference}/papers/{kind}'), at('applicant', '/cases/{reference}/papers/payment_account', 'empty'), wrong('applicant', '/cases/{reference}/papers/payment_account')],
  'case-file': [{ ...at('applicant', '/cases/{reference}/papers/{kind}/{file}'), file: true }],
  'case-correct': [at('applicant', '/cases/{reference}/correct')],
  'case-correct-page': [at('applicant', '/cases/{reference}/correct/aid_status'), typed('applicant', '/cases/{reference}/correct/welfare_living', { amount: '12 块' }, 'with errors')],
  'case-items': [at('picker', '/cases/{reference}/items'), at('picked', '/cases/{reference}/items', 'chosen'), wrong('picker', '/cases/{reference}/items')],
  'case-choose': [at('chooser', '/cases/{reference}/choose'), at('chooser', '/cases/{reference}/choose?done=correct', 'after success'), wrong('undecided', '/cases/{reference}/choose')],
  'case-consents': [at('applicant', '/cases/{reference}/consents')],
  'case-confirm': [at('son', '/cases/{reference}/confirm/filed_for_me', 'nobody asked'), wrong('son', '/cases/{reference}/confirm/filed_for_me'), at('asking', '/cases/{reference}/confirm/filed_for_me'), at('asking', '/cases/{reference}/confirm/filed_for_me?done=asked', 'after success')],
  confirm: [at('stranger', '/confirm', 'empty'), wrong('stranger', '/confirm')],
  'confirm-part': [at('mother_asked', '/confirm/part'), typed('mother_asked', '/confirm/part', { why: '1'.repeat(1001) }, 'with errors')],
  'confirm-done': [at('stranger', '/confirm/done?done=yes', 'after success'), at('stranger', '/confirm/done?done=no', 'not confirmed')],
  'case-withdraw': [at('applicant', '/cases/{reference}/withdraw'), typed('applicant', '/cases/{reference}/withdraw', { why: '1'.repeat(1001) }, 'with errors')],
  'case-seen': [at('linked', '/cases/{reference}/seen'), at('linked', '/cases/{reference}/seen?done=asked', 'after success')],
  'case-seen-why': [at('linked', '/cases/{reference}/seen/{line}')],
  'case-rating': [at('refused', '/cases/{reference}/rating/decided', 'empty'), at('refused', '/cases/{reference}/rating/accepted?done=rated', 'after success'), wrong('refused', '/cases/{reference}/rating/decided')],
  'case-letter-forms': [at('refused', '/cases/{reference}/forms'), at('refused', '/cases/{reference}?done=letter-forms', 'after success')],
  'case-contest': [at('refused', '/cases/{reference}/contest'), wrong('refused', '/cases/{reference}/contest'), at('objector', '/cases/{reference}/contest', 'to object'), wrong('objector', '/cases/{reference}/contest')],
  'case-letter': [at('refused', '/cases/{reference}/letter'), at('objector', '/cases/{reference}/letter', 'to object'), at('linked', '/cases/{reference}/letter', 'to be received')],
  'case-print': [at('applicant', '/cases/{reference}/print/{document}')],
  'case-letter-form': ['large', 'easy', 'braille'].map(form => at('refused', `/cases/{reference}/print/decision/${form}`, form)),

  // --- an account
  'sign-up': [at('stranger', '/account/sign-up'), wrong('stranger', '/account/sign-up')],
  'sign-in': [at('stranger', '/account/sign-in'), at('stranger', '/account/sign-in?why=kept&return=%2Faccount', 'session over'), wrong('stranger', '/account/sign-in'), typed('stranger', '/account/sign-in', { name: '没有这个人', password: '门前没有枣树' }, 'not known')],
  recover: [at('stranger', '/account/recover'), wrong('stranger', '/account/recover')],
  'sign-out': leads('/account/signed-out'),
  'signed-out': [at('stranger', '/account/signed-out'), at('stranger', '/account/signed-out?back=code', 'opened with a code')],
  account: [at('account', '/account'), at('linked', '/account', 'linked')],
  stay: leads('/account'),
  'end-others': leads('/account'),
  password: [at('account', '/account/password'), wrong('account', '/account/password')],
  'link-send': [at('account', '/account/link/send'), wrong('account', '/account/link/send')],
  link: [at('account', '/account/link'), wrong('account', '/account/link'), at('linked', '/account/link', 'linked')],
  delegations: [at('account', '/account/delegations', 'empty'), at('linked', '/account/delegations', 'linked')],
  'delegation-new': [at('linked', '/account/delegations/new'), wrong('linked', '/account/delegations/new'), typed('linked', '/account/delegations/new', { agent: '陈小明', 'until-year': '2020', 'until-month': '1', 'until-day': '1' }, 'too late')],
  'delegation-take': [at('account', '/account/delegations/take'), wrong('account', '/account/delegations/take'), typed('account', '/account/delegations/take', { code: '22222-22222', agent: '陈小明' }, 'not known')],
  delegation: [at('linked', '/account/delegations/{delegation}')],
  'in-my-name': [at('linked', '/account/in-my-name', 'empty'), at('linked', '/account/in-my-name?done=said', 'after success')],
  // Only where another account has acted: server/tests/api/unwanted.rs goes there.
  'in-my-name-unwanted': leads('the question whether something is wanted, of a deed of another account'),
  reading: [at('linked', '/account/reading/1'), typed('linked', '/account/reading/1', { pinyin: 'x' }, 'with errors')],
  messages: [at('account', '/account/messages', 'empty'), at('linked', '/account/messages'), at('linked', '/account/messages?done=read', 'after success')],
  message: [at('linked', '/account/messages/{message}')],
  reach: [at('linked', '/account/reach/1')],
  codes: [at('account', '/account/codes', 'kept'), at('keeper', '/account/codes')],
  'codes-new': [at('account', '/account/codes/new'), wrong('account', '/account/codes/new')],

  // --- staff
  'staff-sign-in': [at('stranger', '/office/sign-in'), wrong('stranger', '/office/sign-in')],
  'staff-code': [at('halfway', '/office/sign-in/code'), wrong('halfway', '/office/sign-in/code')],
  'staff-set-up': [at('newcomer', '/office/sign-in/set-up'), wrong('newcomer', '/office/sign-in/set-up'), at('halfway', '/office/sign-in/set-up', 'set up before')],
  'staff-sign-out': leads('/office/signed-out'),
  'staff-signed-out': [at('stranger', '/office/signed-out')],
  'staff-account': [at('township', '/office/account'), at('auditor', '/office/account'), at('administrator', '/office/account')],
  'staff-end-others': leads('/office/account'),
  'staff-codes': [at('starter', '/office/codes'), at('township', '/office/codes', 'kept')],
  'staff-link-code': [at('township', '/office/codes/link'), wrong('township', '/office/codes/link'), typed('township', '/office/codes/link', { person: '欧阳·娜仁', number: '431321196507129986' }, 'after success')],
  'staff-one-time-code': [at('township', '/office/codes/one-time'), wrong('township', '/office/codes/one-time'), typed('township', '/office/codes/one-time', { name: 'nobody-here', number: '431321196507129986' }, 'not linked')],
  'staff-links': [at('township', '/office/links'), wrong('township', '/office/links'), at('township', '/office/links?done=ended', 'after success')],
  'office-delegations': [at('township', '/office/delegations'), wrong('township', '/office/delegations'), at('township', '/office/delegations?done=ended', 'after success')],
  'office-delegation-new': [at('township', '/office/delegations/new'), wrong('township', '/office/delegations/new')],
  'office-unwanted': [at('supervisor', '/office/unwanted'), at('supervisor', '/office/unwanted?done=answered', 'after success')],
  'office-unwanted-one': leads('one of office-unwanted, looked at in server/tests/api/unwanted.rs'),
  'office-needs': [at('federation', '/office/needs', 'empty'), at('visited', '/office/needs')],
  'office-queue': [at('hurrier', '/office', 'with what cannot wait'), at('township', '/office'), at('township', '/office?due=overdue', 'narrowed'), at('decider', '/office'), at('supervisor', '/office')],
  'office-assist': [at('township', '/office/assist', 'empty'), at('receipted', '/office/assist'), at('receipted', '/office/assist?done=given', 'after success')],
  'office-assist-new': [at('receipted', '/office/assist/new', 'empty'), wrong('receipted', '/office/assist/new')],
  'office-assist-known': [at('filing', '/office/assist/{filing}')],
  'office-assist-hand-over': [at('filing', '/office/assist/{filing}/hand-over'), wrong('filing', '/office/assist/{filing}/hand-over')],
  'office-next': leads('the next case, or /office'),
  'office-search': [at('township', '/office/search', 'empty'), wrong('township', '/office/search'), typed('township', '/office/search', { q: 'ZD22222222X' }, 'nothing found'), typed('township', '/office/search', { q: '欧阳·娜仁' }, 'filled')],
  'office-case': [at('receipted', '/office/cases/{reference}', 'filed by the reader'), at('township', '/office/cases/{reference}', 'new'), at('federation', '/office/cases/{reference}', 'to be reviewed'), at('decider', '/office/cases/{reference}', 'to be decided'), at('second', '/office/cases/{reference}', 'to be signed'), at('township', '/office/cases/{reference}?done=saved', 'after success'), at('recorder', '/office/cases/{reference}', 'waits for another'), at('fitter', '/office/cases/{reference}', 'to be assessed'), at('offerer', '/office/cases/{reference}', 'things are offered'), at('visited', '/office/cases/{reference}', 'waits for its turn'), at('centre', '/office/cases/{reference}', 'confidential'), at('assigner', '/office/cases/{reference}', 'a lawyer to be named'), at('hurrier', '/office/cases/{reference}', 'cannot wait'), at('answerer', '/office/cases/{reference}', 'somebody objects')],
  'office-claim': leads('the case'),
  'office-release': leads('the case'),
  'office-reveal': [at('township', '/office/cases/{reference}/reveal'), wrong('township', '/office/cases/{reference}/reveal')],
  'office-file': leads('a file of the case'),
  'office-notices': [at('township', '/office/cases/{reference}/notices'), wrong('township', '/office/cases/{reference}/notices'), at('township', '/office/cases/{reference}/notices?done=reach', 'after success')],
  'office-notice-retry': leads('the notices of the case'),
  'office-reach': [at('township', '/office/cases/{reference}/reach'), wrong('township', '/office/cases/{reference}/reach')],
  'office-scan': [at('township', '/office/cases/{reference}/papers/{kind}'), wrong('township', '/office/cases/{reference}/papers/{kind}')],
  'office-print': [at('township', '/office/cases/{reference}/print/{document}')],
  'office-letter-form': ['large', 'easy', 'braille'].map(form => at('decider', `/office/cases/{reference}/print/acceptance/${form}`, form)),
  'office-print-whole': [at('township', '/office/cases/{reference}/print/application_form/whole'), wrong('township', '/office/cases/{reference}/print/application_form/whole')],
  'office-command': [at('recorder', '/office/cases/{reference}/record_confirmation'), wrong('recorder', '/office/cases/{reference}/record_confirmation'), ...commands('township'), ...commands('federation'), ...commands('decider'), ...commands('second'), ...commands('fitter'), at('fitter', '/office/cases/{reference}/correct?fact=other.device_fitting', 'records'), wrong('fitter', '/office/cases/{reference}/correct?fact=other.device_fitting'), ...commands('offerer'), ...commands('visited'), ...commands('centre'), ...commands('assigner'), ...commands('answerer')],
  'office-ratings': [at('supervisor', '/office/ratings'), at('supervisor', '/office/ratings?done=answered', 'after success')],
  'office-rating-one': [at('supervisor', '/office/ratings/{rating}'), wrong('supervisor', '/office/ratings/{rating}')],
  'office-rating-counts': [at('supervisor', '/office/ratings/counts')],
  'office-substitutes': [at('supervisor', '/office/substitutes'), wrong('supervisor', '/office/substitutes')],
  'office-substitute-end': leads('/office/substitutes'),
  'office-audit': [at('auditor', '/office/audit')],
  'office-asked-why': [at('auditor', '/office/audit/asked')],
  'office-asked-why-one': [at('auditor', '/office/audit/asked/{asked}'), wrong('auditor', '/office/audit/asked/{asked}')],
  'office-jobs': [at('administrator', '/office/jobs')],
  'office-job-revive': leads('/office/jobs'),
  'office-services': [at('administrator', '/office/services')],
  'office-kiosk': [at('administrator', '/office/kiosk')],
  'office-kiosk-change': leads('/office/kiosk, and a browser that keeps nothing'),
  'office-feedback': [at('administrator', '/office/feedback')],
  'office-feedback-one': [at('administrator', '/office/feedback/{number}'), wrong('administrator', '/office/feedback/{number}')],
};

/** What anybody can open, as { address, page }. */
export const publicPages = () => Object.entries(PAGES).flatMap(([page, states]) => (Array.isArray(states) ? states : [])
  .filter(({ who, path, act }) => who === 'stranger' && !act && !path.includes('{'))
  .map(({ path }) => ({ address: path, page })));
