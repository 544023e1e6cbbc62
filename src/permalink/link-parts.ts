/** What follows the payload of a link: "&" and names with values, of which unknown ones are passed over. */
const PARTS = '&'

const STEP = 'step'
const TRIES = 'tries'
const REPAIRS = 'repairs'

/** The fragment of a link without what follows its payload. */
export function linkAlone(fragment: string): string {
  const at = fragment.indexOf(PARTS)
  return at < 0 ? fragment : fragment.slice(0, at)
}

/** The value of a part of that name; empty where there is none. */
function partOf(fragment: string, name: string): string {
  const parts = fragment.slice(linkAlone(fragment).length).split(PARTS)
  return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

/** What a learner hands in with the link of an exercise: the answers in the order of the tries; empty where nothing is. */
export const triesOf = (fragment: string): string => partOf(fragment, TRIES)

/** And what became of each repair; empty where none was tried. */
export const repairsOf = (fragment: string): string => partOf(fragment, REPAIRS)

/** The link of an exercise with what a learner answered, and what became of each repair. */
export const linkWithTries = (fragment: string, tries: string, repairs = ''): string =>
  `${linkAlone(fragment)}${PARTS}${TRIES}=${tries}${repairs === '' ? '' : `${PARTS}${REPAIRS}=${repairs}`}`

/** The step that a link asks for, from 1: a gate of a case, a card of a deck. Null where it asks for none. */
export function stepOf(fragment: string): number | null {
  const value = partOf(fragment, STEP)
  return /^[1-9]\d{0,2}$/.test(value) ? Number(value) : null
}

/** The link to a step, from 1; null: the link to the whole. */
export function linkToStep(fragment: string, step: number | null): string {
  return linkAlone(fragment) + (step === null ? '' : `${PARTS}${STEP}=${String(step)}`)
}
