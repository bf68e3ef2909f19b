declare namespace App {
  interface Locals {
    /** Id of the product that the page is about; set by the frame of every page. */
    productId?: string;
    /** First part of the addresses of the product that the page is about; set by the frame of every page. */
    productPath?: string;
  }
}
