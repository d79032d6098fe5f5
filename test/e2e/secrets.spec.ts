/** Secrets stay in the main process: whatever the window can get at - page, globals, storage, every reading - holds none. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { backupDevice, nodeFiles } from '../../electron/office/device/device.ts';
import { encryptedFiles } from '../../electron/office/store/encrypted-files.ts';
import { contract } from '#shared/contract/index.ts';
import { answerDialogs } from '../support/dialogs.ts';
import { someOrganisation, someElection, someSettings } from '../support/fictitious.ts';
import { labKeyOf } from '../support/lab-key.ts';
import { ask, callOffice, establish, firstHead } from '../support/office.ts';
import { expect, test } from './fixtures.ts';

test.use({ fresh: true });

/** Files of the office that hold records, which the window may read; every other one may hold keys. */
const records = /^(?:journal\.jsonl|snapshot.*|backups\.json|desk\.json)$/u;
/** What is public by its nature, though it stands beside a secret. */
const isPublic = (name: string): boolean =>
  /^(?:format|id|current|madeAt|login|operatorId|publicKey|fingerprint)$/u.test(name);

/** Every long text that stands in the files of keys of the data folder, as it is and as hexadecimal. */
async function secretsOf(dataFolder: string): Promise<string[]> {
  const found = new Set<string>();
  const note = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (value.length >= 20 && !isPublic(name)) {
        found.add(value);
        found.add(Buffer.from(value, 'base64').toString('hex'));
        found.add(Buffer.from(value, 'base64').toString('base64url'));
      }
    } else if (value !== null && typeof value === 'object') {
      for (const [key, part] of Object.entries(value)) note(part, key);
    }
  };
  const office = join(dataFolder, 'office');
  const names = (await readdir(office)).filter((name) => name.endsWith('.json') && !records.test(name));
  const officeKey = await labKeyOf(office, backupDevice, firstHead);
  const encrypted = encryptedFiles(nodeFiles, officeKey);
  for (const name of names) {
    const bytes = await readFile(join(office, name));
    const opened = bytes.toString('latin1', 0, 1) === '{' ? bytes : await encrypted.read(join(office, name));
    note(JSON.parse(opened?.toString('utf8') ?? ''), '');
  }
  for (const key of [officeKey.exposed(), officeKey.derive('journal'), officeKey.derive('files')])
    note(key.toString('base64'), 'derived');
  return [...found].filter((secret) => secret.length >= 20);
}

/** Texts of the page: its markup, what hangs on its window, and what Chromium keeps for it. */
const everythingInPage = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const seen = new Set<object>();
    const texts: string[] = [document.documentElement.outerHTML];
    const walk = (value: unknown, depth: number): void => {
      if (typeof value === 'string') texts.push(value);
      if (value === null || typeof value !== 'object' || depth > 6 || seen.has(value) || value instanceof Node) return;
      seen.add(value);
      for (const key of Object.getOwnPropertyNames(value)) {
        try {
          walk((value as Record<string, unknown>)[key], depth + 1);
        } catch {
          // A getter of Chromium's that refuses.
        }
      }
    };
    walk(window, 0);
    texts.push(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]), document.cookie);
    texts.push(JSON.stringify(await indexedDB.databases()));
    return texts.join('\n');
  });

test('no key reaches the window: not the page, not its globals, not its storage, not any answer of the office', async ({
  running,
}) => {
  const { page, dataFolder } = running;
  // Nobody is there to answer the system's boxes.
  await answerDialogs(running.electron, {});
  await ask(page, 'preferences.set', { language: 'ky' });
  await establish(page, someSettings);
  const { id: electionId } = await ask(page, 'election.save', { id: null, fields: someElection });
  const { id: organisationId } = await ask(page, 'organisation.save', {
    id: null,
    fields: someOrganisation,
    correspondence: null,
  });
  await page.reload();
  const secrets = await secretsOf(dataFolder);
  expect(secrets.length).toBeGreaterThan(0);

  let told = '';
  // Every operation is called with inputs that many of them take; a refusal is an answer as well.
  const filter = {
    electionId,
    search: '',
    statuses: [],
    organisationIds: [],
    countries: [],
    decisionIds: [],
    categories: [],
  };
  const inputs: object[] = [
    {},
    { electionId },
    { id: organisationId },
    { language: 'ky' },
    { electionId, day: '2025-11-30' },
    { filter, sorting: { column: 'number', descending: false }, language: 'ky', offset: 0, limit: 100 },
    { filter: { who: '', from: null, to: null, search: '' }, language: 'ky', offset: 0, limit: 100 },
  ];
  // These leave or change the office itself.
  const apart = /^(?:entry\.(?!status)|restore\.|office\.change|backup\.|update\.|job\.)/u;
  let answered = 0;
  for (const name of Object.keys(contract).filter((one) => !apart.test(one))) {
    for (const input of inputs) {
      const reply = (await callOffice(page, name, input)) as { ok?: boolean };
      told += JSON.stringify(reply);
      if (reply.ok) answered += 1;
    }
  }
  expect(answered).toBeGreaterThan(12);
  for (const screen of ['settings', 'settings/records', 'handover', 'start']) {
    await page.evaluate((hash) => {
      window.location.hash = `/${hash}`;
    }, screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    told += await everythingInPage(page);
  }
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  expect(told).not.toMatch(/PRIVATE KEY|privateKey|"salt"|wrappedKey|MC4CAQAwBQYDK2Vw/u);
});
