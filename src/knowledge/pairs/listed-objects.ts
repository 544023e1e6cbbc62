import { lastInPath, keyOfObject } from '../../iam/arn'
import type { SituationId } from '../../facts/situations/situations'
import { onlyOne } from '../../text/only-one'
import { areNear, disagreement, type FindPair } from './pair-finder'
import { placeAt, placesOf, type TextPlace } from './text-places'

/** Reads of an object, and what S3 asks for in their place where the key is not there. */
const READS: ReadonlySet<string> = new Set(['s3:getobject', 's3:headobject', 's3:getobjectversion', 's3:listbucket'])

/** A service found no object. */
const MISSING: readonly SituationId[] = ['media-input-missing', 'not-found']

/** An object by its address; what ends in a slash is a folder. */
const ADDRESS = /\bs3[an]?:\/\/[a-z\d][\w.-]{1,61}\/([^\s"'\]),;<>]{1,500})/g

/** What `aws s3 ls` prints of an object, and a key as other commands print it. */
const LISTED = [
  /^\d{4}-\d\d-\d\d\s\d\d:\d\d:\d\d\s{1,20}\d{1,15}\s(\S[^\n]{0,300}\S)\s{0,4}$/gm,
  /["']Key["']\s{0,3}:\s{0,3}["']([^"'\n]{1,300})["']/g,
]

const nameOf = (place: TextPlace): TextPlace => ({ ...place, value: lastInPath(place.value) })

/** The object that the call asks for, and one of nearly the same name in a list that a command printed. */
export const unlikeTheListed: FindPair = ({ text, denial, action, resource }) => {
  const isMissing = denial?.situation !== undefined && MISSING.includes(denial.situation)
  if (denial === null || !(isMissing || READS.has(action?.toLowerCase() ?? ''))) return null
  const listed = LISTED.flatMap((form) => placesOf(text, form)).map(nameOf)
  if (listed.length === 0) return null
  const [from, to] = denial.span
  const key = keyOfObject(resource ?? '')
  const at = key === null ? -1 : text.indexOf(key)
  const own = placesOf(text, ADDRESS)
    .map((one) => ({ ...one, value: one.value.replace(/[.:]{1,3}$/, '') }))
    .filter(({ at: place, value }) => !value.endsWith('/') && place >= from - 400 && place <= to + 400)
  const asked = (at >= 0 && key !== null ? [placeAt(text, key, at)] : own).map(nameOf)
  const [first] = asked
  if (first === undefined || onlyOne(asked.map(({ value }) => value)) === undefined) return null
  if (listed.some(({ value }) => value === first.value)) return null
  const other = listed.find(({ value }) => areNear(first.value, value))
  return other === undefined ? null : disagreement(first, other)
}
