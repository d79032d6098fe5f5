/** Input that holds something which is not a value at all, as a day that does not exist; gaps are the rules' business. */
export function firstInvalid(form: HTMLFormElement): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  return fields.find((field) => field.validity.customError) ?? null;
}
