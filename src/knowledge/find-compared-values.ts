import { composerOf } from '../facts/service-sessions'
import { serviceOfAction } from '../iam/action'
import { isPrivateAddress } from '../iam/private-address'
import { isPermissionSetRole, parsePrincipal } from '../iam/principal'
import { writtenLists } from '../iam/tags-in-text'
import { matchWildcard } from '../iam/wildcard'
import { own } from '../text/own'
import { found, testsFor, type Tested } from './compared-condition'
import type { ComparedValueId } from './compared-values'
import { tagsOfCaller } from './find-caller-tags'
import { nearTags } from './find-near-tags'
import { sourceCauses } from './find-source-causes'
import type { Clue, Observation, RowMatch } from './knowledge'
import { someValues } from './observe'
import { lastInPath, parseRoleArn } from '../iam/arn'

const ADDRESS = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?!\d|\.\d|\/)/g

/** The private addresses that a text names besides those of a policy, at most ten. */
const ownAddresses = (text: string, written: readonly string[]): readonly string[] =>
  [...text.matchAll(ADDRESS)]
    .map(([, address]) => address!)
    .filter((address) => isPrivateAddress(address) && !written.includes(address))
    .slice(0, 10)

/** AWS sees no private address: a range of them lets nobody in. */
const privateAddress = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { test } = tested
  if (test.lowerKey !== 'aws:sourceip' || seen.context.has('aws:sourceip')) return []
  const written = test.values.map(({ text }) => text)
  const ranges = written.filter(isPrivateAddress)
  const [range] = ranges
  if (range === undefined) return []
  const [counted] = ownAddresses(seen.text, written)
  // Beside a public address it is the reason only for one who counts on the private one.
  if (ranges.length < written.length && counted === undefined) return []
  const id =
    serviceOfAction(seen.action ?? '') === 'execute-api'
      ? 'source-address-of-api-is-private'
      : 'source-address-is-private'
  const clues: readonly Clue[] = counted === undefined ? [] : [{ kind: 'text', text: counted }]
  return [found(seen, id, tested, { written: range }, clues)]
}

/** Where IAM Identity Center keeps its roles, with the Region of the instance behind it or without. */
const IDENTITY_CENTER = 'aws-reserved/sso.amazonaws.com/'

/** The role that calls, as `aws:PrincipalArn` has it; with what is not known of its path in brackets. */
const roleOf = ({ principal, context }: Observation): { readonly arn: string; readonly name: string } | null => {
  const caller = parsePrincipal(principal ?? '')
  if (caller?.kind !== 'roleSession' && caller?.kind !== 'role') return null
  const { name, account, partition } = caller
  const known = context.get('aws:principalarn')?.[0]
  const isOfCenter = isPermissionSetRole(name)
  const isTold = known !== undefined && known.endsWith(`/${name}`) && (!isOfCenter || known.includes(IDENTITY_CENTER))
  if (isTold) return { arn: known, name }
  if (!isOfCenter) return null
  return { arn: `arn:${partition ?? 'aws'}:iam::${account ?? ''}:role/${IDENTITY_CENTER}[Region/]${name}`, name }
}

/** A pattern names the role that calls, by another path than the role has. */
const otherPath = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { test } = tested
  if (test.lowerKey !== 'aws:principalarn') return []
  const role = roleOf(seen)
  const texts = test.values.map(({ text }) => text)
  const path = parseRoleArn(role?.arn ?? '')?.path ?? ''
  if (role === null || path === '') return []
  const isMet = (text: string) =>
    matchWildcard(text, role.arn.replace('[Region/]', '')) ||
    matchWildcard(text, role.arn.replace('[Region/]', 'eu-west-1/'))
  if (texts.some(isMet)) return []
  for (const text of texts) {
    const named = parseRoleArn(text)
    if (named === null || /^[*?]+$/.test(named.name) || !matchWildcard(named.name, role.name)) continue
    const base = path.startsWith(IDENTITY_CENTER) ? `${IDENTITY_CENTER}*` : path
    return named.path === base
      ? []
      : [
          found(seen, 'principal-pattern-without-path', tested, {
            written: text,
            shownRole: role.arn,
            meant: `${named.start}${base}${named.name}`,
          }),
        ]
  }
  return []
}

const OBJECT = /^(arn:(?:aws[\w-]{0,12}|\$\{[^{}]{1,60}\}):s3:::(?:[a-z\d][\w.-]{1,61}[a-z\d]|\$\{[^{}]{1,200}\}))\/./i

/** How texts say that a bucket uses a bucket key. */
const BUCKET_KEY_ON = /\bbucket[-_]?key[-_]?enabled["']?\s{0,3}[:=]\s{0,3}["']?true\b/i

/** A test of the context that S3 sends with objects alone, where a bucket key has it with the bucket. */
const contextOfObjects = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { test } = tested
  if (test.lowerKey !== 'kms:encryptioncontext:aws:s3:arn' || seen.context.has(test.lowerKey)) return []
  const buckets = test.values.map(({ text }) => OBJECT.exec(text)?.[1])
  const [bucketArn] = buckets
  if (bucketArn === undefined || buckets.includes(undefined)) return []
  const [isOn] = BUCKET_KEY_ON.exec(seen.text) ?? []
  const clues: readonly Clue[] = isOn === undefined ? [] : [{ kind: 'text', text: isOn }]
  const strength = isOn === undefined ? 'supported' : 'shown'
  return [{ ...found(seen, 'context-of-bucket-key', tested, { bucketArn }, clues), strength }]
}

/** A test of a key that AWS does not have is met by no request; a Deny that an absent key meets applies to all. */
const misspeltKey = (seen: Observation, { given, statement, test }: Tested): readonly RowMatch<ComparedValueId>[] => {
  const near = seen.nearestKey?.(test.key) ?? null
  return near === null ? [] : [found(seen, 'condition-key-misspelt', { given, statement, test }, { near })]
}

const TAG = /^aws:requesttag\/(.{1,128})$/

/** The keys of the tags that the text shows a call send, each once. */
const sentTags = (text: string): readonly string[] =>
  [...new Set(writtenLists(text).flatMap(({ tags }) => [...tags.keys()]))].slice(0, 10)

/** Keys that tell by which creation a service's own tags are set. */
const TAGGING_KEYS: Readonly<Record<string, string>> = {
  sagemaker: 'sagemaker:TaggingAction',
  ec2: 'ec2:CreateAction',
}

/** Is a key known to be there? That a tag is not sent the same text shows. */
const hasValue = ({ context }: Observation, key: string): boolean => (context.get(key)?.length ?? 0) > 0

/** The text shows the tags that the call sends, and the one that is tested is none of them. */
const tagNotSent = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { statement, test } = tested
  const [, tag] = TAG.exec(test.lowerKey) ?? []
  if (tag === undefined || statement.effect === 'Deny' || hasValue(seen, test.lowerKey)) return []
  const sent = sentTags(seen.text)
  if (nearTags(seen, tested, sent).length > 0) return []
  if (sent.length === 0 || sent.some((one) => one.toLowerCase() === tag)) return []
  const composer = composerOf(seen.principal ?? '', seen.resource ?? '')
  const service = serviceOfAction(seen.action ?? '')
  const facts = {
    tag: test.key.slice(test.key.indexOf('/') + 1),
    sent: someValues(sent),
    wanted: someValues(test.values.map(({ text }) => text)),
    taggingKey: own(TAGGING_KEYS, service) ?? 'aws:TagKeys',
    ...(composer !== null && { composer }),
  }
  const id = composer === null ? 'tag-not-sent' : 'tag-not-sent-by-service'
  return [found(seen, id, tested, facts)]
}

/** A test of the variable is met by the same session name alone. */
const sessionName = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { test } = tested
  const caller = parsePrincipal(seen.principal ?? '')
  if (caller?.kind !== 'roleSession' || test.lowerKey === 'aws:userid') return []
  if (!test.values.some(({ text }) => /\$\{aws:userid\}/i.test(text))) return []
  const session = lastInPath(seen.principal ?? '')
  return [found(seen, 'session-name-in-userid', tested, { session }, [{ kind: 'caller', text: seen.principal ?? '' }])]
}

/** The unique ID of a user with what only the sessions of a role have behind theirs: a colon. */
const USER_AS_SESSION = /^(AIDA[A-Z\d?*]{0,40}):/

/** A test of the caller’s ID that names a user as if it was a session is met by no one. */
const userAsSession = (seen: Observation, tested: Tested): readonly RowMatch<ComparedValueId>[] => {
  const { test } = tested
  const written = test.values.find(({ text }) => USER_AS_SESSION.test(text))?.text
  const meant = USER_AS_SESSION.exec(written ?? '')?.[1]
  if (test.lowerKey !== 'aws:userid' || written === undefined || meant === undefined) return []
  if (test.values.some(({ text }) => text === meant)) return []
  return [found(seen, 'user-id-as-session', tested, { written, meant })]
}

/** What the values that a policy tests are beside those that the paste shows of the call. */
export const findComparedValues = (seen: Observation): readonly RowMatch<ComparedValueId>[] =>
  testsFor(seen).flatMap((tested) => [
    ...privateAddress(seen, tested),
    ...misspeltKey(seen, tested),
    ...contextOfObjects(seen, tested),
    ...otherPath(seen, tested),
    ...sourceCauses(seen, tested),
    ...nearTags(seen, tested, sentTags(seen.text)),
    ...tagNotSent(seen, tested),
    ...tagsOfCaller(seen, tested),
    ...sessionName(seen, tested),
    ...userAsSession(seen, tested),
  ])
