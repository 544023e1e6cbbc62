/** How far before a name what it is written in is looked for. */
const FARTHEST = 4_000

const OPENS = '{[('
const CLOSES = '}])'
const QUOTES = '"\'`'

/** What opens a bracket in source code: a call of a member or a constructor, an object that is declared or returned. */
const OF_CODE =
  /(?:\bnew [\w.]{1,80}|\.[A-Za-z_]\w{0,60}|\b(?:const|let|var|val|final) [\w$: .]{1,80}= ?(?:await )?[\w.]{0,80}|\breturn ?[\w.]{0,80})\s?$/

/** A declaration, before its name. */
const DECLARES = /\b(?:const|let|var|val|final)\s{1,3}$/

const before = (text: string, at: number): string => text.slice(Math.max(0, at - 200), at)

/** Where the quotes open that close at a place; the place itself where none on the line does. */
function quoteStart(text: string, at: number): number {
  const start = text.lastIndexOf(text.charAt(at), at - 1)
  return start < 0 || text.slice(start, at).includes('\n') ? at : start
}

/**
 * Is a place of a text within source code, so that a word without quotes names a variable there and is no value? Decided by
 * the brackets around it: what programs print of their calls has brackets too, but no member and no declaration before them.
 */
function isInCode(text: string, place: number): boolean {
  if (DECLARES.test(before(text, place))) return true
  let depth = 0
  for (let at = place - 1; at >= Math.max(0, place - FARTHEST); at--) {
    const char = text.charAt(at)
    if (QUOTES.includes(char)) at = quoteStart(text, at)
    else if (CLOSES.includes(char)) depth += 1
    else if (OPENS.includes(char) && depth > 0) depth -= 1
    else if (OPENS.includes(char) && OF_CODE.test(before(text, at))) return true
  }
  return false
}

/** A name as source code has it, with what it is a member of; what is a value in every language is none. */
const NAME = /^(?!(?:true|false|null|none|nil|undefined)$)[a-z_$][\w$]*(?:\.[a-z_$][\w$]*)*$/i

/** Does a word without quotes at a place name something else than itself: a variable of source code? */
export const isNameInCode = (word: string, text: string, at: number): boolean => NAME.test(word) && isInCode(text, at)
