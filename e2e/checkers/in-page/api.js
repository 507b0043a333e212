/** Texts that are in sight now; `isNew` says which were not when it was called last. */
let before = new Map();
function remember() {
  before = new Map([...texts()].filter(node => rendered(node.parentElement)).map(node => [node, node.data]));
}
/** Texts that appeared and that nobody is told of: in no live region, not where the focus is, not in what was pressed. */
function silent(pressed) {
  const told = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log], output';
  const out = [];
  for (const node of texts()) {
    const at = node.parentElement;
    if (!rendered(at) || before.get(node) === node.data || at.closest(told)) continue;
    const focus = document.activeElement;
    if (focus && focus !== document.body && (focus.contains(at) || describedBy(focus).some(element => element.contains(at)))) continue;
    if (pressed && (pressed.contains(at) || pressed.hasAttribute('aria-expanded') || pressed.localName === 'summary')) continue;
    out.push(found('silent-change', at, `"${node.data.trim().slice(0, 20)}"`));
  }
  return out;
}

globalThis.zhidaChecks = {
  looks, targets, clipped, overflow, stop, looseFocus, giveFocusBack, unreached, moving, remember, silent, errors,
  controlCount: () => controls().length,
  settled: () => [...wording(), ...fieldRules(), ...errors(), ...shape(), ...looks(), ...targets(), ...clipped(), ...pasteBlocked()],
};
