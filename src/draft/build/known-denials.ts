import type { Denial } from '../../denial/denial'
import { parseDenials } from '../../denial/parse-denials'

/** So many texts are remembered with what was read of them: a text is asked about at every step from paste to answer. */
const REMEMBERED = 4

const remembered = new Map<string, readonly Denial[]>()

/** Takes over what was read of a text elsewhere, so that it is not read again. */
export function rememberDenials(text: string, denials: readonly Denial[]): void {
  remembered.delete(text)
  remembered.set(text, denials)
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest)
}

/** What is remembered of a text; null: it was not read lately. */
export const knownDenials = (text: string): readonly Denial[] | null => remembered.get(text) ?? null

/** Lets go of all texts. */
export const forgetDenials = (): void => remembered.clear()

/** The denials of a text, read once as long as it is asked about; otherwise as `parseDenials` gives them. */
export function denialsOf(text: string): readonly Denial[] {
  const denials = knownDenials(text) ?? parseDenials(text)
  rememberDenials(text, denials)
  return denials
}
