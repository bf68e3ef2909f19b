/** `.contents`: marks the section that is being read. */
/** So far below the top of the window a heading counts as read, in px. */
const READ_ABOVE = 160;

const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];

function mark(): void {
  const { scrollHeight } = document.documentElement;
  const isAtEnd = scrollY > 0 && scrollY + innerHeight > scrollHeight - 1;
  const isRead = ({ hash }: HTMLAnchorElement) =>
    isAtEnd || (document.querySelector(hash)?.getBoundingClientRect().top ?? 0) < READ_ABOVE;
  const current = links.findLast(isRead);
  for (const link of links) link.ariaCurrent = link === current ? 'location' : null;
}

if (links.length > 0) addEventListener('scroll', mark, { passive: true });
