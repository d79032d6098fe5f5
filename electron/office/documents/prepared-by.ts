/** Papers name who prepared them: the operator who is signed in. */
import type { Actor } from '#shared/domain/records/operator.ts';
import type { State } from '#shared/domain/register/state.ts';

/** The register as a paper reads it, with whoever prepares it in the place of the office's clerk. */
export const preparedBy = (state: State, { name }: Pick<Actor, 'name'>): State =>
  state.settings ? { ...state, settings: { ...state.settings, clerk: name } } : state;
