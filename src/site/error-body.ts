import type { CodeEntry } from '../catalog/entry.ts';

/**
 * The error body as the API sends it (the vendor's document, section 错误响应Body体格式说明):
 * a list with one object of errorCode, errorMessage, detail.
 */
export function errorBody(entry: CodeEntry): string {
  const [message = ''] = entry.messages;
  return JSON.stringify([{ errorCode: entry.code, errorMessage: message, detail: '' }], null, 4);
}
