/** Names the code in the header once the page's title has scrolled away; a link back to the title. */
const title = document.querySelector('.code-page h1');
const frame = document.querySelector('.title-wrapper');

if (title && frame) {
  const name = document.createElement('a');
  name.className = 'header-code';
  name.href = '#_top';
  // Without `dom.ts`, which other scripts share: it would be a file of its own, one request more on every page.
  const code = title.querySelector('.code-name')?.cloneNode(true);
  name.append(code ?? '', ' ', title.querySelector('.lead')?.textContent.trim() ?? '');
  new IntersectionObserver(([entry]) => {
    const isAbove = entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 0;
    frame.toggleAttribute('data-past-title', isAbove);
    if (isAbove) frame.append(name);
    else name.remove();
  }).observe(title);
}
