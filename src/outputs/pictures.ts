import sharp from 'sharp';
import { readFileSync } from 'node:fs';

/** Strokes of what a status class is written with, on a field of 60 × 100: a host need not have any font. */
const STROKES: Readonly<Record<string, string>> = {
  '1': 'M14 22 34 4v92',
  '2': 'M6 26C6 -4 54 -4 54 28 54 50 18 70 6 96h48',
  '3': 'M8 4h44L28 40c36-4 36 56 2 56-12 0-20-6-24-16',
  '4': 'M44 96V4L4 66h52',
  '5': 'M52 4H14l-4 40c20-12 44-4 44 22 0 32-40 38-50 14',
  x: 'M8 40 52 96M52 40 8 96',
};

/** Ground and ink by class, as the theme has them. */
const COLOURS: Readonly<Record<string, readonly [ground: string, ink: string]>> = {
  '4xx': ['#fdf0d5', '#7a4d00'],
  '5xx': ['#fde5e2', '#a2231d'],
};

const icon = readFileSync('public/favicon.svg', 'utf8');

/** The site's icon as PNG, `size` pixels wide and high. */
export function iconPicture(size: number): Promise<Buffer> {
  // An SVG of 32 points is drawn at the density that gives the size.
  return sharp(Buffer.from(icon), { density: (72 * size) / 32 })
    .resize(size)
    .png()
    .toBuffer();
}

/** The picture of 1200 × 630 that chats show with a link; `name` is a status class, or `site` for what has none. */
export function previewPicture(name: string): Promise<Buffer> {
  const [ground, ink] = COLOURS[name] ?? ['#d3eef2', '#0f6f7e'];
  const strokes = Object.hasOwn(STROKES, name.charAt(0)) ? [...name] : [];
  const glyphs = strokes.map(
    (glyph, index) =>
      `<path transform="translate(${470 + index * 230} 165) scale(3)" d="${STROKES[glyph] ?? ''}"/>`,
  );
  const drawn = icon.replace(
    '<svg ',
    `<svg x="${strokes.length > 0 ? 100 : 450}" y="165" width="300" height="300" `,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
<rect width="1200" height="630" fill="${ground}"/>
<rect y="606" width="1200" height="24" fill="${ink}"/>
${drawn}
<g fill="none" stroke="${ink}" stroke-width="12" stroke-linecap="round" stroke-linejoin="round">${glyphs.join('')}</g>
</svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
}
