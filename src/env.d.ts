declare namespace App {
  interface Locals {
    /** First part of the addresses of the product that the page is about; set by the frame of every page. */
    productPath?: string;
  }
}
