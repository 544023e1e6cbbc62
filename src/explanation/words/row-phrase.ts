import type { Facts } from '../../knowledge/knowledge'
import { fill } from '../../knowledge/observe'
import { type Words, code, join, type Phrase } from '../messages/words'

const GAP = /\{([a-z]{1,30})\}/gi

const CODE = /`([^`]{1,400})`|\{[a-z]{1,30}\}/gi

/** A sentence of the tables as a phrase: what stands in backticks, and what fills a gap, is code. */
export const rowPhrase = (template: string, facts: Facts): Phrase => {
  const parts: (string | Words)[] = []
  let from = 0
  for (const { 0: whole, 1: quoted, index } of template.matchAll(CODE)) {
    parts.push(template.slice(from, index), code(withBlanks(fill(quoted ?? whole, facts))))
    from = index + whole.length
  }
  return join(...parts, template.slice(from))
}

/** Gaps that nothing fills as blanks with a name, as in every other statement: `{ownerId}` is `<owner id>`. */
export const withBlanks = (text: string): string =>
  text.replace(GAP, (_, name: string) => `<${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}>`)
