import { deedOf, INSTEAD, OF_S3, wordedThings, type WordedThing } from './worded-things'

/** Words that something failed, and a verb with what it is about. */
const FAILED =
  /\b(?:errors?|fail(?:ed|ure|s|ing)?|unable|can(?:not|['\u2019]?t)|could(?:\snot|n['\u2019]t)|not\sable|while|when)\s(?:(?:to|while|when|in|on|occurred\swhile|trying\sto|attempting\sto)\s){0,2}(?<verb>(?!fail|unable|error)[a-z]{3,12})\s(?<words>[^\n:;,"'`=\\()]{3,80})/gi

/** A verb with what it is about, and that it failed. */
const FAILS =
  /\b(?<verb>(?:upload|download|fetch|list|read|sav|stor|push|writ|delet|putt)ing)(?<words>(?:\s[\w./'-]{1,40}){0,3}?)(?:\shas)?(?:\sfailed\b|:\s(?:received|error|failed)\b)/gi

/** Where what a verb is about ends: what follows is where it is, and not what. */
const ENDS = /\s(?:of|for|from|to|in|into|on|at|with|by|using|via|because|due|after|before)\s(?!path\b)/i

/** What a program says that it could not do, with the action that this needs. */
export interface WordedDeed {
  readonly start: number
  readonly end: number
  readonly service: string
  readonly action: string
}

/** How much of what stands round it is looked through for the name of a service. */
const NEAR = 400

interface NamedThing {
  readonly thing: WordedThing
  readonly at: number
  readonly name: string
}

/** The first of the kinds of things that some words name; of two at one place the one with the longer name. */
function firstThing(words: string, near: string): NamedThing | null {
  let best: NamedThing | null = null
  for (const thing of wordedThings()) {
    const found = thing.pattern.exec(words)
    if (found === null || thing.sign?.test(near) === false) continue
    const { 0: name, index: at } = found
    if (best === null || at < best.at || (at === best.at && name.length > best.name.length)) best = { thing, at, name }
  }
  return best
}

/** The action that a verb and the words behind it need, as far as one of the kinds of things tells. */
function deedIn(verb: string, behind: string, near: string): Omit<WordedDeed, 'start' | 'end'> | null {
  const deed = deedOf(verb.toLowerCase())
  if (deed === undefined) return null
  const [words = ''] = behind.split(ENDS, 1)
  const found = firstThing(words, near)
  if (found === null) return null
  const { thing, name: called } = found
  const instead = INSTEAD[deed]
  // Who reads many lists them; objects of S3 are read one by one.
  const first = deed === 'read' && called.endsWith('s') && thing.service !== 's3' ? 'list' : deed
  const names = [first, deed, ...(instead === undefined ? [] : [instead])]
  const name = names.flatMap((one) => thing.actions.get(one) ?? [])[0]
  return name === undefined ? null : { service: thing.service, action: `${thing.service}:${name}` }
}

const MOST = 200

/** What the programs of a text say that they could not do. */
export function wordedDeeds(text: string): readonly WordedDeed[] {
  const found = [...text.matchAll(FAILED), ...text.matchAll(FAILS)].slice(0, MOST).flatMap((match) => {
    const { 0: all, index, groups } = match
    const { verb = '', words = '' } = groups ?? {}
    const near = text.slice(Math.max(0, index - NEAR), index + all.length + NEAR)
    const isShort = words.trim() === '' && OF_S3.test(near)
    const told = deedIn(verb, isShort ? 'object' : words, near)
    return told === null ? [] : [{ start: index, end: index + all.length, ...told }]
  })
  return found.toSorted((one, other) => one.start - other.start)
}
