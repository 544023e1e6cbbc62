import { lastInPath, parseArn, roleArnOfSession } from '../../iam/arn'
import { printedCallers } from '../../iam/printed-identities'
import { onlyOne } from '../../text/only-one'
import { someValues } from '../observe'
import { disagreement, type FindPair } from './pair-finder'
import { placeAt, placesOf } from './text-places'

/** Whom a cluster lets in: by its ConfigMap, or by access entries. */
const MAPPED =
  /["']?\b(?:rolearn|userarn|principalArn)["']?\s{0,3}[:=]\s{0,3}["']?(arn:aws[\w-]{0,12}:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]{1,512})/gi

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
