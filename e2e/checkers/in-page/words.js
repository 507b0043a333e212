// --- language, headings, and what words say
function wording() {
  const out = [];
  const mostlyChinese = chinese(document.body.innerText) > 30;
  const language = document.documentElement.lang;
  // Names of places and people in a list are marked, each by itself.
  const unmarked = [...texts()].filter(node => (node.parentElement.closest('[lang]') ?? document.documentElement) === document.documentElement);
  if (chinese(unmarked.map(({ data }) => data).join('')) > 30 && chinese(document.body.innerText) > document.body.innerText.length / 4 && !/^zh/i.test(language)) out.push(found('language-of-page', null, `Chinese text, lang="${language}"`));
  if (/^(document|untitled.*|index|page|test|无标题.*|未命名.*|新建.*|页面|网页)?$/i.test(document.title.trim())) out.push(found('title-says-nothing', null, `"${document.title}"`));
  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1) out.push(found('one-h1', null, `${headings} on the page`));
  out.push(...linkWords(), ...imageWords(), ...foreignParts(mostlyChinese), ...sentences());
  return out;
}

const SAYS_NOTHING = /^(请?(点击|点|戳|按|看|查看)?(这里|此处|这儿|更多|详情|全文|链接)|了解(更多|详情)|查看(更多|详情)?|阅读(更多|全文)|更多(内容|信息)?|点此|点我|点击(查看|进入)?|详情|更多|>>|»|→|…)[>»→。…\s]*$|^((please )?click( here)?|here|more|(read|learn|see|find out|view) more|details|this( link)?|link)[.…>»\s]*$|^(https?:\/\/|www\.)\S+$/i;
function linkWords() {
  const out = [];
  const leads = new Map();
  for (const link of document.querySelectorAll('a[href]')) {
    const name = link.getAttribute('aria-label') ?? link.textContent.trim();
    if (SAYS_NOTHING.test(name)) out.push(found('link-text', link));
    if (link.target === '_blank' && !/新(的)?(窗口|标签页|页面)|new (window|tab)/i.test(name)) out.push(found('new-window', link, 'opens a new window and does not say so'));
    // In a table the row says which one is meant.
    if (!rendered(link) || !link.closest('main') || link.closest('tr') || !name) continue;
    const told = `${name.replaceAll(/\s+/g, ' ')}|${named(link.getAttribute('aria-labelledby')).concat(describedBy(link)).map(words)}`;
    const before = leads.get(told);
    if (before !== undefined && before !== link.href) out.push(found('same-words-other-place', link, link.getAttribute('href')));
    leads.set(told, before ?? link.href);
  }
  for (const button of all('button, [role=button]')) {
    const name = button.getAttribute('aria-label') ?? button.textContent.trim();
    if (/^(ok|go|submit|点击|点击这里|按钮|button)$/i.test(name) && chinese(document.body.innerText) > 30) out.push(found('button-text', button));
  }
  return out;
}

function imageWords() {
  const out = [];
  for (const image of all('img[alt], [role=img][aria-label], input[type=image][alt], area[alt]')) {
    const alt = (image.getAttribute('aria-label') ?? image.alt ?? '').trim();
    if (/\.(png|jpe?g|gif|svg|webp|bmp)$|^(一张)?(图片?|图像|照片|图标|配图|插图|image|img|picture|photo|icon|graphic|dsc)[\s_\-\d]*$|^[\w-]*\d{3,}$/i.test(alt)) out.push(found('alt-junk', image, alt));
    else if (alt === '' && image.closest('a, button') && !(image.closest('a, button').textContent.trim() || image.closest('[aria-label], [aria-labelledby]'))) out.push(found('alt-missing-in-control', image));
  }
  return out;
}

// WCAG 3.1.2: English words in a Chinese part, Chinese ones in an English part; names of people and places are names.
function foreignParts(mostlyChinese) {
  const out = [];
  for (const node of texts()) {
    const { parentElement } = node;
    // A reference in its spoken groups is no language.
    const data = node.data.replace(/\bZD [0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]\b/g, '');
    if (!data.trim() || parentElement.closest('code, [translate=no]')) continue;
    const language = parentElement.closest('[lang]')?.lang ?? '';
    const foreign = /^zh/i.test(language)
      ? /[A-Za-z]{3,}(\s+[A-Za-z]{2,})+/.test(data) && /[a-z]{2}/.test(data) || /^[A-Z][a-z]{3,}$/.test(data.trim())
      : !mostlyChinese && !/^(ja|yue)/i.test(language) && /[\u4e00-\u9fff]{8,}|[\u4e00-\u9fff][，。！？；]/.test(data);
    if (foreign) out.push(found('language-of-part', parentElement, `"${data.trim().slice(0, 24)}" in lang="${language}"`));
  }
  return out;
}

// What a listener, or somebody who sees no colours, can do nothing with.
const SENTENCES = {
  'told-by-colour': /(红|绿|蓝|黄|橙|灰)色?的?(字|字体|文字|项目?|栏|框|部分|星号|按钮|链接|区域|标记)|标(红|绿|黄|灰)|\b(in|the) (red|green|blue|yellow|grey)( (fields?|items?|text|button|box|link)|\b(?= (are|is|must)))/i,
  'told-by-place': /(左|右|上|下)(边|侧|面|方|角|上角|下角)的?(那个)?(大|小)?(按钮|图标|菜单|圆|方|箭头)|(圆形?|方形?|三角形?|箭头形)的?(按钮|图标|链接)|\b(round|square|triangular|big) (button|icon)|(button|menu|icon) (on|at) the (left|right|top|bottom)/i,
  'raw-code': /\b[A-Z]{2,}_[A-Z_]+\b|\bundefined\b|\bNaN\b|\[object \w+\]|\{\{|\}\}|\b(?:[a-z]+-){3,}[a-z]+\b/,
  'spoken-wrong': /\b(19|20)\d\d-\d\d?-\d\d?\b|[¥￥]\s?\d|(?<![\d一二三四])[1-4]级|[ⅠⅡⅢⅣ]级/,
  captcha: /(?<!没有|不用|不要|不需要|无需)图形验证码|看不清[，,]?换一张|请?输入(图中|图片中|右图|左图)的?(字符|数字|文字|验证码)|算一算|拖动滑块|向右滑动|\bcaptcha\b|are you (a )?(human|robot)/i,
};
function sentences() {
  const out = [];
  for (const node of texts()) {
    if (!rendered(node.parentElement) || node.parentElement.closest('code, [translate=no]')) continue;
    for (const [rule, pattern] of Object.entries(SENTENCES)) {
      const hit = pattern.exec(node.data);
      if (hit) out.push(found(rule, node.parentElement, `"${hit[0]}"`));
    }
  }
  // A sentence with parts in it is read in pieces, pinyin after its character a second time.
  for (const part of all('main p strong, main p time, main p abbr, main p em, main li > strong'))
    if (/[\u4e00-\u9fff]/.test(part.parentElement.textContent.replace(part.textContent, '').trim()) && part.textContent.trim()) out.push(found('sentence-in-pieces', part));
  for (const reading of all('ruby rt')) if (!reading.closest('[aria-hidden=true]')) out.push(found('read-twice', reading));
  return out;
}
