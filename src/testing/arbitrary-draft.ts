import fc from 'fast-check'
import { REMOVED } from '../draft/file/mask-credentials'
import { withoutCredentials } from '../draft/file/without-credentials'
import { byCaseLayer } from '../iam/layers'
import type { ContextEdit, Draft, DraftCheck, DraftLayer, DraftLevels, DraftPolicy } from '../draft/draft'

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ maxLength }),
    fc.string({ maxLength, unit: 'binary' }),
    fc.constantFrom('a\u0000\u001b[1m\ud800', '\ufeffé\r\n'),
  )

const policyText = fc.oneof(
  text(200),
  fc
    .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2, 4, '\t'), fc.constantFrom('', '\n', '\r\n'))
    .map(([json, indent, end]) => JSON.stringify(JSON.parse(json), null, indent) + end),
)

const policy: fc.Arbitrary<DraftPolicy> = fc
  .tuple(text(40), policyText, fc.option(text(20), { nil: undefined }))
  .map(([name, document, source]) => ({ name, text: document, ...(source === undefined ? {} : { source }) }))

const policies = fc.array(policy, { maxLength: 3 })
const state = fc.constantFrom('notGiven' as const, 'none' as const, 'given' as const)
const layer: fc.Arbitrary<DraftLayer> = fc.record({ state, policies })
const tree: fc.Arbitrary<DraftLevels> = fc.record({
  state,
  levels: fc.array(fc.record({ target: text(30), policies }), { maxLength: 3 }),
})

const edit: fc.Arbitrary<ContextEdit> = fc.oneof(
  fc.constantFrom({ state: 'absent' as const }, { state: 'unknown' as const }),
  fc
    .tuple(fc.array(text(30), { maxLength: 3 }), fc.boolean())
    .map(([values, list]) => ({ state: 'known' as const, values, ...(list ? { multivalued: true as const } : {}) })),
)

/** Names that JavaScript itself gives a meaning: a draft from outside loses them, so none stands in these. */
const anyKey = fc.string({ minLength: 1, maxLength: 30 }).filter((name) => !(name in {}) && name !== 'prototype')

const KEYS = ['aws:SourceIp', 'aws:RequestedRegion', 'aws:SecureTransport', 's3:prefix', 'aws:PrincipalTag/team']

const key = fc.oneof(fc.constantFrom(...KEYS), anyKey)

const ERRORS = [
  'User: arn:aws:iam::111122223333:user/nora is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders because no identity-based policy allows the sqs:SendMessage action',
  'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
]

const request = fc.record(
  { principal: text(80), action: text(30), resource: text(80), resourceAccount: text(12) },
  { requiredKeys: [] },
)

/** Values as JSON can say them: it has no negative zero. */
const fact = fc.json({ maxDepth: 2 }).map((text): unknown => JSON.parse(JSON.stringify(JSON.parse(text))))

const context = fc.dictionary(key, edit, { maxKeys: 4, noNullPrototype: true })

const check = fc.record(
  { action: text(30), resource: text(80), resourceAccount: text(12), context, policy: layer },
  { requiredKeys: ['action', 'resource', 'context'] },
) as fc.Arbitrary<DraftCheck>

const whole = fc.record({
  title: text(60),
  paste: fc.oneof(fc.constantFrom(...ERRORS), text(400)),
  chosen: fc.oneof(fc.constant(0), fc.nat({ max: 1000 })),
  request,
  context,
  otherContext: fc.constantFrom('unknown' as const, 'absent' as const),
  layers: fc.record(
    byCaseLayer(
      () => layer,
      () => tree,
    ),
  ),
  facts: fc.oneof(
    fc.constant({ managementAccount: '111122223333' }),
    fc.dictionary(anyKey, fact, { maxKeys: 3, noNullPrototype: true }),
  ),
})

/** What chance writes that looks like a credential is taken out of all that is kept: laws of what is kept are about the rest. */
const holdsNoCredential = (draft: Draft): boolean => !JSON.stringify(withoutCredentials(draft)).includes(REMOVED)

/** Drafts of every shape, for laws: as the editors make them, and with texts that no sane person writes. */
export const arbitraryDraft: fc.Arbitrary<Draft> = fc
  .tuple(whole, fc.array(check, { maxLength: 2 }))
  .map(([draft, linked]) => (linked.length === 0 ? draft : { ...draft, linked }))
  .filter(holdsNoCredential)
