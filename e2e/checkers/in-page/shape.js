// --- what the parts of a page are: headings, tables, order, media
function shape() {
  const out = [...fakeHeadings(), ...tables(), ...visualOrder()];
  const first = controls().find(element => element.tabIndex >= 0);
  if (first && !(first.matches('a[href^="#"]') && document.getElementById(decodeURIComponent(first.hash.slice(1))))) out.push(found('skip-link', first, 'comes before a link to the main part'));
  if (document.querySelectorAll('main').length === 0) out.push(found('no-main', null));
  for (const media of all('video, audio')) {
    if (media.autoplay) out.push(found('plays-by-itself', media));
    if (media.controls) out.push(found('browser-media-controls', media, 'four controls nobody has translated'));
  }
  for (const video of all('video')) if (!video.querySelector('track[kind=captions], track[kind=subtitles]')) out.push(found('video-without-captions', video));
  for (const name of ['aria-describedby', 'aria-labelledby', 'aria-errormessage', 'aria-controls', 'aria-owns', 'for', 'headers'])
    for (const element of all(`[${name}]`))
      for (const id of element.getAttribute(name).split(/\s+/).filter(Boolean)) if (!document.getElementById(id)) out.push(found('points-nowhere', element, `${name}="${id}"`));
  for (const link of all('a[href^="#"]')) if (link.hash.length > 1 && !document.getElementById(decodeURIComponent(link.hash.slice(1)))) out.push(found('points-nowhere', link, link.hash));
  for (const element of all('[accesskey]')) out.push(found('access-key', element));
  for (const element of all('[draggable=true]')) out.push(found('drag', element));
  for (const box of all('dialog[open], [role=dialog], [role=alertdialog]')) if (rendered(box)) out.push(found('dialog-on-load', box));
  for (const element of all('marquee, blink')) out.push(found('endless-motion', element));
  for (const element of all('[role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=menuitem], [role=tab]'))
    if (rendered(element) && !element.matches(CONTROLS) && !element.hasAttribute('tabindex')) out.push(found('role-without-key', element));
  for (const element of all('[title]')) if (!element.matches('iframe, abbr, link, style') && !words(element).includes(element.title)) out.push(found('said-in-tooltip', element, element.title));
  return out;
}

// Looks like a heading, is none: short, large or bold, alone in its line, with something after it. A line of braille
// cells has no size to tell it by.
function fakeHeadings() {
  const out = [];
  // Of where it stands: what is printed large is large as a whole.
  const usualOf = element => {
    const room = element.closest('article, main') ?? document.body;
    return parseFloat(getComputedStyle(room.querySelector('p, li') ?? room).fontSize);
  };
  for (const node of texts(document.querySelector('main') ?? document.body)) {
    const element = node.parentElement;
    const block = blockOf(node);
    if (element.closest('h1, h2, h3, h4, h5, h6, [role=heading], a, button, label, legend, th, td, caption, summary, dl, ul, ol, figcaption, blockquote, [role=status], [aria-hidden=true]')) continue;
    const text = node.data.trim();
    if (!/^(p|div)$/.test(block.localName) || block.textContent.trim() !== text || text.length > 30 || /[。！？!?.；;：:]$|\d|^[\u2800-\u28ff]+$/.test(text) || !forEyes(element)) continue;
    const { fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize) / usualOf(element);
    if ((size >= 1.15 && fontWeight >= 600 || size >= 1.5 || fontWeight >= 600) && block.nextElementSibling) out.push({ rule: 'fake-heading', where: `${block.localName}${block.className ? `.${block.className}` : ''}: ${text}` });
  }
  return out;
}

function tables() {
  const out = [];
  for (const table of all('table:not([role=presentation], [role=none])')) {
    if (!rendered(table) || table.rows.length < 2) continue;
    if (!table.querySelector('th')) out.push(found('table-without-headers', table));
    else if (!table.caption?.textContent.trim() && !table.getAttribute('aria-label') && !table.getAttribute('aria-labelledby')) out.push(found('table-without-name', table));
  }
  return out;
}

// WCAG 1.3.2: what stands above is read before. Two texts in one column, the later one drawn above the earlier.
function visualOrder() {
  const blocks = new Set();
  for (const node of texts(document.querySelector('main') ?? document.body)) {
    const block = blockOf(node);
    if (forEyes(block) && !/^(absolute|fixed)$/.test(getComputedStyle(block).position)) blocks.add(block);
  }
  const boxes = [...blocks].map(block => [block, block.getBoundingClientRect()]);
  return boxes.slice(1).flatMap(([block, box], index) => {
    const [before, above] = boxes[index];
    const column = Math.min(box.right, above.right) - Math.max(box.left, above.left) > 0.5 * Math.min(box.width, above.width);
    return column && box.bottom <= above.top + 1 && !before.contains(block) ? [found('visual-order', block, `is drawn above ${describe(before)}`)] : [];
  });
}
