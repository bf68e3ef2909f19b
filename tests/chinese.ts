/** Chinese, and the punctuation that goes with it. */
export const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d]+/gu;

/** As many words one after the other make a sentence; a name has fewer. */
export const ENGLISH_SENTENCE = /(?:\b[A-Za-z][a-z’']* ){4}[a-z]+\b/u;
