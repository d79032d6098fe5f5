/** Speaks to the office of the running application through the page's own bridge, as the screens do. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { locales } from '#locales/index.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { OfficeSettings } from '#shared/domain/records/office.ts';
import type { Input, OfficeBridge, OperationName, Output, Reply } from '#shared/contract/index.ts';

/** The reply of the bridge whatever it is, or the text of what was thrown. */
export const callOffice = (page: Page, name: unknown, input: unknown): Promise<unknown> =>
  page.evaluate(
    async ([operation, given]) => {
      const { office } = window as unknown as { office: OfficeBridge };
      return office.call(operation as string, given).catch((error: unknown) => String(error));
    },
    [name, input],
  );

/** The value an operation answers with; a refusal fails the test with its code. */
export async function ask<N extends OperationName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = (await callOffice(page, name, input)) as Reply<N>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value;
}

/** The first head of an office that a test establishes. */
export const firstHead = { name: 'Б. Сынакова', login: 'synakova', password: 'окуу-жылы-жакшы' } as const;

/** An office of one's own, its recovery key confirmed, opened by its first head. */
export async function establish(page: Page, settings: OfficeSettings): Promise<{ recoveryKey: string }> {
  const { name, login, password } = firstHead;
  const { recoveryKey } = await ask(page, 'entry.establish', { settings, head: { name, login }, password });
  await ask(page, 'entry.confirmRecoveryKey', { lastGroup: recoveryKey.split('-').at(-1) ?? '' });
  return { recoveryKey };
}

/** Signs in when the office is opened again. */
export async function signInAgain(page: Page, { login, password }: { login: string; password: string } = firstHead) {
  await ask(page, 'entry.signIn', { login, password });
}

/** Types the password of the first head where an encrypted backup asks for one of those who could open it then. */
export async function unlockBackup(
  page: Page,
  language: Language,
  password: string = firstHead.password,
): Promise<void> {
  const { backups, operators } = locales[language];
  await page.getByRole('textbox', { name: operators.password, exact: true }).fill(password);
  await page.getByRole('button', { name: backups.restore.unlock.submit, exact: true }).click();
}

/** Waits until the sample office is open, which takes seconds when it has to be made first. */
export async function sampleIsOpen(page: Page): Promise<void> {
  await expect
    .poll(async () => ask(page, 'entry.status', {}).then(({ phase, sample }) => ({ phase, sample })), {
      timeout: 150_000,
    })
    .toEqual({ phase: 'open', sample: true });
}
