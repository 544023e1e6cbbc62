import { DENIED, given, type Grammar, type Read } from './grammar'
import { REPLICATES } from './refused-party'
import { readThing } from './sought-thing'

/** Words of objects in S3, where no bucket is named. */
const IN_S3 = /\b(?:from|to|in|into|on)\s(?:Amazon\s|AWS\s)?S3\b/

/** What could not be done with a bucket: permissions are spoken of next. */
const NOT_REACHED =
  /\b(?:unable\sto|can(?:not|['\u2019]t)|could(?:\snot|n['\u2019]t)|failed\sto)\s(?:write|put|upload|save|read|get|download|list|access|deliver)/i

/** A bucket that was not reached. */
export function readBucket(read: Read): Grammar | null {
  const { words, rest, isCalled } = read
  if (isCalled || !DENIED.test(`${words} ${rest}`) || !(/\bbucket\b|\bs3[an]?:\/\//i.test(words) || IN_S3.test(words)))
    return null
  if (!DENIED.test(words) && !/\bAccess\s?Denied\b|\b403\b/i.test(rest) && !NOT_REACHED.test(words)) return null
  const { action, resource } = readThing(read)
  if (action === undefined && resource === undefined && !/\bbucket\b/i.test(words)) return null
  const implies = { ...given('action', action), ...given('resource', resource) }
  return {
    service: 's3',
    ...(REPLICATES.test(`${read.context} ${rest}`) && { situation: 'service-role-lacks' }),
    implies,
  }
}
