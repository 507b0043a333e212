// What a tree tells of a page, what is taken out of it, and how a change is shown.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closesBrowserAtTheEnd, visit } from '../harness/browser.mjs';
import { GOOD } from './planted.mjs';
import { difference, same, treeOf } from './tree.mjs';

closesBrowserAtTheEnd();

const treeOfHtml = (html, how) => visit('http://page.invalid/', { html }, page => treeOf(page, how));

test('a tree tells roles, names, descriptions and states', async () => {
  const tree = await treeOfHtml(GOOD);
  const lines = tree.split('\n').map(line => line.trim());
  assert.equal(lines[0], '错误：您的姓名和联系电话 — 检查器的样页');
  for (const line of [
    'heading 1 “您的姓名和联系电话”',
    'group “有1处要改” (手机号少了1位数字)',
    'textbox “手机号” (错误：手机号少了1位数字。请看一看，补上这一位。 11位数字。) [invalid]',
    'radio “打电话”',
    'columnheader “一级”',
  ]) assert.ok(lines.includes(line), `“${line}” is in\n${tree}`);
  assert.ok(!tree.includes('contentinfo'), 'what is around the main part is not');
  assert.match(await treeOfHtml(GOOD, { whole: true }), /contentinfo/);
});

test('a label that is lost changes the tree', async () => {
  const worse = GOOD.replace('<label for="phone">', '<label>');
  assert.match(difference(await treeOfHtml(GOOD), await treeOfHtml(worse)), /^- +textbox “手机号”.*$/m);
});

test('what chance or time made becomes an example, what people must read stays', () => {
  const words = {
    '编号ZD P2A5 RYBW A。2026年11月30日递交': '编号ZD 2345 6789 X。某年某月某日递交',
    '请记下续办码：H6F3 GB98 MZ': '请记下续办码：ABCD EFGH JK',
    '12月21日，还剩15个工作日': '某年某月某日，还剩几天',
    '1965年生，61岁': '1965年生，几岁',
    '8:34登录': '某时登录',
    '每月70元，一级': '每月70元，一级',
    '431321 19650712 9986': '431321 19650712 9986',
    '未满14岁，要由父母申请': '未满14岁，要由父母申请',
  };
  for (const [made, example] of Object.entries(words)) assert.equal(same(made), example);
});

test('what a page says on some days of the year only is left out', async () => {
  const seasonal = GOOD.replace('</main>', '<p>明年的节假日还没有公布，日子可能差一两天。</p></main>');
  assert.notEqual(seasonal, GOOD);
  assert.equal(await treeOfHtml(seasonal), await treeOfHtml(GOOD));
});

test('a change is shown with what is around it, and nothing else', () => {
  const before = [...'abcdefghijkl'].join('\n');
  assert.equal(difference(before, before), '');
  const now = before.replace('d', 'x').replace('l', 'l\nm');
  assert.equal(difference(before, now), ['  b', '  c', '- d', '+ x', '  e', '  f', '…', '  k', '  l', '+ m'].join('\n'));
});
