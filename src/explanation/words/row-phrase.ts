import type { Facts } from '../../knowledge/knowledge'
import { messageIfKnown } from '../../text/message'
import { code, type Phrase } from '../../text/phrase'

const GAP = /(?<!\$)\{([a-z]{1,30})\}/gi

/** What a blank is called where the gap's own name tells how the text led to it. */
const CALLED: Readonly<Record<string, string>> = {
  givenRole: 'role',
  assumedRole: 'role',
  keyId: 'key',
  givenKey: 'key',
}

const blank = (name: string): string =>
  `<${(Object.hasOwn(CALLED, name) ? CALLED[name]! : name).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}>`

/** A sentence of the tables as a phrase: what stands in backticks, and what fills a gap, is code. */
export const rowPhrase = (template: string, facts: Facts): Phrase => {
  const gaps = [...template.matchAll(GAP)].map(([, name]) => [name!, code(blank(name!))])
  const known = Object.entries(facts).map(([name, text]) => [name, code(withBlanks(text))])
  return messageIfKnown(template, Object.fromEntries([...gaps, ...known])) ?? []
}

/** Gaps that nothing fills as blanks with a name, as in every other statement: `{ownerId}` is `<owner id>`. */
export const withBlanks = (text: string): string => text.replace(GAP, (_, name: string) => blank(name))
