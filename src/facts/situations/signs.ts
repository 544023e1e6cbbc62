import { lastInPath } from '../../iam/arn'
import { own } from '../../text/own'
import { isReport, writtenSentences } from '../../text/told-contrast'
import { WORKS_NOT } from '../../text/said-to-work'
import type { SaidSituation } from './find-says'

/** What a sentence of a service is read beside: the text that it stands in, and that with what logs put before its lines. */
export interface Beside {
  readonly said: SaidSituation
  readonly text: string
  readonly whole: string
}

/** Something beside a sentence that tells which of its causes it is. */
export type TellingSign = (seen: Beside) => boolean

/** What commands, templates, code and logs print. */
export const printed =
  (pattern: RegExp): TellingSign =>
  ({ whole }) =>
    pattern.test(whole)

const TURNED = new RegExp(String.raw`${WORKS_NOT}|\bno\b|\bnone\b`, 'i')

const toldBy = (pattern: RegExp, isSaid: (sentence: string) => boolean): TellingSign => {
  const isTold = (one: string): boolean => pattern.test(one) && isReport(one) && !/\bif\b/i.test(one) && isSaid(one)
  return ({ whole }) => writtenSentences(whole).some(isTold)
}

/** What somebody writes: no question, wish or guess, and no sentence that says that it isn’t so. */
export const told = (pattern: RegExp): TellingSign => toldBy(pattern, (one) => !TURNED.test(one))

/** The same, where the words themselves say that something lacks or fails. */
export const toldLack = (pattern: RegExp): TellingSign => toldBy(pattern, () => true)

/** All of these signs. */
export const allSigns =
  (...signs: readonly TellingSign[]): TellingSign =>
  (seen) =>
    signs.every((sign) => sign(seen))

/** One of these signs. */
export const anySign =
  (...signs: readonly TellingSign[]): TellingSign =>
  (seen) =>
    signs.some((sign) => sign(seen))

/** The text doesn’t have this sign. */
export const noSign =
  (sign: TellingSign): TellingSign =>
  (seen) =>
    !sign(seen)

/** A gap of the sentence; empty where it has none. */
const gapOf = ({ text, said: { groups } }: Beside, gap: string): string => {
  const range = own(groups, gap)
  return range === undefined ? '' : text.slice(...range)
}

const ROLE = /\barn:aws[\w-]{0,12}:iam::[\dx*]{0,12}:role\/[\w+=,.@/-]{1,200}/g

/** So far from a sentence the role stands that it speaks of. */
const NEAR = 400

/** The name of the role that a sentence speaks of; empty where it names none, or stands near several. */
function roleOf(seen: Beside): string {
  const named = gapOf(seen, 'resource').match(ROLE) ?? gapOf(seen, 'role').match(ROLE)
  const { start, end } = seen.said
  const near = named ?? seen.text.slice(Math.max(0, start - NEAR), end + NEAR).match(ROLE) ?? []
  const names = new Set(near.map((arn) => lastInPath(arn.slice(arn.indexOf(':role/') + 6))))
  const [name = ''] = names
  return names.size === 1 ? name : ''
}

/** What IAM answers where it knows no role of a name. */
const NO_ROLE =
  /\bThe role with name ([\w+=,.@-]{1,64}) cannot be found|\bNo role found (?:with name|for) ["'`]?([\w+=,.@-]{1,64})/g

/** What Terraform prints of a role that it takes away, with its name. */
const ROLE_TAKEN = /\baws_iam_role\.[\w.[\]"-]{1,120}: Destroying\.\.\. \[id=([\w+=,.@-]{1,64})\]/g

const ROLE_GONE = toldLack(
  /\b(?:the|that|this|its|our)\s(?:[\w-]{1,64}\s){0,3}role\s(?:[\w-]{1,64}\s)?(?:(?:was|has\sbeen|got|is)\s(?:already\s|since\s)?(?:deleted|removed|gone|destroyed)|no\slonger\sexists|does(?:\snot|n['’]t)\sexist)\b/i,
)

/** What leaves it open whether a role is gone: services say so of one that is there, too. */
const LEFT_OPEN = /\b(?:does(?:\snot|n['’]t)\sexist|is\sgone)\b[^.\n]{1,20}\bor\b/i

/** Is the role that a service is to use shown not to be there: by IAM’s answer, or by who took it away? */
export const roleIsGone: TellingSign = (seen) => {
  const role = roleOf(seen)
  const isOfIt = (name: string | undefined): boolean => role === '' || name === undefined || name === role
  const missing = [...seen.whole.matchAll(NO_ROLE)].some(([, name, other]) => isOfIt(name ?? other))
  const taken = [...seen.whole.matchAll(ROLE_TAKEN)].some(([, name]) => isOfIt(name))
  return (
    missing ||
    taken ||
    (ROLE_GONE(seen) && !LEFT_OPEN.test(seen.whole) && !/\bre-?creat|\bmade again\b/i.test(seen.whole))
  )
}

/** What a tool prints, or a script runs, that makes a role, with its name. */
const ROLE_MADE =
  /\baws_iam_role\.[\w.[\]"-]{1,120}: Creation complete after \d{1,4}s \[id=([\w+=,.@-]{1,64})\]|\biam create-role\b[^\n]{0,200}?--role-name[ =]["']?([\w+=,.@-]{1,64})/g

/** Is it printed, before the sentence, that the role was made in the same run? */
export const roleIsJustMade: TellingSign = (seen) => {
  const role = roleOf(seen)
  const sentence = seen.text.slice(seen.said.start, seen.said.end)
  const at = seen.whole.indexOf(sentence)
  return [...seen.whole.matchAll(ROLE_MADE)].some(({ index, 1: made, 2: created }) => {
    const name = made ?? created
    return (at < 0 || index < at) && name !== undefined && (role === '' || name === role)
  })
}

/** The bucket that a sentence names, by itself or in an address. */
const bucketOf = (seen: Beside): string =>
  gapOf(seen, 'bucket') ||
  (/^(?:s3:\/\/|https:\/\/[\w.-]{1,60}\/)?([a-z\d][a-z\d.-]{2,62})/.exec(gapOf(seen, 'url'))?.[1] ?? '')

/** Commands that look for a bucket, with what they printed. */
const BUCKET_ASKED =
  /(?:\bs3:\/\/|--bucket[ =]["']?)([a-z\d][a-z\d.-]{2,62})[^\n]{0,200}\n(?:[^\n]{0,120}\n)?[^\n]{0,60}(?:\(NoSuchBucket\)|\(404\) when calling the HeadBucket)/g

/** Does a look at the bucket that the sentence names answer that there is none? */
export const bucketIsMissing: TellingSign = (seen) => {
  const bucket = bucketOf(seen)
  const asked = new Set([...seen.whole.matchAll(BUCKET_ASKED)].map(([, name = '']) => name.replace(/\/.{0,300}$/, '')))
  if (bucket !== '') return asked.has(bucket)
  return asked.size === 1
}

/** Does a look at the object answer that there is none? Who may not list the bucket gets 403. */
export const objectIsMissing: TellingSign = printed(
  /\(404\) when calling the HeadObject operation|\(NoSuchKey\) when calling the (?:GetObject|HeadObject|GetObjectAttributes) operation/,
)

/** Does a look at the object print what it is? */
export const objectIsThere: TellingSign = allSigns(
  anySign(
    printed(
      /\bhead-object\b[^\n]{1,300}\n(?:[^\n]{0,120}\n){0,6}?[^\n]{0,40}"ContentLength"\s?:\s?\d|\baws s3 ls [^\n]{5,300}\n[^\S\n]{0,20}\d{4}-\d\d-\d\d \d\d:\d\d/,
    ),
    told(
      /\b(?:object|file|image|video|audio|recording|document|model|artifact|archive|data)\s(?:is|are|does)\s(?:definitely\s|really\s|certainly\s|indeed\s)?(?:there|in\sthe\sbucket|exist)\b|\b(?:object|file|image|video|audio|recording|document|model|artifact|archive)\s(?:definitely\s|really\s)?exists\b/i,
    ),
  ),
  noSign(objectIsMissing),
)

/** Is a key of one’s own set for what is stored? */
export const ownKeyIsSet: TellingSign = printed(
  /\bSSE-KMS\b|["'`= ]aws:kms\b|\bSSEKMSKeyId\b|\bKMSMasterKeyID\b|\bkms_master_key_id\b|\bcustomer[- ]managed (?:KMS )?key\b|\bCMK\b/i,
)

const ARN_OF_BUCKET = /\barn:aws[\w-]{0,12}:s3:::([\w.*-]{1,63})/g
const ADDRESS_OF_BUCKET = /\bs3a?:\/\/([a-z\d][a-z\d.-]{2,62})/g

/** Are the buckets that policies name others than those that the sentence or an address names? */
const isOfOtherBuckets: TellingSign = (seen) => {
  const allowed = [...seen.whole.matchAll(ARN_OF_BUCKET)].map(([, name = '']) => name)
  const named = [...seen.whole.matchAll(ADDRESS_OF_BUCKET)].map(([, name = '']) => name)
  const asked = bucketOf(seen) === '' ? named : [bucketOf(seen)]
  const isAllowed = (name: string): boolean =>
    allowed.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))))
  return allowed.length > 0 && asked.length > 0 && !asked.some(isAllowed)
}

/** Do policies in the text let somebody read or write objects there, and do they have nothing of KMS? */
export const storageAllowedWithoutKey: TellingSign = allSigns(
  printed(/\bs3:(?:GetObject|PutObject|Get\*|Put\*|\*)|\bAmazonS3(?:FullAccess|ReadOnlyAccess)\b/),
  noSign(isOfOtherBuckets),
  noSign(printed(/\bkms:(?:[A-Z]\w{2,40}|\*)|\bAWSKeyManagementService\w{1,40}\b/)),
)
