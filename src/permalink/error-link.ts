import type { LinkProblem } from './link-messages'
import { linkProblem } from './link-problem'

/** The longest error that an address hands over, in characters. */
export const MAX_ERROR = 50_000

const NAME = 'error'

/** The value of `error`, spelled as scripts spell it: percent-encoded, with or without plus signs for spaces. */
function errorIn(parameters: string): string | null {
  const from = parameters.startsWith('?') || parameters.startsWith('#') ? parameters.slice(1) : parameters
  return new URLSearchParams(from).get(NAME)
}

/**
 * The error that an address hands over as `#error=…` or `?error=…`, so that scripts and runbooks can link to the app on
 * a message; null where it hands over none. In the fragment it never reaches a server, so that one goes first.
 */
export function errorInAddress(address: {
  readonly hash: string
  readonly search: string
}): { readonly error: string } | { readonly problem: LinkProblem } | null {
  const error = errorIn(address.hash) ?? errorIn(address.search)
  if (error === null || error.trim() === '') return null
  if (error.length > MAX_ERROR)
    return { problem: linkProblem('error-too-long', { length: error.length, limit: MAX_ERROR }) }
  return { error }
}

/** The fragment that opens the app on an error. */
export function errorFragment(error: string): string {
  return `#${new URLSearchParams({ [NAME]: error }).toString()}`
}
