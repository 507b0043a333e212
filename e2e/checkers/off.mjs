// Every rule of every checker that is switched off, and why. There is no other place for it.

/** checker → rule → reason */
export const OFF = {
  axe: {},
  ibm: {
    aria_form_label_unique: 'a form without a name is no landmark, so there is nothing to tell apart',
  },
  markup: {
    'attribute-boolean-style': 'a style of writing, not of meaning: the HTML is printed by a program',
    'attribute-empty-style': 'as above',
    'doctype-style': 'as above',
    'no-trailing-whitespace': 'as above',
    'void-style': 'as above',
    'no-implicit-button-type': 'a button of a form without a type submits it, which is what ours do',
    'long-title': 'a question as a title may be long',
    'tel-non-breaking': 'Chinese telephone numbers need no characters that do not break',
    'no-redundant-role': 'written out on purpose: Safari forgets a list without bullets, every browser a table drawn as cards',
  },
  nu: {
    'the-…-role-is-unnecessary-for-element-…': 'as no-redundant-role above',
    'the-…-attribute-must-not-be-used-on-a-…-element-which-has-a-': 'as no-redundant-role above: the roles of a table that is drawn as cards on a phone',
  },
  walk: {},
};

/** Single findings that are let pass: checker, rule, what the finding says, why. */
export const LET_PASS = [
  ['ibm', 'input_checkboxes_grouped', /name "place"/, 'places are listed in several groups (cities, counties), each with its own question'],
  ['ibm', 'input_label_exists', /\/details\[\d+\]\//, 'answers folded away: it takes no label for one that is not shown; axe and our own rules do'],
  ['ibm', 'fieldset_label_valid', /\/details\[\d+\]\//, 'the same of a legend that is folded away'],
  ['walk', 'fake-heading', /^p\.notice-title/, 'a notice is a few words in a box; what it says is heard with it, and a heading each would hide the outline of the page'],
  ['walk', 'fake-heading', /^p\.letter-body/, 'the signature of a letter, in bold as on paper'],
  ['walk', 'table-without-name', /^table:(项目|Item)/, 'a form as it is printed: its name is the heading of the page, the table is all there is'],
  ['walk', 'browser-media-controls', /^video/, 'a film in sign language is for who sees it, and without script nothing else starts it; what is signed stands beside it in words'],
  ['walk', 'raw-code', /^td:axe-core/, 'the table of criteria names the rules of a checker as that checker does'],
];

const letPass = (checker, { rule, where, help }) => LET_PASS.some(([by, which, what]) => by === checker && which === rule && what.test(`${where} ${help ?? ''}`.trim()));

/** Of findings, those that are neither switched off nor let pass. */
export const heeded = (checker, findings) => findings.filter(finding => !(finding.rule in OFF[checker]) && !letPass(checker, finding));
