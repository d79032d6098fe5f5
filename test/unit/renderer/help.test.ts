import { describe, expect, it } from 'vitest';
import { locales } from '#locales/index.ts';
import { languages } from '#shared/domain/base/primitives.ts';
import { helpPages, pageOfScreen, related } from '../../../renderer/features/help/help-pages.ts';

describe('the help', () => {
  it.each(languages)('has every page with its paragraphs in %s', (language) => {
    const { pages } = locales[language].help;
    expect(Object.keys(pages).sort()).toEqual([...helpPages].sort());
    for (const page of helpPages)
      expect(Object.keys(pages[page].text)).toEqual(Object.keys(locales.ky.help.pages[page].text));
  });

  it('leads from every page to others, never to itself, and is reached from every screen or another page', () => {
    for (const page of helpPages) expect(related[page]).not.toContain(page);
    const reached = new Set([...Object.values(pageOfScreen), ...helpPages.flatMap((page) => related[page])]);
    expect(helpPages.filter((page) => !reached.has(page))).toEqual([]);
  });
});
