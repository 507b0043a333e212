// --- targets of at least 44 px (60 in the simple view), links inside a sentence exempt. What counts is where a finger
// works: a label belongs to its control, and may be drawn over a whole row. So we ask, pixel by pixel from the middle,
// what lies there.
const own = (element, hit) => hit !== null
  && (element.contains(hit) || [...(element.labels ?? [])].some(label => label.contains(hit)));
function pressable(element, least) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const reach = (dx, dy) => {
    let steps = 0;
    while (steps < least && own(element, document.elementFromPoint(x + dx * (steps + 1), y + dy * (steps + 1)))) steps += 1;
    return steps;
  };
  return { width: Math.max(width, reach(-1, 0) + reach(1, 0) + 1), height: Math.max(height, reach(0, -1) + reach(0, 1) + 1) };
}
function targets() {
  const out = [];
  const least = document.documentElement.dataset.view === 'simple' ? 60 : 44;
  for (const element of controls()) {
    if (element.matches('[tabindex]:not(a, button, input, select, textarea, summary, [role])')) continue;
    if (element.localName === 'a' && getComputedStyle(element).display === 'inline') {
      const around = blockOf(element.firstChild ?? element).textContent.trim().length - element.textContent.trim().length;
      if (around > 1) continue;
    }
    let size = element.getBoundingClientRect();
    // Half a pixel of rounding is not a smaller target.
    if (size.width < least - 0.5 || size.height < least - 0.5) {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      size = pressable(element, least);
    }
    if (size.width < least - 0.5 || size.height < least - 0.5) out.push(found(`target-${least}`, element, `${Math.round(size.width)}x${Math.round(size.height)}`));
  }
  scrollTo(0, 0);
  return out;
}
