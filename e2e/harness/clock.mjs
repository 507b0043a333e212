// The portal's clock. `./test` builds the program with the feature `test-clock`: a file says by how much it is ahead.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = `${process.env.E2E_DATA}/test-clock`;
const DAY = 24 * 60 * 60 * 1000;

function aheadMs() {
  try {
    return Number(readFileSync(FILE, 'utf8'));
  } catch {
    return 0;
  }
}

/** The moment at which the portal is, in milliseconds since 1970. */
export const portalNow = () => Date.now() + aheadMs();

/**
 * Lets days pass. Everybody's sessions end by it, so only tests that run when nothing else does may:
 * those in files named `*.alone.test.mjs`.
 */
export function letDaysPass(days) {
  writeFileSync(FILE, String(aheadMs() + days * DAY));
}
