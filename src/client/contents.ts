/** `.contents`: marks the section that is being read. */
/** So far below the header a heading counts as read, in px. */
const READ_ABOVE = 160;

const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const headings = links.map(({ hash }) => document.getElementById(hash.slice(1)));

function mark(): void {
  const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
  const read = headings.filter(
    (heading) => heading && heading.getBoundingClientRect().top < READ_ABOVE,
  ).length;
  const current = isAtEnd ? links.length - 1 : read - 1;
  for (const [index, link] of links.entries()) link.toggleAttribute('aria-current', index === current);
  links[current]?.setAttribute('aria-current', 'location');
}

if (links.length > 0) {
  let waiting = 0;
  addEventListener(
    'scroll',
    () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(mark);
    },
    { passive: true },
  );
}
