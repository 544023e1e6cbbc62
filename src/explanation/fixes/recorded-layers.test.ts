import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { answerFixes } from './answer-fixes'

const record = (matched: readonly string[]): string =>
  JSON.stringify({
    requestContext: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/ana', 'aws:SourceIp': '192.0.2.1/32' },
    evaluations: [
      {
        action: 'iam:GetRole',
        resource: 'arn:aws:iam::111122223333:role/x',
        context: {},
        evaluatedEffect: 'IMPLICIT_DENY',
        matchedPolicies: matched.map((uri) => ({ uri, matchedStatements: [{ evaluatedEffect: 'ALLOW' }] })),
      },
    ],
    policies: [
      { uri: 'inline:1a2b', type: 'IDENTITY_BASED_POLICY' },
      { uri: 'arn:aws:iam::111122223333:policy/ceiling', type: 'PERMISSIONS_BOUNDARY' },
    ],
  })

const layersOf = (paste: string) => {
  const { judged, answer } = pastedCase(paste)
  return [...new Set(answerFixes(judged, answer).map(({ layer }) => layer))]
}

it('offers a fix for each layer that AWS’s record shows to allow nothing', () => {
  expect(layersOf(record([]))).toEqual(['identity', 'boundary'])
})

it('offers none for a layer that allowed', () => {
  expect(layersOf(record(['inline:1a2b']))).toEqual(['boundary'])
})
