// What people mistype, send and press: nothing gives a blank page, an error of ours, or lost words. Without script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, answer, choose, fits, form, fromHome, handIn, heading, name, press, send, type } from '../harness/apply.mjs';
import { closesBrowserAtTheEnd } from '../harness/browser.mjs';
import { photo } from '../harness/files.mjs';
import { phone } from '../harness/resident.mjs';
import { SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const main = page => page.locator('main').innerText();
/** A whole page, in Chinese, with a way on, and none that is ours to be ashamed of. */
async function isWhole(page) {
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  assert.equal(await page.locator('h1').count(), 1, page.url());
  assert.ok(await page.locator('main a, main button').count() > 0, `${page.url()} leads on`);
  assert.doesNotMatch(await page.title(), /出错|500/);
}

async function aboutMyself(page) {
  await fromHome(page, ['living_subsidy']);
  await choose('whom', 'self')(page);
  await send(page);
  assert.equal(name(page), 'person');
}

const WHO = { name: '欧阳𬱖·㮾', resident_id: '43012219500101118X', certificate: '43012219500101118X11', county: '双峰', township: '永丰' };

test('names and numbers as people type them', async t => {
  const page = await phone();
  await aboutMyself(page);
  const wrong = [
    ['欧阳𬱖', '430122500101118', /15位的旧号码/],
    ['欧阳𬱖', '430122195001011181', /有一位不对/],
    ['欧阳𬱖', '430122195002301188', /出生日期不存在/],
    ['欧阳𬱖', '43012219500101', /现在只有14位/],
    ['欧阳𬱖', '', /请填身份证号码/],
    ['欧阳𬱖', '43012220990101118X', /还没有到/],
    ['', '43012219500101118X', /请填姓名/],
    ['·欧阳', '43012219500101118X', /姓名里的点/],
    ['欧阳<b>1</b>', '43012219500101118X', /数字或者别的符号/],
    ['欧阳𬱖', '43012219500101118X11', /残疾人证号码/],
  ];
  for (const [words, number, says] of wrong) {
    await t.test(`${words || 'no name'}, ${number || 'no number'}`, async () => {
      await type(page, { name: words, resident_id: number });
      await send(page);
      assert.match(await page.locator('#errors').textContent(), says);
      assert.match(await page.title(), /^错误：/);
      assert.equal(await page.locator('#name').inputValue(), words, 'the words are still there');
      assert.equal(await page.locator('#resident_id').inputValue(), number);
      await fits(page);
    });
  }
  await t.test('full-width digits, spaces, a small x, a dot and rare characters are right', async () => {
    await type(page, { name: ' 欧阳𬱖•㮾 ', resident_id: '４３０１２２ 19500101 118ｘ' });
    await send(page);
    assert.equal(name(page), 'reading', 'the retired code of 望城县 is as good as any; rare characters are asked about');
    await page.waitForLoadState('networkidle');
    await page.goBack();
    assert.equal(await page.locator('#errors').count(), 1, 'going back leads to the last mistake');
    assert.equal(await page.locator('#resident_id').inputValue(), wrong.at(-1)[1], 'and to what was typed');
    await page.goForward();
    await send(page);
    assert.equal(name(page), 'certificate', 'nobody has to say how a name is read');
    await choose('certificate', 'number')(page);
    await type(page, { certificate_number: '430122１9500101118x 11' });
    await send(page);
    assert.equal(name(page), 'hukou');
    await page.waitForLoadState('networkidle');
    await page.goBack();
    assert.equal(await page.locator('#certificate_number').inputValue(), WHO.certificate);
    await page.locator('a.back').first().click();
    assert.equal(name(page), 'reading');
    await page.locator('a.back').first().click();
    assert.equal(await page.locator('#name').inputValue(), WHO.name, 'as it is written properly');
    assert.equal(await page.locator('#resident_id').inputValue(), WHO.resident_id);
  });
});

test('files of every wrong kind are said to be so, and what was sent before stays', async t => {
  const page = await phone();
  await fromHome(page, ['living_subsidy']);
  await answer(page, {
    ...about(WHO),
    whom: choose('whom', 'self'),
    'question-aid_status': choose('answer', 'dibao'),
    'papers/household_register': async page => {
      const jpeg = await photo();
      const upload = async file => {
        await page.locator('input[type=file]').setInputFiles(file);
        await press(page, '上传');
        await isWhole(page);
      };
      await upload(jpeg);
      assert.match(await main(page), /IMG_0012\.jpg/);
      const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
      const wrong = [
        ['nothing chosen', [], /请先选一张照片/],
        ['0 bytes', { name: '空.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) }, /是空的/],
        ['a program', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ\x90\x00 this is no picture') }, /不是照片也不是PDF/],
        ['a page with a script', { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') }, /不是照片也不是PDF/],
        ['half a photo', { ...jpeg, buffer: jpeg.buffer.subarray(0, 200) }, /这张照片不完整/],
        ['20 MB', { ...jpeg, buffer: Buffer.concat([jpeg.buffer, Buffer.alloc(20 << 20)]) }, /超过\d+ MB|太大/],
      ];
      for (const [what, file, says] of wrong) {
        await t.test(what, async () => {
          await upload(file);
          assert.match(await main(page), says);
          if (name(page).startsWith('papers/')) assert.match(await main(page), /IMG_0012\.jpg/, 'the photo is still there');
          await fits(page);
          if (!name(page).startsWith('papers/')) await page.goBack();
        });
      }
      await t.test('a PDF that is named .jpg is a PDF', async () => {
        await upload({ name: '户口.jpg', mimeType: 'image/jpeg', buffer: pdf });
        assert.equal(await page.locator('#errors').count(), 0, await main(page));
        assert.match(await main(page), /户口/);
      });
    },
  });
  assert.match(await main(page), /2个文件/);
});

test('pages out of order, and other people’s drafts and cases', async () => {
  const page = await phone();
  await aboutMyself(page);
  const draft = new URL(page.url()).pathname.split('/')[2];
  for (const later of ['statement', 'check', 'payment', 'papers/household_register', 'question-aid_status', 'done', 'no-such-page']) {
    const response = await page.goto(`${SITE}/apply/${draft}/${later}`);
    assert.ok(response.status() < 500, later);
    await isWhole(page);
    if (response.ok()) assert.equal(name(page), 'person', `${later} leads to where one is`);
  }
  const sent = await page.context().request.post(`${SITE}/apply/${draft}/statement`, { form: { agree: 'yes' }, headers: { origin: SITE } });
  assert.ok(sent.status() < 500);
  assert.doesNotMatch(await sent.text(), /申请已经收到/, 'nothing unanswered is handed in');
  const other = await phone();
  for (const theirs of [`/apply/${draft}`, `/apply/${draft}/person`, `/apply/${draft}/check`, `/apply/${draft}/done`, '/apply/x/person', '/cases/ZD22222222X']) {
    const response = await other.goto(SITE + theirs);
    assert.ok([200, 404].includes(response.status()), `${theirs}: ${response.status()}`);
    await isWhole(other);
    assert.doesNotMatch(await main(other), /欧阳/);
  }
});

test('sent twice, and the way back after it: one application, once', async () => {
  const page = await phone();
  await fromHome(page, ['living_subsidy']);
  await answer(page, { ...about(WHO), whom: choose('whom', 'self'), 'question-aid_status': choose('answer', 'dibao') });
  const draft = new URL(page.url()).pathname.split('/')[2];
  await send(page);
  await choose('agree', 'yes')(page);
  await form(page).locator('button').first().dblclick();
  await page.waitForURL(/\/done/);
  const reference = await page.locator('.reference-number').textContent();
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await isWhole(page);
  if (new URL(page.url()).pathname.endsWith('/statement') && await page.locator('[name=agree]').count() > 0) {
    await choose('agree', 'yes')(page);
    await send(page);
  }
  await page.goto(`${SITE}/apply/${draft}/done`);
  assert.equal(await page.locator('.reference-number').textContent(), reference);
  await page.goto(`${SITE}/cases`);
  assert.equal(await page.locator('.case-list > li').count(), 1, await heading(page));
  await page.goto(`${SITE}/apply/${draft}/person`);
  await isWhole(page);
  assert.equal(await page.locator('#resident_id').count(), 0, 'what is sent cannot be changed under the office’s hands');
});

test('two people in two tabs of one phone are not mixed up', async () => {
  const first = await phone();
  await aboutMyself(first);
  const second = await first.context().newPage();
  await aboutMyself(second);
  await type(first, { name: '李春燕', resident_id: '430626198808089988' });
  await type(second, { name: '陈德明', resident_id: '430405195303039997' });
  await send(second);
  await send(first);
  for (const [page, who] of [[first, '李春燕'], [second, '陈德明']]) {
    assert.equal(name(page), 'certificate');
    await page.locator('a.back').first().click();
    assert.equal(await page.locator('#name').inputValue(), who);
  }
  await first.goto(`${SITE}/apply`);
  assert.ok(await first.locator('main').getByText('李春燕').count() + await first.locator('main').getByText('陈德明').count() >= 2, await main(first));
});
