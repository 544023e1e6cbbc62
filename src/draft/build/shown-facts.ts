import type { CaseFacts } from '../../case/access-case'
import { onlyOne } from '../../text/only-one'
import { MOST_READ } from './inference'

/** How KMS says who manages a key: in the description of it, or alone where a query asks for that. */
const KEY_MANAGER =
  /"KeyManager"\s{0,3}:\s{0,3}"(AWS|CUSTOMER)"|\bKeyMetadata\.KeyManager\b[^\n]{0,80}\n\s{0,8}"?(AWS|CUSTOMER)\b/g

/** What a text shows of the things that a request is about, and that no policy and no key says; of two keys nothing. */
export function shownFacts(text: string): CaseFacts {
  const managers = [...text.slice(0, MOST_READ).matchAll(KEY_MANAGER)].map(([, described, queried]) =>
    (described ?? queried) === 'AWS' ? ('aws' as const) : ('customer' as const),
  )
  const kmsKeyManager = onlyOne(managers)
  return kmsKeyManager === undefined ? {} : { kmsKeyManager }
}
