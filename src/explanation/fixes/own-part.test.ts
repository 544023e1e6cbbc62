import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { pastedCase } from '../../testing/pasted-case'
import { answerFixes } from './answer-fixes'
import { answerInstructions } from './instructions'

const SUB = '3908ef60-0476-41c6-a186-06b5c217cdcc'

const told = (Resource: string, key: string) => {
  const { judged, answer } = pastedCase(
    `User: arn:aws:sts::111122223333:assumed-role/signed-in/CognitoIdentityCredentials is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::depot/${key}" because no identity-based policy allows the s3:PutObject action`,
    {
      identity: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource }],
      }),
    },
  )
  return {
    statements: JSON.stringify(answerFixes(judged, answer).flatMap(({ changes }) => changes.map(({ after }) => after))),
    says: answerInstructions(judged, answer)
      .map(({ sentence }) => plainText(sentence))
      .join(' '),
  }
}

describe('a resource of which each caller has a part of its own', () => {
  it('is never opened by the part of one caller', () => {
    const { statements, says } = told('arn:aws:s3:::depot/${cognito-identity.amazonaws.com:sub}/*', `${SUB}/a.png`)
    expect(statements).not.toContain(`depot/${SUB}`)
    expect(says).toContain('a Region, a colon and a UUID')
    expect(says).toContain(SUB)
    expect(says).toContain('user pool')
  })

  it('says of a name what the variable holds', () => {
    const { statements, says } = told('arn:aws:s3:::depot/home/${aws:username}/*', 'home/bob/a.png')
    expect(statements).not.toContain('depot/home/bob/a.png')
    expect(says).toContain('has none')
    expect(says).not.toContain('user pool')
  })

  it('is read first, in a policy whose version reads no variables', () => {
    const { answer, judged } = pastedCase(
      'User: arn:aws:iam::111122223333:user/Bob is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::depot/home/bob/a.png" because no identity-based policy allows the s3:PutObject action',
      {
        identity: JSON.stringify({
          Version: '2008-10-17',
          Statement: [
            { Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::depot/home/${aws:username}/*' },
          ],
        }),
      },
    )
    const says = answerInstructions(judged, answer).map(({ sentence }) => plainText(sentence))
    expect(says[0]).toContain('"Version": "2012-10-17"')
    expect(says[1]).toContain('is Bob here, but the request asks for bob')
  })

  it('is the caller’s own where IAM names the user without its path: the policy lacks the path', () => {
    const ofUser = (user: string) =>
      pastedCase(
        `User: arn:aws:iam::111122223333:user/ops/eu/maya is not authorized to perform: iam:UpdateAccessKey on resource: user ${user} because no identity-based policy allows the iam:UpdateAccessKey action`,
        {
          identity: JSON.stringify({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'iam:*Key*', Resource: 'arn:aws:iam::*:user/${aws:username}' }],
          }),
        },
      )
    const { judged, answer } = ofUser('maya')
    expect(answer.basis).toBe('proven')
    const after = answerFixes(judged, answer).flatMap(({ changes }) => changes.map((one) => one.after))
    expect(after.join(' ')).toContain('arn:aws:iam::111122223333:user/ops/eu/${aws:username}')
    expect(answerInstructions(judged, answer)).toEqual([])
    // Of another user nothing is known of a path, and nobody is given that user's keys.
    const other = ofUser('ben')
    expect(other.judged.accessCase.request.resource).toBe('arn:aws:iam::111122223333:user/ben')
    expect(JSON.stringify(answerFixes(other.judged, other.answer).map(({ changes }) => changes))).not.toContain(
      'user/ben',
    )
  })

  it('is that of the other actions, where an Allow lacks the one that was asked for', () => {
    const { judged, answer } = pastedCase(
      'User: arn:aws:iam::111122223333:user/maya is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::depot/home/maya/a.png" because no session policy allows the s3:PutObject action',
      {
        session: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::${transfer:HomeBucket}' },
            { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::${transfer:HomeDirectory}*' },
          ],
        }),
      },
    )
    const after = answerFixes(judged, answer).flatMap(({ changes }) => changes.map((one) => one.after))
    expect(after.length).toBeGreaterThan(0)
    expect(after.join(' ')).not.toMatch(/arn:aws:s3:::depot/)
    expect(after[0]).toMatch(/HomeDirectory/)
  })

  it('is none where the path is another one', () => {
    const { statements } = told('arn:aws:s3:::depot/home/${aws:username}/*', 'shared/a.png')
    expect(statements).toContain('arn:aws:s3:::depot/shared/a.png')
  })

  it('is none where a template leaves a name open', () => {
    const { statements } = told('arn:aws:s3:::${Bucket}/*', 'shared/a.png')
    expect(statements).toContain('arn:aws:s3:::depot/shared/a.png')
  })
})
