// What is only seen of several pages together.

const part = (html, name) => html.match(new RegExp(`<${name}[^>]*>([^]*?)</${name}>`))?.[1].replaceAll(/<[^>]*>|\s+/g, '') ?? '';

/** Whether a page is one to be left at once, of which the browser's history may tell nothing. */
const quiet = html => html.includes('class="acting acting-leave');

/** Of some pages, { url, html }: those whose title another has that shows something else. A quiet page says what is done
 * there and not about what, so that many share a title; what they may not do is to say their heading in it. */
export function sameTitles(pages) {
  const seen = new Map();
  return pages.flatMap(({ url, html }) => {
    const [title, heading] = [part(html, 'title'), part(html, 'h1')];
    if (quiet(html)) return title.includes(heading) ? [{ url, rule: 'title-tells', where: `"${title}" says what the page keeps quiet` }] : [];
    const before = seen.get(title);
    if (before === undefined) seen.set(title, { url, heading });
    return before !== undefined && before.heading !== heading ? [{ url, rule: 'title-not-unique', where: `"${title}" is the title of ${before.url} too` }] : [];
  });
}
