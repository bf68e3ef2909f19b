/** An address whose section has something glued to it, `#body).`, leads to that section all the same. */
import { anchorOf } from '../addresses/anchor.ts';

const anchor = anchorOf(location.hash);
if (anchor !== location.hash && document.getElementById(anchor.slice(1))) location.replace(anchor);
