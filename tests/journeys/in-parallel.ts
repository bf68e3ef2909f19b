import type { BrowserContext, Page } from '@playwright/test';

const PAGES = 4;

/** Does something in several pages beside each other, where most of the time is waiting until nothing more comes. */
export async function inParallel<Item>(
  context: BrowserContext,
  items: readonly Item[],
  act: (page: Page, item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: PAGES }, async () => {
      const page = await context.newPage();
      for (const item of left) await act(page, item);
    }),
  );
}
