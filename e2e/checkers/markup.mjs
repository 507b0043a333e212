// The HTML as it was sent, before a browser repairs it, by html-validate.
import { HtmlValidate } from 'html-validate';
import { OFF } from './off.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    ...Object.fromEntries(Object.keys(OFF.markup).map(rule => [rule, 'off'])),
    // Check boxes that answer one question share its name, as radios do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'prefer-native-element': ['error', { exclude: ['list'] }],
  },
});

/** Errors in the text of an HTML document, as { rule, where, help }. */
export async function markup(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, selector, line, message }) => ({ rule: ruleId, where: selector ?? `line ${line}`, help: message })));
}
