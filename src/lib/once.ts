/** A function whose answer to an argument is made once and then kept, e.g. for a build. */
export function once<Argument, Answer>(make: (argument: Argument) => Answer): (argument: Argument) => Answer {
  const answers = new Map<Argument, Answer>();
  return (argument) => {
    const answer = answers.has(argument) ? (answers.get(argument) as Answer) : make(argument);
    answers.set(argument, answer);
    return answer;
  };
}
