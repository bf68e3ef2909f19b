/** What every page does, in the one script file that every page loads (see astro.config.mjs). */
import './contents.ts';
import './copy-button.ts';
import './copy-menu.ts';
import './glued-anchor.ts';
import './menu-place.ts';
import './names-opener.ts';
import './prefetch.ts';
import './search/opener.ts';
import './theme-select.ts';

// The header names the code only after the title has scrolled away.
addEventListener('scroll', () => import('./header-code.ts').catch(() => undefined), { once: true });
