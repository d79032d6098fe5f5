/** The register of numbers as a table: what the screen shows, for a spreadsheet program and for paper. */
import { fullName } from '#shared/domain/records/person.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import type { NumberState } from '#shared/contract/number-register.ts';
import type { State } from '#shared/domain/register/state.ts';
import { formatDate } from '#shared/text/dates.ts';
import { formatNumber } from '#shared/text/numbers.ts';
import { fill } from '../wording/fill.ts';
import { writtenNumber, type NumberLine } from '../registry/number-register.ts';
import { wordsOf } from '../wording/words.ts';

export function numberStateWord(state: State, standing: NumberState, language: Language): string {
  const { register, domain } = wordsOf(state)[language];
  return standing === 'unused' || standing === 'elsewhere'
    ? register.states[standing]
    : domain.certificateState[standing];
}

/** The cells of a line: number, state, person, organisation, date of issue, receiver, what became of it. */
export function numberCells(state: State, line: NumberLine, language: Language): string[] {
  const words = wordsOf(state)[language];
  const { register } = words;
  const { from, to, certificate } = line;
  const first = writtenNumber(state, line, from);
  const word = numberStateWord(state, line.state, language);
  if (!certificate) {
    const count = fill(register.run, { count: formatNumber(to - from + 1, language) });
    return [
      to > from ? `${first} – ${writtenNumber(state, line, to)}` : first,
      word,
      '',
      '',
      '',
      '',
      to > from ? count : '',
    ];
  }
  const application = state.applications.get(certificate.applicationId);
  const names = (certificate.printed ?? application)?.names;
  const organisation =
    certificate.printed?.organisation ?? (application && state.organisations.get(application.organisationId)?.name);
  const { receipt } = certificate;
  const self = words.documents.issueLog.self;
  return [
    first,
    word,
    names ? fullName(names.latin) : '',
    organisation?.[language] ?? '',
    formatDate(certificate.issuedOn, language),
    receipt ? `${receipt.to === 'self' ? self : receipt.proxyName}, ${formatDate(receipt.on, language)}` : '',
    remarks(state, line, language).join('; '),
  ];
}

/** The chain of replacements, the day of the return, and how it was lost or spoiled. */
function remarks(state: State, { certificate }: NumberLine, language: Language): string[] {
  if (!certificate) return [];
  const { register } = wordsOf(state)[language];
  const { predecessorId, successorId, returnedOn, report } = certificate;
  const number = (id: Id) => state.certificates.get(id)?.number ?? '';
  return [
    ...(predecessorId ? [fill(register.replaces, { number: number(predecessorId) })] : []),
    ...(successorId ? [fill(register.replacedBy, { number: number(successorId) })] : []),
    ...(returnedOn ? [fill(register.returnedOn, { date: formatDate(returnedOn, language) })] : []),
    ...(report === '' ? [] : [report.replace(/\s+/gu, ' ')]),
  ];
}

export const numberHead = (state: State, language: Language): string[] => {
  const { columns } = wordsOf(state)[language].register;
  return [
    columns.number,
    columns.state,
    columns.person,
    columns.organisation,
    columns.issuedOn,
    columns.receiver,
    columns.remarks,
  ];
};
