import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'
import { answerFixes } from './answer-fixes'

const LAYERS_OF_IMAGES = 'arn:aws:s3:::prod-eu-west-1-starport-layer-bucket'

const PULL = `CannotPullContainerError: failed open: unexpected status code https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/e501-111122223333-9cb6/04620aac: 403 Forbidden`

const only = (keys: Readonly<Record<string, string>>) =>
  policyText({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*', Condition: { StringEquals: keys } })

/** The first statement that is offered for an endpoint whose policy tests these keys. */
const offered = (keys: Readonly<Record<string, string>>) => {
  const { judged, answer } = pastedCase(PULL, { endpoint: only(keys) })
  return answerFixes(judged, answer).find(({ layer }) => layer === 'endpoint')?.statement
}

it('through an endpoint to what AWS gives out neither the caller nor the owner is of the organization', () => {
  const statement = offered({ 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:ResourceOrgID': 'o-a1b2c3d4e5' })
  expect(statement).toMatchObject({ Action: 's3:GetObject', Resource: `${LAYERS_OF_IMAGES}/*` })
  expect(statement).not.toHaveProperty('Condition')
})
