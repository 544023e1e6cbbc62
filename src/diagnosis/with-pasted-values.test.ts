import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'

const answerTo = (paste: string) => {
  const { explanation, built } = diagnose(takePaste(EMPTY_DRAFT, paste).draft)
  const answer = explanation?.answer
  return {
    basis: answer?.basis,
    fact: plainText(answer?.fact?.sentence ?? []),
    remedy: plainText(answer?.causes[0]?.remedy ?? []),
    notes: (answer?.notes ?? []).map(plainText).join('\n'),
    context: built?.accessCase.request.context ?? {},
  }
}

const share = (condition: string, asked: string, how = 'because no identity-based policy allows') => `
User: arn:aws:sts::111122223333:assumed-role/net/one is not authorized to perform: ram:CreateResourceShare on resource: * ${how}${how.startsWith('because') ? ' the ram:CreateResourceShare action' : ''}

resource "aws_ram_resource_share" "tgw" {
  ${asked}
}

{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ram:CreateResourceShare", "Resource": "*",
  "Condition": { ${condition} } }] }`

const IN_ORGANIZATION = '"Bool": { "ram:RequestedAllowsExternalPrincipals": "false" }'

describe('a value that the text shows beside its policies', () => {
  it('is put beside the test, and the call is told to change', () => {
    const told = answerTo(share(IN_ORGANIZATION, 'allow_external_principals = true'))
    expect(told.fact).toContain('and here it is true')
    expect(told.remedy).toContain('Set allow_external_principals to false in the call.')
    expect(told.notes).toContain('you pasted allow_external_principals = true')
  })

  it('is no proof: AWS says the same, or it is likely', () => {
    expect(answerTo(share(IN_ORGANIZATION, 'allow_external_principals = true')).basis).toBe('claimed')
    const bare = share(IN_ORGANIZATION, 'allow_external_principals = true', '')
    expect(answerTo(bare).basis).toBe('likely')
  })

  it('is left out of the call where it is a flag that has to be off', () => {
    const told = answerTo(`$ aws ssm put-parameter --name /web/flags --value on --type String --overwrite

User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ssm:PutParameter on resource: arn:aws:ssm:eu-west-1:111122223333:parameter/web/flags because no identity-based policy allows the ssm:PutParameter action

{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ssm:PutParameter", "Resource": "*",
  "Condition": { "StringEquals": { "ssm:Overwrite": "false" } } }] }`)
    expect(told.fact).toContain('and here it is true')
    expect(told.remedy).toContain('Leave --overwrite out of the call.')
  })

  it('is brought within the bounds of a number', () => {
    const grow = (condition: string, how: string) =>
      answerTo(`$ aws autoscaling update-auto-scaling-group --auto-scaling-group-name web --max-size 40

User: arn:aws:sts::111122223333:assumed-role/perf/one is not authorized to perform: autoscaling:UpdateAutoScalingGroup on resource: arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1a2b:autoScalingGroupName/web because no identity-based policy allows the autoscaling:UpdateAutoScalingGroup action

{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "autoscaling:*", "Resource": "*",
  "Condition": { "${how}": { "autoscaling:MaxSize": "${condition}" } } }] }`).remedy
    expect(grow('20', 'NumericLessThanEquals')).toContain('Set max-size to at most 20 in the call.')
    expect(grow('50', 'NumericGreaterThan')).toContain('Set max-size to more than 50 in the call.')
    expect(grow('50', 'NumericLessThan')).not.toContain('in the call.')
  })

  it('is left out where the policies would let the request through with it', () => {
    const told = answerTo(share(IN_ORGANIZATION, 'allow_external_principals = false'))
    expect(told.context).not.toHaveProperty('ram:RequestedAllowsExternalPrincipals')
    expect(told.notes).not.toContain('you pasted')
  })

  it('tells a pattern under an operator that reads none', () => {
    const told = answerTo(
      share('"StringEquals": { "ram:ResourceShareName": "net-*" }', 'resource_share_name = "net-prod"'),
    )
    expect(told.remedy).toBe('Test ram:ResourceShareName with StringLike: under StringEquals a * is a plain character.')
  })

  it('tells a key with several values under an operator that takes one', () => {
    const told = answerTo(share('"StringLike": { "aws:CalledVia": "athena.amazonaws.com" }', 'a = 1'))
    expect(told.fact).toContain('StringLike never matches that key, which has several values: it needs ForAnyValue')
    expect(told.remedy).toContain('Test aws:CalledVia with ForAnyValue:StringLike')
  })

  it('tells the end of a statement whose time is over', () => {
    const told = answerTo(
      `2026-11-03T08:12:45Z ERROR ${share('"DateLessThan": { "aws:CurrentTime": "2026-10-31T00:00:00Z" }', 'a = 1').trim()}`,
    )
    expect(told.remedy).toContain('The statement ended on 2026-10-31T00:00:00Z')
  })
})

const ISSUER = 'token.actions.githubusercontent.com'

const refusedToken = (shown: string, ...policies: readonly string[]) => `
An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity

${shown}

${policies.join('\n\n')}`

const trust = (subject: string) => `trust policy

{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/${ISSUER}" },
  "Condition": { "StringLike": { "${ISSUER}:sub": "${subject}" } } }] }`

const rcp = (subject: string) => `RCP of the organization

{ "Version": "2012-10-17", "Statement": [{ "Sid": "Ours", "Effect": "Deny", "Principal": "*", "Resource": "*",
  "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringNotLike": { "${ISSUER}:sub": "${subject}" } } }] }`

describe('the subject of a token, by the variables of its job', () => {
  const shown = 'GITHUB_REPOSITORY=kite/api GITHUB_REF=refs/heads/main'
  const firstOf = (paste: string) => {
    const { explanation } = diagnose(takePaste(EMPTY_DRAFT, paste).draft)
    const { causes = [], basis, headline = [] } = explanation?.answer ?? {}
    return {
      basis,
      layer: causes[0]?.layer,
      sentence: plainText(causes[0]?.sentence ?? []),
      headline: plainText(headline),
      causes,
    }
  }

  it('shows the RCP that denies it, and no row of tokens beside', () => {
    const first = firstOf(refusedToken(shown, trust('repo:kite/*'), rcp('repo:crow/*')))
    expect(first).toMatchObject({ basis: 'likely', layer: 'rcp' })
    expect(first.sentence).toContain('repo:kite/api:ref:refs/heads/main')
    expect(first.causes.map(({ code }) => code)).not.toContain('github-subject-of-environment')
  })

  it('shows the trust policy where that is what does not let it in', () => {
    const first = firstOf(refusedToken(shown, trust('repo:crow/*'), rcp('repo:kite/*')))
    expect(first).toMatchObject({ basis: 'likely', layer: 'trust' })
    expect(first.sentence).toContain('here it is repo:kite/api:ref:refs/heads/main')
  })

  it('is asked for where the policies would let it in, for the subject can have another form', () => {
    expect(firstOf(refusedToken(shown, trust('repo:kite/*'))).headline).toContain('First print the token’s sub')
  })

  it('puts a Deny that tests the token before what such tokens usually are', () => {
    const { layer, headline } = firstOf(refusedToken('no more is known', trust('repo:kite/*'), rcp('repo:kite/*')))
    expect([layer, headline.includes('First print the token’s sub')]).toEqual(['rcp', true])
  })
})

describe('a tag that the text shows not to be sent', () => {
  const sent = (who: string) =>
    diagnose(
      takePaste(
        EMPTY_DRAFT,
        `User: arn:aws:sts::111122223333:assumed-role/ml/${who} is not authorized to perform: sagemaker:AddTags on resource: arn:aws:sagemaker:eu-west-1:111122223333:space/d-abc/notes because no identity-based policy allows the sagemaker:AddTags action
"tags": [ { "key": "sagemaker:domain-arn", "value": "x" } ]

{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sagemaker:AddTags", "Resource": "*",
  "Condition": { "StringEquals": { "aws:RequestTag/Crew": "north" } } }] }`,
      ).draft,
    ).explanation?.answer.causes[0]

  it('is sent by who calls, with the value that the statement takes', () => {
    const cause = sent('ana')
    expect(cause?.code).toBe('tag-not-sent')
    expect(plainText(cause?.remedy ?? [])).toBe('Send the tag Crew in the call. The statement takes north.')
  })

  it('cannot be sent where the service makes the call: another statement lets that one through', () => {
    const cause = sent('SageMaker')
    expect(cause?.code).toBe('tag-not-sent-by-service')
    expect(plainText(cause?.remedy ?? [])).toContain('in a separate statement without aws:RequestTag/Crew')
  })
})

describe('who calls with a token', () => {
  it('is unknown where the text does not say it: its subject is told, and no caller that is not trusted', () => {
    const trust = `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
  "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/app.terraform.io" },
  "Condition": { "StringLike": { "app.terraform.io:sub": "organization:lumen:project:shop:workspace:*" } } }] }`
    const subject = 'organization:lumen:project:shop:stack:web:deployment:prod:operation:plan'
    const { draft } = takePaste(
      EMPTY_DRAFT,
      `Not authorized to perform sts:AssumeRoleWithWebIdentity\nsub: ${subject}\n\n${trust}`,
    )
    const { findings = [], answer } = diagnose(draft).explanation ?? {}
    const codes = findings.map(({ code }) => code)
    expect(codes).toContain('oidc-subject-differs')
    expect(codes).not.toContain('trust-without-caller')
    expect(answer?.causes[0]?.code).toBe('terraform-subject-of-stack')
  })
})

describe('a value of another call of the text', () => {
  const BOUNDARY = 'arn:aws:iam::111122223333:policy/limits'
  const user = (shown: string, condition: string, how = 'with an explicit deny') =>
    answerTo(`User: arn:aws:iam::111122223333:user/ops is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::111122223333:user/robot ${how}

${shown}

SCP
{ "Version": "2012-10-17", "Statement": [{ "Sid": "Limits", "Effect": "Deny", "Action": "iam:CreateUser", "Resource": "*", "Condition": { ${condition} } }] }`)
  const REQUIRED = `"StringNotEquals": { "iam:PermissionsBoundary": "${BOUNDARY}" }`

  it('does not dismiss the one Deny that can be the one that AWS speaks of', () => {
    const told = user(`other_user:\n  permissions_boundary = "${BOUNDARY}"`, REQUIRED)
    expect(told.fact).toContain('(statement Limits) denies it if iam:PermissionsBoundary is not')
    expect(told.context).not.toHaveProperty('iam:PermissionsBoundary')
    expect(told.notes).toContain('this call most likely doesn’t carry it')
  })

  it('is the call’s where the Deny applies with it', () => {
    const told = user('permissions_boundary = "arn:aws:iam::111122223333:policy/wide"', REQUIRED)
    expect(told.fact).toContain('policy/wide')
    expect(told.notes).not.toContain('most likely doesn’t carry it')
  })
})
