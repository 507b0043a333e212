// --- fields and their labels, groups and mistakes
const PERSONAL = /姓名|名字|手机|电话号码|联系电话|邮箱|电子邮件|邮政编码|密码|用户名|^(your |full |first |last )?name\b|phone|mobile|e-?mail|postcode|password|username/i;
const PERSONAL_NAME = /^(name|full_?name|phone|mobile|tel|email|mail|password|username)$/i;
function fieldRules() {
  const out = [];
  for (const field of fields()) {
    const labels = labelsOf(field);
    const label = labels.map(words).join(' ');
    // A search box with its button beside it is known by it.
    if (!labels.some(forEyes) && !field.closest('[role=search], search')) out.push(found('label-not-seen', field, field.placeholder && `only a placeholder, "${field.placeholder}"`));
    if (field.placeholder) out.push(found('placeholder', field, `"${field.placeholder}" vanishes when somebody types`));
    if (field.localName === 'select') out.push(found('drop-down', field, 'radios or a text field instead'));
    const personal = PERSONAL.test(label) || PERSONAL_NAME.test(field.name) || ['tel', 'email', 'password'].includes(field.type);
    if (personal && !oneOfMany(field) && field.localName !== 'select' && field.type !== 'file' && !field.hasAttribute('autocomplete')) out.push(found('no-autocomplete', field));
    if (field.type === 'password' && field.autocomplete === 'off') out.push(found('password-manager-blocked', field));
    if (field.hasAttribute('autofocus')) out.push(found('autofocus', field));
    if (/验证码|captcha/i.test(label) && field.closest('p, div, li, fieldset, form')?.querySelector('img, canvas, svg')) out.push(found('captcha', field));
    if (field.disabled) out.push(found('disabled-control', field));
  }
  for (const button of all('button[disabled], [role=button][aria-disabled=true]')) out.push(found('disabled-control', button));
  out.push(...groups());
  return out;
}

// Answers to one question say which question.
function groups() {
  const out = [];
  const seen = new Map();
  for (const box of fields().filter(oneOfMany)) {
    if (!box.name) continue;
    const key = `${box.type} ${box.form?.id ?? box.form?.action ?? ''} ${box.name}`;
    seen.set(key, [...seen.get(key) ?? [], box]);
  }
  for (const boxes of seen.values()) {
    if (boxes.length < 2) continue;
    const nameOf = group => group && (group.getAttribute('aria-label') || [...named(group.getAttribute('aria-labelledby')), ...all(':scope > legend', group)].map(words).join(''));
    const alone = boxes.find(box => !nameOf(box.closest('fieldset, [role=radiogroup], [role=group]')));
    if (alone) out.push(found('group-without-question', alone));
  }
  return out;
}

// A page that says something was wrong: see accessibility, error pages.
const SAYS_WRONG = /^\s*(错误|Error)\s*[：:]/;
function errors() {
  const out = [];
  const wrong = all('[aria-invalid=true]');
  if (wrong.length > 0 && !/^(错误|Error)/.test(document.title)) out.push(found('error-title', null, document.title));
  for (const field of wrong) {
    const messages = describedBy(field).map(element => element.textContent.trim()).filter(Boolean);
    if (messages.length === 0) out.push(found('error-not-described', field));
    if (messages.some(message => /^(错误|Error)?[：:\s]*(格式(错误|不正确|有误)|无效|输入(错误|有误|无效)|不合法|非法.{0,4}|有误|错误|invalid( (input|value|format))?|error)[。.！!]?$/i.test(message))) out.push(found('error-says-nothing', field, messages.join(' ')));
    const linked = field.id && document.querySelector(`main a[href$="#${CSS.escape(field.id)}"]`);
    // Of a group, such as a date's three inputs, the summary leads to the first.
    const group = field.closest('fieldset');
    const grouped = oneOfMany(field)
      || [...group?.querySelectorAll('[id]') ?? []].some(other => document.querySelector(`main a[href$="#${CSS.escape(other.id)}"]`));
    if (!linked && !grouped) out.push(found('error-not-linked', field));
  }
  const told = new Set(all('[aria-describedby], [aria-errormessage]').flatMap(describedBy));
  for (const node of texts()) {
    const at = node.parentElement;
    if (!SAYS_WRONG.test(node.data) || !rendered(at) || !at.closest('form') || at.closest('[role=alert], [role=status], label, legend, h1, h2')) continue;
    if (![...told].some(element => element.contains(at))) out.push(found('error-not-tied', at));
  }
  // A red edge says nothing to a reader, and not everybody sees red.
  for (const field of fields()) {
    const style = getComputedStyle(field);
    const red = parseFloat(style.borderTopWidth) > 0 && reddish(style.borderTopColor) || reddish(style.outlineColor) && parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
    if (red && !oneOfMany(field) && field.getAttribute('aria-invalid') !== 'true') out.push(found('error-by-colour', field));
  }
  for (const alert of all('[role=alert]'))
    if (alert.matches('[tabindex="-1"]') || alert.querySelector('[tabindex="-1"]')) out.push(found('alert-and-focus', alert));
  for (const live of all('[aria-live=assertive]')) out.push(found('live-assertive', live));
  return out;
}

function pasteBlocked() {
  return all('input[type=text], input:not([type]), input[type=tel], input[type=password], input[type=email], input[type=search], input[type=number], textarea')
    .filter(field => !field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })))
    .map(field => found('paste-blocked', field));
}
