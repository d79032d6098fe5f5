/** The screens as a clerk finds them, and what is opened over them by one click. */
import { expect, type Page } from '@playwright/test';
import { locales } from '#locales/index.ts';
import type { Language } from '#shared/domain/base/primitives.ts';
import type { RunningApp } from '../support/app.ts';
import { screenAddresses } from '../support/screens.ts';

export type Words = (typeof locales)['ky'];

/** What is opened over a screen before its picture is taken; `address` is what stands after `#/`. */
export type View = {
  name: string;
  address: string;
  open?: (page: Page, language: Language, running: RunningApp) => Promise<void>;
};

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Presses a button that opens a dialog. */
export const press = (name: (w: Words) => string) => async (page: Page, language: Language) => {
  await button(page, name(locales[language])).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};

/** The viewer of PDFs tells nobody when it has drawn the page. */
async function previewDrawn(page: Page, language: Language): Promise<void> {
  await expect(page.getByText(locales[language].designs.fits)).toBeVisible();
  await page.waitForTimeout(2_000);
}

const designTab =
  (tab: 'fields' | 'texts' | 'printers') =>
  async (page: Page, language: Language): Promise<void> => {
    const { designs } = locales[language];
    await page.getByRole('tab', { name: designs.tabs[tab], exact: true }).click();
    if (tab === 'printers') await button(page, designs.printers.add).click();
    await previewDrawn(page, language);
  };

export const views: readonly View[] = [
  ...screenAddresses.map((address) => ({ name: address.replaceAll('/', ' - '), address })),
  { name: 'list to a file', address: 'applications', open: press((w) => w.lists.open) },
  { name: 'palette', address: 'applications', open: press((w) => w.palette.open) },
  { name: 'history', address: 'applications/sample-001', open: press((w) => w.history.open) },
  { name: 'statement', address: 'totals', open: press((w) => w.statement.open) },
  { name: 'keys', address: 'start', open: press((w) => w.keyboard.open) },
  { name: 'operators - add', address: 'settings/operators', open: press((w) => w.operators.add) },
  { name: 'operators - new key', address: 'settings/operators', open: press((w) => w.operators.recovery.new) },
  { name: 'totals - to a file', address: 'totals', open: press((w) => w.lists.open) },
  {
    name: 'operators - password',
    address: 'start',
    open: async (page, language) => {
      const { me } = locales[language].operators;
      await page.locator('footer button[aria-haspopup="menu"]').click();
      await page.getByRole('menuitem', { name: me.password, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'certificates - lists',
    address: 'certificates',
    open: async (page, language) => {
      const { lists, signatureSheetOpen } = locales[language].certificates;
      await button(page, lists).click();
      await expect(page.getByRole('menuitem', { name: signatureSheetOpen, exact: true })).toBeVisible();
    },
  },
  {
    name: 'certificates - signature sheet',
    address: 'certificates',
    open: async (page, language) => {
      const { lists, signatureSheetOpen } = locales[language].certificates;
      await button(page, lists).click();
      await page.getByRole('menuitem', { name: signatureSheetOpen, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    // The part of the settings about this computer: the update from a stick, and the support report with its checks.
    name: 'settings - update and support',
    address: 'settings',
    open: async (page, language) => {
      const { checkNow, checks, title } = locales[language].support;
      await button(page, checkNow).click();
      await expect(page.getByRole('list', { name: checks })).toBeVisible({ timeout: 60_000 });
      await page.getByRole('heading', { name: title, exact: true }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings - wordings - correct',
    address: 'settings/wordings',
    open: async (page) => {
      await page.getByRole('main').getByRole('table').getByRole('button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'help', address: 'applications', open: press((w) => w.help.open) },
  {
    name: 'settings - designs - made',
    address: 'settings/designs',
    open: async (page, language) => {
      await previewDrawn(page, language);
    },
  },
  { name: 'settings - designs - fields', address: 'settings/designs', open: designTab('fields') },
  { name: 'settings - designs - texts', address: 'settings/designs', open: designTab('texts') },
  { name: 'settings - designs - printers', address: 'settings/designs', open: designTab('printers') },
  {
    name: 'certificates - counter - found',
    address: 'certificates/counter',
    open: async (page) => {
      await page.locator('input').first().fill('A-0001');
      await expect(page.locator('[data-counter] h2')).toBeVisible();
    },
  },
];
