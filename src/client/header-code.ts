/** Names the code in the header once the page's title has scrolled away; a link back to the title. */
import { element } from './dom.ts';

const title = document.querySelector('.code-page h1');
const frame = document.querySelector('.title-wrapper');

if (title && frame) {
  const code = title.querySelector('.code-name')?.cloneNode(true);
  const description = element('span', {}, title.querySelector('.lead')?.textContent.trim() ?? '');
  const name = element('a', { class: 'header-code', href: '#_top' }, code, ' ', description);
  new IntersectionObserver(([entry]) => {
    const isAbove = entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 0;
    frame.toggleAttribute('data-past-title', isAbove);
    if (isAbove) frame.append(name);
    else name.remove();
  }).observe(title);
}
