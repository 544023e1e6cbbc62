import { ARN_OF, labelledArn } from '../../iam/arn-in-text'
import { lastInPath, parseArn, roleArnOfSession } from '../../iam/arn'
import { printedCallers } from '../../iam/printed-identities'
import { onlyOne } from '../../text/only-one'
import { someValues } from '../observe'
import { disagreement, type FindPair } from './pair-finder'
import { placeAt, placesOf } from './text-places'

/** Whom a cluster lets in: by its ConfigMap, or by access entries. */
const MAPPED = labelledArn(String.raw`["']?\b(?:rolearn|userarn|principalArn)`, 'identity')

/** An account with the name of a role or user: the path is another row’s. */
const keyOf = (arn: string): string => `${parseArn(arn)?.account ?? ''} ${lastInPath(arn).toLowerCase()}`

/** Who is printed to call is none of those whom the cluster lists. */
export const unmappedCaller: FindPair = ({ text }) => {
  const caller = onlyOne(printedCallers(text))
  const mapped = placesOf(text, MAPPED)
  const [first] = mapped
  if (caller === undefined || first === undefined) return null
  const arn = roleArnOfSession(caller) ?? caller
  if (mapped.some(({ value }) => keyOf(value) === keyOf(arn))) return null
  const at = text.indexOf(caller)
  if (at < 0) return null
  const there = someValues([...new Set(mapped.map(({ value }) => value))])
  return disagreement(placeAt(text, arn, at), first, { there })
}

/** A role in a table of mapped identities, or as an entry that a tool printed, with its path. */
const MAPPED_WITH_PATH = new RegExp(
  String.raw`\b(?:rolearn["']?\s{0,3}[:=]\s{0,3}["']?|identitymapping\s[^\n]{0,200}--arn[= ])(${ARN_OF.role})`,
  'gi',
)

/** Who is printed to call is mapped by a ConfigMap, which takes no path, by the ARN with the path. */
export const mappedWithPath: FindPair = ({ text }) => {
  const caller = onlyOne(printedCallers(text))
  const arn = caller === undefined ? null : (roleArnOfSession(caller) ?? caller)
  if (caller === undefined || arn === null || !arn.includes(':role/')) return null
  const of = placesOf(text, MAPPED_WITH_PATH).filter(({ value }) => keyOf(value) === keyOf(arn))
  const [first] = of
  const plain = `${arn.slice(0, arn.indexOf(':role/'))}:role/${lastInPath(arn)}`
  if (first === undefined || of.some(({ value }) => value === plain)) return null
  return disagreement(placeAt(text, plain, text.indexOf(caller)), first)
}
