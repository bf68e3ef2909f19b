import type { Sidebar } from './components/layout/sidebar.ts';

declare global {
  namespace App {
    interface Locals {
      /** First part of the addresses of the product that the page is about; set by the frame of every page. */
      productPath?: string;
      /** The sidebar of that product; past Starlight, which would check and copy it on each of the pages. */
      sidebar?: Sidebar;
    }
  }
}
