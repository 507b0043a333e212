// What is only seen of several pages together.

/** Of some pages, { url, html }: those whose title another has that shows something else. */
export function sameTitles(pages) {
  const seen = new Map();
  return pages.flatMap(({ url, html }) => {
    const part = name => html.match(new RegExp(`<${name}[^>]*>([^]*?)</${name}>`))?.[1].replaceAll(/<[^>]*>|\s+/g, '') ?? '';
    const title = part('title');
    const before = seen.get(title);
    if (before === undefined) seen.set(title, { url, heading: part('h1') });
    return before !== undefined && before.heading !== part('h1') ? [{ url, rule: 'title-not-unique', where: `"${title}" is the title of ${before.url} too` }] : [];
  });
}
