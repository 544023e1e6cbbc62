/** What follows the payload of a link: "&" and names with values, of which unknown ones are passed over. */
const PARTS = '&'

const STEP = 'step'

/** The fragment of a link without what follows its payload. */
export function linkAlone(fragment: string): string {
  const at = fragment.indexOf(PARTS)
  return at < 0 ? fragment : fragment.slice(0, at)
}

/** The step that a link asks for, from 1: a gate of a case, a card of a deck. Null where it asks for none. */
export function stepOf(fragment: string): number | null {
  const parts = fragment.slice(linkAlone(fragment).length).split(PARTS)
  const value = parts.find((part) => part.startsWith(`${STEP}=`))?.slice(STEP.length + 1) ?? ''
  return /^[1-9]\d{0,2}$/.test(value) ? Number(value) : null
}

/** The link to a step, from 1; null: the link to the whole. */
export function linkToStep(fragment: string, step: number | null): string {
  return linkAlone(fragment) + (step === null ? '' : `${PARTS}${STEP}=${String(step)}`)
}
