/** What an answer about a document that AWS did not accept says of every mistake in one; see document-mistakes.ts. */
export const REFUSED_DOCUMENT = {
  /** What the answer begins with. */
  headline: 'AWS refused the {name} because of how it’s written.',
  /** What to do before it is set again. */
  check: 'Check the corrected document before you set it.',
} as const
