import fc from 'fast-check'
import { fillArnTemplate } from '../reference/arn-template'
import type { Reference } from '../reference/reference'
import type { ActionReference } from '../reference/service-reference'
import type { CallEvent } from '../trail/needs/used-call'

/** Generated events of one role: actions of the reference on resources of their types, with few names, so that they meet. */

const ACCOUNT = '111122223333'

/** The role whose calls are generated. */
const CALLER = `arn:aws:iam::${ACCOUNT}:role/orders`

const SERVICES = ['s3', 'dynamodb', 'sqs', 'kms', 'ec2', 'iam', 'lambda', 'logs', 'secretsmanager', 'ssm']

/** Names as people give them, and some that a policy could take for a pattern or a variable. */
const NAMES = [
  'orders',
  'orders-eu',
  'in/2026/a.json',
  'in/2026/b.json',
  'a b',
  'x*y',
  'q?',
  '${aws:username}',
  '${*}',
  '*',
]

const regions = fc.constantFrom('eu-west-1', 'eu-west-1', 'us-east-1')

/** The ARN of a resource that an action can work on; null where it takes none. */
function arnFor({ resources }: ActionReference, region: string): fc.Arbitrary<string | null> {
  if (resources.length === 0) return fc.constant(null)
  return fc
    .tuple(fc.constantFrom(...resources), fc.constantFrom(...NAMES), fc.constantFrom(...NAMES))
    .map(([{ type }, one, other]) => {
      const names = [one, other]
      return fillArnTemplate(type.arn, { partition: 'aws', region, account: ACCOUNT }, () => names.shift() ?? 'x')
    })
}

/** Events of the role, of actions that the reference lists. */
export function arbitraryCallEvents(reference: Reference): fc.Arbitrary<readonly CallEvent[]> {
  const actions = SERVICES.flatMap((prefix) => reference.service(prefix)?.actions ?? [])
  const one = fc.tuple(fc.constantFrom(...actions), regions).chain(([action, region]) =>
    fc
      .record({
        arn: fc.oneof({ weight: 6, arbitrary: arnFor(action, region) }, { weight: 1, arbitrary: fc.constant(null) }),
        endpoint: fc.constantFrom(null, null, 'vpce-0a1b', 'vpce-0c2d'),
        isListed: fc.boolean(),
        outcome: fc.constantFrom('allowed', 'allowed', 'denied', 'failed'),
        minute: fc.integer({ min: 10, max: 59 }),
      })
      .map(({ arn, endpoint, isListed, outcome, minute }): CallEvent => ({
        principal: {
          name: `arn:aws:sts::${ACCOUNT}:assumed-role/orders/s`,
          arn: CALLER,
          account: ACCOUNT,
          type: 'AssumedRole',
        },
        actions: [`${action.service}:${action.name}`],
        resource: isListed ? null : arn,
        resources: isListed && arn !== null ? [arn] : [],
        context: { 'aws:RequestedRegion': region, ...(endpoint === null ? {} : { 'aws:SourceVpce': endpoint }) },
        outcome,
        time: `2026-01-02T03:${minute}:00Z`,
      })),
  )
  const list = fc.array(one, { minLength: 1, maxLength: 60 })
  // The same few actions again and again, as a program calls them.
  return fc
    .tuple(list, fc.array(fc.nat(), { maxLength: 40 }))
    .map(([events, again]) => [...events, ...again.flatMap((at) => events[at % events.length] ?? [])])
}
