import fc from 'fast-check'
import { EMPTY_DRAFT, type ContextEdit, type Draft, type DraftCheck } from './draft'

const text = fc.string({ maxLength: 40 })
const state = fc.constantFrom('notGiven', 'none', 'given')
const policy = fc.record(
  { name: text, text, source: fc.constantFrom('user', 'role', 'group:Ops') },
  { requiredKeys: ['name', 'text'] },
)
const policies = fc.array(policy, { maxLength: 3 })
const layer = fc.record({ state, policies })
const tree = fc.record({ state, levels: fc.array(fc.record({ target: text, policies }), { maxLength: 3 }) })

const PASTES = [
  '',
  'hello',
  'User: arn:aws:iam::111122223333:user/nora is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders because no identity-based policy allows the sqs:SendMessage action',
  'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
]

const edit: fc.Arbitrary<ContextEdit> = fc.oneof(
  fc.record({ state: fc.constant('known' as const), values: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.constantFrom({ state: 'absent' as const }, { state: 'unknown' as const }),
)

const KEYS = ['aws:SourceIp', 'aws:RequestedRegion', 'aws:SecureTransport', 's3:prefix', 'aws:PrincipalTag/team']

const context = fc.dictionary(fc.constantFrom(...KEYS), edit, { noNullPrototype: true })

const check = fc.record(
  {
    action: fc.constantFrom('kms:Decrypt', 'sqs:DeleteMessage', ''),
    resource: fc.constantFrom(
      'arn:aws:kms:eu-west-1:111122223333:key/k',
      'arn:aws:sqs:eu-west-1:111122223333:orders',
      '',
    ),
    resourceAccount: fc.constantFrom('111122223333', '444455556666'),
    context,
    policy: fc.constantFrom('none', 'notGiven', 'given').chain((one) =>
      fc.record({
        state: fc.constant(one),
        policies: one === 'given' ? fc.array(fc.record({ name: text, text }), { maxLength: 1 }) : fc.constant([]),
      }),
    ),
  },
  { requiredKeys: ['action', 'resource', 'context'] },
) as fc.Arbitrary<DraftCheck>

/** Any draft that the editors can make, for laws. */
export const arbitraryDraft: fc.Arbitrary<Draft> = fc.record(
  {
    title: text,
    paste: fc.constantFrom(...PASTES),
    chosen: fc.constant(0),
    request: fc.record({ principal: text, action: text, resource: text, resourceAccount: text }, { requiredKeys: [] }),
    context,
    otherContext: fc.constantFrom('unknown' as const, 'absent' as const),
    layers: fc.record({
      identity: layer,
      resource: layer,
      boundary: layer,
      session: layer,
      scps: tree,
      rcps: tree,
      endpoint: layer,
    }),
    facts: fc.constantFrom(EMPTY_DRAFT.facts, { managementAccount: '111122223333' }),
    linked: fc.array(check, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['title', 'paste', 'chosen', 'request', 'context', 'otherContext', 'layers', 'facts'] },
) as fc.Arbitrary<Draft>
