/**
 * Language of a text that stands as its author wrote it, told by its script.
 *
 * @param otherwise what a text without Chinese characters is taken for
 */
export function languageOf(text: string, otherwise?: string): string | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : otherwise;
}
