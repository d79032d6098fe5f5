/** From the first start to an office with an election and an organisation, as a clerk sets it up. */
import type { Page } from '@playwright/test';
import { launchApp } from '../support/app.ts';
import { expectNoAxeFaults, expectNothingCutOff } from '../support/screens.ts';
import { expect, test } from './fixtures.ts';

const login = 'asanova';
const password = 'жашыл дөбө 17';

async function setUpOffice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Кыргызча' }).click();
  await page.getByRole('button', { name: 'Жаңы кеңсе түзүү' }).click();
  for (const language of ['кыргызча', 'орусча', 'англисче']) {
    await page.getByLabel(`Төраганын аты-жөнү, ${language}`).fill('Ү. Үлгүбеков');
    await page.getByLabel(`Катчынын аты-жөнү, ${language}`).fill('С. Сынакова');
  }
  await page.getByRole('textbox', { name: 'Аты-жөнү', exact: true }).fill('Айгүл Асанова');
  await page.getByRole('textbox', { name: 'Кирүү аты' }).fill(login);
  await page.getByLabel(/^Сырсөз( \*)?$/u).fill(password);
  await page.getByLabel(/^Сырсөз дагы бир жолу/u).fill(password);
  await page.getByRole('button', { name: 'Кеңсени түзүү' }).click();
  const key = (await page.locator('[data-recovery-key]').textContent()) ?? '';
  await page.getByLabel('Ачкычтын акыркы тобу').fill(key.trim().split('-').at(-1) ?? '');
  await page.getByRole('button', { name: 'Ачкыч кагазда' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Алгач шайлоону киргизиңиз' })).toBeVisible();
}

async function enterElection(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Шайлоо' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Жаңы шайлоо' }).first().click();
  await page.getByLabel('Аталышы, кыргызча', { exact: true }).fill('Жогорку Кеңештин шайлоосу');
  await page.getByLabel('Аталышы, орусча', { exact: true }).fill('Выборы Жогорку Кенеша');
  await page.getByLabel('Аталышы, англисче', { exact: true }).fill('Election of the Jogorku Kenesh');
  await page.getByRole('textbox', { name: 'Добуш берүү күнү' }).fill('30.11.2025');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Сакталды, саат')).toBeVisible();
}

test.describe('on a new laptop', () => {
  test.use({ fresh: true });
  test('the first start asks for the language, then sets up an office that is there at the next start', async ({
    running: { page, electron, dataFolder },
  }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Тилди тандаңыз · Выберите язык · Choose a language',
    );
    await expectNoAxeFaults(page);
    await setUpOffice(page);
    await enterElection(page);
    await expectNoAxeFaults(page);
    await electron.close();
    const again = await launchApp({ dataFolder });
    try {
      await again.page.getByRole('textbox', { name: 'Кирүү аты' }).fill(login);
      await again.page.getByLabel(/^Сырсөз( \*)?$/u).fill(password);
      await again.page.getByRole('button', { name: 'Кирүү', exact: true }).click();
      await expect(again.page.getByRole('complementary')).toContainText('Жогорку Кеңештин шайлоосу, 30.11.2025');
      await expect(again.page.getByRole('contentinfo')).toContainText('Айгүл Асанова');
    } finally {
      await again.close();
    }
  });
});

test('what is missing is said under each field, and the clerk is taken to the first of it', async ({
  running: { page },
}) => {
  await page.getByRole('button', { name: 'Русский' }).click();
  await page.getByRole('button', { name: 'Создать рабочее место' }).click();
  await page.getByRole('button', { name: 'Создать рабочее место' }).click();
  await expect(page.getByText('Заполните на трёх языках')).toHaveCount(2);
  await expect(page.getByLabel('Ф. И. О. председателя, по-кыргызски')).toBeFocused();
  await expect(page.getByText('№ A-0042')).toBeVisible();
  await page.getByLabel('Серия').fill('b7');
  await expect(page.getByText('№ B7-0042')).toBeVisible();
});

test('an organisation is entered with the letters its keyboard lacks, and unsaved work is never lost unasked', async ({
  running: { page },
}) => {
  await setUpOffice(page);
  await enterElection(page);
  await page.getByRole('link', { name: 'Жөнөтүүчү уюмдар' }).click();
  await page.getByRole('button', { name: 'Уюм кошуу' }).first().click();
  const name = page.getByLabel('Аталышы, кыргызча', { exact: true });
  await name.fill('Шаң');
  await page.getByRole('button', { name: 'ө тамгасын киргизүү', exact: true }).click();
  await name.press('Alt+KeyE');
  await name.press('Alt+Shift+KeyY');
  await expect(name).toHaveValue('ШаңөүҢ');
  await page.getByRole('textbox', { name: 'Уюмдун каты: күнү' }).fill('31.02.2025');

  // A day that does not exist is not saved, and nobody leaves by accident.
  await page.getByRole('button', { name: 'Сактоо' }).click();
  await expect(page.getByText('Күндү кк.аа.жжжж түрүндө жазыңыз')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Уюмдун каты: күнү' })).toBeFocused();
  await page.getByRole('link', { name: 'Жөндөөлөр' }).click();
  const question = page.getByRole('dialog', { name: 'Сакталбаган өзгөртүүлөр бар' });
  await expectNoAxeFaults(page);
  await question.getByRole('button', { name: 'Калуу' }).click();
  await expect(name).toHaveValue('ШаңөүҢ');

  await page.getByLabel('Аталышы, орусча', { exact: true }).fill('Организация');
  await page.getByLabel('Аталышы, англисче', { exact: true }).fill('Organisation');
  await page.getByRole('textbox', { name: 'Уюмдун каты: күнү' }).fill('6.10.2025');
  await page.getByRole('button', { name: 'Сактоо' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ШаңөүҢ');
  await page.getByRole('button', { name: 'Артка' }).click();
  await expect(page.getByRole('row', { name: /ШаңөүҢ.*06\.10\.2025/u })).toBeVisible();
  await page.getByRole('textbox', { name: 'Уюмду издөө' }).fill('шаноу');
  await expect(page.getByRole('row', { name: /ШаңөүҢ/u })).toBeVisible();
});

test('the language changes at any time, with a half-typed form as it was', async ({ running: { page } }) => {
  await setUpOffice(page);
  await page.getByRole('link', { name: 'Жөндөөлөр' }).click();
  await page.getByLabel('Төраганын аты-жөнү, кыргызча').fill('Бермет');
  await page.getByRole('complementary').getByRole('button', { name: 'Русский' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Настройки');
  await expect(page.getByLabel('Ф. И. О. председателя, по-кыргызски')).toHaveValue('Бермет');
  await page.getByRole('complementary').getByRole('button', { name: 'English' }).click();
  await expect(page.getByLabel(/chairperson.*in Kyrgyz/iu)).toHaveValue('Бермет');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectNoAxeFaults(page);
  await expectNothingCutOff(page);
  // Saved, for a window with unsaved changes asks before it closes.
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved at' })).toBeVisible();
});

test('a calendar with our own words writes the day', async ({ running: { page } }) => {
  await setUpOffice(page);
  await page.getByRole('link', { name: 'Шайлоо' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Жаңы шайлоо' }).first().click();
  await page.getByRole('textbox', { name: 'Добуш берүү күнү' }).fill('15.11.2025');
  await page.getByRole('button', { name: 'Добуш берүү күнү: календарды ачуу' }).click();
  await expect(page.getByText('Ноябрь 2025')).toBeVisible();
  await expectNoAxeFaults(page);
  await page.getByRole('button', { name: '2025-жылдын 30-ноябры' }).click();
  await expect(page.getByRole('textbox', { name: 'Добуш берүү күнү' })).toHaveValue('30.11.2025');
  await page.getByRole('link', { name: 'Жөндөөлөр' }).click();
  await page.getByRole('button', { name: 'Сактабай кетүү' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Жөндөөлөр');
});
