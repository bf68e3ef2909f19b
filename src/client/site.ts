/** What every page does, in the one script file that every page loads (see astro.config.mjs). */
import './contents.ts';
import './copy-button.ts';
import './copy-menu.ts';
import './glued-anchor.ts';
import './menu-place.ts';
import './search/opener.ts';
import './theme-select.ts';

// Nobody needs the name of the code in the header before the title scrolls away.
addEventListener('scroll', () => import('./header-code.ts').catch(() => undefined), { once: true });
