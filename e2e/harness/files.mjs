// Files as people send them.
import { browser } from './browser.mjs';

/** A photo as a phone takes it, small: a JPEG. */
export async function photo() {
  const page = await (await browser()).newPage({ viewport: { width: 200, height: 120 } });
  try {
    await page.setContent('<p style="font: 20px serif">户口簿<br>第一页</p>');
    return { name: 'IMG_0012.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) };
  } finally {
    await page.context().close();
  }
}
