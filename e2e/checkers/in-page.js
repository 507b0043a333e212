// Runs inside the page under test: what can only be asked of a laid-out document.
// Evaluates to an object of functions; each returns findings as { rule, where }.
globalThis.zhidaChecks = (() => {
  const describe = element => element.id
    ? `#${element.id}`
    : `${element.localName}:${(element.textContent || element.value || element.name || '').trim().slice(0, 16)}`;
  const found = (rule, element, more) => ({ rule, where: [element && describe(element), more].filter(Boolean).join(' ') });
  // What lies in a closed <details> has a place on the page and cannot be seen.
  const rendered = element => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
  const chinese = text => (text.match(/[\u4e00-\u9fff]/g) ?? []).length;
  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const controls = () => [...document.querySelectorAll(CONTROLS)].filter(element => rendered(element) && !element.disabled);

  // --- language, words, headings
  function words() {
    const out = [];
    const mostlyChinese = chinese(document.body.innerText) > 30;
    const language = document.documentElement.lang;
    if (mostlyChinese && !/^zh/i.test(language)) out.push(found('language-of-page', null, `Chinese text, lang="${language}"`));
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) out.push(found('one-h1', null, `${headings} on the page`));
    for (const link of document.querySelectorAll('a'))
      if (/^(点击)?(这里|此处|更多|详情|点此|查看|点击)$|^(click )?here$|^more$/i.test(link.textContent.trim())) out.push(found('link-text', link));
    for (const image of document.querySelectorAll('img[alt]'))
      if (/\.(png|jpe?g|gif|svg|webp)$|^(图片|图像|image|img)[\s_\d]*$/i.test(image.alt)) out.push(found('alt-junk', image, image.alt));
    out.push(...foreignParts(mostlyChinese));
    return out;
  }

  // WCAG 3.1.2: English words in a Chinese part, Chinese ones in an English part.
  function foreignParts(mostlyChinese) {
    const out = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      // A reference in its spoken groups is no language.
      const data = walker.currentNode.data.replace(/\bZD [0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]\b/g, '');
      if (!data.trim() || parentElement.closest('script, style, code, [translate=no]')) continue;
      const language = parentElement.closest('[lang]')?.lang ?? '';
      const foreign = /^zh/i.test(language)
        ? /[A-Za-z]{3,}(\s+[A-Za-z]{2,})+/.test(data)
        : !mostlyChinese && /[\u4e00-\u9fff]{2,}/.test(data);
      if (foreign) out.push(found('language-of-part', parentElement, `"${data.trim().slice(0, 24)}" in lang="${language}"`));
    }
    return out;
  }

  // --- a page that says something was wrong: see accessibility, error pages
  function errors() {
    const out = [];
    const wrong = [...document.querySelectorAll('[aria-invalid=true]')];
    if (wrong.length > 0 && !/^(错误|Error)/.test(document.title)) out.push(found('error-title', null, document.title));
    for (const field of wrong) {
      const ids = `${field.getAttribute('aria-describedby') ?? ''} ${field.getAttribute('aria-errormessage') ?? ''}`.split(/\s+/).filter(Boolean);
      if (!ids.some(id => document.getElementById(id)?.textContent.trim())) out.push(found('error-not-described', field));
      const linked = field.id && document.querySelector(`main a[href$="#${CSS.escape(field.id)}"]`);
      // Of a group, such as a date's three inputs, the summary leads to the first.
      const group = field.closest('fieldset');
      const grouped = field.type === 'radio' || field.type === 'checkbox'
        || [...group?.querySelectorAll('[id]') ?? []].some(other => document.querySelector(`main a[href$="#${CSS.escape(other.id)}"]`));
      if (!linked && !grouped) out.push(found('error-not-linked', field));
    }
    for (const alert of document.querySelectorAll('[role=alert]'))
      if (alert.matches('[tabindex="-1"]') || alert.querySelector('[tabindex="-1"]')) out.push(found('alert-and-focus', alert));
    return out;
  }

  // --- looks that the rule engines do not measure
  const luminance = colour => {
    const [red, green, blue] = colour.match(/[\d.]+/g).slice(0, 3)
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
      if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  }
  function looks() {
    const out = [];
    for (const field of document.querySelectorAll('input:not([type=hidden], [type=radio], [type=checkbox], [type=submit]), select, textarea')) {
      const ratio = contrast(getComputedStyle(field).borderTopColor, ground(field.parentElement));
      if (rendered(field) && ratio < 3) out.push(found('border-contrast', field, ratio.toFixed(1)));
    }
    for (const link of document.querySelectorAll('main p a')) {
      const style = getComputedStyle(link);
      const around = getComputedStyle(link.parentElement);
      if (style.textDecorationLine === 'none' && style.fontWeight === around.fontWeight && style.borderBottomStyle === 'none')
        out.push(found('link-not-underlined', link));
    }
    for (const block of document.querySelectorAll('main p, main li, main dd')) {
      if (!block.textContent.trim() || !rendered(block)) continue;
      const style = getComputedStyle(block);
      const size = parseFloat(style.fontSize);
      const width = block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (chinese(block.textContent) > 40 && width / size > 40.5) out.push(found('line-length', block, `${Math.round(width / size)} characters`));
      // `normal` is less than 1.5 in every font.
      if ((parseFloat(style.lineHeight) || 0) / size < 1.49) out.push(found('line-height', block, style.lineHeight));
      if (style.textAlign === 'justify') out.push(found('justified', block));
    }
    const zoom = document.querySelector('meta[name=viewport]')?.content ?? '';
    if (/user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*1(\.|,|$)/.test(zoom)) out.push(found('no-zoom', null, zoom));
    return out;
  }

  // --- targets of at least 44 px, links inside a text exempt. What counts is where a finger works: a label belongs to
  // its control, and may be drawn over a whole row. So we ask, pixel by pixel from the middle, what lies there.
  const own = (element, hit) => hit !== null
    && (element.contains(hit) || [...(element.labels ?? [])].some(label => label.contains(hit)));
  function pressable(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const reach = (dx, dy) => {
      let steps = 0;
      while (steps < 44 && own(element, document.elementFromPoint(x + dx * (steps + 1), y + dy * (steps + 1)))) steps += 1;
      return steps;
    };
    return { width: Math.max(width, reach(-1, 0) + reach(1, 0) + 1), height: Math.max(height, reach(0, -1) + reach(0, 1) + 1) };
  }
  function targets() {
    const out = [];
    for (const element of controls()) {
      if (element.localName === 'a' && getComputedStyle(element).display === 'inline') continue;
      let size = element.getBoundingClientRect();
      if (size.width < 43.5 || size.height < 43.5) {
        element.scrollIntoView({ block: 'center' });
        size = pressable(element);
      }
      // Half a pixel of rounding is not a smaller target.
      if (size.width < 43.5 || size.height < 43.5) out.push(found('target-44', element, `${Math.round(size.width)}x${Math.round(size.height)}`));
    }
    scrollTo(0, 0);
    return out;
  }

  // --- text that is cut off
  function clipped() {
    return [...document.querySelectorAll('body *')].filter(element => {
      const style = getComputedStyle(element);
      const invisibleOnPurpose = element.clientWidth <= 1 || element.clientHeight <= 1;
      return element.children.length === 0 && element.textContent.trim() && !invisibleOnPurpose
        && /hidden|clip/.test(style.overflowX + style.overflowY)
        && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2);
    }).map(element => found('text-clipped', element));
  }

  /** How far the page is wider than its window, and by what. */
  function overflow() {
    const wide = document.scrollingElement.scrollWidth;
    if (wide <= innerWidth + 1) return [];
    const widest = [...document.querySelectorAll('body *')].filter(rendered)
      .map(element => [element, element.getBoundingClientRect().right]).sort((a, b) => b[1] - a[1])[0]?.[0];
    return [found('horizontal-scroll', widest, `${wide} px in a window of ${innerWidth} px`)];
  }

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
      index: stops.get(element), repeated, where: describe(element),
      order: [...document.querySelectorAll('*')].indexOf(element),
      box: { x: box.left, y: box.top, width: box.width, height: box.height },
      ring: Math.max(outline(element), outline(shown)),
      obscured: !points.map(([x, y]) => document.elementFromPoint(x, y))
        .some(hit => own(element, hit) || hit?.contains(element)),
      hidden: element.closest('[aria-hidden=true]') !== null,
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

  /** Controls no Tab came to. Of a group of radios one stop is enough: the arrows reach the rest. */
  function unreached() {
    const group = radio => `${radio.form?.action ?? ''} ${radio.name}`;
    const groups = new Set([...stops.keys()].filter(element => element.type === 'radio').map(group));
    return controls()
      .filter(element => !stops.has(element) && !(element.type === 'radio' && groups.has(group(element))))
      .map(element => found('keyboard-unreachable', element));
  }

  function pasteBlocked() {
    return [...document.querySelectorAll('input[type=text], input[type=tel], input[type=password], input[type=email], textarea')]
      .filter(field => !field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })))
      .map(field => found('paste-blocked', field));
  }

  const moving = () => document.getAnimations()
    .filter(animation => animation.effect.getTiming().iterations === Infinity)
    .map(animation => found('endless-motion', null, animation.animationName));

  return {
    words, errors, looks, targets, clipped, overflow, stop, looseFocus, giveFocusBack, unreached, pasteBlocked, moving,
    controlCount: () => controls().length,
    settled: () => [...words(), ...errors(), ...looks(), ...targets(), ...pasteBlocked()],
  };
})();
