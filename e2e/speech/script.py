"""From what was heard to a text that reads like a play, the same in every run, and what no such text may hold."""
import re

LANGUAGES = {
    'zh-CN': {
        'opens': '打开 %s', 'press': '按%s', 'type': '输入%s', 'file': '选好文件%s', 'reader': '按 Orca+%s',
        'hears': '听到：', 'nothing': '（没有声音）', 'page': '新的一页：', 'cells': '摸到：',
        'sum': '一共按了%d次键，念了%d个字。', 'quote': '“%s”', 'secret': '〈%s〉',
    },
    'en': {
        'opens': 'Open %s', 'press': 'Press %s', 'type': 'Type %s', 'file': 'Choose the file %s', 'reader': 'Press Orca+%s',
        'hears': 'Hear: ', 'nothing': '(nothing)', 'page': 'A new page: ', 'cells': 'Feel: ',
        'sum': '%d keys, %d characters spoken.', 'quote': '“%s”', 'secret': '⟨%s⟩',
    },
}

# What a key is for, where a reader of the play may not know it.
KEYS = {
    'zh-CN': {
        'Return': '回车', 'space': '空格', 'Down': '下箭头', 'Up': '上箭头', 'Left': '左箭头', 'Right': '右箭头',
        'ctrl+Home': ' Ctrl+Home（回到开头）', 'KP_Enter': '小键盘的回车（问：我在哪里）', 'h': ' h（下一个标题）',
        'p': ' p（下一段）', '1': ' 1（下一个一级标题）', '2': ' 2（下一个二级标题）', '3': ' 3（下一个三级标题）', 'b': ' b（下一个按钮）',
        'e': ' e（下一个输入框）', 'r': ' r（下一个单选钮）', 'x': ' x（下一个复选框）', 'k': ' k（下一个链接）',
        't': ' t（下一个表格）', 'l': ' l（下一个列表）', 'i': ' i（下一个列表项）', 'm': ' m（下一个区域）',
        'alt+shift+Down': ' Alt+Shift+下箭头（下面一格）', 'alt+shift+Right': ' Alt+Shift+右箭头（右边一格）', 'a': ' a（换浏览、焦点模式）',
    },
    'en': {
        'Return': 'Enter', 'space': 'Space', 'Down': 'Down arrow', 'Up': 'Up arrow', 'Left': 'Left arrow', 'Right': 'Right arrow',
        'ctrl+Home': 'Ctrl+Home (to the top)', 'KP_Enter': 'keypad Enter (where am I)', 'h': 'h (next heading)',
        'p': 'p (next paragraph)', '1': '1 (next heading level 1)', '2': '2 (next heading level 2)', '3': '3 (next heading level 3)', 'b': 'b (next button)',
        'e': 'e (next entry)', 'r': 'r (next radio button)', 'x': 'x (next check box)', 'k': 'k (next link)', 't': 't (next table)',
        'l': 'l (next list)', 'i': 'i (next list item)', 'm': 'm (next landmark)',
        'alt+shift+Down': 'Alt+Shift+Down (cell below)', 'alt+shift+Right': 'Alt+Shift+Right (cell to the right)', 'a': 'a (browse or focus mode)',
    },
}


def key_name(key, language):
    known = KEYS[language].get(key)
    if known:
        return known
    name = '+'.join(part.capitalize() if part in ('shift', 'ctrl', 'alt') else part for part in key.split('+'))
    return ' %s' % name if language == 'zh-CN' else name


# Window and loading lines: how many of them come depends on how busy the machine is.
PASSING = re.compile(r'(框架|frame|选项卡|page tab)$|正在载入|^载入完成|^Loading|^Finished loading$|请稍候|Please wait|^(Untitled|无标题|about:blank)')
TITLE = re.compile(r'^(?:载入 (?P<zh>.+) 完成。?|Finished loading (?P<en>.+?)|(?P<document>.+?) (?:网页文档|document web|document frame))$')
EMPTY_TAB = re.compile(r'^(New Tab|新标签页|Untitled|无标题|about:blank)$')
# Said on arriving or not: the mode, and the first line of a page, which is the same on all.
ON_ARRIVAL = re.compile(r'^(浏览模式|焦点模式|Browse mode|Focus mode)$|^(跳到主要内容|Skip to main content)'
                        r'|^(网页文档|空|document web|document frame|blank)$')
# The same link is called visited once another plan has been there.
VISITED = (re.compile(r'(?:已经访问的|未访问的)?连接'), '链接'), (re.compile(r'(?:un)?visited link'), 'link')
CHANCE = (
    (re.compile(r'ZD ?(?:[2-9A-Z] ?){8}[2-9A-Z](?![0-9A-Z])'), 'ZD 2345 6789 X'),       # numbers of applications and cases
    (re.compile(r'\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z])'), 'ABCD-EFGH-JKMN'),  # recovery codes
    (re.compile(r'(?<!\d)\d{1,2}:\d\d(?!\d)'), '9:00'),                              # times of the day; the day itself is set
)


def same_every_time(line, words):
    """The one place that takes out of what is spoken what is otherwise in every run: what chance or the time of the
    day made becomes an example, what the plan's state made (`words`, by name) becomes its name."""
    for name, word in words.items():
        line = line.replace(word, '〈%s〉' % name)
    for pattern, instead in VISITED + CHANCE:
        line = pattern.sub(instead, line)
    return line.strip().rstrip('.')


def has_no_chance(line, words):
    return not any(word in line for word in words.values()) and not any(pattern.search(line) for pattern, _ in CHANCE)


def heard(said, words):
    lines = [same_every_time(line, words) for line in said]
    return [line for line in lines if line and not PASSING.search(line)]


def arrived(said, words):
    """The title of the page that was opened, and what else was said of it: where a form leads to what is wrong or to
    what is done, that."""
    title, others = None, []
    for line in heard(said, words):
        found = TITLE.match(line)
        if found:
            name = next(filter(None, found.groups()))
            title = title if EMPTY_TAB.match(name) else name
        elif not ON_ARRIVAL.search(line):
            others.append(line)
    return title, others


class Play:
    """One plan as it was heard."""

    def __init__(self, heading, language):
        self.words, self.lines, self.keys, self.spoken = LANGUAGES[language], [heading, ''], 0, 0

    def does(self, what):
        self.lines.append(what)

    def hears(self, lines, cells=None, page=None):
        said = ([self.words['page'] + page] if page else []) + lines
        self.spoken += sum(map(len, lines)) + len(page or '')
        first = self.words['hears']
        other = ('　' if first.endswith('：') else ' ') * len(first)
        for number, line in enumerate(said or [self.words['nothing']]):
            self.lines.append('    ' + (other if number else first) + line)
        if cells:
            self.lines.append('    ' + self.words['cells'] + cells)

    def text(self):
        return '\n'.join([*self.lines, '', self.words['sum'] % (self.keys, self.spoken)]) + '\n'


def sums(text):
    """The two numbers in the last line of a play: keys, characters spoken."""
    numbers = [int(number) for number in re.findall(r'\d+', text.rstrip('\n').rpartition('\n')[2])]
    return numbers if len(numbers) == 2 else [0, 0]


def keys(text):
    return sums(text)[0]


def spoken(text):
    return sums(text)[1]


# What nobody should have to hear, in any plan.
NEVER = (
    ('a code instead of words', re.compile(r'\b[A-Z]{2,}_[A-Z_]+\b|(?<![/\w-])[a-z]+(?:-[a-z]+){2,}\b')),
    ('a drop-down list', re.compile(r'组合框|combo box')),
    ('a control inside a control', re.compile(r'链接 (?:链接|按钮)|link (?:link|button)|按钮 (?:链接|按钮)')),
    ('a grade in digits', re.compile(r'(?<!\d)[1-4]级|[ⅠⅡⅢⅣ]')),
    ('a date in digits alone', re.compile(r'\d{4}-\d\d-\d\d')),
    ('a sign for money', re.compile(r'[¥￥]')),
    ('a mark that is for the layout', re.compile(r'¦')),
)


def never(text):
    """What is heard in a play that must not be, as (line, why)."""
    said = [line.strip() for line in text.split('\n') if line.startswith('    ')]
    return [(line, why) for line in said for why, pattern in NEVER if pattern.search(line)]
