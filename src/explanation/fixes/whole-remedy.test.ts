import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { referencePart } from '../../reference/reference-part'
import { answerFixes } from './answer-fixes'
import { pastedCase } from '../../testing/pasted-case'

const IMAGE =
  'Lambda does not have permission to access the ECR image. Check the ECR permissions. (Service: AWSLambdaInternal; Status Code: 403; Error Code: AccessDeniedException)'

const REPOSITORY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    },
  ],
})

const services = referencePart(BUILT_REFERENCE, ['s3'])

const added = (paste: string, given = {}): readonly Readonly<Record<string, unknown>>[] => {
  const { judged, answer } = pastedCase(paste, given)
  const [change] = answerFixes({ ...judged, services }, answer)[0]?.changes ?? []
  const { Statement } = JSON.parse(change?.after ?? '{"Statement":[]}') as { Statement: [] }
  return Statement
}

describe('the first fix of a cause that asks for more than the request', () => {
  it('allows all of it, to the service, with the resource that it calls for', () => {
    const statement = added(IMAGE, { resource: REPOSITORY }).at(-1)
    expect(statement).toMatchObject({
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Condition: { ArnLike: { 'aws:SourceArn': expect.stringMatching(/^arn:aws:lambda:.*:function:<function>$/) } },
    })
    // A repository policy takes no Resource.
    expect(statement).not.toHaveProperty('Resource')
  })

  it.each([
    ['StartInstances', true],
    ['CreateGrant', false],
  ])('ties a grant to AWS services, unless the caller makes it: %s', (operation, isTied) => {
    const statements = added(
      `An error occurred (AccessDeniedException) when calling the ${operation} operation: User: arn:aws:iam::111122223333:user/dana is not authorized to perform: kms:CreateGrant on resource: arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666 because no identity-based policy allows the kms:CreateGrant action`,
    )
    const test = JSON.stringify(statements.at(-1)?.['Condition'] ?? null)
    expect(test.includes('kms:GrantIsForAWSResource')).toBe(isTied)
  })

  it('asks for each action on what it can be asked for with', () => {
    const statements = added('Detail: Permission denied on S3 path: s3://sales-lake/raw/year=2026/month=5')
    const on = (action: string) =>
      statements.filter((one) => [one['Action']].flat().includes(action)).map((one) => one['Resource'])
    expect(on('s3:GetObject')).toEqual(['arn:aws:s3:::sales-lake/raw/*'])
    expect(on('s3:ListBucket')).toEqual(['arn:aws:s3:::sales-lake'])
  })
})
