import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { SITUATION_ANSWERS } from '../facts/situations/situation-answers'
import { growthOf } from '../testing/growth'
import { FIND_IN_TESTS } from './find-in-tests'
import { isKnownCause, matchingRows } from './likely-causes'
import { observe } from './observe'
import vectors from '../facts/calls/vectors.json'
import tokens from './vectors/tokens.json'

/** Pieces that the tables look for, between anything at all. */
const piece = fc.oneof(
  fc.string(),
  fc.constantFrom('arn:aws:s3:::', '${', '}', '*', '?', '<', '>', '{bucket}', 'repo:', ':sub', '--acl', 'aws s3 cp'),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const paste = fc.oneof(text, fc.constantFrom(...[...vectors, ...tokens].map(({ fires }) => fires.paste)))

const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Principal: fc.record({ Federated: text }),
  Action: fc.constantFrom('*', 's3:*', 'sts:AssumeRoleWithWebIdentity', 'kms:Decrypt'),
  Resource: text,
  Condition: fc.dictionary(
    fc.constantFrom('StringEquals', 'StringLike', 'ForAllValues:StringLike', 'Bool'),
    fc.dictionary(fc.constantFrom('token.actions.githubusercontent.com:sub', 'aws:SourceVpce', 'a:aud'), text),
  ),
})

it('never throws, names rows of the tables only, and quotes what the paste holds', () => {
  fc.assert(
    fc.property(paste, text, text, fc.array(statement, { maxLength: 3 }), (error, action, resource, statements) => {
      const denial = parseDenials(error)[0] ?? null
      const document = { Version: '2012-10-17', Statement: statements }
      const policies = { identity: [{ name: 'a', document }], resource: { name: 'b', document } }
      const request = { principal: '', action: denial?.inferred.action ?? action, resource }
      const seen = observe({ version: 1, error, request, policies }, denial, [])
      for (const cause of matchingRows({ ...seen, situationAnswers: SITUATION_ANSWERS }, FIND_IN_TESTS)) {
        expect(isKnownCause(cause.id)).toBe(true)
        for (const { kind, text: quoted } of cause.for) if (kind === 'text') expect(error).toContain(quoted)
      }
    }),
  )
})

it('takes time that grows with what is given', () => {
  const value = `repo:${'*a'.repeat(140)}`
  const documentOf = (subjects: number) => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringLike: {
            'token.actions.githubusercontent.com:sub': Array.from({ length: subjects }, (_, at) => `${value}${at}`),
          },
        },
      },
    ],
  })
  const request = { principal: '', action: 'sts:AssumeRoleWithWebIdentity', resource: '' }
  const read = (error: string) => {
    const trust = { name: 'trust', document: documentOf(Math.ceil(error.length / 8_000)) }
    const seen = { version: 1, error, request, policies: { resource: trust } } as const
    matchingRows(observe(seen, null, []), FIND_IN_TESTS)
  }
  const make = (length: number) =>
    `${'--a=b aws s3 sub: repo:x '.repeat(length / 25)}\nNot authorized to perform sts:AssumeRoleWithWebIdentity`
  expect(growthOf(read, make, { length: 60_000 })).toMatchObject({ isLinear: true })
})
