import type { Span } from '../text/span'

/** JSON that stands in a text in another coding, with its place. */
export interface DecodedText {
  readonly text: string
  readonly span: Span
}

const ESCAPED = /\{(?:\\n|\\t|\s)*\\"(?:Version|Id|Statement|PolicyDocument|RoleName|UserName|Policy)\\"/
const LONGEST_ENCODED = 1_000_000

/** Percent-encoded JSON alone, as the IAM API sends a document. */
function percentDecoded(text: string): DecodedText | null {
  const trimmed = text.trim()
  if (!/^(?:%7B|%5B)[^\s{"]+$/i.test(trimmed)) return null
  try {
    const start = text.indexOf(trimmed)
    return { text: decodeURIComponent(trimmed), span: [start, start + trimmed.length] }
  } catch {
    return null
  }
}

/** JSON whose quotes are escaped, as it stands inside a string of a log line or a program. */
function unescaped(text: string): DecodedText | null {
  const start = ESCAPED.exec(text)?.index ?? -1
  const end = text.lastIndexOf('}') + 1
  if (start < 0 || end <= start) return null
  const written = text.slice(start, end).replaceAll(/\r?\n/g, ' ').replaceAll('\t', ' ')
  try {
    return { text: JSON.parse(`"${written}"`) as string, span: [start, end] }
  } catch {
    return null
  }
}

/** The JSON behind a text that is coded as a whole; null where it is not. */
export function decodeText(text: string): DecodedText | null {
  return text.length > LONGEST_ENCODED ? null : (percentDecoded(text) ?? unescaped(text))
}
