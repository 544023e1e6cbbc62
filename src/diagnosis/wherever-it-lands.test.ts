import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { readPaste } from '../draft/paste/read-paste'
import { findPolicies } from '../policy/find-policies'
import { CASE_LAYERS } from '../iam/layers'
import { draftOfTexts } from './draft-of-texts'
import { takeEvidence, type TakenEvidence } from './take-evidence'

const errorOf = (rest: string) =>
  `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a"${rest}`
const BARE = errorOf('')
const document = (...statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const allow = (Action: string, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more })
const deny = (more: object = {}) => ({ Effect: 'Deny', Action: 's3:*', Resource: '*', ...more })
const bucket = { Principal: '*', Resource: 'arn:aws:s3:::data/*' }

const take = (draft: Draft, text: string, asked: TakenEvidence['asked'] = []) =>
  takeEvidence(draft, readPaste(text), findPolicies, asked)

const givenIn = ({ layers }: Draft) => CASE_LAYERS.filter((layer) => layers[layer].state === 'given')

/** The ways in which an error and a policy come: in one text, one after the other, and as files that a script prints. */
const WAYS: readonly (readonly [way: string, come: (error: string, policy: string) => Promise<Draft>])[] = [
  ['in one text', (error, policy) => Promise.resolve(take(EMPTY_DRAFT, `${error}\n\n${policy}`).draft)],
  ['the error first', (error, policy) => Promise.resolve(take(take(EMPTY_DRAFT, error).draft, policy).draft)],
  [
    'the policy first',
    (error, policy) => {
      const first = take(EMPTY_DRAFT, policy)
      return Promise.resolve(take(first.draft, error, first.asked).draft)
    },
  ],
  [
    'as files',
    async (error, policy) =>
      (
        await draftOfTexts([
          { name: 'one.txt', text: error, layer: null },
          { name: 'two.json', text: policy, layer: null },
        ])
      ).draft,
  ],
]

const CASES: readonly (readonly [what: string, error: string, policy: string, layer: string])[] = [
  ['no layer named, an Allow', BARE, document(allow('s3:GetObject')), 'identity'],
  ['no layer named, a Deny', BARE, document(deny()), 'scp'],
  ['no layer named, everybody', BARE, document(allow('s3:GetObject', bucket)), 'resource'],
  [
    'a boundary named, which lacks it',
    errorOf(' because no permissions boundary allows the s3:PutObject action'),
    document(allow('s3:GetObject')),
    'boundary',
  ],
  [
    'a boundary named, and a policy that allows it',
    errorOf(' because no permissions boundary allows the s3:PutObject action'),
    document(allow('s3:*')),
    'identity',
  ],
  ['a session named, which denies', errorOf(' with an explicit deny in a session policy'), document(deny()), 'session'],
  [
    'the resource named, which denies',
    errorOf(' with an explicit deny in a resource-based policy'),
    document(deny(bucket)),
    'resource',
  ],
  [
    'an endpoint named, which only denies others',
    errorOf(' because no VPC endpoint policy allows the s3:PutObject action'),
    document(deny({ Principal: '*', Action: 'sqs:*' })),
    'endpoint',
  ],
]

describe.each(CASES)('a policy goes into one layer wherever it lands: %s', (_what, error, policy, layer) => {
  it.each(WAYS)('%s', async (_way, come) => {
    expect(givenIn(await come(error, policy))).toEqual([layer])
  })
})
