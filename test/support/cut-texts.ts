/** Texts that a person cannot read whole: wider or higher than the box that cuts them, and told by no title. */
import type { Page } from '@playwright/test';

/** What is cut off on the page as it stands, each with the place it stands at. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // Less than this is the rounding of a font.
    const slack = 2;
    /** Drawn for screen readers alone, or by the label beside it. */
    const isDrawn = (box: DOMRect): boolean => box.width > slack && box.height > slack;
    const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';

    /** The text ends outside of a box that neither shows nor scrolls what is too much for it. */
    const isCutBy = (text: DOMRect, element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (!isDrawn(box)) return false;
      const aside = text.right > box.right + slack || text.left < box.left - slack;
      const below = text.bottom > box.bottom + slack || text.top < box.top - slack;
      return (cuts(overflowX) && aside) || (cuts(overflowY) && below);
    };
    const scrolls = (element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return [overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll');
    };

    const cut: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (words === '' || !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (parent.closest('[title], svg, script, style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (!isDrawn(text)) continue;
      for (
        let element: Element | null = parent;
        element && element !== document.body;
        element = element.parentElement
      ) {
        // From here on outward the reader scrolls to it.
        if (scrolls(element)) break;
        // A row of a list shows two lines of each cell; the record that it leads to shows all.
        if (getComputedStyle(element).webkitLineClamp !== 'none') break;
        // Anchored to the window, not to what stands around it in the document.
        const isDrawnAlone = !isDrawn(element.getBoundingClientRect());
        if (isDrawnAlone) break;
        if (isCutBy(text, element)) {
          cut.push(`“${words.slice(0, 60)}” by <${element.tagName.toLowerCase()} class="${element.className}">`);
          break;
        }
        if (getComputedStyle(element).position === 'fixed') break;
      }
    }
    return cut;
  });
