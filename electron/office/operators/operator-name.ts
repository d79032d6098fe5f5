/** Who stands in a line of the journal: an operator by id; lines of before there were operators hold a name. */
import type { State } from '#shared/domain/register/state.ts';

export const operatorName = ({ operators }: Pick<State, 'operators'>, who: string): string =>
  operators.get(who)?.name ?? who;
