// --- the keyboard: called after each Tab
const stops = new Map();
function stop() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const repeated = stops.has(element);
  if (!repeated) stops.set(element, stops.size);
  const { left, top, width, height } = element.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]
    .map(([x, y]) => [left + width * x, top + height * y])
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const shown = frame(element);
  const box = shown.getBoundingClientRect();
  return {
    index: stops.get(element), repeated, where: describe(element), html: element.outerHTML,
    order: [...document.querySelectorAll('*')].indexOf(element),
    box: { x: box.left, y: box.top, width: box.width, height: box.height },
    ring: Math.max(outline(element), outline(shown)),
    obscured: !points.map(([x, y]) => document.elementFromPoint(x, y))
      .some(hit => own(element, hit) || hit?.contains(element)),
    hidden: element.closest('[aria-hidden=true]') !== null,
    player: element.matches('video[controls], audio[controls]'),
  };
}
const outline = element => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
};
/** What shows that a control has the focus: itself, or the row that holds it and its label and nothing else to press. */
function frame(element) {
  if (element.type !== 'radio' && element.type !== 'checkbox') return element;
  const row = element.parentElement;
  const alone = row.querySelectorAll(CONTROLS).length === 1;
  return alone && [...element.labels].every(label => row.contains(label)) ? row : element;
}
let held;
const looseFocus = () => { held = document.activeElement; held.blur(); };
const giveFocusBack = () => held.focus({ preventScroll: true, focusVisible: true });

/**
 * What is neither seen nor heard nor reached, and misses nobody: the button that Enter presses in a form, where the one
 * that does the same and is reached stands further down, after others that mean something else.
 */
function forEnterAlone(element) {
  const { form } = element;
  if (!form || element.tabIndex >= 0 || !element.closest('[aria-hidden=true]') || getComputedStyle(element).clipPath !== 'inset(50%)') return false;
  const sends = [...form.elements].filter(other => other.type === 'submit');
  const alike = other => other !== element && !other.disabled && !other.hasAttribute('formaction') && (other.name === '' || other.value === 'continue');
  return sends[0] === element && element.name === '' && !element.hasAttribute('formaction') && sends.some(other => alike(other) && stops.has(other));
}

/** Controls no Tab came to. Of a group of radios one stop is enough: the arrows reach the rest. */
function unreached() {
  const group = radio => `${radio.form?.action ?? ''} ${radio.name}`;
  const groups = new Set([...stops.keys()].filter(element => element.type === 'radio').map(group));
  return controls()
    .filter(element => !stops.has(element) && !forEnterAlone(element) && !(element.type === 'radio' && groups.has(group(element))))
    .map(element => found('keyboard-unreachable', element));
}
