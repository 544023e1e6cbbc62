import { describe, expect, it } from 'vitest'
import { besidePolicies } from './beside-policies'
import type { PastedText } from './pasted-value'
import { pastedValues } from './pasted-values'
import type { TestedKey } from './tested-keys'

const key = (name: string, values: readonly string[] = [], more: Partial<TestedKey> = {}): TestedKey => ({
  key: name,
  values,
  isSet: false,
  families: ['string'],
  ...more,
})

const seen = (text: string, more: Partial<PastedText> = {}): PastedText => ({
  text,
  action: 'ram:CreateResourceShare',
  resource: '*',
  time: null,
  isOfService: false,
  ...more,
})

const valuesOf = (tested: TestedKey, text: PastedText) => pastedValues([tested], text)[0]?.values ?? null

describe('the values of condition keys that a text shows', () => {
  it('are none where a template only refers to one, also where the policy has it as an ARN', () => {
    const source = key('aws:SourceArn', ['arn:aws:sns:eu-west-1:111122223333:mail'])
    const asked = { action: 'sqs:SendMessage', isOfService: true }
    expect(valuesOf(source, seen('source_arn = aws_sns_topic.mail.arn', asked))).toBeNull()
  })

  it('are none where a sentence goes on behind the name of one', () => {
    const source = key('aws:SourceArn', ['arn:aws:cloudfront::111122223333:distribution/E1PLOVER'])
    const asked = { action: 'lambda:InvokeFunctionUrl', isOfService: true }
    expect(valuesOf(source, seen('sourceArn = the distribution of this account', asked))).toBeNull()
    expect(valuesOf(source, seen('sourceArn = E2DUNLIN', asked))).toEqual([
      'arn:aws:cloudfront::111122223333:distribution/E2DUNLIN',
    ])
  })

  it('tell of a guest whom a pool of Cognito lets in, where only guests are refused', () => {
    const amr = key('cognito-identity.amazonaws.com:amr', ['authenticated'], { isSet: true })
    expect(valuesOf(amr, seen('It happens only for guests.'))).toEqual(['unauthenticated'])
    expect(valuesOf(amr, seen('It fails for users who are logged in.'))).toBeNull()
  })

  it('stand behind names of the same words', () => {
    const bool = { families: ['bool'] as const }
    const share = key('ram:RequestedAllowsExternalPrincipals', ['false'], bool)
    expect(valuesOf(share, seen('allow_external_principals = true'))).toEqual(['true'])
    expect(valuesOf(share, seen('allow_external_principals = var.external'))).toBeNull()
    expect(valuesOf(share, seen('external = true'))).toBeNull()
    expect(valuesOf(key('x:Type', ['a']), seen('Type: Task'))).toBeNull()
  })

  it('are ARNs where the policies write ARNs', () => {
    const subnet = key('ec2:Subnet', ['arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a'])
    const text = seen('subnet_ids = ["subnet-0b", "subnet-0c"]', { action: 'ec2:CreateNetworkInterfacePermission' })
    expect(pastedValues([subnet], text)[0]).toMatchObject({
      values: ['arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0b'],
      listed: [
        'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0b',
        'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0c',
      ],
      parameter: 'subnet_ids',
    })
    // One that is listed and one that is not do not tell which of them the request has.
    expect(valuesOf(subnet, { ...text, text: 'subnet_ids = ["subnet-0a", "subnet-0b"]' })).toBeNull()
  })

  it('are the tags that a call sends, and none of those that it leaves out', () => {
    const text = seen('default_tags {\n  tags = { Owner = "core", Stage = "prod" }\n}', {
      action: 'rds:CreateDBInstance',
    })
    expect(valuesOf(key('aws:RequestTag/Owner'), text)).toEqual(['core'])
    expect(valuesOf(key('aws:RequestTag/CostCenter'), text)).toEqual([])
    // Its controller sends a tag of its own by itself, whatever a list of further tags holds.
    expect(valuesOf(key('aws:RequestTag/disks.csi.example/cluster'), text)).toBeNull()
    expect(valuesOf(key('aws:TagKeys', [], { isSet: true }), text)).toEqual(['Owner', 'Stage'])
    expect(valuesOf(key('aws:RequestTag/Owner'), seen('no list here'))).toBeNull()
  })

  it('are the tags of the kind that was refused, where a call says which kind they are for', () => {
    const tags = (specifications: string, resource: string) =>
      valuesOf(
        key('aws:RequestTag/Team'),
        seen(`aws ec2 run-instances --tag-specifications ${specifications}`, {
          action: 'ec2:RunInstances',
          resource: `arn:aws:ec2:eu-west-1:111122223333:${resource}`,
        }),
      )
    const ofInstance = "'ResourceType=instance,Tags=[{Key=Team,Value=red}]'"
    const ofVolume = "'ResourceType=volume,Tags=[{Key=Team,Value=blue}]'"
    expect(tags(ofInstance, 'instance/*')).toEqual(['red'])
    expect(tags(ofInstance, 'volume/*')).toEqual([])
    expect(tags(`${ofInstance} ${ofVolume}`, 'volume/*')).toEqual(['blue'])
  })

  it('are the tags that a command prints, of who calls or of the thing', () => {
    const printed = '$ aws iam list-user-tags --user-name lin\n{ "Tags": [ { "Key": "team", "Value": "Data" } ] }'
    const text = seen(printed, { action: 's3:PutObject' })
    expect(valuesOf(key('aws:PrincipalTag/team'), text)).toEqual(['Data'])
    expect(valuesOf(key('aws:ResourceTag/team'), text)).toBeNull()
    const thing = seen('$ aws ec2 describe-instances\n"Tags": [{"Key": "env", "Value": "dev"}]', {
      action: 'ec2:StopInstances',
    })
    expect(valuesOf(key('aws:ResourceTag/env'), thing)).toEqual(['dev'])
  })

  it('are the account for which a service calls: of two the one that does not own the resource', () => {
    const account = key('aws:SourceAccount', ['111122223333'])
    const topic = { action: 'sns:Publish', resource: 'arn:aws:sns:eu-west-1:111122223333:up', isOfService: true }
    expect(valuesOf(account, seen('bucket in 444455556666, topic in 111122223333', topic))).toEqual(['444455556666'])
    expect(valuesOf(account, seen('topic arn:aws:sns:eu-west-1:111122223333:up', topic))).toEqual(['111122223333'])
    expect(valuesOf(account, seen('of 444455556666 or 777788889999', topic))).toBeNull()
    // Where the bucket is tells more than what a policy tests, and more than the number of accounts.
    const ofBucket = { ...topic, principal: 's3.amazonaws.com' }
    const tests444 = 'policy has SourceAccount 444455556666, the bucket tea is in account 111122223333'
    expect(valuesOf(account, seen(tests444, ofBucket))).toEqual(['111122223333'])
    expect(valuesOf(account, seen('bucket policy in 444455556666', ofBucket))).toEqual(['444455556666'])
    const toBucket = { ...ofBucket, action: 's3:PutObject', resource: 'arn:aws:s3:::reports/*' }
    expect(valuesOf(account, seen('bucket in 111122223333, reports in 444455556666', toBucket))).toBeNull()
    // The account that is written to isn’t the one for which a service writes.
    expect(valuesOf(account, seen('destination s3://reports (account 444455556666)', topic))).toBeNull()
    expect(valuesOf(account, seen('444455556666', { ...topic, isOfService: false }))).toBeNull()
  })

  it('are who calls, as AWS names a session', () => {
    const id = key('aws:userid', ['*:ann'])
    expect(valuesOf(id, seen('{ "UserId": "AROAEXAMPLEID:bob", "Account": "111122223333" }'))).toEqual([
      'AROAEXAMPLEID:bob',
    ])
    expect(valuesOf(id, seen('{ "userId": "42", "name": "bob" }'))).toBeNull()
  })

  it('are the time of the call, and what the words of a service mean', () => {
    const now = key('aws:CurrentTime', [], { families: ['date'] })
    expect(valuesOf(now, seen('', { time: '2026-11-03T08:12:45' }))).toEqual(['2026-11-03T08:12:45Z'])
    expect(valuesOf(now, seen(''))).toBeNull()
    const dns = { action: 'route53:ChangeResourceRecordSets' }
    const types = key('route53:ChangeResourceRecordSetsRecordTypes', ['A'], { isSet: true })
    expect(valuesOf(types, seen('error presenting DNS01 for _acme-challenge.a.example.org.', dns))).toEqual(['TXT'])
    expect(valuesOf(types, seen('error of the provider', dns))).toBeNull()
  })

  it('are what the words mean beside the value that a policy writes', () => {
    const point = key('elasticfilesystem:AccessPointArn', [
      'arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0aaaaaaaa',
    ])
    expect(valuesOf(point, seen('mount -t efs -o tls,iam,accesspoint=fsap-0bbbbbbbb fs-1:/ /mnt'))).toEqual([
      'arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0bbbbbbbb',
    ])
    expect(valuesOf(point, seen('mount -t efs -o tls,iam fs-1:/ /mnt'))).toBeNull()
  })

  it('are an id that the policies do not name, where it is the only one', () => {
    const endpoint = key('aws:SourceVpce', ['vpce-0aaaaaaaaaaaaaaaa'])
    expect(valuesOf(endpoint, seen('through vpce-0bbbbbbbbbbbbbbbb'))).toEqual(['vpce-0bbbbbbbbbbbbbbbb'])
    expect(valuesOf(endpoint, seen('through vpce-0aaaaaaaaaaaaaaaa'))).toBeNull()
    expect(valuesOf(endpoint, seen('vpce-0bbbbbbbbbbbbbbbb or vpce-0cccccccccccccccc'))).toBeNull()
  })
})

describe('a text beside its policies', () => {
  it('has no statement of JSON, Terraform, YAML and code', () => {
    const policies = [
      '{"Statement": [{"Effect": "Allow", "Action": "a:B", "Condition": {"Bool": {"x:Secret": "1"}}}]}',
      'statement {\n  actions = ["a:B"]\n  condition {\n    values = ["Secret"]\n  }\n}',
      'Statement:\n  - Sid: One\n    Effect: Allow\n    Condition:\n      Bool:\n        x:Secret: 1\n',
      "new iam.PolicyStatement({ actions: ['a:B'], conditions: { Bool: { Secret: 1 } } })",
    ]
    for (const policy of policies) {
      const left = besidePolicies(`before = 1\n\n${policy}\n\nafter = 2`)
      expect(left).not.toContain('Secret')
      expect(left).toContain('before = 1')
      expect(left).toContain('after = 2')
    }
  })

  it('are read of a parameter whose last words make up the key', () => {
    const user = key('ec2:osuser', ['ec2-user'])
    const call = { action: 'ec2-instance-connect:SendSSHPublicKey' }
    expect(valuesOf(user, seen('aws x y --instance-os-user admin --z 1', call))).toEqual(['admin'])
    expect(valuesOf(user, seen('aws x y --os-user-id admin', call))).toBeNull()
    expect(
      valuesOf(
        key('kms:SigningAlgorithm', ['ECDSA_SHA_256']),
        seen(' --signing-algorithm ECDSA_SHA_512', { action: 'kms:Sign' }),
      ),
    ).toEqual(['ECDSA_SHA_512'])
  })

  it('are read of what a query of a command printed, and set by nothing', () => {
    const owner = key('ec2:Owner', ['amazon'])
    const text = 'aws ec2 describe-images --query \'Images[].[ImageId,OwnerId]\'\n[["ami-0a", "111122223333"]]'
    expect(pastedValues([owner], seen(text, { action: 'ec2:RunInstances' }))[0]).toMatchObject({
      values: ['111122223333'],
      parameter: null,
    })
  })

  it('are the age of a signature, by the time that it was made and that of the call', () => {
    const age = key('s3:signatureAge', ['600000'], { families: ['numeric'] })
    const url = 'https://b.s3.amazonaws.com/k?X-Amz-Date=20261101T100000Z&X-Amz-Expires=9'
    expect(valuesOf(age, seen(`${url} [01/Nov/2026:10:30:00 +0000]`))).toEqual(['1800000'])
    expect(valuesOf(age, seen(url, { time: '2026-11-01T10:00:05Z' }))).toEqual(['5000'])
    expect(valuesOf(age, seen(url))).toBeNull()
    expect(valuesOf(age, seen(url, { time: '2026-11-01T09:00:00Z' }))).toBeNull()
  })

  it('are those of a certificate, and the service whose command asks for a token', () => {
    const name = key('aws:PrincipalTag/x509Subject/CN', ['a.example.com'])
    expect(valuesOf(name, seen('subject=O = Kite, CN = b.example.com\n'))).toEqual(['b.example.com'])
    expect(valuesOf(name, seen('issuer=O = Kite, CN = b.example.com\n'))).toBeNull()
    expect(valuesOf(key('sts:AWSServiceName', ['x']), seen('aws codeartifact login'))).toEqual([
      'codeartifact.amazonaws.com',
    ])
    expect(valuesOf(key('sts:AWSServiceName', ['x']), seen('aws ecr get-login-password'))).toBeNull()
  })

  it('are the ARN for which a service encrypts, where the text names one of the kind', () => {
    const context = key('kms:EncryptionContext:aws:cloudtrail:arn', ['arn:aws:cloudtrail:*:111122223333:trail/*'])
    const trail = 'arn:aws:cloudtrail:eu-west-1:444455556666:trail/all'
    expect(valuesOf(context, seen(`TrailARN ${trail}.`))).toEqual([trail])
    expect(valuesOf(context, seen(`${trail} and arn:aws:cloudtrail:eu-west-1:444455556666:trail/one`))).toBeNull()
    expect(valuesOf(context, seen('arn:aws:cloudtrail:eu-west-1:444455556666:eventdatastore/one'))).toBeNull()
    const object = key('kms:EncryptionContext:aws:s3:arn', ['arn:aws:s3:::depot/*'])
    expect(valuesOf(object, seen('arn:aws:s3:::depot'))).toBeNull()
  })

  it('are all that a text shows of a key with several values', () => {
    const log = 'msg="Desired change: CREATE a.example A"\nmsg="Desired change: CREATE b.example TXT"'
    const seenLog = seen(log, { action: 'route53:ChangeResourceRecordSets' })
    const types = key('route53:ChangeResourceRecordSetsRecordTypes', ['A'], { isSet: true })
    expect(valuesOf(types, seenLog)).toEqual(['A', 'TXT'])
  })

  it('are a topic that is printed, where a topic is what the policy names', () => {
    const printed = seen('"topicArn": "arn:aws:sns:eu-west-1:111122223333:orders"', { action: 'sqs:SendMessage' })
    const named = (arn: string) => valuesOf(key('aws:SourceArn', [arn], { families: ['arn'] }), printed)
    expect(named('arn:aws:sns:eu-west-1:444455556666:orders')).toEqual(['arn:aws:sns:eu-west-1:111122223333:orders'])
    expect(named('arn:aws:events:eu-west-1:444455556666:rule/orders')).toBeNull()
  })

  it('are the method of the call that a command makes', () => {
    const method = key('vpc-lattice-svcs:RequestMethod', ['GET'])
    const call = (text: string) => seen(text, { action: 'vpc-lattice-svcs:Invoke' })
    expect(valuesOf(method, call('awscurl -X POST https://orders'))).toEqual(['POST'])
    expect(valuesOf(method, call('awscurl https://orders'))).toBeNull()
  })

  it('are no delimiter where a command lists all below a prefix, as one level of it has one', () => {
    const delimiter = key('s3:delimiter', ['/'])
    const listing = (text: string) => {
      const call = {
        ...{ service: 's3', operation: 'ListObjectsV2', parameters: {}, isWhole: true },
        span: [0, text.length] as const,
      }
      return valuesOf(delimiter, seen(text, { action: 's3:ListBucket', call }))
    }
    expect(listing('aws s3 sync s3://wren/home/ .')).toEqual([])
    expect(listing('aws --profile a s3 cp s3://wren/home/ . --recursive')).toEqual([])
    expect(listing('aws s3 ls s3://wren/home/')).toBeNull()
    expect(listing('aws s3api list-objects-v2 --bucket wren')).toBeNull()
  })

  it('are the external id that somebody is said to send', () => {
    const id = key('sts:ExternalId', ['kt-4711'])
    const said = (text: string) => valuesOf(id, seen(text, { action: 'sts:AssumeRole' }))
    expect(said('They send the ExternalId kt-4711, I checked.')).toEqual(['kt-4711'])
    expect(said('The vendor uses external id "kt-4712".')).toEqual(['kt-4712'])
    expect(said('The partner (444455556666) passes external id kt-4711.')).toEqual(['kt-4711'])
    expect(said('They do not send the ExternalId kt-4711.')).toBeNull()
    expect(said('Do they send the ExternalId kt-4711?')).toBeNull()
    expect(said('They should send the ExternalId kt-4711.')).toBeNull()
    expect(said('They use an external id of ours.')).toBeNull()
  })

  it('are the tags of one thing, as a command prints them', () => {
    const text = seen('TAGS\tOwner\ti-0a9b8c7d6e5f40312\tinstance\tLena\nTAGS\tStage\tprod', {
      action: 'ec2:StopInstances',
    })
    expect(valuesOf(key('ec2:ResourceTag/Owner'), text)).toEqual(['Lena'])
    expect(valuesOf(key('ec2:ResourceTag/Stage'), text)).toEqual(['prod'])
  })
})
