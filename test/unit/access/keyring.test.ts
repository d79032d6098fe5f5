import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attemptsName } from '../../../electron/office/access/attempts.ts';
import { keyringCopyName, keyringName } from '../../../electron/office/access/keyring-file.ts';
import {
  createKeyring,
  openKeyring,
  type Keyring,
  type KeyringOptions,
} from '../../../electron/office/access/keyring.ts';
import { OfficeKey } from '../../../electron/office/crypto/office-key.ts';
import { newRecoveryCode } from '../../../electron/office/access/recovery-code.ts';
import { usualCost } from '../../../electron/office/access/wrap.ts';
import { nodeFiles } from '../../../electron/office/device/device.ts';
import { lightCost, standingClocks, systemKeyringInMemory } from '../../support/keyring.ts';
import { faultyFiles } from '../store/faulty-files.ts';
import type { Outcome } from '#shared/domain/base/refusals.ts';

const head = { operatorId: 'op-head', login: 'Айнура', password: 'Төө бээ көчүү 7' };
const clerk = { operatorId: 'op-clerk', login: 'bakyt', password: 'correct horse battery' };

let folder: string;
let clocks: ReturnType<typeof standingClocks>;
let options: KeyringOptions;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyring-'));
  clocks = standingClocks();
  options = { cost: lightCost, ...clocks.options };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}
const create = async () => value(await createKeyring(folder, nodeFiles, head, options));
async function reopen(more: KeyringOptions = {}): Promise<Keyring> {
  clocks.restart();
  const keyring = value(await openKeyring(folder, nodeFiles, { ...options, ...more }));
  if (!keyring) throw new Error('there is no keyring');
  return keyring;
}
const secretOf = (key: OfficeKey) => key.exposed().toString('hex');
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const seconds = (outcome: Outcome<unknown>) => (outcome.ok ? null : (outcome.refusal.params?.seconds ?? null));
const text = (name = keyringName) => readFile(join(folder, name), 'utf8');

describe('the keyring', () => {
  it('is none where there is no file', async () => {
    expect(value(await openKeyring(folder, nodeFiles, options))).toBeNull();
  });

  it('gives the same key for a password, for another operator and for the recovery key', async () => {
    const { keyring, officeKey, recoveryKey } = await create();
    value(await keyring.setPassword(officeKey, clerk));
    const again = await reopen();
    expect(again.logins()).toEqual(['Айнура', 'bakyt']);
    const first = value(await again.unlock(head.login, head.password));
    const second = value(await again.unlock(' BAKYT ', clerk.password));
    const third = value(await again.unlockWithRecoveryKey(recoveryKey.toLowerCase()));
    expect([first.operatorId, second.operatorId]).toEqual(['op-head', 'op-clerk']);
    for (const { officeKey: opened } of [first, second, third]) expect(secretOf(opened)).toBe(secretOf(officeKey));
  });

  it('takes a password typed in composed or in separate letters for the same', async () => {
    const { keyring } = await create();
    expect(code(await keyring.unlock(head.login, head.password.normalize('NFD')))).toBe('ok');
  });

  it('answers a wrong password and a name that nobody has alike', async () => {
    const { keyring } = await create();
    expect(await keyring.unlock(head.login, 'Төө бээ көчүү 8')).toEqual(await keyring.unlock('nobody', head.password));
    expect(code(await keyring.unlock('nobody', head.password))).toBe('access.wrongPassword');
  });

  it('changes a password by wrapping the key anew: the old one opens nothing, and no other entry is touched', async () => {
    const { keyring, officeKey } = await create();
    value(await keyring.setPassword(officeKey, clerk));
    const before = JSON.parse(await text()) as { operators: unknown[]; recovery: unknown };
    value(await keyring.setPassword(officeKey, { ...clerk, login: 'bakyt.a', password: 'another one' }));
    const after = JSON.parse(await text()) as { operators: unknown[]; recovery: unknown };
    expect([after.operators[0], after.recovery]).toEqual([before.operators[0], before.recovery]);
    expect(after.operators).toHaveLength(2);
    expect(await text(keyringCopyName)).toBe(await text());
    expect((await readdir(folder)).sort()).toEqual([attemptsName, keyringCopyName, keyringName].sort());
    const again = await reopen();
    expect(code(await again.unlock('bakyt', clerk.password))).toBe('access.wrongPassword');
    expect(code(await again.unlock('bakyt.a', clerk.password))).toBe('access.wrongPassword');
    expect(secretOf(value(await again.unlock('bakyt.a', 'another one')).officeKey)).toBe(secretOf(officeKey));
  });

  it('lets no two operators sign in by one name', async () => {
    const { keyring, officeKey } = await create();
    expect(code(await keyring.setPassword(officeKey, { ...clerk, login: 'АЙНУРА' }))).toBe('access.loginTaken');
  });

  it('takes an operator out', async () => {
    const { keyring, officeKey } = await create();
    value(await keyring.setPassword(officeKey, clerk));
    value(await keyring.remove(clerk.operatorId));
    expect(keyring.has(clerk.operatorId)).toBe(false);
    expect(code(await (await reopen()).unlock(clerk.login, clerk.password))).toBe('access.wrongPassword');
  });

  it('makes another recovery key, after which the one before opens nothing', async () => {
    const { keyring, officeKey, recoveryKey } = await create();
    const other = value(await keyring.newRecoveryKey(officeKey));
    const again = await reopen();
    expect(code(await again.unlockWithRecoveryKey(recoveryKey))).toBe('access.wrongRecoveryKey');
    expect(secretOf(value(await again.unlockWithRecoveryKey(other)).officeKey)).toBe(secretOf(officeKey));
    expect(code(await again.unlockWithRecoveryKey(other.slice(0, -1)))).toBe('access.recoveryKeyMistyped');
  });

  it('wraps no key of another office', async () => {
    const { keyring } = await create();
    await expect(keyring.setPassword(OfficeKey.random(), clerk)).rejects.toThrow('not of this office');
  });

  it('has neither the key, nor a password, nor the recovery key in its files or in what a log shows of it', async () => {
    const { keyring, officeKey, recoveryKey } = await create();
    await keyring.unlock('Төө бээ көчүү 7', 'typed into the wrong field');
    const all = (await Promise.all((await readdir(folder)).map((name) => text(name)))).join('\n');
    const shown = `${inspect({ officeKey }, { depth: 9 })} ${JSON.stringify({ officeKey })}`;
    for (const secret of [secretOf(officeKey), officeKey.exposed().toString('base64'), head.password, recoveryKey]) {
      expect(all.includes(secret)).toBe(false);
      expect(shown.includes(secret)).toBe(false);
    }
    officeKey.forget();
    expect(() => officeKey.derive('anything')).toThrow();
  });

  it('costs at least what is usual today where no test says otherwise', async () => {
    const { keyring } = value(await createKeyring(folder, nodeFiles, head));
    const { operators } = JSON.parse(await text()) as { operators: { alone: { N: number; r: number } }[] };
    expect(operators[0]?.alone).toMatchObject({ kdf: 'scrypt', ...usualCost });
    expect(usualCost.N).toBeGreaterThanOrEqual(2 ** 17);
    expect(code(await keyring.unlock(head.login, head.password))).toBe('ok');
  });
});

describe('a damaged keyring', () => {
  it('is fixed from its copy, and the copy from it', async () => {
    await create();
    const whole = await text();
    for (const name of [keyringName, keyringCopyName]) {
      const flipped = Buffer.from(whole);
      flipped[200] = (flipped[200] ?? 0) ^ 1;
      await writeFile(join(folder, name), flipped);
      expect(code(await (await reopen()).unlock(head.login, head.password))).toBe('ok');
      expect(await text(name)).toBe(whole);
      await rm(join(folder, name));
      await reopen();
      expect(await text(name)).toBe(whole);
    }
  });

  it('is told from a wrong password when both are damaged, at whatever bit', async () => {
    await create();
    const whole = Buffer.from(await text());
    for (let place = 0; place < whole.length; place += 37) {
      const flipped = Buffer.from(whole);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 7));
      for (const name of [keyringName, keyringCopyName]) await writeFile(join(folder, name), flipped);
      expect(code(await openKeyring(folder, nodeFiles, options))).toBe('access.keyringDamaged');
    }
  });

  it('opens to nobody when one entry is put in the place of another', async () => {
    const { keyring, officeKey } = await create();
    value(await keyring.setPassword(officeKey, clerk));
    const { createHash } = await import('node:crypto');
    const { sum: _, ...file } = JSON.parse(await text()) as { sum: string; operators: Record<string, unknown>[] };
    const [first, second] = file.operators;
    // The clerk's wrap under the head's name: the clerk's own password must not make a head of them.
    const forged = { ...file, operators: [{ ...first, alone: second?.alone }, second] };
    const body = JSON.stringify(forged).slice(0, -1);
    const sum = createHash('sha256').update(body).digest('hex');
    for (const name of [keyringName, keyringCopyName]) await writeFile(join(folder, name), `${body},"sum":"${sum}"}`);
    expect(code(await (await reopen()).unlock(head.login, clerk.password))).toBe('access.wrongPassword');
  });

  it('is as it was when the disk is full', async () => {
    const { officeKey } = await create();
    const files = faultyFiles();
    const keyring = value(await openKeyring(folder, files, options));
    files.arm({ operation: 'append', code: 'ENOSPC', path: keyringName });
    expect(code((await keyring?.setPassword(officeKey, { ...head, password: 'new' })) ?? { ok: true, value: 0 })).toBe(
      'store.diskFull',
    );
    expect(code(await (await reopen()).unlock(head.login, head.password))).toBe('ok');
  });
});

describe('attempts that fail', () => {
  const fail = async (keyring: Keyring, times: number) => {
    for (let count = 0; count < times; count += 1) await keyring.unlock(head.login, 'wrong');
  };

  it('make the next one wait, longer each time, and the right password too', async () => {
    const { keyring } = await create();
    const waited: unknown[] = [];
    await fail(keyring, 3);
    for (let count = 0; count < 4; count += 1) {
      await fail(keyring, 1);
      const refused = await keyring.unlock(head.login, head.password);
      expect(code(refused)).toBe('access.wait');
      waited.push(seconds(refused));
      clocks.pass(Number(seconds(refused)));
    }
    expect(waited).toEqual([5, 15, 30, 60]);
    expect(code(await keyring.unlock(head.login, head.password))).toBe('ok');
    await fail(keyring, 3);
    expect(code(await keyring.unlock(head.login, head.password))).toBe('ok');
  });

  it('make only the one operator wait', async () => {
    const { keyring, officeKey } = await create();
    value(await keyring.setPassword(officeKey, clerk));
    await fail(keyring, 4);
    expect(code(await keyring.unlock(clerk.login, clerk.password))).toBe('ok');
  });

  it('are not forgotten by a restart, nor shortened by a clock set back', async () => {
    const { keyring } = await create();
    await fail(keyring, 4);
    clocks.pass(3);
    expect(seconds(await (await reopen()).unlock(head.login, head.password))).toBe(2);
    clocks.setBy(-3600);
    const again = await reopen();
    expect(seconds(await again.unlock(head.login, head.password))).toBe(5);
    clocks.pass(5);
    expect(code(await again.unlock(head.login, head.password))).toBe('ok');
  });

  it('are not shortened by a clock set forward while the program runs', async () => {
    const { keyring } = await create();
    await fail(keyring, 4);
    clocks.setBy(3600);
    expect(code(await keyring.unlock(head.login, head.password))).toBe('access.wait');
  });

  it('are counted one by one however fast they come', async () => {
    const { keyring } = await create();
    const all = await Promise.all(Array.from({ length: 8 }, () => keyring.unlock(head.login, 'wrong')));
    expect(all.map((outcome) => code(outcome)).filter((one) => one === 'access.wait')).toHaveLength(4);
  });

  it('count for the recovery key as well, but not what was only mistyped', async () => {
    const { keyring, recoveryKey } = await create();
    for (let count = 0; count < 9; count += 1) await keyring.unlockWithRecoveryKey('0000');
    for (let count = 0; count < 4; count += 1) await keyring.unlockWithRecoveryKey(newRecoveryCode());
    expect(code(await keyring.unlockWithRecoveryKey(recoveryKey))).toBe('access.wait');
  });
});

describe("the system's keyring", () => {
  it('makes what opens on this computer cheap and what the disk alone gives away dear', async () => {
    options = { ...options, systemKeyring: systemKeyringInMemory() };
    await create();
    const { operators } = JSON.parse(await text()) as { operators: { alone: { p: number }; here: { p: number } }[] };
    expect([operators[0]?.alone.p, operators[0]?.here.p]).toEqual([8, 1]);
    expect(code(await (await reopen()).unlock(head.login, head.password))).toBe('ok');
    expect(code(await (await reopen()).unlock(head.login, 'wrong'))).toBe('access.wrongPassword');
  });

  it('that has lost its secret keeps nobody out: each password opens, and holds the new secret from then on', async () => {
    const systemKeyring = systemKeyringInMemory();
    options = { ...options, systemKeyring };
    const { keyring, officeKey, recoveryKey } = await create();
    value(await keyring.setPassword(officeKey, clerk));
    systemKeyring.lose();
    const again = await reopen();
    for (const { login, password } of [head, clerk, head]) {
      expect(secretOf(value(await again.unlock(login, password)).officeKey)).toBe(secretOf(officeKey));
    }
    expect(code(await again.unlockWithRecoveryKey(recoveryKey))).toBe('ok');
    const { operators } = JSON.parse(await text()) as { operators: { here: unknown }[] };
    expect(operators.every(({ here }) => here !== null)).toBe(true);
  });

  it('is not needed on another computer, and helps from the first signing in where it came later', async () => {
    const { officeKey } = await create();
    const later = await reopen({ systemKeyring: systemKeyringInMemory() });
    expect(code(await later.unlock(head.login, head.password))).toBe('ok');
    expect(await text()).toContain('"p":8');
    const elsewhere = await reopen();
    expect(secretOf(value(await elsewhere.unlock(head.login, head.password)).officeKey)).toBe(secretOf(officeKey));
  });
});
