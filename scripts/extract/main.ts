import { main } from './extract.ts';

// `npm run extract | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const { stdout, stderr } = process;
process.exitCode = main(process.argv.slice(2), { root: process.cwd(), stdout, stderr });
