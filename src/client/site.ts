/** What every page does, in the one script file that every page loads (see astro.config.mjs). */
import './contents.ts';
import './copy-button.ts';
import './copy-menu.ts';
import './glued-anchor.ts';
import './menu-place.ts';
import './search/opener.ts';
import './theme-select.ts';

// Most readers leave the examples as they are. Who does not asks for it on this page, or did so before in this tab.
const fillIn = () => void import('./reader-names.ts').catch(() => undefined);
const names = document.querySelector('reader-names');
names?.addEventListener('focusin', fillIn, { once: true });
try {
  if (names && sessionStorage.getItem('names') !== null) fillIn();
} catch {
  // Storage may be refused.
}

// Nobody needs the name of the code in the header before the title scrolls away.
addEventListener('scroll', () => import('./header-code.ts').catch(() => undefined), { once: true });
