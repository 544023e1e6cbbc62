import { howDenied } from '../denial/denial'
import { limiterOf } from '../facts/service-sessions'
import { ANY_PART } from '../iam/any-part'
import { accountOfArn, firstInPath, isAccountId, regionOfArn, resourcePart } from '../iam/arn'
import { regionsInNames } from '../iam/regions-in-text'
import { listsForKind, tagLists } from '../iam/tags-in-text'
import {
  foreignWriter,
  isUnconditionallyOpen,
  isWholeApiOpen,
  letsInEverybody,
  originIdentityAlone,
  roleSparedAlone,
  isSurelyAllowed,
} from './given-policies'
import type { Clue, Observation } from './knowledge'
import { shownBy } from './find-shown-facts'
import type { ShownFactId } from './shown-facts'
import { addressLetIn, listedAddress } from './listed-address'
import { listedEndpoint } from './listed-endpoint'

const textClue = (text: string | null | undefined): readonly Clue[] | null =>
  text === null || text === undefined ? null : [{ kind: 'text', text }]

const isLimited = ({ principal, text }: Observation): boolean => limiterOf(principal ?? '', text) !== null

/** What shows a caller who may do everything. */
const ADMINISTRATOR: ReadonlySet<ShownFactId> = new Set<ShownFactId>([
  'caller-allows-all',
  'caller-named-admin',
  'admins-refused-too',
])

const callerClue = ({ principal }: Observation): readonly Clue[] => [{ kind: 'caller', text: principal ?? '' }]

const isWithinAccount = ({ principal, resource }: Observation): boolean => {
  const account = accountOfArn(resource ?? '')
  return isAccountId(account) && accountOfArn(principal ?? '') === account
}

/** AWS's sentence of a refusal: who, and an action of which service. */
const REFUSED_ACTION = /\bUser: (arn:\S{10,300}) is not authorized to perform: ([a-z\d-]{2,30}):[A-Z]/g

/** Text that is looked through. */
const MOST_TEXT = 50_000

/**
 * What a row can ask for that no list of texts and patterns finds: what the policies given here, the caller or the record
 * show together. Each gives the clues that show it, none where that needs no words; null: it is not so.
 */
export const ROW_EVIDENCE = {
  /** The text shows an address that the policy of the resource, as it is given, lets off its Deny on other addresses. */
  'address let off': (seen) => textClue(listedAddress(seen)),
  /** An address of the text is in a range that an Allow of the resource's policy lists. */
  'address let in': (seen) => textClue(addressLetIn(seen)),
  /** The call sends tags, and none for the kind of thing that was refused. */
  'tags of another kind': ({ text, resource }) => {
    const sent = tagLists(text.slice(0, MOST_TEXT)).filter(({ of }) => of !== undefined)
    return listsForKind(sent, firstInPath(resourcePart(resource ?? ''))).length > 0 ? null : textClue(sent[0]?.written)
  },
  /** The call goes through a VPC endpoint that the policy of the API, as it is given, lets off its Deny on other endpoints. */
  'endpoint let off': (seen) => textClue(listedEndpoint(seen)),
  /** A policy of the resource lets in an origin access identity of CloudFront, and not CloudFront itself. */
  'origin identity alone': ({ policies }) => textClue(originIdentityAlone(policies)),
  /** A Deny given here spares the caller's role, by NotPrincipal, and not the session. */
  'role spared, not session': (seen) => {
    const role = roleSparedAlone(seen)
    return role === null ? null : [{ kind: 'test-written', text: `NotPrincipal: ${role}` }]
  },
  /** By the text, a caller who may do everything is refused here, and let through in another Region. */
  'administrator elsewhere': (seen) => {
    const shown = shownBy(seen)
    const isAdmin = shown.some(({ id }) => ADMINISTRATOR.has(id))
    return isAdmin ? textClue(shown.find(({ id }) => id === 'works-in-another-region')?.text) : null
  },
  /** The text names Regions, and none of them is that of what is asked for. */
  'works in another Region': ({ text, resource }) => {
    const own = regionOfArn(resource ?? '')
    const others = new Set(regionsInNames(text.replaceAll(resource ?? '', '')))
    return own === '' || others.size === 0 || others.has(own) ? null : textClue([...others][0])
  },
  /** An identity-based policy given here surely allows what was asked for: on its resource or, where none is known, on each. */
  'surely allowed': (seen) => (isSurelyAllowed({ ...seen, resource: seen.resource ?? ANY_PART }) ? [] : null),
  /** AWS names no layer that refuses. */
  'no layer named': ({ denial }) => (denial === null || denial.layer === 'unknown' ? [] : null),
  /** Nothing says that versions are locked. */
  'no object lock': ({ text }) => (/\bcompliance\b|\bObjectLock(?:Enabled|Configuration)\b/i.test(text) ? null : []),
  /** The text shows a change of permissions right before, and AWS speaks of no Deny. */
  'changed right before': ({ denial }) =>
    howDenied(denial) === 'explicitDeny' ? null : textClue(denial?.changedBefore),
  /** The text shows that calls of several services are refused to the caller. */
  'several services refused': ({ text, principal }) => {
    const refused = [...text.slice(0, MOST_TEXT).matchAll(REFUSED_ACTION)].filter(([, who]) => who === principal)
    const services = new Set(refused.map(([, , service]) => service))
    return services.size > 1 ? [{ kind: 'text', text: [...services].join(', ') }] : null
  },
  /** The key is one that AWS manages. */
  'key of AWS': ({ keyOfAws }) => (keyOfAws ? [{ kind: 'key-of-aws', text: keyOfAws }] : null),
  /** The session is one for which a service writes the session policy. */
  'session of a service': (seen) => (isLimited(seen) ? callerClue(seen) : null),
  /** The session is none of these. */
  'session of no service': (seen) => (isLimited(seen) ? null : callerClue(seen)),
  /** What is asked for is known to be in the caller's own account. */
  'within account': (seen) => (isWithinAccount(seen) ? [] : null),
  /** It may be in another account, or that is not known. */
  'perhaps of another account': (seen) => (isWithinAccount(seen) ? null : []),
  /** No policy of the resource lets in everybody. */
  'not open to all': ({ policies }) => (letsInEverybody(policies) ? null : []),
  /** A policy of the resource lets in everybody, whatever is asked. */
  'open to all': ({ policies }) =>
    isUnconditionallyOpen(policies) ? [{ kind: 'open-to-all', text: '"Principal": "*"' }] : null,
  /** The policy of the API lets in everybody on all its paths. */
  'whole API open': ({ policies }) =>
    isWholeApiOpen(policies) ? [{ kind: 'open-to-all', text: '"Principal": "*"' }] : null,
  /** A policy of the bucket lets another account write than those who read. */
  'foreign writer': (seen) => {
    const writer = foreignWriter(seen)
    return writer === null ? null : [{ kind: 'writer-named', text: writer }]
  },
} as const satisfies Readonly<Record<string, (seen: Observation) => readonly Clue[] | null>>

/** The name of one of these. */
export type RowEvidence = keyof typeof ROW_EVIDENCE
