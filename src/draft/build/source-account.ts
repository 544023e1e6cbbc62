import { isDestination } from '../../facts/destination-account'
import { isAccountId, splitArn } from '../../iam/arn'
import { onlyOne } from '../../text/only-one'
import { oneValue, type PastedText, type PastedValue } from './pasted-value'
import type { TestedKey } from './tested-keys'

/** What services call for, by what people call it, where they say in which account it is: `the bucket is in 111122223333`. */
const SOURCES: readonly (readonly [service: string, placed: RegExp])[] = (
  [
    ['s3.amazonaws.com', 'bucket'],
    ['sns.amazonaws.com', 'topic'],
    ['events.amazonaws.com', 'rule'],
    ['cloudwatch.amazonaws.com', 'alarm'],
    ['cloudtrail.amazonaws.com', 'trail'],
    ['dnssec-route53.amazonaws.com', 'zone'],
  ] as const
).map(([service, thing]) => [
  service,
  new RegExp(
    `\\b${thing}\\s(?!policy\\b)(?:[\\w./-]{1,80}\\s)?(?:is\\s)?in\\s(?:the\\s)?(?:account\\s)?(\\d{12})(?!\\d)`,
    'gi',
  ),
])

/** The account in which the text says the thing to be for which the service calls. */
function placedIn(text: string, principal: string): string | undefined {
  const placed = SOURCES.find(([service]) => service === principal)?.[1]
  return placed && onlyOne([...text.matchAll(placed)].map(([, account]) => account!))
}

/** The account for which a service calls: where its source is said to be, else the one that the text names, of two the one that does not own the resource. */
export function accountOfSource(
  { key }: TestedKey,
  { text, resource, principal = '', isOfService }: PastedText,
): PastedValue | null {
  if (!isOfService || key.toLowerCase() !== 'aws:sourceaccount') return null
  const [, , called = '', , owner = ''] = splitArn(resource) ?? []
  // Of two buckets nothing tells which is the source.
  const placed = principal === `${called}.amazonaws.com` ? undefined : placedIn(text, principal)
  if (placed !== undefined) return oneValue(key, placed, placed)
  const named = new Set([...text.matchAll(/(?<!\d)\d{12}(?!\d)/g)].map(([account]) => account))
  const account =
    named.size > 1 && named.has(owner) ? onlyOne([...named].filter((one) => one !== owner)) : onlyOne(named)
  const said = account ?? (named.size === 0 ? owner : '')
  return isAccountId(said) && !isDestination(text, said) ? oneValue(key, said, said) : null
}
