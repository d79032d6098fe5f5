/** The state of the application's form: what is shown and typed, what is wrong with it, and how it is saved. */
import { z } from 'zod';
import type { ApplicationView } from '#shared/contract/applications.ts';
import { checkApplication } from '#shared/domain/rules/application-rules.ts';
import {
  ApplicationFields,
  HostOverride,
  NewVerdict,
  emptyApplicationFields,
  isOpenForEdit,
  substituteFor,
  type Application,
} from '#shared/domain/records/application.ts';
import { trilingualName } from '#shared/domain/records/person.ts';
import { Id } from '#shared/domain/base/primitives.ts';
import { useFaults } from '../../components/faults.tsx';
import { useRecordForm } from '../../components/record-form.ts';
import { useCurrentElection } from '../../base/current-election.tsx';
import { navigateSaved } from '../../base/navigation.tsx';
import { call } from '../../base/office.ts';
import { today } from '../../base/today.ts';

const Draft = z.strictObject({
  organisationId: Id.nullable(),
  fields: ApplicationFields,
  /** What was said of people alike while the application is not in the register. */
  verdicts: z.array(NewVerdict),
  hostOverride: HostOverride.pick({ justification: true }).nullable(),
});
type Draft = z.infer<typeof Draft>;

export type ApplicationFormProps = {
  kept: ApplicationView | null;
  organisation?: Id | undefined;
  /** Names a new application that was begun before. */
  work?: string | undefined;
  /** A new application takes the place of this one. */
  substituted?: Application | null;
};

const nothingGiven: Pick<Draft, 'verdicts' | 'hostOverride'> = { verdicts: [], hostOverride: null };

/** Keeps of a record just what the clerk types. */
const typed = (view: ApplicationView): ApplicationFields => ApplicationFields.strip().parse(view.application);

function basisOf({ kept, organisation, substituted = null }: ApplicationFormProps): Draft {
  if (kept) return { organisationId: kept.application.organisationId, fields: typed(kept), ...nothingGiven };
  const fields = substituted ? substituteFor(substituted) : emptyApplicationFields;
  return {
    organisationId: substituted?.organisationId ?? organisation ?? null,
    fields: { ...fields, receivedOn: today() },
    ...nothingGiven,
  };
}

export function useApplicationForm(props: ApplicationFormProps) {
  const { kept, work } = props;
  const election = useCurrentElection();
  const id = kept?.application.id ?? null;
  const locked = kept !== null && !isOpenForEdit(kept.application.status);
  const form = useRecordForm<Draft>({
    kind: 'application',
    electionId: election.id,
    recordId: id,
    work,
    shape: Draft,
    basis: basisOf(props),
    locked,
    titleOf: ({ fields }) => trilingualName(fields.names),
  });
  const { shown, saving, tried } = form;
  const { fields, organisationId, verdicts, hostOverride } = shown;
  const found = checkApplication(fields, {
    today: today(),
    election,
    hostCitizenAllowed: hostOverride !== null || (kept?.application.hostOverride ?? null) !== null,
  });
  // "Required" is said only after the first attempt to save.
  const at = useFaults(tried || kept ? found : found.filter(({ code }) => code !== 'field.required'));
  const set = (change: Partial<ApplicationFields>): void => {
    form.change({ ...shown, fields: { ...fields, ...change } });
    if (saving.state === 'refused') saving.reset();
  };
  const save = (): Promise<void> =>
    form.save(
      found.length === 0 && organisationId !== null,
      () =>
        call('application.save', {
          id,
          electionId: election.id,
          organisationId: organisationId ?? '',
          fields,
          verdicts,
          hostOverride,
        }),
      (saved) => navigateSaved({ screen: 'application', id: saved.id }),
    );
  const give = (change: Partial<Pick<Draft, 'organisationId' | 'verdicts' | 'hostOverride'>>): void =>
    form.change({ ...shown, ...change });
  return { ...form, kept, id, locked, at, set, give, save };
}
export type ApplicationFormState = ReturnType<typeof useApplicationForm>;
