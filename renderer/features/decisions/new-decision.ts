/** What a new draft starts with: today's session, the office's signatories, and the usual wording to be corrected. */
import type { DecisionFields } from '#shared/domain/records/decision.ts';
import type { OfficeSettings } from '#shared/domain/records/office.ts';
import { inThree } from '../../base/in-three.ts';
import { today } from '../../base/today.ts';

export function newDecisionFields(settings: OfficeSettings): DecisionFields {
  return {
    sessionDate: today(),
    minutesNumber: '',
    title: inThree('decisions:draftTitle'),
    legalBasis: settings.legalBases[0] ?? usualBasis(),
    votes: null,
    present: null,
    signatories: officeSignatories(settings),
  };
}

/** The program's own legal basis, as long as the office has named none. */
export const usualBasis = () => inThree('decisions:draftBasis');

/** Who signs as long as nobody else is named. */
export const officeSignatories = ({ chair, secretary }: OfficeSettings): DecisionFields['signatories'] => [
  { role: 'chairperson', name: chair },
  { role: 'secretary', name: secretary },
];
