/** The word files of `locales/ru/`. Written by `test/support/generate-locales.ts`. */
import agenda from './ru/agenda.json' with { type: 'json' };
import applications from './ru/applications.json' with { type: 'json' };
import backups from './ru/backups.json' with { type: 'json' };
import certificates from './ru/certificates.json' with { type: 'json' };
import common from './ru/common.json' with { type: 'json' };
import counter from './ru/counter.json' with { type: 'json' };
import decisionLetters from './ru/decision-letters.json' with { type: 'json' };
import decisions from './ru/decisions.json' with { type: 'json' };
import designs from './ru/designs.json' with { type: 'json' };
import documents from './ru/documents.json' with { type: 'json' };
import domain from './ru/domain.json' with { type: 'json' };
import drafts from './ru/drafts.json' with { type: 'json' };
import duplicates from './ru/duplicates.json' with { type: 'json' };
import elections from './ru/elections.json' with { type: 'json' };
import entry from './ru/entry.json' with { type: 'json' };
import errors from './ru/errors.json' with { type: 'json' };
import folderPhotos from './ru/folder-photos.json' with { type: 'json' };
import handover from './ru/handover.json' with { type: 'json' };
import handoverTables from './ru/handover-tables.json' with { type: 'json' };
import help from './ru/help.json' with { type: 'json' };
import history from './ru/history.json' with { type: 'json' };
import importHeaders from './ru/import-headers.json' with { type: 'json' };
import imports from './ru/imports.json' with { type: 'json' };
import incident from './ru/incident.json' with { type: 'json' };
import intake from './ru/intake.json' with { type: 'json' };
import keyboard from './ru/keyboard.json' with { type: 'json' };
import lists from './ru/lists.json' with { type: 'json' };
import mrz from './ru/mrz.json' with { type: 'json' };
import operators from './ru/operators.json' with { type: 'json' };
import organisations from './ru/organisations.json' with { type: 'json' };
import palette from './ru/palette.json' with { type: 'json' };
import photos from './ru/photos.json' with { type: 'json' };
import printQueue from './ru/print-queue.json' with { type: 'json' };
import printing from './ru/printing.json' with { type: 'json' };
import receiving from './ru/receiving.json' with { type: 'json' };
import records from './ru/records.json' with { type: 'json' };
import register from './ru/register.json' with { type: 'json' };
import reprint from './ru/reprint.json' with { type: 'json' };
import session from './ru/session.json' with { type: 'json' };
import settings from './ru/settings.json' with { type: 'json' };
import shell from './ru/shell.json' with { type: 'json' };
import statement from './ru/statement.json' with { type: 'json' };
import steps from './ru/steps.json' with { type: 'json' };
import support from './ru/support.json' with { type: 'json' };
import totals from './ru/totals.json' with { type: 'json' };
import update from './ru/update.json' with { type: 'json' };
import verifier from './ru/verifier.json' with { type: 'json' };
import wordings from './ru/wordings.json' with { type: 'json' };

export const ru = {
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
