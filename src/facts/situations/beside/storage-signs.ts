import { either } from '../../../text/either'
import type { SituationShape } from '../situation-row'
import { SITUATIONS } from '../situations'
import { NO_KMS_KEY } from './key-signs'
import { allSigns, anySign, gapOf, noSign, printed, told, type SeenBeside, type TellingSign } from './sign'

/** The bucket that a sentence names, by itself or in an address. */
const bucketOf = (seen: SeenBeside): string =>
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
      either(
        /\b(?:object|file|image|video|audio|recording|document|model|artifact|archive|data)\s(?:is|are|does)\s(?:definitely\s|really\s|certainly\s|indeed\s)?(?:there|in\sthe\sbucket|exist)\b(?!,?\sbut\s(?:no|in\s(?:an)?other)\b)/,
        /\b(?:object|file|image|video|audio|recording|document|model|artifact|archive)\s(?:definitely\s|really\s)?exists\b(?!,?\sbut\s(?:no|in\s(?:an)?other)\b)/,
      ),
    ),
  ),
  noSign(objectIsMissing),
)

/** Is a key of one’s own set for what is stored? */
export const ownKeyIsSet: TellingSign = allSigns(
  printed(
    /\bSSE-KMS\b|["'`= ]aws:kms\b|\bSSEKMSKeyId\b|\bKMSMasterKeyID\b|\bkms_master_key_id\b|\bcustomer[- ]managed (?:KMS )?key\b|\bCMK\b/i,
  ),
  noSign(printed(NO_KMS_KEY)),
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

const READS = /\bs3:(?:GetObject\b|Get\*|\*)|\bAmazonS3(?:FullAccess|ReadOnlyAccess)\b/
const WRITES = /\bs3:(?:PutObject\b|Put\*|\*)|\bAmazonS3FullAccess\b/

/** Do policies in the text let somebody read or write objects there: of what only reads or only writes, that? */
const isStorageAllowed: TellingSign = ({ said: { id }, whole }) => {
  const { actions = [] }: SituationShape = SITUATIONS[id]
  const [reads, writes] = [actions.includes('s3:GetObject'), actions.includes('s3:PutObject')]
  return (reads || !writes ? READS.test(whole) : false) || (writes || !reads ? WRITES.test(whole) : false)
}

/** Do policies in the text allow what the sentence is of, and do they have nothing of KMS? */
export const storageAllowedWithoutKey: TellingSign = allSigns(
  isStorageAllowed,
  noSign(isOfOtherBuckets),
  noSign(printed(/\bkms:(?:[A-Z]\w{2,40}|\*)|\bAWSKeyManagementService\w{1,40}\b/)),
)

/** Where a logical directory leads. */
const LOGICAL_TARGET = /\bTarget\\{0,6}["']?\s?[:=]\s?\\{0,6}["']?\/([^\s"'\\/,}\]$]{1,63})/gi

/** The buckets that a text names as such. */
const NAMED_BUCKET =
  /\bs3:\/\/([a-z\d][a-z\d.-]{2,62})|:s3:::([a-z\d][a-z\d.-]{2,62})|\bbucket(?:\sname)?["']?\s?[:=]\s?["']?([a-z\d][a-z\d.-]{2,62})|\bbucket(?:\sname)?\s(?:is(?:\s(?:named|called))?|named|called|=)\s["'`]?((?=[a-z]{1,62}[\d.-])[a-z\d][a-z\d.-]{1,61}[a-z\d])/gi

/** Are logical directories printed of which none begins with a bucket that the text names? */
export const leadsToNoBucket: TellingSign = ({ whole }) => {
  const targets = [...whole.matchAll(LOGICAL_TARGET)].map(([, first]) => first)
  const buckets = new Set([...whole.matchAll(NAMED_BUCKET)].flatMap(([, ...names]) => names.filter((one) => one)))
  return targets.length > 0 && buckets.size > 0 && !targets.some((one) => buckets.has(one ?? ''))
}
