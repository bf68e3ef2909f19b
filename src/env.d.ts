import type { Place } from './components/layout/place.ts';

declare global {
  namespace App {
    interface Locals {
      /** Id of the product that the page is about; set by the frame of every page. */
      productId?: string;
      /** First part of the addresses of the product that the page is about; set by the frame of every page. */
      productPath?: string;
      /** Its vendor, where it is not that of the product that the site is about. */
      vendor?: string | undefined;
      /** Where the vendor publishes its document. */
      publishedAt?: string;
      /** What its pages are called together; undefined for the product that the site is named after. */
      productTitle?: string | undefined;
      /** Status class of the page's code, for its picture in chats; set by its frame. */
      statusClass?: string | undefined;
      /** Position of a code's page in the menu; set by its frame. */
      place?: Place | undefined;
    }
  }
}
