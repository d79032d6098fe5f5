/**
 * Every refusal the office can give. A refusal is a value: a code that `locales/` words, and the parameters its wording
 * needs. Exceptions are for bugs only.
 */
import { z } from 'zod';
import { fieldFaultCodes, refusalCodes } from './refusal-codes.ts';

export const RefusalCode = z.enum(refusalCodes);
export type RefusalCode = z.infer<typeof RefusalCode>;

export const RefusalParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type RefusalParams = z.infer<typeof RefusalParams>;

export const FieldFaultCode = z.enum(fieldFaultCodes);
export const FieldFault = z.strictObject({
  path: z.string(),
  code: FieldFaultCode,
  params: RefusalParams.optional(),
});
export type FieldFault = { path: string; code: z.infer<typeof FieldFaultCode>; params?: RefusalParams | undefined };

export const Refusal = z.strictObject({
  code: RefusalCode,
  params: RefusalParams.optional(),
  /** With `fields.invalid`: the fields and what is wrong with each. */
  fields: z.array(FieldFault).optional(),
});
export type Refusal = { code: RefusalCode; params?: RefusalParams | undefined; fields?: FieldFault[] | undefined };

/** The outcome of anything the user can cause to fail. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export type Refused = { ok: false; refusal: Refusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (code: RefusalCode, params?: RefusalParams): Refused => ({
  ok: false,
  refusal: params ? { code, params } : { code },
});

export const refuseFields = (fields: FieldFault[]): Refused => ({
  ok: false,
  refusal: { code: 'fields.invalid', params: { count: fields.length }, fields },
});
