import { describe, expect, it } from 'vitest'
import { buildCase } from './build-case'
import { setHole } from '../edit/edit-draft'
import { EMPTY_DRAFT, type Draft } from '../draft'

const draftOf = (paste: string, more: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, paste, ...more })

const USER = 'arn:aws:iam::111122223333:user/nora'
const refused = (action: string, resource: string | null, principal = USER) =>
  `User: ${principal} is not authorized to perform: ${action}${resource === null ? '' : ` on resource: ${resource}`} because no identity-based policy allows the ${action} action`

describe('buildCase', () => {
  it('takes what the text says, and says so', () => {
    const resource = 'arn:aws:sqs:eu-west-1:111122223333:orders'
    const { accessCase, fields, missing, denial } = buildCase(draftOf(refused('sqs:SendMessage', resource)))
    expect(accessCase.request).toMatchObject({
      principal: USER,
      action: 'sqs:SendMessage',
      resource,
      otherContext: 'unknown',
    })
    expect(fields.principal).toEqual({ value: USER, origin: 'said', inference: null, fromPaste: USER })
    expect(fields.resourceAccount).toMatchObject({
      value: '111122223333',
      origin: 'inferred',
      inference: 'account-of-resource',
    })
    expect(missing).toEqual([])
    expect(denial?.layer).toBe('identity')
    expect(accessCase.policies).toEqual({ otherLayers: 'unknown', noneAttached: [] })
  })

  it('asks for a database user of Redshift as Redshift does: as the service, with the user as external ID', () => {
    const user = 'arn:aws:redshift:eu-west-1:111122223333:dbuser:dw/etl'
    const role = 'arn:aws:iam::111122223333:role/dwLoad'
    const { accessCase } = buildCase(draftOf(`ERROR: User ${user} is not authorized to assume IAM Role ${role}`))
    expect(accessCase.request).toMatchObject({
      principal: 'redshift.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: role,
      context: { 'sts:ExternalId': user },
    })
    expect(buildCase(draftOf(refused('sts:AssumeRole', role))).accessCase.request.context).not.toHaveProperty(
      'sts:ExternalId',
    )
  })

  it('leaves out what nobody said: without a principal, an action or a resource there is nothing to judge', () => {
    expect(buildCase(EMPTY_DRAFT)).toMatchObject({
      missing: ['principal', 'action', 'resource'],
      accessCase: { request: { principal: '', action: '', resource: '' } },
      denial: null,
    })
    const bare = buildCase(
      draftOf('An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'),
    )
    expect(bare.fields.action).toMatchObject({
      value: 's3:GetObject',
      origin: 'inferred',
      inference: 'action-from-operation',
    })
    expect(bare.missing).toEqual(['principal', 'resource'])
  })

  it('lets an edit win, and keeps what the paste gives beside it', () => {
    const draft = draftOf(refused('s3:GetObject', 'arn:aws:s3:::a/b'), { request: { resource: ' arn:aws:s3:::a/c ' } })
    const { fields, accessCase } = buildCase(draft)
    expect(fields.resource).toEqual({
      value: 'arn:aws:s3:::a/c',
      origin: 'edited',
      inference: null,
      fromPaste: 'arn:aws:s3:::a/b',
    })
    expect(accessCase.request.resource).toBe('arn:aws:s3:::a/c')
    expect(buildCase({ ...draft, request: { principal: '' } }).missing).toEqual(['principal'])
  })

  it('takes the chosen one of several denials, and the first where there is none of that number', () => {
    const paste = `${refused('s3:GetObject', 'arn:aws:s3:::a/b')}\n${refused('s3:PutObject', 'arn:aws:s3:::a/b')}`
    const action = (chosen: number) => buildCase(draftOf(paste, { chosen })).fields.action.value
    expect([0, 1, 9].map(action)).toEqual(['s3:GetObject', 's3:PutObject', 's3:GetObject'])
  })

  it('makes no request of an error that is no denial', () => {
    const throttled = 'An error occurred (ThrottlingException) when calling the ListUsers operation: Rate exceeded'
    expect(buildCase(draftOf(throttled))).toMatchObject({ denial: null, missing: ['principal', 'action', 'resource'] })
  })

  it.each([
    ['an action without a resource', refused('s3:ListAllMyBuckets', null), '*', 'action-takes-no-resource'],
    [
      'a role named in words',
      refused('iam:GetRole', 'role deploy/app'),
      'arn:aws:iam::111122223333:role/deploy/app',
      'resource-from-phrase',
    ],
    [
      'an instance profile named in words',
      refused('iam:GetInstanceProfile', 'instance profile web'),
      'arn:aws:iam::111122223333:instance-profile/web',
      'resource-from-phrase',
    ],
  ])('infers the resource of %s', (_, paste, value, inference) => {
    expect(buildCase(draftOf(paste)).fields.resource).toMatchObject({ value, origin: 'inferred', inference })
  })

  it.each([
    ['no ARN', refused('dynamodb:GetItem', 'orders')],
    ['a message with its reason whose resource was cut out', refused('sqs:SendMessage', null)],
    ['a bare refusal of an action that has a resource', `User: ${USER} is not authorized to perform: s3:GetObject`],
  ])('does not judge a resource that would match no policy: %s', (_, paste) => {
    const { fields, missing } = buildCase(draftOf(paste))
    expect(missing).toEqual(['resource'])
    expect(fields.resource).toMatchObject({ value: '', origin: 'missing' })
  })

  it.each(['s3:***', 's3:Get*', 's3:Get…', '<action>'])(
    'judges no %s that is typed, and keeps it in its field',
    (action) => {
      const draft = { ...draftOf(''), request: { action } }
      expect(buildCase(draft).accessCase.request.action).toBe('')
      expect(buildCase(draft).missing).toContain('action')
      expect(draft.request.action).toBe(action)
    },
  )

  it('takes an action that an ellipsis cuts off for none, and one before words that are left out for itself', () => {
    const actionOf = (text: string) =>
      buildCase(draftOf(`User: arn:aws:iam::111122223333:user/maya is not authorized to perform: ${text}`)).accessCase
        .request.action
    expect(actionOf('s3:GetObj… on resource: arn:aws:s3:::maps/1')).toBe('')
    expect(actionOf('s3:GetObj...')).toBe('')
    expect(actionOf('s3:GetObject ... because no identity-based policy allows the s3:GetObject action')).toBe(
      's3:GetObject',
    )
  })

  it.each(['s3:***', 's3:Get*', 's3:<action>', 's3:...'])(
    'asks for no action that no request can be for, as where its name is masked: %s',
    (action) => {
      const { missing, accessCase } = buildCase(draftOf(refused(action, 'arn:aws:s3:::logs/k')))
      expect([missing, accessCase.request.action]).toEqual([['action'], ''])
    },
  )

  it.each([
    ['********3333', 'arn:aws:execute-api:eu-west-1:********3333:a1/prod/GET/x', ['********']],
    ['a masked name', 'arn:aws:s3:::***/key', ['***']],
    ['an ellipsis', 'arn:aws:s3:::logs/...', ['...']],
    ['an account of ten digits', 'arn:aws:sqs:eu-west-1:1234567890:orders', ['1234567890']],
    ['a blank account', 'arn:aws:sqs:eu-west-1::orders', ['<account left blank>']],
  ])('keeps what is masked or left out as a hole, without guessing what it is: %s', (_, resource, holes) => {
    const { accessCase, missing, fields } = buildCase(draftOf(refused('sqs:SendMessage', resource)))
    expect(missing).toEqual([])
    expect(fields.resource).toMatchObject({ value: resource, origin: 'said' })
    expect(accessCase.holes).toEqual(holes)
  })

  it('knows the same mask in the error and in a policy as one hole, which the user can fill and take back', () => {
    const identity = {
      state: 'given',
      policies: [{ name: 'p', text: '{"Resource": "arn:aws:sqs:*:<acct>:orders"}' }],
    } as const
    const masked = refused('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:<acct>:orders', 'arn:aws:iam::<acct>:user/alice')
    const draft = draftOf(masked, { layers: { ...EMPTY_DRAFT.layers, identity } })
    expect(buildCase(draft).holes).toEqual([
      {
        name: '<acct>',
        value: null,
        isLoose: false,
        shown: null,
        fields: ['principal', 'resource'],
        policies: 1,
        isEllipsis: false,
      },
    ])
    const filled = setHole(draft, '<acct>', '111122223333')
    expect(buildCase(filled).accessCase.filled).toEqual({ '<acct>': '111122223333' })
    expect(setHole(filled, '<acct>', null)).toEqual(draft)
  })

  it('takes digits that are no account for a hole, also beside an account that begins with them', () => {
    const text = JSON.stringify({ Resource: 'arn:aws:sqs:*:1111222233:orders' })
    const identity = { state: 'given', policies: [{ name: 'p', text }] } as const
    const draft = draftOf(refused('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders'), {
      layers: { ...EMPTY_DRAFT.layers, identity },
    })
    expect(buildCase(draft).holes).toMatchObject([{ name: '1111222233', fields: [], policies: 1 }])
  })

  it('takes a resource for one of the caller’s account only where its ARN has no place for another', () => {
    const accountOf = (resource: string) =>
      buildCase(draftOf(refused('sqs:SendMessage', resource))).accessCase.request.resourceAccount
    expect(accountOf('arn:aws:s3:::logs/k')).toBe('111122223333')
    expect(accountOf('*')).toBe('111122223333')
    for (const account of ['***', '<acct>', '1234567890', '...', ''])
      expect(accountOf(`arn:aws:sqs:eu-west-1:${account}:orders`), account).toBeUndefined()
  })

  it.each([
    ['account and name of the caller', 'arn:aws:iam::***:user/***', 'arn:aws:s3:::logs/k'],
    ['account and Region', 'arn:aws:iam::[REDACTED]:user/a', 'arn:aws:sqs:[REDACTED]:[REDACTED]:q'],
    ['names of two things', 'arn:aws:iam::111122223333:user/XXXX', 'arn:aws:s3:::XXXX/k'],
    ['bucket and object', 'arn:aws:iam::111122223333:user/a', 'arn:aws:s3:::###/###'],
  ])('knows a mask that says nothing as several texts where it hides %s', (_, principal, resource) => {
    const { holes, accessCase } = buildCase(draftOf(refused('sqs:SendMessage', resource, principal)))
    expect(holes).toMatchObject([{ isLoose: true, isEllipsis: true, value: null }])
    expect(accessCase.looseHoles).toEqual(accessCase.holes)
  })

  it.each([
    ['accounts alone', 'arn:aws:iam::***:user/a', 'arn:aws:sqs:eu-west-1:***:q'],
    ['one name', 'arn:aws:iam::111122223333:user/a', 'arn:aws:s3:::***/k'],
    ['what a reference names', 'arn:aws:iam::111122223333:user/app-${Stage}', 'arn:aws:s3:::logs-${Stage}/k'],
    ['what its words name', 'arn:aws:iam::<acct>:user/a', 'arn:aws:s3:::logs-<acct>/k'],
  ])('knows a hole as one text where it hides %s', (_, principal, resource) => {
    const { holes, accessCase } = buildCase(draftOf(refused('sqs:SendMessage', resource, principal)))
    expect(holes).toMatchObject([{ isLoose: false }])
    expect(accessCase.looseHoles).toBeUndefined()
  })

  it('takes a run of asterisks in a policy for a mask, and one at the end of a path for a wildcard in bold type', () => {
    const holesOf = (Resource: string) => {
      const identity = { state: 'given', policies: [{ name: 'p', text: JSON.stringify({ Resource }) }] } as const
      const paste = refused('s3:GetObject', 'arn:aws:s3:::maps/k')
      return buildCase(draftOf(paste, { layers: { ...EMPTY_DRAFT.layers, identity } })).accessCase.holes
    }
    for (const masked of ['arn:aws:s3:::***/*', 'arn:aws:s3:::***', 'arn:aws:s3:::maps-***/*', '***'])
      expect(holesOf(masked), masked).toEqual(['***'])
    for (const wild of ['arn:aws:s3:::maps/***', 'arn:aws:s3:::maps/**', 'arn:aws:sqs:*:*:*', '*'])
      expect(holesOf(wild), wild).toBeUndefined()
  })

  it('takes a blank between the colons of a policy’s ARN for a hole only where the request leaves the same blank', () => {
    const holesOf = (resource: string, asked = 'arn:aws:sqs::111122223333:orders') => {
      const identity = {
        state: 'given',
        policies: [{ name: 'p', text: JSON.stringify({ Resource: resource }) }],
      } as const
      const paste = refused('sqs:SendMessage', asked)
      const { holes } = buildCase(draftOf(paste, { layers: { ...EMPTY_DRAFT.layers, identity } }))
      return holes.filter(({ name }) => name.includes('in a policy'))
    }
    const hole = { value: null, isLoose: false, shown: null, fields: [], policies: 1, isEllipsis: true }
    const masked = 'arn:aws:sqs:eu-west-1::orders'
    expect(holesOf(masked, masked)).toEqual([{ name: '<account left blank in a policy>', ...hole }])
    expect(holesOf('arn:aws:sns::111122223333:news')).toEqual([{ name: '<Region left blank in a policy>', ...hole }])
    expect(holesOf(masked)).toEqual([])
    expect(holesOf(masked, 'arn:aws:sqs:eu-west-1:111122223333:orders')).toEqual([])
    for (const whole of [
      'arn:aws:iam::111122223333:role/app',
      'arn:aws:s3:::logs/*',
      'arn:aws:route53:::hostedzone/*',
      'arn:aws:apigateway:eu-west-1::/apis/a',
      'arn:aws:ec2:*::image/*',
      'arn:aws:ssm:eu-west-1::document/AWS-RunShellScript',
      'arn:aws:cloudfront::111122223333:distribution/E1',
    ])
      expect(holesOf(whole), whole).toEqual([])
  })

  it('takes no name, wildcard or policy variable of a policy for a hole', () => {
    const text = '{"Resource": ["arn:aws:s3:::xxx-logs/*", "arn:aws:s3:::home/${aws:username}/?"]}'
    const identity = { state: 'given', policies: [{ name: 'p', text }] } as const
    const draft = draftOf(refused('s3:GetObject', 'arn:aws:s3:::a/b'), { layers: { ...EMPTY_DRAFT.layers, identity } })
    expect(buildCase(draft).holes).toEqual([])
  })

  it('takes the caller’s account where the ARN has none, and says that it is taken so', () => {
    const { fields } = buildCase(draftOf(refused('s3:GetObject', 'arn:aws:s3:::a/b')))
    expect(fields.resourceAccount).toMatchObject({
      value: '111122223333',
      origin: 'inferred',
      inference: 'account-of-principal',
    })
    expect(
      buildCase(draftOf(refused('s3:GetObject', 'arn:aws:s3:::a/b', 'ec2.amazonaws.com'))).fields.resourceAccount
        .origin,
    ).toBe('missing')
  })
})

describe('the context of a built case', () => {
  const keys = (draft: Draft) =>
    Object.fromEntries(
      buildCase(draft).context.map(({ key, state, values, origin, inference }) => [
        key,
        [state, values, inference ?? origin],
      ]),
    )
  const queue = refused('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders')

  it('infers the Region from the resource, and HTTPS', () => {
    expect(keys(draftOf(queue))).toEqual({
      'aws:RequestedRegion': ['known', ['eu-west-1'], 'region-of-resource'],
      'aws:SecureTransport': ['known', ['true'], 'https-is-usual'],
    })
  })

  it('knows whether a mount is encrypted by its options alone, never by what is usual', () => {
    const denial = refused(
      'elasticfilesystem:ClientMount',
      'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a',
    )
    const tls = (command: string) => keys(draftOf(`${denial}\n${command}`))['aws:SecureTransport']
    expect(tls('sudo mount -t efs fs-0a:/ /mnt')).toEqual(['known', ['false'], 'option-of-mount'])
    // What is mounted from the file system's own address goes past the mount helper, so without TLS.
    const direct = 'mount.nfs: access denied by server while mounting fs-0a1b2c3d.efs.eu-west-1.amazonaws.com:/'
    expect(tls(`${direct}\n# mount -t efs -o tls fs-0a1b2c3d:/ /mnt`)).toEqual(['known', ['false'], 'option-of-mount'])
    expect(tls('mount.nfs4: access denied by server while mounting 127.0.0.1:/')).not.toEqual([
      'known',
      ['false'],
      'option-of-mount',
    ])
    expect(tls('sudo mount -t efs -o tls,iam fs-0a:/ /mnt')).toEqual(['known', ['true'], 'option-of-mount'])
    expect(tls('the pod does not start')).toBeUndefined()
  })

  it('knows the ACL with which AWS’s services deliver', () => {
    const by = (service: string) =>
      keys(
        draftOf(
          `User: ${service} is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::logs/AWSLogs/x because no resource-based policy allows the s3:PutObject action`,
        ),
      )['s3:x-amz-acl']
    expect(by('config.amazonaws.com')).toEqual(['known', ['bucket-owner-full-control'], 'sent-by-service'])
    expect(by('arn:aws:iam::111122223333:user/ana')).toBeUndefined()
  })

  it('knows the service of a role that is to be created for one, by its path', () => {
    const role = (path: string) => refused('iam:CreateServiceLinkedRole', `arn:aws:iam::111122223333:role/${path}`)
    expect(keys(draftOf(role('aws-service-role/es.amazonaws.com/AWSServiceRoleForES')))['iam:AWSServiceName']).toEqual([
      'known',
      ['es.amazonaws.com'],
      'service-of-linked-role',
    ])
    expect(keys(draftOf(role('*')))).not.toHaveProperty('iam:AWSServiceName')
  })

  it('takes a call for one without TLS only where its address says so', () => {
    const at = (address: string) => keys(draftOf(`endpoint_url="${address}"\n${queue}`))['aws:SecureTransport']?.[1]
    expect(at('http://sqs.eu-west-1.amazonaws.com')).toEqual(['false'])
    expect(at('https://sqs.eu-west-1.amazonaws.com')).toEqual(['true'])
  })

  it('a call of Glue below a query of Athena is made by Athena for the caller', () => {
    const table = refused('glue:GetTable', 'arn:aws:glue:eu-west-1:111122223333:catalog')
    const via = (text: string) => keys(draftOf(`${text}\n${table}`))['aws:ViaAWSService']?.[1]
    expect(via('aws athena start-query-execution --work-group bills')).toEqual(['true'])
    expect(via('aws glue get-table --name bills')).toBeUndefined()
  })

  it('knows the Region of global services, by partition', () => {
    const china = refused('iam:GetUser', 'arn:aws-cn:iam::111122223333:user/x', 'arn:aws-cn:iam::111122223333:user/y')
    expect(keys(draftOf(refused('iam:GetUser', USER)))['aws:RequestedRegion']).toEqual([
      'known',
      ['us-east-1'],
      'region-of-global-service',
    ])
    expect(keys(draftOf(china))['aws:RequestedRegion']).toEqual(['known', ['cn-north-1'], 'region-of-global-service'])
    expect(keys(draftOf(refused('s3:GetObject', 'arn:aws:s3:::a/b')))).not.toHaveProperty('aws:RequestedRegion')
  })

  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
  it('knows that a call that only sets tags names no creating operation', () => {
    const volume = 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a1b2c3d'
    const error = (operation: string) =>
      draftOf(
        `An error occurred (UnauthorizedOperation) when calling the ${operation} operation: ${refused('ec2:CreateTags', volume)}`,
      )
    expect(keys(error('CreateTags'))['ec2:CreateAction']).toEqual(['absent', [], 'tags-alone'])
    expect(keys(error('CreateVolume'))).not.toHaveProperty('ec2:CreateAction')
  })

  it('infers which service calls KMS, only where another operation was called', () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
    const error = (operation: string, action: string) =>
      draftOf(`An error occurred (AccessDenied) when calling the ${operation} operation: ${refused(action, key)}`)
    expect(keys(error('PutObject', 'kms:GenerateDataKey'))['kms:ViaService']).toEqual([
      'known',
      ['s3.eu-west-1.amazonaws.com'],
      'service-that-calls-kms',
    ])
    expect(keys(error('PutObject', 'kms:GenerateDataKey'))['aws:ViaAWSService']?.[1]).toEqual(['true'])
    // Who calls KMS comes through no service, and makes no grant as one.
    expect(keys(error('Decrypt', 'kms:Decrypt'))['kms:ViaService']).toEqual(['absent', [], 'called-directly'])
    expect(keys(error('CreateGrant', 'kms:CreateGrant'))['kms:GrantIsForAWSResource']?.[1]).toEqual(['false'])
    expect(keys(error('PutObject', 'kms:GenerateDataKey'))).not.toHaveProperty('kms:GrantIsForAWSResource')
    const passedOn = draftOf(`${refused('kms:Decrypt', key)} (Service: AWSKMS; Status Code: 400)`)
    expect(keys(passedOn)).not.toHaveProperty('kms:ViaService')
  })

  it('infers where Secrets Manager asked for the key that it was refused', () => {
    const secret = (region: string) => `arn:aws:secretsmanager:${region}:111122223333:secret:tide/mail-a1B2c3`
    const error = (words: string) =>
      keys(draftOf(`unable to retrieve secret from asm: ${words}: AccessDeniedException: Access to KMS is not allowed`))
    expect(error(`failed to fetch secret ${secret('eu-west-1')}`)['kms:ViaService']).toEqual([
      'known',
      ['secretsmanager.eu-west-1.amazonaws.com'],
      'service-that-calls-kms',
    ])
    const key = 'arn:aws:kms:eu-north-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
    expect(error(`key "tide/mail": KmsKeyId ${key}`)['kms:ViaService']?.[1]).toEqual([
      'secretsmanager.eu-north-1.amazonaws.com',
    ])
    // A replica is made with a key of its own Region, which the ARN of the first does not tell.
    expect(error(`failed to make a replica of ${secret('eu-west-1')}`)).not.toHaveProperty('kms:ViaService')
    expect(error(`${secret('eu-west-1')}, ${secret('us-east-1')}`)).not.toHaveProperty('kms:ViaService')
  })

  it('takes the parameters of the command, and what a whole command does not give, only for its own action', () => {
    const error = (command: string, operation: string) =>
      draftOf(
        `$ aws ${command}\n\nAn error occurred (AccessDenied) when calling the ${operation} operation: Access Denied`,
      )
    const put = keys(error('s3 cp f s3://logs/k --acl public-read', 'PutObject'))
    expect(put['s3:x-amz-acl']).toEqual(['known', ['public-read'], 'parameter-of-call'])
    expect(put['s3:x-amz-server-side-encryption']).toEqual(['absent', [], 'not-in-call'])
    const role = keys(
      error('iam create-role --role-name app --assume-role-policy-document file://t.json', 'CreateRole'),
    )
    expect(role['iam:PermissionsBoundary']).toEqual(['absent', [], 'not-in-call'])
    const cut = keys(error('iam create-role --role-name app ...', 'CreateRole'))
    expect(cut).not.toHaveProperty('iam:PermissionsBoundary')
    expect(keys(error('s3 ls s3://logs', 'PutObject'))).not.toHaveProperty('s3:x-amz-acl')
  })

  it('names a service by its principal', () => {
    const text = 'CodeBuild is not authorized to perform: sts:AssumeRole on arn:aws:iam::111122223333:role/build'
    expect(buildCase(draftOf(text)).fields.principal).toMatchObject({
      value: 'codebuild.amazonaws.com',
      origin: 'inferred',
    })
  })

  it('lets the user win over the text, whatever the case of the key', () => {
    const draft = draftOf(queue, {
      context: {
        'AWS:requestedregion': { state: 'known', values: ['us-east-1'] },
        'aws:MultiFactorAuthPresent': { state: 'absent' },
        'aws:SecureTransport': { state: 'unknown' },
      },
    })
    expect(buildCase(draft).accessCase.request).toMatchObject({
      context: { 'AWS:requestedregion': 'us-east-1' },
      absentContext: ['aws:MultiFactorAuthPresent'],
      unknownContext: ['aws:SecureTransport'],
    })
    expect(keys(draft)['aws:SecureTransport']).toEqual(['unknown', [], 'edited'])
  })

  it('keeps a list of one a list where it is said to be one', () => {
    const known = { state: 'known', values: ['a'] } as const
    const draft = draftOf(queue, { context: { 'aws:TagKeys': { ...known, multivalued: true }, 'aws:userid': known } })
    expect(buildCase(draft).accessCase.request.context).toMatchObject({ 'aws:TagKeys': ['a'], 'aws:userid': 'a' })
  })
})

describe('the policies of a built case', () => {
  const policy = { name: 'p', text: '{ broken' }
  it('tells given, none attached and not given apart, and keeps the editor’s text', () => {
    const { layers } = EMPTY_DRAFT
    const draft: Draft = {
      ...EMPTY_DRAFT,
      layers: {
        ...layers,
        identity: { state: 'given', policies: [{ ...policy, source: 'role' }] },
        boundary: { state: 'none', policies: [policy] },
        session: { state: 'given', policies: [] },
        resource: { state: 'given', policies: [policy] },
        scp: {
          state: 'given',
          levels: [
            { target: 'Root', policies: [] },
            { target: 'Account', policies: [policy] },
          ],
        },
        rcp: { state: 'none', levels: [] },
      },
    }
    expect(buildCase(draft).accessCase.policies).toEqual({
      identity: [{ name: 'p', document: '{ broken', source: 'role' }],
      resource: { name: 'p', document: '{ broken' },
      scps: [
        { target: 'Root', policies: [] },
        { target: 'Account', policies: [{ name: 'p', document: '{ broken' }] },
      ],
      otherLayers: 'unknown',
      noneAttached: ['boundary', 'session', 'rcps'],
    })
  })
})
