/** The word files of `locales/ky/`. Written by `test/support/generate-locales.ts`. */
import agenda from './ky/agenda.json' with { type: 'json' };
import applications from './ky/applications.json' with { type: 'json' };
import backups from './ky/backups.json' with { type: 'json' };
import certificates from './ky/certificates.json' with { type: 'json' };
import common from './ky/common.json' with { type: 'json' };
import counter from './ky/counter.json' with { type: 'json' };
import decisionLetters from './ky/decision-letters.json' with { type: 'json' };
import decisions from './ky/decisions.json' with { type: 'json' };
import designs from './ky/designs.json' with { type: 'json' };
import documents from './ky/documents.json' with { type: 'json' };
import domain from './ky/domain.json' with { type: 'json' };
import drafts from './ky/drafts.json' with { type: 'json' };
import duplicates from './ky/duplicates.json' with { type: 'json' };
import elections from './ky/elections.json' with { type: 'json' };
import entry from './ky/entry.json' with { type: 'json' };
import errors from './ky/errors.json' with { type: 'json' };
import folderPhotos from './ky/folder-photos.json' with { type: 'json' };
import handover from './ky/handover.json' with { type: 'json' };
import handoverTables from './ky/handover-tables.json' with { type: 'json' };
import help from './ky/help.json' with { type: 'json' };
import history from './ky/history.json' with { type: 'json' };
import importHeaders from './ky/import-headers.json' with { type: 'json' };
import imports from './ky/imports.json' with { type: 'json' };
import incident from './ky/incident.json' with { type: 'json' };
import intake from './ky/intake.json' with { type: 'json' };
import keyboard from './ky/keyboard.json' with { type: 'json' };
import lists from './ky/lists.json' with { type: 'json' };
import mrz from './ky/mrz.json' with { type: 'json' };
import operators from './ky/operators.json' with { type: 'json' };
import organisations from './ky/organisations.json' with { type: 'json' };
import palette from './ky/palette.json' with { type: 'json' };
import photos from './ky/photos.json' with { type: 'json' };
import printQueue from './ky/print-queue.json' with { type: 'json' };
import printing from './ky/printing.json' with { type: 'json' };
import receiving from './ky/receiving.json' with { type: 'json' };
import records from './ky/records.json' with { type: 'json' };
import register from './ky/register.json' with { type: 'json' };
import reprint from './ky/reprint.json' with { type: 'json' };
import session from './ky/session.json' with { type: 'json' };
import settings from './ky/settings.json' with { type: 'json' };
import shell from './ky/shell.json' with { type: 'json' };
import statement from './ky/statement.json' with { type: 'json' };
import steps from './ky/steps.json' with { type: 'json' };
import support from './ky/support.json' with { type: 'json' };
import totals from './ky/totals.json' with { type: 'json' };
import update from './ky/update.json' with { type: 'json' };
import verifier from './ky/verifier.json' with { type: 'json' };
import wordings from './ky/wordings.json' with { type: 'json' };

export const ky = {
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
