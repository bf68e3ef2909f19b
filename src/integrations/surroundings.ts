import { lstatSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkProjectFolder } from '../lib/project-folder.ts';

/** The build empties its folder: one that is a link, or no folder at all, is not its own. */
function checkOutFolder(outDir: URL): void {
  const path = fileURLToPath(outDir).replace(/[/\\]$/u, '');
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== false) return;
  throw new Error(
    `${path}: found a link or a file; expected a folder, which the build empties, or nothing\n    hint: remove it`,
  );
}

/** Before the build: what stands around the project neither breaks it nor makes another site of it. */
export function surroundings(): AstroIntegration {
  return {
    name: 'surroundings',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        checkProjectFolder(fileURLToPath(config.root));
        if (command !== 'build') return;
        checkOutFolder(config.outDir);
        // Of a shell that is set up for something else.
        process.env['NODE_ENV'] = 'production';
      },
    },
  };
}
