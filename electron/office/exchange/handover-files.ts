/** The files of a handover, by level. Full personal data goes out only encrypted (age), with a passphrase or to the receiver's key. */
import { ZipFile } from 'yazl';
import { fullName } from '#shared/domain/records/person.ts';
import { ageInThread } from './age-in-thread.ts';
import { bundleOf } from '#shared/domain/merge/compare.ts';
import { done, refuse, type Outcome } from '#shared/domain/base/refusals.ts';
import { qrText } from '#shared/domain/records/certificate.ts';
import type { Application } from '#shared/domain/records/application.ts';
import type { DocumentRequest } from '#shared/contract/documents.ts';
import type { HandoverDraft, HandoverLevel } from '#shared/domain/records/handover.ts';
import type { JobControl } from '../context/jobs.ts';
import type { IsoDate, Language } from '#shared/domain/base/primitives.ts';
import type { PhotoStore } from '../store/photos.ts';
import type { VerifierPageSource } from './verifier-page.ts';
import type { State } from '#shared/domain/register/state.ts';
import type { Signer } from '../access/signing-key.ts';
import { signedCode } from '../documents/badge-code.ts';
import type { BagFile } from './bag.ts';
import { mergeFileName, type MergeFile } from './merge-file.ts';
import { mergeFormat } from '#shared/domain/records/received-handover.ts';
import { badgeListTable, fullTable, publicTable } from '../lists/people-tables.ts';
import { verifierName, verifierPage } from './verifier-page.ts';
import { writeXlsxInThread } from './write-in-thread.ts';
import { writeCsv, type WrittenTable } from '../lists/write-table.ts';

export type RenderForHandover = (
  what: DocumentRequest | { kind: 'handover-act-draft'; draft: HandoverDraft; files: readonly BagFile[] },
  languages: Language[],
  control: JobControl,
) => Promise<Outcome<Uint8Array>>;

/** What writing a handover needs of the office. */
export type WritingOffice = VerifierPageSource & {
  today(): IsoDate;
  photos: PhotoStore;
  /** The files of the worker threads that write tables and encrypt. */
  spreadsheetWorkerFile: string;
  ageWorkerFile: string;
  /** The base-2 logarithm of scrypt's N when personal data is encrypted with a passphrase. */
  passphraseWorkFactor: number;
};

type Work = {
  office: WritingOffice;
  state: State;
  people: readonly Application[];
  draft: HandoverDraft;
  input: { languages: Language[]; withVerifier: boolean };
  /** How the full level is encrypted; null at the other levels, where nothing is. */
  encryption: { passphrase: string } | { recipient: string } | null;
  render: RenderForHandover;
  control: JobControl;
};

/** Names of what goes into the bag, for the clerk to read before it is written. */
export function plannedFiles(level: HandoverLevel, { withVerifier }: { withVerifier: boolean }): string[] {
  const page = withVerifier ? [verifierName] : [];
  const always = ['totals.xlsx', 'totals.csv', 'totals.json', ...page, 'handover-act.pdf'];
  switch (level) {
    case 'public':
      return always;
    case 'badge-list':
      return ['badge-list.xlsx', 'badge-list.csv', 'badge-list.json', 'badge-list.pdf', ...always];
    case 'full':
      return ['register.zip.age', ...always];
  }
}

export async function handoverFiles(work: Work): Promise<Outcome<BagFile[]>> {
  const { state, people, draft, input, render, control } = work;
  const today = work.office.today();
  const languages = [...new Set(input.languages)];
  const organisationIds = new Set(people.map(({ organisationId }) => organisationId));
  const files: BagFile[] = [];
  if (draft.level === 'badge-list') {
    const listed = await badgeListFiles(work, languages);
    if (!listed.ok) return listed;
    files.push(...listed.value);
  }
  if (draft.level === 'full') {
    const encrypted = await encryptedRegister(work, languages);
    if (!encrypted.ok) return encrypted;
    files.push(encrypted.value);
  }
  const totals = await tableFiles(work, 'totals', languages, (language) =>
    publicTable(state, draft.electionId, organisationIds, today, language),
  );
  if (!totals.ok) return totals;
  files.push(...totals.value, {
    path: 'totals.json',
    bytes: json({ ...header(draft), organisations: publicRecords(state, organisationIds, people) }),
  });
  // Without a key nobody could tell whose page it is; the bag goes out without it, as it does unsigned.
  if (input.withVerifier && work.office.signer().ok) {
    const page = await verifierPage(work.office, draft.electionId, { numbers: draft.level !== 'public' });
    if (!page.ok) return page;
    files.push({ path: verifierName, bytes: page.value });
  }
  if (control.signal.aborted) return refuse('job.cancelled');
  const act = await render({ kind: 'handover-act-draft', draft, files }, languages, control);
  if (!act.ok) return act;
  return done([...files, { path: 'handover-act.pdf', bytes: act.value }]);
}

/** One XLSX and one CSV a language; with a single language the name needs no suffix. */
async function tableFiles(
  { office, control }: Work,
  name: string,
  languages: readonly Language[],
  tableIn: (language: Language) => WrittenTable,
): Promise<Outcome<BagFile[]>> {
  const files: BagFile[] = [];
  for (const language of languages) {
    const table = tableIn(language);
    const suffix = languages.length > 1 ? `-${language}` : '';
    const workbook = await writeXlsxInThread(office.spreadsheetWorkerFile, table, control.signal);
    if (!workbook.ok) return workbook;
    files.push({ path: `${name}${suffix}.xlsx`, bytes: workbook.value });
    files.push({ path: `${name}${suffix}.csv`, bytes: writeCsv(table) });
  }
  return done(files);
}

async function badgeListFiles(work: Work, languages: Language[]): Promise<Outcome<BagFile[]>> {
  const { state, people, draft, office } = work;
  const files = await tableFiles(work, 'badge-list', languages, (language) =>
    badgeListTable(state, people, office.today(), language),
  );
  if (!files.ok) return files;
  const signer = office.signer();
  const badges = people.map((application) => badgeRecord(state, application, signer.ok ? signer.value : null));
  const pdf = await badgeListPdf(work, languages);
  const records = { path: 'badge-list.json', bytes: json({ ...header(draft), badges }) };
  // Two offices share an election long before anybody in it has a badge.
  const nobodyYet = !pdf.ok && pdf.refusal.code === 'document.nothingToPrint' && draft.level === 'full';
  if (nobodyYet) return done([...files.value, records]);
  return pdf.ok ? done([...files.value, records, { path: 'badge-list.pdf', bytes: pdf.value }]) : pdf;
}

function badgeListPdf({ draft, render, control }: Work, languages: Language[]): Promise<Outcome<Uint8Array>> {
  const { electionId, scope } = draft;
  const listed =
    scope.kind === 'organisation' || scope.kind === 'decision'
      ? scope
      : { kind: 'everything' as const, groupBy: 'organisation' as const };
  return render({ kind: 'badge-list', electionId, scope: listed }, languages, control);
}

/** Register, tables, lists and photos in one archive, encrypted: nothing personal stays readable on the stick. */
async function encryptedRegister(work: Work, languages: Language[]): Promise<Outcome<BagFile>> {
  const { state, people, draft, office, encryption, render, control } = work;
  if (!encryption) throw new Error('a full handover that nothing seals');
  const tables = await tableFiles(work, 'people', languages, (language) =>
    fullTable(state, people, office.today(), language),
  );
  if (!tables.ok) return tables;
  const parts = tables.value;
  const listed = await badgeListFiles(work, languages);
  if (!listed.ok) return listed;
  parts.push(...listed.value);
  const decisionIds = new Set(people.flatMap(({ decisionId }) => decisionId ?? []));
  const decisions = [...state.decisions.values()].filter(
    ({ id, status }) => status === 'adopted' && decisionIds.has(id),
  );
  for (const [index, decision] of decisions.entries()) {
    const pdf = await render({ kind: 'decision', decisionId: decision.id }, languages, control);
    if (!pdf.ok) return pdf;
    parts.push({ path: `decision-${String(index + 1).padStart(2, '0')}.pdf`, bytes: pdf.value });
  }
  parts.push({ path: 'register.json', bytes: json(registerRecords(state, draft, people, decisions)) });
  const merged = mergeFile(state, draft);
  if (merged) parts.push({ path: mergeFileName, bytes: new TextEncoder().encode(JSON.stringify(merged)) });
  // A certificate repeats the picture it was printed with, also when the person has another by now.
  const printed = (merged?.bundle.records.certificates ?? []).flatMap((certificate) => {
    const bearer = state.applications.get(certificate.applicationId);
    return bearer && certificate.printed?.picture ? [[certificate.printed.picture, bearer] as const] : [];
  });
  const owners = new Map([
    ...printed,
    ...people.flatMap((person) =>
      person.photo ? [person.photo.original, person.photo.picture].map((hash) => [hash, person] as const) : [],
    ),
  ]);
  for (const [hash, owner] of owners) {
    if (control.signal.aborted) return refuse('job.cancelled');
    const photo = await office.photos.read(hash);
    if (!photo) {
      return refuse('photo.missing', { person: fullName(owner.names.latin), number: `№ ${String(owner.number)}` });
    }
    parts.push({ path: `photos/${hash}.${photo.type === 'image/png' ? 'png' : 'jpg'}`, bytes: photo.bytes });
  }
  const archive = await zip(parts, new Date(draft.asOf));
  const to = 'passphrase' in encryption ? { ...encryption, workFactor: office.passphraseWorkFactor } : encryption;
  const encrypted = await ageInThread(office.ageWorkerFile, { kind: 'encrypt', bytes: archive, to }, control.signal);
  return encrypted.ok ? done({ path: 'register.zip.age', bytes: encrypted.value }) : encrypted;
}

/** What another office can take in: all of the election, or nothing, for half of it would not hold together. */
function mergeFile(state: State, { scope, electionId, head, ...draft }: HandoverDraft): MergeFile | null {
  const bundle = scope.kind === 'everything' ? bundleOf(state, electionId) : null;
  if (!bundle || !head) return null;
  const { number, asOf, giver, receiver, bag } = draft;
  return {
    ...{ format: mergeFormat, sample: state.sample, head, bundle },
    handover: { number, electionId, asOf, giver, receiver, bag },
  };
}

function registerRecords(
  state: State,
  draft: HandoverDraft,
  people: readonly Application[],
  decisions: readonly unknown[],
): unknown {
  const ids = new Set(people.map(({ id }) => id));
  const organisationIds = new Set(people.map(({ organisationId }) => organisationId));
  return {
    ...header(draft),
    election: state.elections.get(draft.electionId),
    organisations: [...state.organisations.values()].filter(({ id }) => organisationIds.has(id)),
    applications: people,
    decisions,
    certificates: [...state.certificates.values()].filter(({ applicationId }) => ids.has(applicationId)),
  };
}

const header = ({ number, electionId, level, scope, asOf, giver, receiver, people, organisations }: HandoverDraft) => ({
  format: 'observer-accreditation/1',
  handover: { number, electionId, level, scope, asOf, giver, receiver, people, organisations },
});

function badgeRecord(state: State, application: Application, signer: Signer | null) {
  const certificateId = state.aliveCertificates.get(application.id);
  const certificate = certificateId ? state.certificates.get(certificateId) : undefined;
  const { latin, ky, ru } = application.names;
  return {
    certificate: certificate?.number ?? null,
    qr: certificate ? qrText(certificate) : null,
    /** What the code says where it is printed large enough to be signed. */
    code: certificate?.printed && signer ? signedCode(state, certificate, certificate.printed, signer) : null,
    names: { latin, ky, ru },
    organisation: state.organisations.get(application.organisationId)?.name ?? null,
    category: application.category,
    status: application.status,
  };
}

function publicRecords(state: State, organisationIds: ReadonlySet<string>, people: readonly Application[]) {
  return [...organisationIds].map((organisationId) => {
    const organisation = state.organisations.get(organisationId);
    const own = people.filter((application) => application.organisationId === organisationId);
    const accredited = own.filter(({ status }) => status === 'accredited').length;
    return {
      name: organisation?.name ?? null,
      kind: organisation?.kind ?? null,
      country: organisation?.country ?? null,
      accredited,
    };
  });
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

function zip(files: readonly BagFile[], at: Date): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const archive = new ZipFile();
    const chunks: Buffer[] = [];
    archive.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    archive.outputStream.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    archive.outputStream.on('error', reject);
    for (const { path, bytes } of files) archive.addBuffer(Buffer.from(bytes), path, { mtime: at });
    archive.end();
  });
}
