/** How a text is indented, in the editor's terms. */
export interface Indentation {
  readonly insertSpaces: boolean
  readonly tabSize: number
}

/** The first indented line stands within so many characters. */
const LOOKED_AT = 4_000

/** The step of a text's indentation, as its first indented line has it; two spaces where none is. */
export function indentationOf(text: string): Indentation {
  const [, blank = '  '] = /^(\t| {1,8})(?=[^ \t\r\n])/m.exec(text.slice(0, LOOKED_AT)) ?? []
  return blank === '\t' ? { insertSpaces: false, tabSize: 2 } : { insertSpaces: true, tabSize: blank.length }
}
