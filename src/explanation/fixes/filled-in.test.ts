import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { remedyOf } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'

const commandsOf = ({ instructions }: ReturnType<typeof remedyOf>) =>
  instructions.flatMap(({ commands }) => commands.map(({ bash }) => bash)).join('\n')

describe('what the text names is filled into a command', () => {
  const LOGGED_OUT =
    'error: You must be logged in to the server (the server has asked for the client to provide credentials)'

  it('takes the cluster and the role that the text shows', () => {
    const shown = '{ "Account": "111122223333", "Arn": "arn:aws:sts::111122223333:assumed-role/Ops/lena" }'
    const update = 'Updated context arn:aws:eks:eu-west-1:111122223333:cluster/shop-prod in /home/lena/.kube/config'
    expect(commandsOf(remedyOf(`${shown}\n${update}\n${LOGGED_OUT}`))).toMatch(
      /create-access-entry --cluster-name shop-prod --principal-arn arn:aws:iam::111122223333:role\/Ops$/m,
    )
  })

  it('leaves a blank where the text names none, or several', () => {
    expect(commandsOf(remedyOf(LOGGED_OUT))).toMatch(
      /--cluster-name '<cluster>' --principal-arn '<ARN of the principal>'/,
    )
    const two = ['Ops', 'Dev'].map((role) => `"Arn": "arn:aws:sts::111122223333:assumed-role/${role}/lena"`).join('\n')
    expect(commandsOf(remedyOf(`${two}\n${LOGGED_OUT}`))).toMatch(/--principal-arn '<ARN of the principal>'/)
  })

  it('takes the database and the table of a grant in Lake Formation', () => {
    const lacks = 'Insufficient Lake Formation permission(s): Required Select on orders'
    const query = 'This query ran against the "sales" database, unless qualified by the query.'
    expect(commandsOf(remedyOf(`${lacks}\n${query}`))).toMatch(/"DatabaseName":"sales","Name":"orders"/)
    expect(commandsOf(remedyOf(lacks))).toMatch(/"DatabaseName":"<database>","Name":"orders"/)
  })
})

// https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
describe('the key of a launch', () => {
  const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  const ROLE = 'role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'
  const FAILED = `Termination Reason: Client.InternalError: Client error on launch. The AMI is encrypted with ${KEY}`

  it('takes a grant by the account that launches where the key is in another one', () => {
    const remedy = remedyOf(`ASG in account 111122223333\n${FAILED}`)
    expect(commandsOf(remedy)).toContain(
      `create-grant --key-id ${KEY} --grantee-principal arn:aws:iam::111122223333:${ROLE}`,
    )
    expect(remedy.fixes).toEqual([])
  })

  it('takes a statement for the role of the service in one account', () => {
    const remedy = remedyOf(`ASG in account 444455556666\n${FAILED}`)
    expect(commandsOf(remedy)).not.toMatch(/create-grant/)
    const made = remedy.fixes[0]?.changes[0]?.after ?? ''
    expect(made).toContain(`"arn:aws:iam::444455556666:${ROLE}"`)
    expect(made).toContain('"kms:GrantIsForAWSResource": "true"')
  })
})

// https://docs.aws.amazon.com/codeartifact/latest/ug/auth-and-access-control-permissions-reference.html
describe('a bearer token', () => {
  const of = (text: string) => {
    const [fix] = remedyOf(
      `${text}\nUser: arn:aws:sts::111122223333:assumed-role/ci/job-5 is not authorized to perform: sts:GetServiceBearerToken on resource: arn:aws:sts::111122223333:assumed-role/ci/job-5 because no identity-based policy allows the sts:GetServiceBearerToken action`,
      { identity: policyText({ Effect: 'Allow', Action: 'codeartifact:*', Resource: '*' }) },
    ).fixes
    return fix?.statement
  }

  it('is allowed on no session, and for the service that the text speaks of', () => {
    expect(of('aws codeartifact login --tool npm')).toMatchObject({
      Resource: '*',
      Condition: { StringEquals: { 'sts:AWSServiceName': 'codeartifact.amazonaws.com' } },
    })
  })

  it('leaves a blank for a service that nothing names', () => {
    expect(JSON.stringify(of('build failed'))).toContain('"sts:AWSServiceName":"<service of the token>"')
  })
})

describe('an object that a service reads', () => {
  const OF = { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::111122223333:distribution/E2EXAMPLE01' } }
  const reads = (Principal: object) =>
    policyText({ Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: 'arn:aws:s3:::site/*', Condition: OF })
  const PASTE = `GET https://d1.cloudfront.net/app/main.js 403
<Error><Code>AccessDenied</Code><Message>Access Denied</Message><HostId>x</HostId></Error>
aws s3api head-object --bucket site --key app/main.js shows "ServerSideEncryption": "aws:kms", SSE-KMS with arn:aws:kms:eu-west-1:111122223333:key/c7d0a9b8-1e2f-4a3b-8c4d-5e6f7a8b9c0d`
  const layersOf = (resource: string) => remedyOf(PASTE, { resource }).fixes.map(({ layer }) => layer)

  it('needs the key’s own policy: a service has none of its own', () => {
    const { fixes } = remedyOf(PASTE, { resource: reads({ Service: 'cloudfront.amazonaws.com' }) })
    expect(fixes.map(({ layer }) => layer)).not.toContain('identity')
    const made = fixes.find(({ changes }) => changes.some(({ after }) => after.includes('kms:Decrypt')))
    expect(JSON.stringify(made?.statement)).toContain('"Service":"cloudfront.amazonaws.com"')
    expect(JSON.stringify(made?.statement)).toContain('distribution/E2EXAMPLE01')
    expect(plainText(made?.sentence ?? [])).toMatch(/^Add a statement to the key policy/)
  })

  it('needs a policy of the caller where a role reads it', () => {
    expect(layersOf(reads({ AWS: 'arn:aws:iam::111122223333:role/app' }))).toContain('identity')
  })
})
