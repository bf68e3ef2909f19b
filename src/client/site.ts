/** What every page does, in the one script file that every page loads (see astro.config.mjs). */
import './contents.ts';
import './copy-button.ts';
import './copy-menu.ts';
import './glued-anchor.ts';
import './search/opener.ts';
import './theme-select.ts';
