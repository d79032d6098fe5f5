/** Every word a person reads, in the three languages: the same files with the same keys in each. */
import type { Language } from '#shared/domain/base/primitives.ts';
import kyAgenda from './ky/agenda.json' with { type: 'json' };
import kyApplications from './ky/applications.json' with { type: 'json' };
import kyBackups from './ky/backups.json' with { type: 'json' };
import kyOrganisations from './ky/organisations.json' with { type: 'json' };
import kyCertificates from './ky/certificates.json' with { type: 'json' };
import kyCommon from './ky/common.json' with { type: 'json' };
import kyCounter from './ky/counter.json' with { type: 'json' };
import kyDecisionLetters from './ky/decision-letters.json' with { type: 'json' };
import kyDecisions from './ky/decisions.json' with { type: 'json' };
import kyDesigns from './ky/designs.json' with { type: 'json' };
import kyDrafts from './ky/drafts.json' with { type: 'json' };
import kyDocuments from './ky/documents.json' with { type: 'json' };
import kyDomain from './ky/domain.json' with { type: 'json' };
import kyDuplicates from './ky/duplicates.json' with { type: 'json' };
import kyErrors from './ky/errors.json' with { type: 'json' };
import kyElections from './ky/elections.json' with { type: 'json' };
import kyFolderPhotos from './ky/folder-photos.json' with { type: 'json' };
import kyHandover from './ky/handover.json' with { type: 'json' };
import kyHandoverTables from './ky/handover-tables.json' with { type: 'json' };
import kyHelp from './ky/help.json' with { type: 'json' };
import kyHistory from './ky/history.json' with { type: 'json' };
import kyImportHeaders from './ky/import-headers.json' with { type: 'json' };
import kyImports from './ky/imports.json' with { type: 'json' };
import kyIntake from './ky/intake.json' with { type: 'json' };
import kyKeyboard from './ky/keyboard.json' with { type: 'json' };
import kyIncident from './ky/incident.json' with { type: 'json' };
import kyLists from './ky/lists.json' with { type: 'json' };
import kyEntry from './ky/entry.json' with { type: 'json' };
import kyMrz from './ky/mrz.json' with { type: 'json' };
import kyOperators from './ky/operators.json' with { type: 'json' };
import kyPalette from './ky/palette.json' with { type: 'json' };
import kyPhotos from './ky/photos.json' with { type: 'json' };
import kyPrintQueue from './ky/print-queue.json' with { type: 'json' };
import kyPrinting from './ky/printing.json' with { type: 'json' };
import kyReceiving from './ky/receiving.json' with { type: 'json' };
import kyRecords from './ky/records.json' with { type: 'json' };
import kyRegister from './ky/register.json' with { type: 'json' };
import kyReprint from './ky/reprint.json' with { type: 'json' };
import kySession from './ky/session.json' with { type: 'json' };
import kySettings from './ky/settings.json' with { type: 'json' };
import kyShell from './ky/shell.json' with { type: 'json' };
import kyStatement from './ky/statement.json' with { type: 'json' };
import kySteps from './ky/steps.json' with { type: 'json' };
import kySupport from './ky/support.json' with { type: 'json' };
import kyTotals from './ky/totals.json' with { type: 'json' };
import kyUpdate from './ky/update.json' with { type: 'json' };
import kyVerifier from './ky/verifier.json' with { type: 'json' };
import kyWordings from './ky/wordings.json' with { type: 'json' };
import ruAgenda from './ru/agenda.json' with { type: 'json' };
import ruApplications from './ru/applications.json' with { type: 'json' };
import ruBackups from './ru/backups.json' with { type: 'json' };
import ruOrganisations from './ru/organisations.json' with { type: 'json' };
import ruCertificates from './ru/certificates.json' with { type: 'json' };
import ruCommon from './ru/common.json' with { type: 'json' };
import ruCounter from './ru/counter.json' with { type: 'json' };
import ruDecisionLetters from './ru/decision-letters.json' with { type: 'json' };
import ruDecisions from './ru/decisions.json' with { type: 'json' };
import ruDesigns from './ru/designs.json' with { type: 'json' };
import ruDrafts from './ru/drafts.json' with { type: 'json' };
import ruDocuments from './ru/documents.json' with { type: 'json' };
import ruDomain from './ru/domain.json' with { type: 'json' };
import ruDuplicates from './ru/duplicates.json' with { type: 'json' };
import ruErrors from './ru/errors.json' with { type: 'json' };
import ruElections from './ru/elections.json' with { type: 'json' };
import ruFolderPhotos from './ru/folder-photos.json' with { type: 'json' };
import ruHandover from './ru/handover.json' with { type: 'json' };
import ruHandoverTables from './ru/handover-tables.json' with { type: 'json' };
import ruHelp from './ru/help.json' with { type: 'json' };
import ruHistory from './ru/history.json' with { type: 'json' };
import ruImportHeaders from './ru/import-headers.json' with { type: 'json' };
import ruImports from './ru/imports.json' with { type: 'json' };
import ruIntake from './ru/intake.json' with { type: 'json' };
import ruKeyboard from './ru/keyboard.json' with { type: 'json' };
import ruIncident from './ru/incident.json' with { type: 'json' };
import ruLists from './ru/lists.json' with { type: 'json' };
import ruEntry from './ru/entry.json' with { type: 'json' };
import ruMrz from './ru/mrz.json' with { type: 'json' };
import ruOperators from './ru/operators.json' with { type: 'json' };
import ruPalette from './ru/palette.json' with { type: 'json' };
import ruPhotos from './ru/photos.json' with { type: 'json' };
import ruPrintQueue from './ru/print-queue.json' with { type: 'json' };
import ruPrinting from './ru/printing.json' with { type: 'json' };
import ruReceiving from './ru/receiving.json' with { type: 'json' };
import ruRecords from './ru/records.json' with { type: 'json' };
import ruRegister from './ru/register.json' with { type: 'json' };
import ruReprint from './ru/reprint.json' with { type: 'json' };
import ruSession from './ru/session.json' with { type: 'json' };
import ruSettings from './ru/settings.json' with { type: 'json' };
import ruShell from './ru/shell.json' with { type: 'json' };
import ruStatement from './ru/statement.json' with { type: 'json' };
import ruSteps from './ru/steps.json' with { type: 'json' };
import ruSupport from './ru/support.json' with { type: 'json' };
import ruTotals from './ru/totals.json' with { type: 'json' };
import ruUpdate from './ru/update.json' with { type: 'json' };
import ruVerifier from './ru/verifier.json' with { type: 'json' };
import ruWordings from './ru/wordings.json' with { type: 'json' };
import enAgenda from './en/agenda.json' with { type: 'json' };
import enApplications from './en/applications.json' with { type: 'json' };
import enBackups from './en/backups.json' with { type: 'json' };
import enOrganisations from './en/organisations.json' with { type: 'json' };
import enCertificates from './en/certificates.json' with { type: 'json' };
import enCommon from './en/common.json' with { type: 'json' };
import enCounter from './en/counter.json' with { type: 'json' };
import enDecisionLetters from './en/decision-letters.json' with { type: 'json' };
import enDecisions from './en/decisions.json' with { type: 'json' };
import enDesigns from './en/designs.json' with { type: 'json' };
import enDrafts from './en/drafts.json' with { type: 'json' };
import enDocuments from './en/documents.json' with { type: 'json' };
import enDomain from './en/domain.json' with { type: 'json' };
import enDuplicates from './en/duplicates.json' with { type: 'json' };
import enErrors from './en/errors.json' with { type: 'json' };
import enElections from './en/elections.json' with { type: 'json' };
import enFolderPhotos from './en/folder-photos.json' with { type: 'json' };
import enHandover from './en/handover.json' with { type: 'json' };
import enHandoverTables from './en/handover-tables.json' with { type: 'json' };
import enHelp from './en/help.json' with { type: 'json' };
import enHistory from './en/history.json' with { type: 'json' };
import enImportHeaders from './en/import-headers.json' with { type: 'json' };
import enImports from './en/imports.json' with { type: 'json' };
import enIntake from './en/intake.json' with { type: 'json' };
import enKeyboard from './en/keyboard.json' with { type: 'json' };
import enIncident from './en/incident.json' with { type: 'json' };
import enLists from './en/lists.json' with { type: 'json' };
import enEntry from './en/entry.json' with { type: 'json' };
import enMrz from './en/mrz.json' with { type: 'json' };
import enOperators from './en/operators.json' with { type: 'json' };
import enPalette from './en/palette.json' with { type: 'json' };
import enPhotos from './en/photos.json' with { type: 'json' };
import enPrintQueue from './en/print-queue.json' with { type: 'json' };
import enPrinting from './en/printing.json' with { type: 'json' };
import enReceiving from './en/receiving.json' with { type: 'json' };
import enRecords from './en/records.json' with { type: 'json' };
import enRegister from './en/register.json' with { type: 'json' };
import enReprint from './en/reprint.json' with { type: 'json' };
import enSession from './en/session.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enShell from './en/shell.json' with { type: 'json' };
import enStatement from './en/statement.json' with { type: 'json' };
import enSteps from './en/steps.json' with { type: 'json' };
import enSupport from './en/support.json' with { type: 'json' };
import enTotals from './en/totals.json' with { type: 'json' };
import enUpdate from './en/update.json' with { type: 'json' };
import enVerifier from './en/verifier.json' with { type: 'json' };
import enWordings from './en/wordings.json' with { type: 'json' };

const ky = {
  agenda: kyAgenda,
  applications: kyApplications,
  backups: kyBackups,
  organisations: kyOrganisations,
  certificates: kyCertificates,
  common: kyCommon,
  counter: kyCounter,
  'decision-letters': kyDecisionLetters,
  decisions: kyDecisions,
  designs: kyDesigns,
  drafts: kyDrafts,
  documents: kyDocuments,
  domain: kyDomain,
  duplicates: kyDuplicates,
  errors: kyErrors,
  elections: kyElections,
  handover: kyHandover,
  'handover-tables': kyHandoverTables,
  help: kyHelp,
  history: kyHistory,
  'import-headers': kyImportHeaders,
  imports: kyImports,
  intake: kyIntake,
  keyboard: kyKeyboard,
  incident: kyIncident,
  lists: kyLists,
  entry: kyEntry,
  mrz: kyMrz,
  operators: kyOperators,
  palette: kyPalette,
  'folder-photos': kyFolderPhotos,
  photos: kyPhotos,
  'print-queue': kyPrintQueue,
  printing: kyPrinting,
  receiving: kyReceiving,
  records: kyRecords,
  register: kyRegister,
  reprint: kyReprint,
  session: kySession,
  settings: kySettings,
  shell: kyShell,
  statement: kyStatement,
  steps: kySteps,
  support: kySupport,
  totals: kyTotals,
  update: kyUpdate,
  verifier: kyVerifier,
  wordings: kyWordings,
};
const ru = {
  agenda: ruAgenda,
  applications: ruApplications,
  backups: ruBackups,
  organisations: ruOrganisations,
  certificates: ruCertificates,
  common: ruCommon,
  counter: ruCounter,
  'decision-letters': ruDecisionLetters,
  decisions: ruDecisions,
  designs: ruDesigns,
  drafts: ruDrafts,
  documents: ruDocuments,
  domain: ruDomain,
  duplicates: ruDuplicates,
  errors: ruErrors,
  elections: ruElections,
  handover: ruHandover,
  'handover-tables': ruHandoverTables,
  help: ruHelp,
  history: ruHistory,
  'import-headers': ruImportHeaders,
  imports: ruImports,
  intake: ruIntake,
  keyboard: ruKeyboard,
  incident: ruIncident,
  lists: ruLists,
  entry: ruEntry,
  mrz: ruMrz,
  operators: ruOperators,
  palette: ruPalette,
  'folder-photos': ruFolderPhotos,
  photos: ruPhotos,
  'print-queue': ruPrintQueue,
  printing: ruPrinting,
  receiving: ruReceiving,
  records: ruRecords,
  register: ruRegister,
  reprint: ruReprint,
  session: ruSession,
  settings: ruSettings,
  shell: ruShell,
  statement: ruStatement,
  steps: ruSteps,
  support: ruSupport,
  totals: ruTotals,
  update: ruUpdate,
  verifier: ruVerifier,
  wordings: ruWordings,
};
const en = {
  agenda: enAgenda,
  applications: enApplications,
  backups: enBackups,
  organisations: enOrganisations,
  certificates: enCertificates,
  common: enCommon,
  counter: enCounter,
  'decision-letters': enDecisionLetters,
  decisions: enDecisions,
  designs: enDesigns,
  drafts: enDrafts,
  documents: enDocuments,
  domain: enDomain,
  duplicates: enDuplicates,
  errors: enErrors,
  elections: enElections,
  handover: enHandover,
  'handover-tables': enHandoverTables,
  help: enHelp,
  history: enHistory,
  'import-headers': enImportHeaders,
  imports: enImports,
  intake: enIntake,
  keyboard: enKeyboard,
  incident: enIncident,
  lists: enLists,
  entry: enEntry,
  mrz: enMrz,
  operators: enOperators,
  palette: enPalette,
  'folder-photos': enFolderPhotos,
  photos: enPhotos,
  'print-queue': enPrintQueue,
  printing: enPrinting,
  receiving: enReceiving,
  records: enRecords,
  register: enRegister,
  reprint: enReprint,
  session: enSession,
  settings: enSettings,
  shell: enShell,
  statement: enStatement,
  steps: enSteps,
  support: enSupport,
  totals: enTotals,
  update: enUpdate,
  verifier: enVerifier,
  wordings: enWordings,
};

/** The words of a language by file; Kyrgyz is the measure for the keys of the other two. */
export type Words = typeof ky;
export type Namespace = keyof Words;
export const namespaces = Object.keys(ky) as Namespace[];
export const locales = { ky, ru, en } as const satisfies Record<Language, object>;
