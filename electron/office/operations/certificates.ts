/** Certificates: their list with the people still without one, numbers, issue, return, loss and replacement. */
import { applicationRow } from '../registry/rows.ts';
import { certificateStates } from '#shared/contract/certificates.ts';
import { stateOfCertificate, type PersonWithCertificate } from '../registry/registry.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { nextNumber, numbersLeft } from '#shared/domain/decide/certificate.ts';
import { fullName } from '#shared/domain/records/person.ts';
import { runsOf, validUntilOf } from '#shared/domain/records/certificate.ts';
import { fromCyrillicKeys } from '#shared/text/keyboard.ts';
import { byWholeNumber, readScanned } from './scanned-code.ts';
import { verifierName, verifierPage } from '../exchange/verifier-page.ts';
import { wordsOf } from '../wording/words.ts';
import { saveBytes } from '../context/save-file.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import type { CertificateRow, certificateOperations } from '#shared/contract/certificates.ts';
import type { Id, Language } from '#shared/domain/base/primitives.ts';
import type { Output, ParsedInput } from '#shared/contract/index.ts';

export function certificateHandlers(office: OfficeContext): Handlers<keyof typeof certificateOperations> {
  return {
    'certificate.list': ({ filter, sorting, language, offset, limit }) => {
      const listed = certificatesFound(office, { ...filter, states: [] }, sorting, language);
      if (!listed.ok) return listed;
      const everyState = listed.value;
      const wanted = new Set(filter.states);
      const found =
        wanted.size === 0
          ? everyState
          : everyState.filter(({ certificate }) => wanted.has(stateOfCertificate(certificate)));
      const counts = new Map<string, number>();
      for (const { certificate } of everyState) {
        const state = stateOfCertificate(certificate);
        counts.set(state, (counts.get(state) ?? 0) + 1);
      }
      return done({
        total: found.length,
        rows: found.slice(offset, offset + limit).map((one) => row(office, one)),
        counts: certificateStates.map((state) => ({ state, count: counts.get(state) ?? 0 })),
      });
    },
    'certificate.select': ({ filter, sorting, language }) => {
      const found = certificatesFound(office, filter, sorting, language);
      if (!found.ok) return found;
      return done(
        found.value.map(({ application, certificate }) => ({
          applicationId: application.id,
          certificateId: certificate?.id ?? null,
          state: stateOfCertificate(certificate),
        })),
      );
    },
    'certificate.numbers': ({ electionId }) => {
      const state = office.state();
      if (!state.settings) return refuse('office.notEstablished');
      const rule = state.settings.certificates;
      const next = nextNumber(state, electionId, rule, null);
      return done({ next: next.ok ? next.value.number : null, left: numbersLeft(state, electionId, rule) });
    },
    'certificate.find': ({ electionId, text, language }) => atCounter(office, electionId, text, language),
    'certificate.printedBefore': ({ ids, paper }) =>
      done(
        ids.flatMap((id) => {
          const certificate = office.state().certificates.get(id);
          const person = certificate && office.state().applications.get(certificate.applicationId);
          const runs = certificate ? runsOf(certificate, paper) : [];
          const last = runs.at(-1);
          // What came out badly is printed again without a question: its reason is known.
          if (!person || !last || last.outcome === 'failed') return [];
          const { number } = certificate;
          return { id, number, person: fullName(person.names.latin), times: runs.length, last: last.at };
        }),
      ),
    'certificate.reserve': async ({ applicationIds, issuedOn }) => {
      const rows = applicationIds.map((applicationId) => ({ id: office.newId(), applicationId }));
      const outcome = await office.execute({ type: 'certificate.reserve', issuedOn, rows });
      return outcome.ok ? done({ ids: rows.map(({ id }) => id) }) : outcome;
    },
    'certificate.issue': ({ ids, receipt }) => carryOut(office, { type: 'certificate.issue', ids, receipt }),
    'certificate.return': ({ ids, on }) => carryOut(office, { type: 'certificate.return', ids, on }),
    'certificate.report': ({ id, as, report, incident }) =>
      carryOut(office, { type: 'certificate.report', id, as, report, ...(incident ? { incident } : {}) }),
    'certificate.replace': async ({ id, issuedOn }) => {
      const newId = office.newId();
      const outcome = await office.execute({ type: 'certificate.replace', id, newId, issuedOn });
      return outcome.ok ? done({ id: newId }) : outcome;
    },
    'certificate.saveVerifier': async ({ electionId, language }) => {
      const state = office.state();
      if (!state.elections.has(electionId)) return refuse('election.unknown');
      const page = await verifierPage(office, electionId, { numbers: true });
      if (!page.ok) return page;
      const words = wordsOf(state)[language].verifier.save;
      const name = `${verifierName.replace('.html', '')}-${office.today()}.html`;
      const filters = [{ name: words.kind, extensions: ['html'] }];
      return saveBytes(office.ports.dialogs, page.value, { title: words.title, name, filters });
    },
  };
}

/** Names that more people bear than this are typed on. */
const mostAtCounter = 12;

function atCounter(
  office: OfficeContext,
  electionId: Id,
  text: string,
  language: Language,
): Outcome<Output<'certificate.find'>> {
  const state = office.state();
  const scanned = readScanned(state, electionId, text);
  if (!scanned.ok) return scanned;
  const typed = text.trim();
  const numbers = [typed, typed.toUpperCase(), fromCyrillicKeys(typed).toUpperCase()];
  const exact = scanned.value ?? numbers.flatMap((number) => byWholeNumber(state, electionId, number) ?? [])[0];
  if (exact) return done({ exact: true, rows: [row(office, exact)] });
  if (typed.length < 2) return done({ exact: false, rows: [] });
  const filter = { electionId, search: text, states: [], organisationIds: [], decisionIds: [] };
  const column = language === 'en' ? 'latin' : language;
  const found = certificatesFound(office, filter, { column, descending: false }, language);
  if (!found.ok) return found;
  return done({ exact: false, rows: found.value.slice(0, mostAtCounter).map((one) => row(office, one)) });
}

type ListInput = ParsedInput<'certificate.list'>;

/** In the order of numbers, those without one last; of one state and number, as they were. */
function byNumber({ certificate: a }: PersonWithCertificate, { certificate: b }: PersonWithCertificate): number {
  if (!a || !b) return Number(a === null) - Number(b === null);
  if (a.series !== b.series) return a.series < b.series ? -1 : 1;
  return a.serial - b.serial;
}

const stateRank = new Map(certificateStates.map((state, index) => [state, index]));
const byState = (a: PersonWithCertificate, b: PersonWithCertificate): number =>
  (stateRank.get(stateOfCertificate(a.certificate)) ?? 0) - (stateRank.get(stateOfCertificate(b.certificate)) ?? 0);

/** The last list put in order, which is read in many windows. */
let lastSorted: {
  found: readonly PersonWithCertificate[];
  column: string;
  descending: boolean;
  sorted: readonly PersonWithCertificate[];
} = { found: [], column: '', descending: false, sorted: [] };

/** The certificates that a filter finds, and the people without one; a scanned code finds its own, or is refused. */
export function certificatesFound(
  office: OfficeContext,
  filter: ListInput['filter'],
  sorting: ListInput['sorting'],
  language: Language,
): Outcome<readonly PersonWithCertificate[]> {
  const scanned = readScanned(office.state(), filter.electionId, filter.search);
  if (!scanned.ok) return scanned;
  if (scanned.value === null) return done(inOrder(office, filter, sorting, language));
  const { id, number } = scanned.value.certificate;
  const alike = inOrder(office, { ...filter, search: number }, sorting, language);
  return done(alike.filter(({ certificate }) => certificate?.id === id));
}

function inOrder(
  office: OfficeContext,
  filter: ListInput['filter'],
  { column, descending }: ListInput['sorting'],
  language: Language,
): readonly PersonWithCertificate[] {
  const byPerson = column !== 'number' && column !== 'state';
  const found = office.registry.certificates(filter, {
    column: byPerson ? column : 'number',
    descending: byPerson && descending,
    language,
  });
  if (byPerson) return found;
  if (lastSorted.found === found && lastSorted.column === column && lastSorted.descending === descending) {
    return lastSorted.sorted;
  }
  const sorted = [...found].sort(column === 'state' ? byState : byNumber);
  if (descending) sorted.reverse();
  lastSorted = { found, column, descending, sorted };
  return sorted;
}

function row(office: OfficeContext, { application, certificate }: PersonWithCertificate): CertificateRow {
  const person = applicationRow(office.state(), application, office.today());
  if (!certificate) return { person, certificate: null };
  const { printed: _printed, ...shown } = certificate;
  const numberOf = (id: Id | null): string | null =>
    id ? (office.state().certificates.get(id)?.number ?? null) : null;
  const replaces = numberOf(certificate.predecessorId);
  const replacedBy = numberOf(certificate.successorId);
  const validUntilDay = validUntilOf(certificate, office.state().elections.get(certificate.electionId));
  return { person, certificate: { ...shown, replaces, replacedBy, validUntilDay } };
}
