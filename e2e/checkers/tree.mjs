// What every screen reader is given of a page: roles, names, descriptions, states, as a text that people can read.

const SILENT = new Set(['InlineTextBox', 'LineBreak', 'none', 'generic', 'LayoutTableRow', 'ListMarker']);
/** What a browser puts into its own player: other words with every version. */
const PLAYERS = new Set(['Video', 'Audio']);
const STATES = ['required', 'invalid', 'checked', 'pressed', 'expanded', 'disabled', 'live'];

/** The one place that takes out of a tree what is otherwise in every run: chance, the day and the hour become an example. */
const SAME = [
  [/ZD ?[0-9A-Z]{4} ?[0-9A-Z]{4} ?[0-9A-Z]\b/g, 'ZD 2345 6789 X'],
  [/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b|\b[0-9A-Z]{5}-[0-9A-Z]{5}\b|\b[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{2}\b/g, 'ABCD EFGH JK'],
  [/(读者|春燕|newcomer-)\d{13}/g, '$1'],
  [/^[A-Z2-7]{4}$/g, 'ABCD'],
  [/\d{4}年\d{1,2}月(\d{1,2}日)?|(?<!\d)\d{1,2}月\d{1,2}日/g, '某年某月某日'],
  [/（星期[一二三四五六日]）/g, '（星期几）'],
  [/(?<!\d)\d{1,2}:\d\d(?!\d)/g, '某时'],
  [/(\d{4}年生，)\d+岁/g, '$1几岁'],
  [/还(剩|有)\d+(个工作日|天)/g, '还$1几天'],
  [/规则版本[0-9a-f]{8}/g, '规则版本'],
];

/** Lines that stand on a page on some days of the year only. */
const OF_THE_SEASON = /^(明年的节假日还没有公布|Next year's holidays)/;

/** Words as they are in every run. */
export const same = words => SAME.reduce((text, [pattern, example]) => text.replaceAll(pattern, example), words.replaceAll(/\s+/g, ' ').trim());

/** The title and the main part of an open page, or the `whole` of it: a line for each part, what is in it further in. */
export async function treeOf(page, { whole = false } = {}) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const told = value => same(String(value?.value ?? ''));
  const lines = [];
  const wordsOf = node => (node.role?.value === 'StaticText' ? told(node.name) : (node.childIds ?? []).map(id => wordsOf(byId.get(id) ?? {})).join(''));
  const put = (node, depth) => {
    if (node.role?.value === 'paragraph' && OF_THE_SEASON.test(wordsOf(node))) return;
    const role = node.role?.value ?? '';
    const name = told(node.name);
    const silent = node.ignored || SILENT.has(role);
    if (!silent && (name || role !== 'StaticText')) lines.push('  '.repeat(depth) + lineOf(node, role, name, told(node.description)));
    if (PLAYERS.has(role)) return;
    const inside = silent ? depth : depth + 1;
    for (const child of (node.childIds ?? []).map(id => byId.get(id))) {
      // Words that are in the name of what holds them are not told twice.
      const repeated = child?.role?.value === 'StaticText' && !silent && name.includes(told(child.name));
      if (child && !repeated) put(child, inside);
    }
  };
  const main = nodes.find(({ role, ignored }) => role?.value === 'main' && !ignored);
  put(whole ? nodes[0] : main ?? nodes[0], 0);
  return `${same(await page.title())}\n${lines.join('\n')}\n`;
}

function lineOf({ properties = [] }, role, name, description) {
  if (role === 'StaticText') return name;
  const values = new Map(properties.map(property => [property.name, String(property.value.value)]));
  const states = STATES.filter(state => ![undefined, 'false', 'off', ''].includes(values.get(state)))
    .map(state => (values.get(state) === 'true' ? `[${state}]` : `[${state} ${values.get(state)}]`));
  return [role === 'heading' ? `heading ${values.get('level')}` : role, name && `“${name}”`, description && `(${description})`, ...states].filter(Boolean).join(' ');
}

const AROUND = 2;

/** What differs between two texts, line by line as `- before` and `+ now`, with the lines around it. Empty where nothing does. */
export function difference(before, now) {
  const [old, young] = [before.split('\n'), now.split('\n')];
  // How many lines two ends have in common: the longest common subsequence.
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1; j >= 0; j -= 1)
      common[i][j] = old[i] === young[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const lines = [];
  for (let i = 0, j = 0; i < old.length || j < young.length;) {
    if (i < old.length && j < young.length && old[i] === young[j]) { lines.push(`  ${old[i]}`); i += 1; j += 1; }
    else if (j >= young.length || i < old.length && common[i + 1][j] >= common[i][j + 1]) { lines.push(`- ${old[i]}`); i += 1; }
    else { lines.push(`+ ${young[j]}`); j += 1; }
  }
  const near = index => lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(line => line[0] !== ' ');
  return lines.flatMap((line, index) => (near(index) ? [line] : near(index - 1) ? ['…'] : [])).join('\n');
}
