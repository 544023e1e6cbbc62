import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const CONSTRUCT = `const reader = new lambda.Function(this, 'Reader', {\n  handler: 'index.handler',\n})\n`
const RESOURCE = `resource "aws_lambda_function" "reader" {\n  function_name = "reader"\n}\n`

const refused = (action: string) =>
  `AccessDenied: User: arn:aws:sts::111122223333:assumed-role/reader/run is not authorized to perform: ${action} on resource: arn:aws:s3:::maps/a.csv because no identity-based policy allows the ${action} action`

const callOf = (text: string) => parseDenials(text)[0]!.call?.operation

describe('what a template declares', () => {
  it('is no call where the program that runs there asks another service', () => {
    for (const template of [CONSTRUCT, RESOURCE])
      expect(callOf(`${template}\n${refused('s3:GetObject')}`)).toBeUndefined()
  })

  it('is the call where its own service refuses', () => {
    for (const template of [CONSTRUCT, RESOURCE])
      expect(callOf(`${template}\n${refused('lambda:CreateFunction')}`)).toBe('CreateFunction')
  })

  it.each([
    ['Terraform creates it', 'Error: creating Lambda Function (reader): operation error Lambda: CreateFunction\n'],
    ['CloudFormation says that it failed', 'Reader CREATE_FAILED Resource handler returned message: '],
    ['it is being deployed', '$ cdk deploy\n'],
  ])('is the call of a check of another service where %s', (_, words) => {
    expect(callOf(`${CONSTRUCT}\n${words}${refused('iam:PassRole')}`)).toBe('CreateFunction')
  })
})
