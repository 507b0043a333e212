// --- looks that the rule engines do not measure
function looks() {
  const out = [];
  for (const field of document.querySelectorAll('input:not([type=hidden], [type=radio], [type=checkbox], [type=submit], [type=file]), select, textarea')) {
    if (!rendered(field)) continue;
    const style = getComputedStyle(field);
    const edges = [style.borderTopColor, style.borderBottomColor].map(edge => contrast(edge, ground(field.parentElement)));
    const ratio = Math.max(Math.min(...edges), contrast(ground(field), ground(field.parentElement)));
    if (ratio < 3) out.push(found('border-contrast', field, ratio.toFixed(1)));
  }
  // A link in a sentence: what tells it from the words around it is more than a colour.
  for (const link of document.querySelectorAll('main :is(p, li, dd, td) a[href]')) {
    const block = blockOf(link.firstChild ?? link);
    if (!rendered(link) || getComputedStyle(link).display !== 'inline' || block.textContent.trim() === link.textContent.trim()) continue;
    const style = getComputedStyle(link);
    const around = getComputedStyle(link.parentElement);
    if (style.textDecorationLine === 'none' && style.fontWeight === around.fontWeight && (style.borderBottomStyle === 'none' || parseFloat(style.borderBottomWidth) === 0))
      out.push(found('link-not-underlined', link));
  }
  out.push(...lines(), ...hovering());
  const zoom = document.querySelector('meta[name=viewport]')?.content ?? '';
  if (/user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*[01]?(\.\d+)?\s*(,|$)/.test(zoom)) out.push(found('no-zoom', null, zoom));
  return out;
}

// WCAG 1.4.8: at most 40 Chinese characters (80 Latin ones, half as wide) a line, lines well apart, no stretched lines.
function lines() {
  const out = [];
  const blocks = new Set([...texts()].map(blockOf));
  for (const block of blocks) {
    if (!forEyes(block) || block.closest('button, h1, h2, h3, h4, h5, h6')) continue;
    const text = block.textContent.trim();
    const style = getComputedStyle(block);
    const size = parseFloat(style.fontSize);
    const width = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const long = text.length > (chinese(text) > text.length / 2 ? 40 : 80);
    if (long && style.display !== 'flex' && style.display !== 'grid' && width / size > 40.5) out.push(found('line-length', block, `${Math.round(width / size)} characters`));
    // `normal` is less than 1.5 in every font.
    const several = block.clientHeight > 1.8 * (parseFloat(style.lineHeight) || size);
    if ((long || several && block.matches('main :is(p, li, dd)')) && (parseFloat(style.lineHeight) || 0) / size < 1.49) out.push(found('line-height', block, style.lineHeight));
    if (style.textAlign === 'justify') out.push(found('justified', block));
    if (style.fontStyle === 'italic' && chinese(text) > 0) out.push(found('italic', block));
  }
  return out;
}

// WCAG 1.4.13: what appears under a pointer appears for a key too.
function hovering() {
  const out = [];
  const rules = sheet => { try { return [...sheet.cssRules]; } catch { return []; } };
  const visit = list => {
    for (const rule of list) {
      if (rule.cssRules?.length > 0) visit([...rule.cssRules]);
      const selector = rule.selectorText ?? '';
      if (!/:hover\b[^,]*[\s>+~]+[^,]/.test(selector) || /:focus/.test(selector)) continue;
      if (/^(block|inline|flex|grid|inline-block)/.test(rule.style.display) || rule.style.visibility === 'visible' || rule.style.opacity === '1') out.push(found('hover-only', null, selector));
    }
  };
  for (const sheet of document.styleSheets) visit(rules(sheet));
  return out;
}

// --- text that is cut off, or runs over what stands below
function clipped() {
  const out = [];
  for (const block of new Set([...texts()].map(blockOf))) {
    if (!forEyes(block) || block.closest('[aria-hidden=true]')) continue;
    const style = getComputedStyle(block);
    const cut = /hidden|clip/.test(style.overflowX + style.overflowY);
    const runsOver = () => {
      const text = document.createRange();
      const lowest = Math.max(...[...texts(block)].map(node => {
        text.selectNodeContents(node);
        return text.getBoundingClientRect().bottom;
      }));
      return !/auto|scroll/.test(style.overflowY) && lowest > block.getBoundingClientRect().bottom + parseFloat(style.fontSize) * 0.8;
    };
    if (block.clientWidth > 0 && style.display !== 'inline' && (cut
      ? block.scrollHeight > block.clientHeight + 2 || block.scrollWidth > block.clientWidth + 2
      : runsOver())) out.push(found('text-clipped', block));
  }
  // A box that holds boxes and cuts them off.
  for (const box of all('body *')) {
    const style = getComputedStyle(box);
    if (/hidden|clip/.test(style.overflowY) && box.children.length > 0 && forEyes(box) && box.clientHeight > 1 && box.scrollHeight > box.clientHeight + 4 && words(box)) out.push(found('text-clipped', box));
  }
  return out;
}

/** How far the page is wider than its window, and by what. */
function overflow() {
  const wide = document.scrollingElement.scrollWidth;
  if (wide <= innerWidth + 1) return [];
  const widest = all('body *').filter(rendered)
    .map(element => [element, element.getBoundingClientRect().right]).sort((a, b) => b[1] - a[1])[0]?.[0];
  return [found('horizontal-scroll', widest, `${wide} px in a window of ${innerWidth} px`)];
}

const moving = () => document.getAnimations()
  .filter(animation => animation.effect.getTiming().iterations === Infinity)
  .map(animation => found('endless-motion', null, animation.animationName));
