/** Operators of an office who sign in, lock it and are added, for tests that look at what each of them may do. */
import { expect, type Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import { ask } from './office.ts';

/** By its whole name. */
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** A field by its whole label, with or without the mark of one that must be filled in. */
export const labelled = (label: string): RegExp => new RegExp(`^${label.replace(/[()?.]/gu, '\\$&')}( \\*)?$`, 'u');
export const passwordOf = {
  synakova: 'жашыл дөбө 17',
  aigul: 'зелёный холм семь',
  bermet: 'green hill seven',
  damir: 'дөбөнүн үстү 9',
};
export type Login = keyof typeof passwordOf;

export async function signIn(page: Page, language: Language, login: string, password: string): Promise<void> {
  const w = locales[language].operators;
  await page.getByRole('textbox', { name: w.login }).fill(login);
  await page.getByLabel(labelled(w.password)).fill(password);
  await page.keyboard.press('Enter');
}

export async function signInAs(page: Page, language: Language, login: Login): Promise<void> {
  await signIn(page, language, login, passwordOf[login]);
  await expect(page.getByRole('navigation')).toBeVisible();
}

export async function lock(page: Page, language: Language): Promise<void> {
  await page.keyboard.press('Control+l');
  await expect(button(page, locales[language].operators.signIn.enter)).toBeVisible();
}

export const add = (page: Page, name: string, login: Login, role: 'secretary' | 'auditor') =>
  ask(page, 'operator.add', { fields: { name, login, role }, password: passwordOf[login] });
