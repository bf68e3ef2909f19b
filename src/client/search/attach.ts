/**
 * What `import()` gets of the dialog. The dialog itself is part of a chunk that other scripts use, too; to import it from
 * there takes a wrapper, which would be one file more to download.
 */
export { attach } from './dialog.ts';
