// Names that few fonts have: 1,000 rare characters are drawn by the fonts that the style sheet asks for, and none comes as
// an empty box. The first 270 lie outside the 20,902 characters of the first Unicode and are in use for people and places
// (nearly all are in 通用规范汉字表); the others are every ninth of the block after it. What a visitor's own device has,
// nobody here can test.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closesBrowserAtTheEnd, visit } from '../harness/browser.mjs';
import { SITE } from '../harness/site.mjs';

closesBrowserAtTheEnd();

const OF_NAMES = [...`
㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘
䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮
𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄
𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡
𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓
`.replaceAll(/\s/g, '')];
const EVERY_NINTH = Array.from({ length: 732 }, (_, at) => String.fromCodePoint(0x3400 + at * 9));
const RARE = [...new Set([...OF_NAMES, ...EVERY_NINTH])];

/** Those of the characters that look like one that no font has. */
const boxes = (page, characters) => page.evaluate(rare => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [40, 40];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.font = `28px ${getComputedStyle(document.body).fontFamily}`;
  context.textBaseline = 'top';
  const drawn = character => {
    context.clearRect(0, 0, 40, 40);
    context.fillText(character, 4, 4);
    return context.getImageData(0, 0, 40, 40).data.join();
  };
  const none = new Set(['\u{0378}', '\u{2FE0}', '\u{3FFFD}', ' '].map(drawn));
  return rare.filter(character => none.has(drawn(character)));
}, characters);

test('rare characters of names are drawn', async () => {
  await visit(`${SITE}/`, { probe: true }, async page => {
    assert.deepEqual(await boxes(page, ['\u{0379}', '\u{2FE1}']), ['\u{0379}', '\u{2FE1}'], 'what no font has is seen as such');
    assert.ok(RARE.length >= 990, `${RARE.length} characters`);
    assert.deepEqual(await boxes(page, RARE), []);
  });
});
