import { parseInstant } from '../../iam/instant'
import { own } from '../../text/own'
import { readTime } from '../../text/read-time'
import { codedObjectKey } from '../coded-object-key'
import { KEY_OFF, KEY_TO_DELETE, keyInState } from '../kms-key-state'
import type { SaidSituation } from './find-says'

/** What a command or a log prints beside the sentence of a service, and what follows from it. */
type Printed = (text: string, said: SaidSituation, whole: string) => boolean

const MINUTE = 60_000

/** Where a new command, or a remark of whoever writes, begins. */
const NEXT_COMMAND = /\n\s{0,4}(?:\S{0,40}[$#%>]\s|#)/

/** What a command printed, from a place in it to the next one. */
function printedFrom(text: string, at: number): string {
  const rest = text.slice(at, at + 3000)
  return rest.slice(0, NEXT_COMMAND.exec(rest)?.index)
}

/** A gap of the sentence as the text has it; empty where the sentence has none. */
const gapOf = (text: string, { groups }: SaidSituation, gap: string): string => {
  const range = own(groups, gap)
  return range === undefined ? '' : text.slice(...range)
}

/** Does a look at the key that is named show such a state? */
const isKeyIn =
  (state: RegExp): Printed =>
  (text, said, whole) =>
    keyInState(whole, state, gapOf(text, said, 'resource')) !== null

const ROLES_OF_CLUSTER = /["']?IamRoles\b/g
const ROLE_ARN = /arn:aws[\w-]{0,12}:iam::[\dx*]{1,12}:role\/[\w+=,.@/-]{1,200}/g

/** Are the roles printed that the cluster has, and is the one that is named not among them? */
const hasOtherRoles: Printed = (text, said, whole) => {
  const [named] = gapOf(text, said, 'resource').match(ROLE_ARN) ?? []
  if (named === undefined) return false
  const lists = [...whole.matchAll(ROLES_OF_CLUSTER)].map(({ index }) => {
    const line = whole.slice(index).split('\n', 1)[0] ?? ''
    return printedFrom(whole, /^["']?IamRoles["']?\s?:/.test(line) ? index : index + line.length)
  })
  const listed = lists.map((list) => list.match(ROLE_ARN) ?? []).filter((roles) => roles.length > 0)
  return listed.length > 0 && !listed.flat().includes(named)
}

/** That a look at the Region of the call shows that the account has it on. */
const REGION_IS_ON =
  /\bRegionOptStatus["']?\s?[:=]\s?["']?ENABLED\b|\bget-region-opt-status\b[^\n]{0,200}\n\s{0,8}["']?ENABLED\b/

/** That the metadata service of the instance answers one hop away alone. */
const ONE_HOP = /ResponseHopLimit["']?\s?[:=]\s?1\b|\bhop[_ ]limit\s{0,3}(?:=|is|of|:)\s{0,3}1\b/i

/** That the instance itself has the credentials of its role. */
const HOST_HAS_ROLE = /:assumed-role\/[\w+=,.@-]{1,64}\/i-[\da-fx*]{4,20}\b/

/** That the program runs in a network of its own on the instance. */
const IN_CONTAINER = /\b(?:docker|podman|nerdctl|containers?|kubectl|pods?)\b/i

/** That a container is what was started. */
const RUNS_CONTAINER =
  /\b(?:docker|podman|nerdctl)\s(?:container\s)?run\b|\b(?:inside|in|from)\s(?:the|a|my)\scontainer\b/i

/** Where a token of a database is made, in a log or in words. */
const TOKEN_MADE =
  /\b(?:generat|creat|obtain|fetch|refresh|mint)\w{0,4}\s(?:\w{1,12}\s){0,3}token\b|\btoken\s(?:was\s)?(?:generated|created|obtained|refreshed)\b/gi

/** A token of a database is taken for so long. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html */
const DATABASE_TOKEN = 15 * MINUTE

/** When what a sentence says happened, in milliseconds; null where the text has no time of it. */
const momentAt = (text: string, at: number): number | null => parseInstant(readTime(text, at) ?? '')

/** Where a sentence stands in a text of which it was read without what logs put before it. */
const placeOf = (text: string, { start, end }: SaidSituation, whole: string): number =>
  whole.indexOf(text.slice(start, end))

/** Does the log show that the last token was made longer ago than a token is taken? */
const isDatabaseTokenOld: Printed = (text, said, whole) => {
  const at = placeOf(text, said, whole)
  const made = [...whole.matchAll(TOKEN_MADE)].findLast(({ index }) => index < at)
  const [from, to] = [made === undefined ? null : momentAt(whole, made.index), momentAt(whole, at)]
  return from !== null && to !== null && to - from >= DATABASE_TOKEN
}

const ENDS_AT = /["']?expires["']?\s?[:=]\s?(\d{10})(?!\d)/gi

/** Is the end of each API key that is printed before the time of the answer? */
const isKeyEnded: Printed = (text, said, whole) => {
  const ends = [...whole.matchAll(ENDS_AT)].map(([, seconds]) => Number(seconds) * 1000)
  const now = momentAt(whole, placeOf(text, said, whole))
  return now !== null && ends.length > 0 && ends.every((end) => end < now)
}

/** A call that finds the queue in the account that owns it. */
const FOUND_WITH_OWNER =
  /\bQueueOwnerAWSAccountId\b[^\n]{0,120}\n[^\n]{0,40}https:\/\/(?:sqs\.[a-z\d-]{5,30}|queue)\.amazonaws\.com|--queue-owner-aws-account-id\b[^\n]{0,120}\n[^#$]{0,80}https:\/\/(?:sqs\.[a-z\d-]{5,30}|queue)\.amazonaws\.com/

const EMR_TAG = 'for-use-with-amazon-emr-managed-policies'

/** What is printed of a subnet, to the next one. */
const SUBNET = /\bsubnet-[\da-f]{8,17}["']?,?\s{0,20}\[(?:(?!\bsubnet-)[^\0]){1,600}/g

/** Are the tags printed of several subnets, of which one lacks the tag of EMR's policy? */
const lacksEmrTag: Printed = (_text, _said, whole) => {
  const tags = [...whole.matchAll(SUBNET)].map(([printed]) => printed).filter((one) => one.includes('Key'))
  return tags.some((one) => one.includes(EMR_TAG)) && tags.some((one) => !one.includes(EMR_TAG))
}

/** Where a logical directory leads. */
const LOGICAL_TARGET = /\bTarget\\{0,6}["']?\s?[:=]\s?\\{0,6}["']?\/([^\s"'\\/,}\]$]{1,63})/gi

/** The buckets that a text names as such. */
const NAMED_BUCKET =
  /\bs3:\/\/([a-z\d][a-z\d.-]{2,62})|:s3:::([a-z\d][a-z\d.-]{2,62})|\bbucket:\s?([a-z\d][a-z\d.-]{2,62})/g

/** Are logical directories printed of which none begins with a bucket that the text names? */
const leadsToNoBucket: Printed = (_text, _said, whole) => {
  const targets = [...whole.matchAll(LOGICAL_TARGET)].map(([, first]) => first)
  const buckets = new Set([...whole.matchAll(NAMED_BUCKET)].flatMap(([, ...names]) => names.filter((one) => one)))
  return targets.length > 0 && buckets.size > 0 && !targets.some((one) => buckets.has(one ?? ''))
}

/** The keys of the environment passed on by a program, and where it runs with a role. */
const PASSES_KEYS = /\bAWS_SECRET_ACCESS_KEY\b/
const RUNS_WITH_ROLE =
  /\/var\/task\b|\b(?:in|inside)\s(?:an?\s|the\s|my\s|AWS\s)?lambda\b|\blambda(?:['’]s)?\s(?:execution\s)?role\b|\bASIA[A-Z\d*]{4,16}/i
/** Keys that a pipeline keeps are those of a user. */
const STORED_KEYS = /\bsecrets\.AWS_/
const PASSES_TOKEN = /session_?token|AWS_SECURITY_TOKEN|security_token/i

/** What a text prints beside the sentence of a service. */
export const PRINTED_SIGNS = {
  'key is to be deleted': isKeyIn(KEY_TO_DELETE),
  'key is off': isKeyIn(KEY_OFF),
  'cluster has other roles': hasOtherRoles,
  'Region is on': (_text, _said, whole) => REGION_IS_ON.test(whole),
  'container behind one hop': (_text, _said, whole) => ONE_HOP.test(whole) && IN_CONTAINER.test(whole),
  'container on an instance with a role': (_text, _said, whole) =>
    HOST_HAS_ROLE.test(whole) && RUNS_CONTAINER.test(whole),
  'database token is old': isDatabaseTokenOld,
  'job may not ask for a token': (text) => /\bDid you mean to set the `?id-token`? permission\b/.test(text),
  'keys of a role without their token': (_text, _said, whole) =>
    PASSES_KEYS.test(whole) && RUNS_WITH_ROLE.test(whole) && !PASSES_TOKEN.test(whole) && !STORED_KEYS.test(whole),
  'API key has ended': isKeyEnded,
  'found with its owner': (_text, _said, whole) => FOUND_WITH_OWNER.test(whole),
  'key is coded': (_text, _said, whole) => codedObjectKey(whole) !== null,
  'a subnet lacks the tag': lacksEmrTag,
  'target is no bucket': leadsToNoBucket,
} as const satisfies Readonly<Record<string, Printed>>
