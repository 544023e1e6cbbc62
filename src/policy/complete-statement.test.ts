import { describe, expect, it } from 'vitest'
import { findPolicies } from './find-policies'

const found = (...actions: readonly string[]): unknown => {
  const document = {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'Pull', Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: actions },
    ],
  }
  return (JSON.parse(findPolicies(JSON.stringify(document))[0]!.text) as { Statement: readonly object[] }).Statement[0]
}

describe('a statement without a Resource', () => {
  it.each([
    ['a repository', ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']],
    ['a role', ['sts:AssumeRole', 'sts:TagSession']],
  ])('is whole where the policy is of %s: it names the thing that it stands on nowhere', (_, actions) =>
    expect(found(...actions)).not.toHaveProperty('Resource'),
  )

  it.each([
    ['a bucket', ['s3:GetObject']],
    ['two services', ['ecr:BatchGetImage', 's3:GetObject']],
  ])('lacks it where the policy is of %s', (_, actions) => expect(found(...actions)).toHaveProperty('Resource', '...'))
})
