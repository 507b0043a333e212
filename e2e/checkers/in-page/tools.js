// What all checks use.
const describe = element => element.id
  ? `#${element.id}`
  : `${element.localName}:${(element.textContent || element.value || element.name || '').trim().slice(0, 16)}`;
const found = (rule, element, more) => ({ rule, where: [element && describe(element), more].filter(Boolean).join(' ') });
const all = (selector, under = document) => [...under.querySelectorAll(selector)];
// What lies in a closed <details> has a place on the page and cannot be seen.
const rendered = element => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
// Drawn as a single pixel, or cut to nothing, so that only a screen reader has it.
const forEyes = element => {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const { width, height } = at.getBoundingClientRect();
    const style = getComputedStyle(at);
    if (style.display !== 'inline' && style.overflow !== 'visible' && (width <= 1 || height <= 1)) return false;
  }
  return rendered(element);
};
const chinese = text => (text.match(/[\u4e00-\u9fff]/g) ?? []).length;
const words = element => (element.innerText ?? element.textContent).replaceAll(/\s+/g, ' ').trim();
const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
const controls = () => all(CONTROLS).filter(element => rendered(element) && !element.disabled);
const FIELDS = 'input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea';
const fields = () => all(FIELDS).filter(rendered);
const oneOfMany = field => field.type === 'radio' || field.type === 'checkbox';
const named = ids => (ids ?? '').split(/\s+/).filter(Boolean).map(id => document.getElementById(id)).filter(Boolean);
const labelsOf = field => [...field.labels ?? [], ...named(field.getAttribute('aria-labelledby'))];
const describedBy = field => [...named(field.getAttribute('aria-describedby')), ...named(field.getAttribute('aria-errormessage'))];

/** The texts of the page that can be seen: [text node, its words]. */
function* texts(under = document.body) {
  const walker = document.createTreeWalker(under, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && !node.parentElement.closest('script, style, template, noscript')) yield node;
  }
}
/** The box a text flows in: the nearest ancestor that is not part of a line. */
const blockOf = node => {
  let at = node.parentElement;
  while (at.parentElement && /^(inline|contents)$/.test(getComputedStyle(at).display)) at = at.parentElement;
  return at;
};

// A colour in whatever notation, as [red, green, blue, alpha] of 0 to 255.
const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
const known = new Map();
function rgba(colour) {
  if (!known.has(colour)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data]);
  }
  return known.get(colour);
}
const luminance = colour => {
  const [red, green, blue] = rgba(colour).slice(0, 3)
    .map(value => { const part = value / 255; return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (rgba(colour)[3] > 0) return colour;
  }
  return 'rgb(255, 255, 255)';
}
const reddish = colour => {
  const [red, green, blue, alpha] = rgba(colour);
  return alpha > 0 && red > 120 && red - Math.max(green, blue) > 70;
};
