// What happens on the wire and on the console while a page is opened for the first time.
import { visitor } from './browser.mjs';

/**
 * Opens `url` with an empty cache.
 * @returns `status`, `type`, `html` as sent, `requests` (addresses), `complaints` (console, failed requests),
 *   `bytes` over the wire with headers, and `facts` of the document
 */
export async function observe(url, way) {
  const context = await visitor(way);
  try {
    const page = await context.newPage();
    const requests = [], complaints = [];
    let bytes = 0;
    page.on('request', request => requests.push(request.url()));
    page.on('requestfailed', request => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
    page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
    page.on('pageerror', error => complaints.push(error.message));
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });

    const response = await page.goto(url, { waitUntil: 'networkidle' });
    const facts = await page.evaluate(() => ({
      title: document.title,
      language: document.documentElement.lang,
      headings: document.querySelectorAll('h1').length,
      scripts: document.scripts.length,
    }));
    return {
      status: response.status(), type: response.headers()['content-type'] ?? '', html: await response.text(),
      path: new URL(page.url()).pathname, requests, complaints, bytes, facts,
    };
  } finally {
    await context.close();
  }
}
