import { isAccountId, splitArn, WHOLE_ARN } from '../../iam/arn'
import { REGION_NAME } from '../../iam/regions-in-text'
import { onlyOne } from '../../text/only-one'
import type { Observation } from '../knowledge'
import { arnDifference } from './arn-differences'
import { disagreement, type FindPair } from './pair-finder'
import { placeAt, placesOf, withoutPolicies, type TextPlace } from './text-places'

/** What says that something isn't there, with its name and the account in which it was looked for. */
const NOT_UNDER = /\b(?:[Ss]tream|[Tt]able|[Qq]ueue|[Tt]opic)\s["'`]?([\w.-]{1,128})["'`]?\sunder account\s(\d{12})\b/

/** The ARNs of the line of an error, and those of the rest of the text beside its policies. */
function arnsOf({ text, denial }: Observation): {
  readonly rest: string
  readonly start: number
  readonly line: string
  readonly own: readonly TextPlace[]
  readonly others: readonly TextPlace[]
} {
  const rest = withoutPolicies(text)
  const [from, to] = denial?.span ?? [0, 0]
  const start = rest.lastIndexOf('\n', Math.max(0, from - 1)) + 1
  const end = rest.indexOf('\n', to)
  const line = rest.slice(start, end < 0 ? rest.length : end)
  const arns = placesOf(rest, WHOLE_ARN)
  const isOwn = ({ at }: TextPlace): boolean => at >= start && at < start + line.length
  return { rest, start, line, own: arns.filter(isOwn), others: arns.filter((one) => !isOwn(one)) }
}

/** The thing of another account or Region that a text names beside one that isn't there. */
export const unlikeElsewhere: FindPair = (seen) => {
  const { rest, start, line, own, others } = arnsOf(seen)
  const [asked] = own
  if (asked !== undefined) {
    const other = others.find(({ value }) => /^(?:account|region)$/.test(arnDifference(asked.value, value)?.part ?? ''))
    const isThere = others.some(({ value }) => value === asked.value)
    return other === undefined || isThere ? null : disagreement(asked, other)
  }
  const [found, name = '', account = ''] = NOT_UNDER.exec(line) ?? []
  if (found === undefined) return null
  const named = others.filter(({ value }) => splitArn(value)?.[5].split(/[/:]/).at(-1) === name)
  const [other] = named
  const owner = onlyOne(named.map(({ value }) => splitArn(value)?.[4] ?? ''))
  if (other === undefined || owner === undefined || !isAccountId(owner) || owner === account) return null
  return disagreement(placeAt(rest, `${name} (${account})`, start + line.indexOf(found)), other)
}

/** What is in several Regions on purpose. */
const IN_SEVERAL =
  /\breplicas?\b|\breplicat|\bmrk-|\bglobal table|\bmulti-?region|\bfailover|\bsecondary|\bprimary\b|\bcross-region/i

/** Where an ARN is set for a program: behind a name, or as an option. */
const isSet = (text: string, { at }: TextPlace): boolean =>
  /(?:[\w.-]{2,60}["']?\s{0,4}[:=]\s{0,3}["']?|--[a-z-]{2,40}\s["']?)$/.test(text.slice(Math.max(0, at - 70), at))

/** What was asked for is set for the program in another Region: the program’s client works in the wrong one. */
export const inAnotherRegion: FindPair = (seen) => {
  const { resource, text } = seen
  if (resource === null || IN_SEVERAL.test(text)) return null
  const { rest, own, others } = arnsOf(seen)
  const asked = own.find(({ value }) => value === resource)
  const differing = others.filter((one) => arnDifference(resource, one.value)?.part === 'region' && isSet(rest, one))
  const [other] = differing
  const isOne = onlyOne(differing.map(({ value }) => value)) !== undefined
  if (asked === undefined || other === undefined || !isOne) return null
  return others.some(({ value }) => value === resource) ? null : disagreement(asked, other)
}

const REFUSED_IN = new RegExp(String.raw`\bfailed the check in region\s(${REGION_NAME})`, 'gi')
const LOOKED_AT = new RegExp(
  String.raw`\baws\ssesv?2?\s[^\n]{0,200}--region[= ](${REGION_NAME})|\barn:aws[\w-]{0,12}:ses:(${REGION_NAME}):\d{12}:identity\/`,
  'g',
)

/** SES looked for an identity in one Region, and a text shows identities of another one. */
export const verifiedElsewhere: FindPair = ({ text }) => {
  const [asked] = placesOf(text, REFUSED_IN)
  const there = placesOf(text, LOOKED_AT)
  const [first] = there
  const region = asked?.value.toLowerCase() ?? ''
  if (asked === undefined || first === undefined || there.some(({ value }) => value === region)) return null
  return onlyOne(there.map(({ value }) => value)) === undefined
    ? null
    : disagreement({ ...asked, value: region }, first)
}
