"""What is taken out of a play, what is kept, and what no play may hold."""
import glob
import json
import os
import unittest

import script

HERE = os.path.dirname(os.path.abspath(__file__))


class SameEveryTime(unittest.TestCase):
    def test_what_chance_made_becomes_an_example(self):
        said = {
            '受理编号 ZD 7KQM X2P4 9': '受理编号 ZD 2345 6789 X',
            '编号ZD7KQMX2P49。': '编号ZD 2345 6789 X。',
            '〔2026〕决字ZD66QT557KR号': '〔2026〕决字ZD 2345 6789 X号',
            'ZD 2222 2222 2': 'ZD 2345 6789 X',
            '7K3M-QQ2P-XA9B': 'ABCD-EFGH-JKMN',
            '2026年12月1日 9:03': '2026年12月1日 9:00',
            '看决定书 已经访问的连接': '看决定书 链接',
            'the letter visited link': 'the letter link',
            'Continue button.': 'Continue button',
        }
        for line, same in said.items():
            self.assertEqual(script.same_every_time(line, {}), same)

    def test_what_the_state_made_becomes_its_name(self):
        self.assertEqual(script.same_every_time('以后用“春燕17”登录。', {'用户名': '春燕17'}), '以后用“〈用户名〉”登录。')

    def test_days_amounts_and_numbers_of_people_are_kept(self):
        for line in ('2026年12月15日前交都可以', '每月70元，从2026年12月算起', '431321196507129986', '第3步，共6步'):
            self.assertEqual(script.same_every_time(line, {}), line)


class Arrived(unittest.TestCase):
    def test_the_title_and_what_comes_after_it(self):
        said = ['有2处要改 面板.', '正在载入，请稍候。', '登录 — 直达 框架', '有2处要改.', '载入 登录 — 直达 完成。', '跳到主要内容 链接.', '浏览模式']
        self.assertEqual(script.arrived(said, {}), ('登录 — 直达', ['有2处要改 面板', '有2处要改']))

    def test_a_page_that_is_not_announced(self):
        self.assertEqual(script.arrived(['提交 按钮'], {}), (None, ['提交 按钮']))


class Never(unittest.TestCase):
    def test_what_nobody_should_hear_is_found(self):
        for line in ('依据的条件：NOT_LOW_INCOME', 'question-wrong-count', '所在街道 组合框', '看材料 链接 链接', 'Send link button',
                     '残疾等级 1级', '到2026-11-23为止', '每月¥70', '请输入¦验证码'):
            self.assertEqual(len(script.never('    听到：' + line)), 1, line)

    def test_what_is_right_is_not(self):
        for line in ('看材料 链接', '残疾等级 一级', '标题 水平 1', '重度残疾人护理补贴 链接', 'Python-based 按钮', '每月70元', '第21级台阶'):
            self.assertEqual(script.never('    听到：' + line), [])
        self.assertEqual(script.never('打开 /no-such-page-here\n输入“liang-ke-zao-shu”'), [], 'what is done is not heard')


class Text(unittest.TestCase):
    def test_it_reads_like_a_play(self):
        play = script.Play('打错了地址', 'zh-CN')
        play.does('按%s' % script.key_name('shift+Tab', 'zh-CN'))
        play.hears(['回首页 链接', '列表有 2 项'], page='没有找到这一页')
        play.does('按%s' % script.key_name('Return', 'zh-CN'))
        play.hears([])
        self.assertEqual(play.text(), '''打错了地址

按 Shift+Tab
    听到：新的一页：没有找到这一页
    　　　回首页 链接
    　　　列表有 2 项
按回车
    听到：（没有声音）

一共按了0次键，念了20个字。
''')


class Keys(unittest.TestCase):
    def test_the_last_line_tells_keys_and_characters(self):
        self.assertEqual((script.keys('一\n\n一共按了38次键，念了1204个字。\n'), script.spoken('One\n\n38 keys, 1204 characters spoken.\n')), (38, 1204))

    def test_every_approved_play_takes_the_keys_that_are_written_down(self):
        with open(os.path.join(HERE, '..', 'keys.json'), encoding='utf-8') as file:
            written = {name: number for name, number in json.load(file).items() if name.startswith('speech/')}
        taken = {}
        for path in glob.glob(os.path.join(HERE, '*', '*.txt')):
            with open(path, encoding='utf-8') as file:
                stage = os.path.basename(os.path.dirname(path))
                if stage in ('zh-CN', 'en', 'zh-CN-firefox'):
                    taken['speech/%s/%s' % (stage, os.path.basename(path)[:-4])] = script.keys(file.read())
        self.assertEqual(taken, written)


if __name__ == '__main__':
    unittest.main()
