/** Names the code in the header once the page's title has scrolled away; a link back to the title. */
const title = document.querySelector('.code-page h1');
const frame = document.querySelector('.title-wrapper');

if (title && frame) {
  const name = document.createElement('a');
  name.className = 'header-code';
  name.href = '#_top';
  const [code = '', description = ''] = ['.code-name', '.lead'].map(
    (part) => title.querySelector(part)?.textContent.replaceAll(/\s+/gu, ' ').trim() ?? '',
  );
  // On a phone the number is enough; the part before it is the same for all codes of a product.
  const shown = matchMedia('(min-width: 50rem)').matches
    ? code.replaceAll(' ', '')
    : code.replace(/^.*\./u, '');
  name.textContent = `${shown} ${description}`.trim();
  new IntersectionObserver(([entry]) => {
    const isAbove = entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 0;
    frame.toggleAttribute('data-past-title', isAbove);
    if (isAbove) frame.append(name);
    else name.remove();
  }).observe(title);
}

export {};
