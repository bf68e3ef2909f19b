/**
 * Arguments of Node for a command of Astro's in the folder of the project or of a copy: with the settings that the
 * npm scripts hand to it, so that it asks no other host.
 */
export const ASTRO: readonly string[] = ['--env-file=scripts/astro.env', 'node_modules/astro/bin/astro.mjs'];
