import { bracketEnd } from '../../text/bracket-end'
import { escaped } from '../../text/escaped'
import { disagreement, type FindPair } from './pair-finder'
import { placesOf, withoutPolicies, type TextPlace } from './text-places'

const LONGEST = 4_000
const EXTERNAL_ID = /(?<![a-z])external[-_]?id(?![a-z])/i

/** Brackets that are looked at for the one around a place. */
const MOST_OPEN = 20

/** What stands around a place: the block between brackets, or the section of a file. */
function around(text: string, { at }: TextPlace): string {
  let open = text.lastIndexOf('{', at)
  for (let tried = 0; open >= 0 && tried < MOST_OPEN; tried += 1) {
    const end = bracketEnd(text, open + 1, LONGEST)
    if (end !== null && end > at) return text.slice(open, end)
    open = open === 0 ? -1 : text.lastIndexOf('{', open - 1)
  }
  const section = text.lastIndexOf('\n[', at)
  const from = Math.max(section, text.lastIndexOf('\n\n', at))
  return text.slice(Math.max(0, from), at) + (text.slice(at).split(/\n\s{0,8}(?:\n|\[)/, 1)[0] ?? '')
}

/** The same role is assumed in two places of a configuration, in one with an external ID and in the other without. */
export const idInOnePlace: FindPair = ({ text, action, resource }) => {
  if (action?.toLowerCase() !== 'sts:assumerole' || resource === null || !resource.startsWith('arn:')) return null
  const rest = withoutPolicies(text)
  const set = new RegExp(
    `(?<![a-z])role[-_]?arn["']?\\s{0,20}[:= ]\\s{0,3}["']?(${escaped(resource)})(?![\\w/+=,.@-])`,
    'gi',
  )
  const places = placesOf(rest, set)
  const withId = places.find((one) => EXTERNAL_ID.test(around(rest, one)))
  const without = places.find((one) => !EXTERNAL_ID.test(around(rest, one)))
  return withId === undefined || without === undefined ? null : disagreement(without, withId)
}
