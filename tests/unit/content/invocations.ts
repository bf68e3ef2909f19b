/** Which programs a shell script runs, with what words: as much of the shell's grammar as the site's commands use. */

export interface Invocation {
  /** Of the script, from 0. */
  readonly line: number;
  /** The program and its words, without quotation marks; an expansion stands as it is written. */
  readonly words: readonly string[];
}

/** Words that may stand before the program that a command runs. */
const BEFORE = /^(?:if|then|else|elif|while|until|do|!|\{|time|sudo|env|xargs|exec|timeout|-.*|\d+|\w+=.*)$/u;

class Reader {
  readonly found: Invocation[] = [];
  readonly #script: string;
  #at = 0;
  #words: string[] = [];
  #word: string | undefined;
  /** Where the command began that is being read. */
  #start = 0;
  /** Whether the next word is the file of a redirection. */
  #isTarget = false;

  constructor(script: string) {
    this.#script = script;
  }

  /** Reads up to `end`, the bracket that closes a substitution, or up to the end of the script. */
  read(end = ''): void {
    for (;;) {
      const rest = this.#script.slice(this.#at);
      if (rest === '' || (end !== '' && rest.startsWith(end))) break;
      this.#step(rest);
    }
    this.#endCommand();
    this.#at += end.length;
  }

  #step(rest: string): void {
    const [blank = ''] = /^(?:[ \t]|\\\n)+/u.exec(rest) ?? [];
    const [comment = ''] = this.#word === undefined ? (/^#.*/u.exec(rest) ?? []) : [];
    const [redirection = ''] = /^&?[<>]+&?(?!\()/u.exec(rest) ?? [];
    const [separator = ''] = /^[\n;|&()]+/u.exec(rest) ?? [];
    this.#at += (blank || comment || redirection || separator).length;
    if (blank) this.#endWord();
    else if (redirection) this.#redirect();
    else if (separator) this.#endCommand();
    else if (!comment) this.#readWord(rest);
  }

  #readWord(rest: string): void {
    if (this.#words.length === 0 && this.#word === undefined) this.#start = this.#at;
    const [single] = /^'[^']*'/u.exec(rest) ?? [];
    if (single !== undefined) this.#add(single.slice(1, -1), single.length);
    else if (rest.startsWith('"')) this.#readQuoted();
    else if (/^[$<>]\((?!\()/u.test(rest)) this.#substitute(rest.indexOf('(') + 1);
    else this.#readPlain(rest);
  }

  #readPlain(rest: string): void {
    const [plain = rest.slice(0, 1)] = /^(?:\$\(\(.*?\)\)|\$\{[^}]*\}|\\.)/su.exec(rest) ?? [];
    this.#add(plain.replace(/^\\/u, ''), plain.length);
  }

  #readQuoted(): void {
    this.#add('', 1);
    for (let rest = this.#script.slice(this.#at); rest !== ''; rest = this.#script.slice(this.#at)) {
      if (rest.startsWith('"')) break;
      if (/^\$\((?!\()/u.test(rest)) this.#substitute(2);
      else this.#readPlain(rest);
    }
    this.#at += 1;
  }

  /** Reads a command within a word as one of its own. */
  #substitute(length: number): void {
    const inner = new Reader(this.#script);
    inner.#at = this.#at + length;
    inner.read(')');
    this.found.push(...inner.found);
    this.#add('$()', inner.#at - this.#at);
  }

  #add(text: string, length: number): void {
    this.#word = (this.#word ?? '') + text;
    this.#at += length;
  }

  #redirect(): void {
    if (!/^\d$/u.test(this.#word ?? '')) this.#endWord();
    this.#word = undefined;
    this.#isTarget = true;
  }

  #endWord(): void {
    if (this.#word === undefined) return;
    if (!this.#isTarget) this.#words.push(this.#word);
    this.#isTarget = false;
    this.#word = undefined;
  }

  #endCommand(): void {
    this.#endWord();
    const first = this.#words.findIndex((word) => !BEFORE.test(word));
    const line = this.#script.slice(0, this.#start).split('\n').length - 1;
    if (first !== -1) this.found.push({ line, words: this.#words.slice(first) });
    this.#words = [];
    this.#isTarget = false;
  }
}

/** Every program that a script runs, those within substitutions included. */
export function invocationsIn(script: string): readonly Invocation[] {
  const reader = new Reader(script);
  reader.read();
  return reader.found;
}
