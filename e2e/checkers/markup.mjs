// The HTML as it was sent, before a browser repairs it.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Style of writing, not of meaning: the HTML is printed by a program.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // Without a type a button of a form submits it, which is what ours do.
    'no-implicit-button-type': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Chinese telephone numbers need no non-breaking characters; a question as a title may be long.
    'long-title': 'off',
    'tel-non-breaking': 'off',
    // Check boxes that answer one question share its name, as radios do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // Written out on purpose: Safari forgets a list without bullets, every browser a table drawn as cards.
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['list'] }],
  },
});

/** Errors in the text of an HTML document, as { rule, where, help }. */
export async function markup(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, selector, line, message }) => ({ rule: ruleId, where: selector ?? `line ${line}`, help: message })));
}
