import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type OperationName } from '#shared/contract/index.ts';
import { allowedTo } from '#shared/contract/roles.ts';
import { roles, type Role } from '#shared/domain/records/operator.ts';
import { commandRoles } from '#shared/domain/rules/command-roles.ts';
import type { Office } from '../../electron/office/office.ts';
import { entryNames } from '../../electron/office/session/entry-operations.ts';
import { someHead, someSettings } from '../support/fictitious.ts';
import { must } from '../support/accredited-office.ts';
import { openTestOffice, standingClock, temporaryFolder, testCompiler } from '../support/open-office.ts';

const compiler = testCompiler();
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let office: Office;

beforeAll(async () => {
  place = await temporaryFolder();
  office = await openTestOffice(place.folder, compiler, standingClock('2026-11-10'));
  await must(office, { type: 'office.establish', settings: someSettings, sample: false });
});
afterAll(async () => {
  await office.close();
  await compiler.close();
  await place.remove();
});

const names = Object.keys(contract) as OperationName[];
const ofTheOffice = names.filter((name) => !(entryNames as readonly OperationName[]).includes(name));

/** Whether an operation of the office is refused by role; with an input that fits nothing, so that nothing is done. */
async function refusedTo(name: OperationName, role: Role | null): Promise<string | null> {
  // Nobody for a while already: just after somebody left, a form may still hand in its last words.
  office.actAs(null);
  office.actAs(role && { ...someHead, id: role, role });
  const reply = await office.call(name, { fits: 'nothing' });
  office.actAs(someHead);
  const code = reply.ok ? null : reply.refusal.code;
  return code === 'access.notAllowed' || code === 'access.locked' ? code : null;
}

describe('every operation of the contract', () => {
  it.each(ofTheOffice)('%s is carried out for the roles of the table and refused to the others', async (name) => {
    const allowed = allowedTo(name);
    expect(allowed, 'the office answers nobody before sign-in').not.toBe('before sign-in');
    for (const role of roles) {
      const may = allowed === 'everybody' || allowed.includes(role);
      expect(await refusedTo(name, role), role).toBe(may ? null : 'access.notAllowed');
    }
    expect(await refusedTo(name, null), 'nobody').toBe('access.locked');
  });
});

describe('every command', () => {
  it('is written by an operation, or by the program itself', () => {
    const written = new Set(names.flatMap((name): readonly string[] => contract[name].writes));
    // Given while an office is made, opened or signed in to for the first time.
    const own = ['office.establish', 'office.recordSigningKey', 'operator.addFirst'];
    expect([...written, ...own].sort()).toEqual(Object.keys(commandRoles).sort());
  });

  it('is given by nobody who may not give it, where the operation is open to them', () => {
    for (const name of names) {
      const allowed = allowedTo(name);
      if (name === 'document.render' || typeof allowed === 'string') continue;
      for (const type of contract[name].writes)
        expect(commandRoles[type], `${name}: ${type}`).toEqual(expect.arrayContaining([...allowed]));
    }
  });
});

describe('an auditor', () => {
  const changing = [
    ...['save', 'add', 'change', 'set', 'adopt', 'draft', 'discard', 'withdraw', 'receive', 'issue', 'return', 'write'],
    ...[
      'commit',
      'assign',
      'reserve',
      'replace',
      'correct',
      'takeBack',
      'deactivate',
      'resetPassword',
      'make',
      'judge',
    ],
  ];
  it('is allowed nothing that changes the register', () => {
    const allowed = ofTheOffice.filter((name) => {
      const row = allowedTo(name);
      return row === 'everybody' || row.includes('auditor');
    });
    const suspicious = allowed.filter((name) => changing.includes(name.split('.')[1] ?? ''));
    // These write a file or a paper, and nothing of the register.
    expect(suspicious).toEqual(['document.save', 'list.save']);
  });

  it('makes a certificate to look at, and cannot record that it was printed', async () => {
    office.actAs({ ...someHead, role: 'auditor' });
    const request = { kind: 'certificate', certificateIds: ['nobody'] };
    const input = { request, languages: ['ky'], record: true, job: 'print' };
    expect(await office.call('document.render', input)).toMatchObject({ refusal: { code: 'access.notAllowed' } });
    expect(await office.call('document.render', { ...input, record: false })).toMatchObject({
      refusal: { code: 'certificate.unknown' },
    });
    office.actAs(someHead);
  });
});
