/** A request that the page makes, as a script in it would. */
import type { Page } from '@playwright/test';

/** The status of a request the page makes, or "refused" when it does not get that far. */
export const request = (page: Page, url: string): Promise<number | 'refused'> =>
  page.evaluate(
    (address) =>
      fetch(address).then(
        (response) => response.status,
        () => 'refused' as const,
      ),
    url,
  );
