/** Who is signed in, and what their role may do: what the screens show by. The office enforces it. */
import { createContext, useContext, type ReactNode } from 'react';
import type { OperationName } from '#shared/contract/index.ts';
import { mayCall } from '#shared/contract/roles.ts';
import type { Operator } from '#shared/domain/records/operator.ts';

const OperatorContext = createContext<Operator | null>(null);
export const OperatorProvider = OperatorContext.Provider;

/** Null before sign-in. */
export const useOperator = (): Operator | null => useContext(OperatorContext);

/** Whether the operator signed in may call an operation. */
export function useMay(name: OperationName): boolean {
  const operator = useOperator();
  return operator !== null && mayCall(operator.role, name);
}

/** Shows what leads to an operation to those who may call it. */
export function IfMay({ call, children }: { call: OperationName; children: ReactNode }) {
  return useMay(call) ? children : null;
}
