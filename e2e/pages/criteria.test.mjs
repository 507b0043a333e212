// The rules of axe that the table of criteria names are rules of the axe that runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import axe from 'axe-core';

const table = readFileSync(new URL('../../accessibility/criteria.toml', import.meta.url), 'utf8');

test('every rule of axe that a criterion names exists', () => {
  const named = [...table.matchAll(/"axe:([^"]+)"/g)].map(([, rule]) => rule);
  assert.ok(named.length > 10, 'criteria.toml names rules');
  const known = new Set(axe.getRules().map(({ ruleId }) => ruleId));
  assert.deepEqual(named.filter(rule => !known.has(rule)), []);
});
