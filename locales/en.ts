/** The word files of `locales/en/`. Written by `test/support/generate-locales.ts`. */
import agenda from './en/agenda.json' with { type: 'json' };
import applications from './en/applications.json' with { type: 'json' };
import backups from './en/backups.json' with { type: 'json' };
import certificates from './en/certificates.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import counter from './en/counter.json' with { type: 'json' };
import decisionLetters from './en/decision-letters.json' with { type: 'json' };
import decisions from './en/decisions.json' with { type: 'json' };
import designs from './en/designs.json' with { type: 'json' };
import documents from './en/documents.json' with { type: 'json' };
import domain from './en/domain.json' with { type: 'json' };
import drafts from './en/drafts.json' with { type: 'json' };
import duplicates from './en/duplicates.json' with { type: 'json' };
import elections from './en/elections.json' with { type: 'json' };
import entry from './en/entry.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import folderPhotos from './en/folder-photos.json' with { type: 'json' };
import handover from './en/handover.json' with { type: 'json' };
import handoverTables from './en/handover-tables.json' with { type: 'json' };
import help from './en/help.json' with { type: 'json' };
import history from './en/history.json' with { type: 'json' };
import importHeaders from './en/import-headers.json' with { type: 'json' };
import imports from './en/imports.json' with { type: 'json' };
import incident from './en/incident.json' with { type: 'json' };
import intake from './en/intake.json' with { type: 'json' };
import keyboard from './en/keyboard.json' with { type: 'json' };
import lists from './en/lists.json' with { type: 'json' };
import mrz from './en/mrz.json' with { type: 'json' };
import operators from './en/operators.json' with { type: 'json' };
import organisations from './en/organisations.json' with { type: 'json' };
import palette from './en/palette.json' with { type: 'json' };
import photos from './en/photos.json' with { type: 'json' };
import printQueue from './en/print-queue.json' with { type: 'json' };
import printing from './en/printing.json' with { type: 'json' };
import receiving from './en/receiving.json' with { type: 'json' };
import records from './en/records.json' with { type: 'json' };
import register from './en/register.json' with { type: 'json' };
import reprint from './en/reprint.json' with { type: 'json' };
import session from './en/session.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import statement from './en/statement.json' with { type: 'json' };
import steps from './en/steps.json' with { type: 'json' };
import support from './en/support.json' with { type: 'json' };
import totals from './en/totals.json' with { type: 'json' };
import update from './en/update.json' with { type: 'json' };
import verifier from './en/verifier.json' with { type: 'json' };
import wordings from './en/wordings.json' with { type: 'json' };

export const en = {
  agenda,
  applications,
  backups,
  certificates,
  common,
  counter,
  'decision-letters': decisionLetters,
  decisions,
  designs,
  documents,
  domain,
  drafts,
  duplicates,
  elections,
  entry,
  errors,
  'folder-photos': folderPhotos,
  handover,
  'handover-tables': handoverTables,
  help,
  history,
  'import-headers': importHeaders,
  imports,
  incident,
  intake,
  keyboard,
  lists,
  mrz,
  operators,
  organisations,
  palette,
  photos,
  'print-queue': printQueue,
  printing,
  receiving,
  records,
  register,
  reprint,
  session,
  settings,
  shell,
  statement,
  steps,
  support,
  totals,
  update,
  verifier,
  wordings,
};
