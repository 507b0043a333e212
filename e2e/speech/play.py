#!/usr/bin/env python3
"""Plays journeys with a real screen reader, and compares what it says with the approved texts.

    python3 e2e/speech/play.py [--approve] [--longer] [--times N] [--stage STAGE …] [--out FOLDER] [PLAN …]

./test speech starts it with a server, and says where in E2E_URL. README.md tells the rest.
"""
import argparse
import difflib
import json
import os
import re
import subprocess
import sys
import time

import desktop
import script
from browsers import Chromium, Firefox

HERE = os.path.dirname(os.path.abspath(__file__))
# Where a plan is played: the folder of its approved texts, its language, and its browser.
STAGES = {
    'zh-CN': ('zh-CN', 'zh_CN', Chromium),
    'en': ('en', 'en_US', Chromium),
    'zh-CN-firefox': ('zh-CN', 'zh_CN', Firefox),
}
MORE_BY = 1.2  # what is spoken may not become longer than this, unseen


class States:
    """states.mjs, which makes the portal ready for a plan."""

    def __init__(self):
        self.process = subprocess.Popen(['node', os.path.join(HERE, 'states.mjs')], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, **what):
        self.process.stdin.write(json.dumps(what) + '\n')
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline() or '{"failed": "states.mjs has ended"}')
        if 'failed' in answer:
            raise RuntimeError('%s: %s' % (what, answer['failed']))
        return answer

    def stop(self):
        self.process.stdin.close()
        self.process.wait(30)


class Stage:
    """A desktop with Orca and a browser in one language, on which plans are played one after the other."""

    def __init__(self, name, states, out):
        self.name, self.states, self.written = name, states, None
        self.language, locale, browser = STAGES[name]
        os.makedirs(out, exist_ok=True)
        self.desktop = desktop.Desktop(locale, out)
        self.heard = self.desktop.heard
        self.browser = browser(self.desktop, self.language)

    def stop(self):
        self.desktop.stop()

    def in_language(self, words):
        return words[self.language] if isinstance(words, dict) else words

    def play(self, plan):
        """What is heard in a plan, as the text of a play; in some plans also what a braille display shows."""
        self.written = None
        state = self.states.ask(state=plan['state']) if 'state' in plan else {}
        self.known, self.files = state.get('words', {}), state.get('files', {})
        self.braille, self.said = plan.get('braille') == self.name, script.LANGUAGES[self.language]
        self.written = script.Play(self.in_language(plan['title']), self.language)
        self.browser.become(state.get('cookies', []))
        address = plan.get('begin') or state['address']
        self.heard.read()
        self.browser.open(os.environ['E2E_URL'].rstrip('/') + address)
        self.written.does(self.said['opens'] % plan.get('called', {}).get(self.language, script.same_every_time(address, self.known)))
        self.arrive(opened=True)
        for step in plan['steps']:
            self.step({'press': step} if isinstance(step, str) else step)
        return self.written.text()

    def step(self, step):
        if 'type' in step:
            self.type(step)
        elif 'file' in step:
            self.written.does(self.said['file'] % os.path.basename(self.files[step['file']]))
            self.browser.choose_file(self.files[step['file']])
            self.hear(step)
        elif 'reader' in step:
            self.written.does(self.said['reader'] % script.key_name(step['reader'], self.language).strip())
            self.written.keys += 1
            for action, key in (('keydown', 'Insert'), ('key', step['reader']), ('keyup', 'Insert')):
                subprocess.run(['xdotool', action, key], check=True)
            self.hear(step)
        elif 'until' in step:
            self.press_until(step)
        else:
            for _ in range(step.get('times', 1)):
                self.press(step)

    def press(self, step):
        self.written.does(self.said['press'] % script.key_name(step['press'], self.language))
        self.written.keys += 1
        desktop.press(step['press'])
        return self.arrive() if step.get('leads') else self.hear(step)

    def press_until(self, step):
        wanted = re.compile(self.in_language(step['until']))
        silent = 0
        for _ in range(step.get('most', 25)):
            lines = self.press(step)
            silent = 0 if lines else silent + 1
            if any(wanted.search(line) for line in lines):
                return
            if silent == 2:
                break
        raise RuntimeError('never heard %s' % wanted.pattern)

    def type(self, step):
        words = self.in_language(step['type'])
        made = re.fullmatch(r'\{(.+)\}', words)
        shown = self.said['quote'] % words
        if made:  # a word that is another in each run has a name in the play
            name = made[1]
            if name not in self.known:
                words = self.states.ask(word=name)['word']
                if step.get('heard', True):
                    self.known[name] = words
            words = self.known.get(name, words)
            shown = self.said['secret'] % name
        self.written.does(self.said['type'] % shown)
        if words.isascii():
            desktop.type_text(words)
        else:
            self.browser.insert(words)
        # Some of the characters themselves are said again; only what the page says to them counts.
        said = [line for line in script.heard(self.heard.settle(first=0.8), self.known) if len(line) > 1]
        if said:
            self.written.hears(said)

    def hear(self, step):
        said = self.heard.settle(first=step.get('wait', 3.0))
        lines = script.heard(said, self.known)
        # Cells of what chance made are others in each run.
        same = all(script.has_no_chance(line, self.known) for line in said)
        self.written.hears(lines, self.desktop.display.shows() if self.braille and same else None)
        return lines

    def arrive(self, opened=False):
        """Listens until the page that was asked for has been announced. Where a tab was opened for it and the one before
        closed, what the reader says between them is not the page's."""
        said, began = [], time.monotonic()
        self.heard.changed = began
        while time.monotonic() - began < 15:
            said += self.heard.read()
            if any(re.search(r'完成。|Finished loading', line) for line in said) or (said and time.monotonic() - self.heard.changed > 2):
                break
            time.sleep(0.05)
        said += self.heard.settle(quiet=1.2, limit=10, first=1)
        if not said:
            raise RuntimeError('no page came')
        title, lines = script.arrived(said, self.known)
        self.written.hears([] if opened else lines, page=title or self.said['nothing'])
        return lines


def load(names):
    """The plans asked for, or all, by file name."""
    folder = os.path.join(HERE, 'plans')
    known = sorted(file[:-5] for file in os.listdir(folder) if file.endswith('.json'))
    for name in set(names) - set(known):
        raise SystemExit('There is no plan "%s"; there are: %s.' % (name, ', '.join(known)))
    plans = {}
    for name in names or known:
        with open(os.path.join(folder, name + '.json'), encoding='utf-8') as file:
            plans[name] = json.load(file)
    return plans


def read(path):
    try:
        with open(path, encoding='utf-8') as file:
            return file.read()
    except FileNotFoundError:
        return ''


class Keys:
    """How many keys each play takes: written down beside those of the other journeys, in e2e/keys.json."""

    PATH = os.path.join(HERE, '..', 'keys.json')

    @staticmethod
    def name(stage, plan):
        return 'speech/%s/%s' % (stage, plan)

    @classmethod
    def all(cls):
        return json.loads(read(cls.PATH))

    @classmethod
    def other(cls, name, text):
        """In words, where it is another number than what is written down."""
        now, before = script.keys(text), cls.all().get(name)
        return None if now == before else '%d keys instead of %s' % (now, before)

    @classmethod
    def write(cls, name, number):
        text = json.dumps(dict(sorted({**cls.all(), name: number}.items())), ensure_ascii=False, indent=1)
        with open(cls.PATH, 'w', encoding='utf-8') as file:
            file.write(text + '\n')


class Judge:
    """Compares and approves, and counts."""

    def __init__(self, approve, longer, out):
        self.approve, self.longer, self.out = approve, longer, out
        self.counts = {'ok': 0, 'UNSTABLE': 0, 'FAILED': 0}

    def judge(self, stage, name, plan):
        """Plays once, and where it differs once more. What differs from the approved text and is the same twice has changed."""
        path, keys, began = os.path.join(HERE, stage.name, name + '.txt'), Keys.name(stage.name, name), time.monotonic()
        want, texts, why = read(path), [], None
        while len(texts) < 2:
            try:
                texts.append(stage.play(plan))
            except (RuntimeError, ValueError, OSError, subprocess.SubprocessError) as problem:
                texts.append('')
                why = str(problem)
            self.keep(stage, name, len(texts))
            if texts[-1] == want:
                break
        text = texts[-1]
        forbidden = script.never(text)
        if forbidden:
            result, why = 'FAILED', '\n'.join('it says “%s”: %s' % one for one in forbidden)
        elif text and text == want:
            result, why = ('ok', None) if len(texts) == 1 else ('UNSTABLE', difference(want, texts[0], path))
        elif not text:
            result = 'FAILED'
        elif not self.approve:
            result, why = 'FAILED', '\n'.join(filter(None, [Keys.other(keys, text), difference(want, text, path)]))
        elif texts[0] != text:
            result, why = 'FAILED', 'it was not the same twice, and is not approved:\n' + difference(texts[0], text, path)
        elif want and script.spoken(text) > script.spoken(want) * MORE_BY and not self.longer:
            result, why = 'FAILED', '%d characters instead of %d: say it shorter, or approve it with --longer' % (script.spoken(text), script.spoken(want))
        elif script.keys(text) > Keys.all().get(keys, script.keys(text)) and not self.longer:
            result, why = 'FAILED', '%s: make it shorter, or approve it with --longer' % Keys.other(keys, text)
        else:
            Keys.write(keys, script.keys(text))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
            result, why = 'ok', 'approved: read it'
        self.counts[result] += 1
        print('%s %s/%s, %d s%s' % (result, stage.name, name, time.monotonic() - began,
                                    ''.join('\n  ' + line for line in (why or '').split('\n') if line)), flush=True)

    def keep(self, stage, name, time):
        """What was heard, as far as it went."""
        file_name = name + ('.txt' if time == 1 else '.again.txt')
        with open(os.path.join(self.out, stage.name, file_name), 'w', encoding='utf-8') as file:
            file.write(stage.written.text() if stage.written else '')


def difference(want, text, path):
    lines = difflib.unified_diff(want.splitlines(), text.splitlines(), os.path.relpath(path, HERE), 'heard', n=2, lineterm='')
    return '\n'.join(lines)


def play_all(asked):
    plans, judge, states = load(asked.plans), Judge(asked.approve, asked.longer, asked.out), States()
    for stage_name in asked.stage:
        here = {name: plan for name, plan in plans.items() if stage_name in plan['in']}
        if not here:
            continue
        stage = Stage(stage_name, states, os.path.join(asked.out, stage_name))
        for _ in range(asked.times):
            for name, plan in here.items():
                judge.judge(stage, name, plan)
        stage.stop()
    states.stop()
    counts = judge.counts
    print('%d plays: %d as approved, %d unstable, %d failed, %d s' % (
        sum(counts.values()), counts['ok'], counts['UNSTABLE'], counts['FAILED'], time.monotonic() - BEGAN))
    return 1 if counts['FAILED'] else 0


BEGAN = time.monotonic()

if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('plans', nargs='*', metavar='PLAN')
    parser.add_argument('--approve', action='store_true', help='what is heard is right: write it down')
    parser.add_argument('--longer', action='store_true', help='… even where it became more than a fifth longer, or takes more keys')
    parser.add_argument('--times', type=int, default=1, help='play each plan so often, to see how steady it is')
    parser.add_argument('--stage', action='append', choices=list(STAGES), help='only here')
    parser.add_argument('--out', default=os.path.join(HERE, 'heard'), help='where everything that was heard is kept')
    parser.add_argument('--only', help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.stage = [asked.only] if asked.only else asked.stage or list(STAGES)
    asked.out = os.path.abspath(asked.out)
    if asked.approve and os.environ.get('CI'):
        raise SystemExit('Nobody listens here: approve on a machine of your own.')
    if os.environ.get(desktop.INSIDE):
        sys.exit(play_all(asked))
    # Each stage gets a session of its own, so that nothing the one before left behind disturbs it.
    sys.exit(max([desktop.enter(os.path.abspath(__file__), [*sys.argv[1:], '--only', stage]) for stage in asked.stage]))
