/**
 * The part of a page that an address names. What is glued to the name, `#body).`, is left off; what is folded is
 * unfolded, which younger browsers do themselves.
 */
import { anchorOf } from '../addresses/anchor.ts';

function reveal(): void {
  const anchor = anchorOf(location.hash);
  const target = document.getElementById(anchor.slice(1));
  if (!target) return;
  if (anchor !== location.hash) return location.replace(anchor);
  const fold = target.closest<HTMLDetailsElement>('details:not([open])');
  if (!fold) return;
  fold.open = true;
  target.scrollIntoView();
}

reveal();
addEventListener('hashchange', reveal);
