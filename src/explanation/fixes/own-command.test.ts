import { describe, expect, it } from 'vitest'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { explainTreatment, scopeRemedy } from './remedies'
import { policyText } from '../../testing/statements'

const remedyOf = (paste: string, given: GivenPolicies = {}) => {
  const { judged, answer } = pastedCase(paste, given)
  return scopeRemedy(explainTreatment({ judged, answer, together: null }), { judged, answer, together: null }, 0, null)
}

const commandOf = ({ primary }: ReturnType<typeof remedyOf>) =>
  primary.kind === 'copy-command' ? primary.command.bash : primary.kind

const denied = (action: string, resource: string) =>
  `User: arn:aws:sts::111122223333:assumed-role/app/one is not authorized to perform: ${action} on resource: ${resource} because no resource-based policy allows the ${action} action`

const FUNCTION = 'arn:aws:lambda:eu-west-1:444455556666:function:pay'
const LAYER = 'arn:aws:lambda:eu-west-1:444455556666:layer:otel:15'

// Lambda has no call that puts a whole policy. https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
describe('a place that takes a statement by a call alone', () => {
  it('gets the call, which is the first fix', () => {
    const remedy = remedyOf(denied('lambda:InvokeFunction', FUNCTION))
    expect(commandOf(remedy)).toBe(
      `aws lambda add-permission --statement-id AllowInvokeFunction --action lambda:InvokeFunction --function-name ${FUNCTION} --principal arn:aws:iam::111122223333:role/app --region eu-west-1`,
    )
    expect(remedy.fixNumber).toBe(1)
  })

  it('gets it for a service that the policy lets in for another thing', () => {
    const source = (pool: string) => `arn:aws:cognito-idp:eu-west-1:444455556666:userpool/${pool}`
    const given = {
      resource: policyText({
        Effect: 'Allow',
        Principal: { Service: 'cognito-idp.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: FUNCTION,
        Condition: { ArnLike: { 'AWS:SourceArn': source('eu-west-1_Hh3KdE9zY') } },
      }),
    }
    const error =
      'Pool eu-west-1_Qx7LmP2aB: "UnexpectedLambdaException","message":"PreSignUp invocation failed due to error AccessDeniedException."'
    expect(commandOf(remedyOf(error, given))).toContain(`--source-arn ${source('eu-west-1_Qx7LmP2aB')}`)
  })

  it('names the account for a version of a layer, in the statement too', () => {
    const remedy = remedyOf(denied('lambda:GetLayerVersion', LAYER))
    expect(commandOf(remedy)).toContain('add-layer-version-permission')
    expect(commandOf(remedy)).toContain('--principal 111122223333')
    expect(remedy.fixes[0]?.statement?.['Principal']).toEqual({ AWS: 'arn:aws:iam::111122223333:root' })
  })

  it('is no bucket: its policy is put as a whole', () => {
    expect(commandOf(remedyOf(denied('s3:GetObject', 'arn:aws:s3:::data/a.csv')))).toBe('copy-statement')
  })
})
