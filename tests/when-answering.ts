import type { ChildProcess } from 'node:child_process';

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

/**
 * Waits until a server that was just started answers.
 *
 * @param words what the server has said so far
 * @throws Error with the server's words when it ends or stays silent for five seconds
 */
export async function whenAnswering(url: string, server: ChildProcess, words: () => string): Promise<void> {
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (server.exitCode !== null || tries === 50) throw new Error(`${url} does not answer:\n${words()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
