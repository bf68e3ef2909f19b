import { isUtf8 } from 'node:buffer';
import type { Report } from '../../../src/lib/problem.ts';

/**
 * Bytes of a document as lines, without their line ends. A line ends at LF, CRLF or a CR alone, in any mix, as in
 * CommonMark; a byte order mark is dropped.
 *
 * @returns undefined, with a problem that names line and byte, when the bytes are not UTF-8 text
 */
export function decodeLines(bytes: Uint8Array, report: Report): string[] | undefined {
  if (!isUtf8(bytes)) {
    const offset = firstInvalidByte(bytes);
    const before = Buffer.from(bytes.subarray(0, offset)).toString('utf8');
    const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    report({
      line: splitLines(before).length,
      message: `found byte 0x${byte} at offset ${offset}, which is no UTF-8; expected a document in UTF-8`,
      hint: isUtf16(bytes)
        ? 'save the document as UTF-8: it begins as UTF-16 does'
        : 'save the document as UTF-8 (Chinese documents in another encoding are mostly GB18030)',
    });
    return undefined;
  }
  const lines = splitLines(new TextDecoder('utf-8').decode(bytes));
  const nul = lines.findIndex((line) => line.includes('\0'));
  if (nul >= 0) {
    report({
      line: nul + 1,
      message: 'found a NUL character; expected text',
      hint: 'the file is damaged, or not text, or UTF-16: get it again, or save it as UTF-8',
    });
    return undefined;
  }
  return lines;
}

/** Whether the bytes begin with a byte order mark of UTF-16. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Offset of the first byte that no valid UTF-8 can have there. Decoding replaces it, so encoding again differs. */
function firstInvalidByte(bytes: Uint8Array): number {
  const again = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), 'utf8');
  const offset = again.findIndex((byte, index) => byte !== bytes[index]);
  return offset < 0 ? bytes.length : offset;
}
