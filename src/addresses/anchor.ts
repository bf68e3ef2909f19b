// In a module of its own, because every page loads it and nothing else about addresses.

/** The anchor of an address without what was glued to it, e.g. `#body` of `#body).`; '' where there is none. */
export function anchorOf(hash: string): string {
  return /^#[\w-]+/u.exec(hash)?.[0] ?? '';
}
