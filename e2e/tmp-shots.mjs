import { visitor, PHONE, DESKTOP, shot, closeBrowser } from './harness/browser.mjs';
const SITE='http://127.0.0.1:4100';
for (const [n,w] of [['phone',PHONE],['desk',DESKTOP]]) {
  const c = await visitor({window:w, scripts:false}); const p = await c.newPage();
  await p.goto(SITE+'/'); await shot(p, n+'-home');
  await p.goto(SITE+'/services/living_subsidy?county=430104'); await shot(p, n+'-service');
  await p.goto(SITE+'/check'); await shot(p, n+'-check1');
  await p.locator('form[method=post] button:not([name])').last().click(); await shot(p, n+'-check1-wrong');
  await p.locator('label', {hasText:'衡阳市'}).click(); await p.locator('main form[method=post] button').last().click();
  await shot(p, n+'-check2');
  await p.locator('label', {hasText:'珠晖区'}).first().click(); await p.locator('main form[method=post] button').last().click();
  let i=3;
  for (const choose of ['有','none','2','一级']) {
    await shot(p, n+'-check'+i++);
    const labels = await p.locator('main .choice label').allTextContents();
    const want = {0:'有',1:'都不是',2:'二级',3:'能用'}[i-4];
    const l = p.locator('main .choice label', {hasText:want}).first();
    if (await l.count()) await l.click(); 
    await p.locator('main form[method=post] button').last().click();
    console.log(n, p.url(), await p.title(), labels.length);
  }
  await shot(p, n+'-check'+i++);
  for (let k=0;k<5 && !p.url().includes('result');k++){
    const kinds = await p.locator('main input[type=radio][value=no], main input[value=none]').first();
    if (await kinds.count()) { const id=await kinds.getAttribute('id'); await p.locator(`label[for="${id}"]`).click(); }
    else await p.locator('main .choice label').first().click();
    await p.locator('main form[method=post] button').last().click(); console.log(p.url());
    await shot(p, n+'-check'+i++);
  }
  await shot(p, n+'-result');
  await c.close();
}
await closeBrowser();
