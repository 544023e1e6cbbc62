import { applyEdits, format } from 'jsonc-parser'

/** Lays out JSON text over lines, two blanks a level. Tokens stay as they are, duplicates and comments too. */
export function formatJson(text: string): string {
  return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }))
}
