/** What a new draft starts with: today's session, the office's signatories, and the usual wording to be corrected. */
import { locales } from '../../../locales/index.ts';
import type { DecisionFields } from '../../../shared/domain/decision.ts';
import type { OfficeSettings } from '../../../shared/domain/office.ts';
import { today } from '../../app/today.ts';

export function newDecisionFields(settings: OfficeSettings): DecisionFields {
  const { ky, ru, en } = locales;
  return {
    sessionDate: today(),
    minutesNumber: '',
    title: { ky: ky.decisions.draftTitle, ru: ru.decisions.draftTitle, en: en.decisions.draftTitle },
    legalBasis: settings.legalBases[0] ?? {
      ky: ky.decisions.draftBasis,
      ru: ru.decisions.draftBasis,
      en: en.decisions.draftBasis,
    },
    votes: null,
    present: null,
    signatories: officeSignatories(settings),
  };
}

/** Who signs as long as nobody else is named. */
export const officeSignatories = ({ chair, secretary }: OfficeSettings): DecisionFields['signatories'] => [
  { role: 'chairperson', name: chair },
  { role: 'secretary', name: secretary },
];
