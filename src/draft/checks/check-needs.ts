/** What a need of a call is on: a KMS key, a role, the same resource, or one of EC2's types of resources. */
export type NeedTarget =
  | 'key'
  | 'role'
  | 'same'
  | 'instance'
  | 'volume'
  | 'network-interface'
  | 'image'
  | 'subnet'
  | 'security-group'
  | 'key-pair'

/** When a call has the need: a code of `NEED_MESSAGES`. */
export type NeedCode = keyof typeof NEED_MESSAGES

/** A further permission that a call can need, on its own resource. */
export interface CheckNeed {
  readonly action: string
  readonly on: NeedTarget
  readonly when: NeedCode
}

/** When a call has a need. */
export const NEED_MESSAGES = {
  'object-encrypted': 'if the object is encrypted with a KMS key',
  multipart: 'if a large object is uploaded in parts and encrypted with a KMS key',
  'sets-acl': 'if the call sets an ACL',
  'sets-tags': 'if the call sets tags',
  'queue-encrypted': 'if the queue is encrypted with a KMS key',
  'topic-encrypted': 'if the topic is encrypted with a KMS key',
  'secret-encrypted': 'if the secret is encrypted with a customer managed KMS key',
  'parameter-secure': 'if the parameter is a SecureString under a customer managed KMS key',
  'stream-encrypted': 'if the stream is encrypted with a KMS key',
  'volume-encrypted': 'if a volume or its snapshot is encrypted with a customer managed KMS key',
  'passes-role': 'if the call hands a role to the service',
  'each-resource': 'EC2 checks each resource of the launch by itself',
  'if-named': 'if the launch names one: EC2 checks each resource by itself',
  'listed-by-aws': 'AWS lists it among the actions that this one can need',
} as const

const S3_KMS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html'
const PASS_ROLE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'
const RUN_INSTANCES =
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances'
const EBS =
  'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html#ebs-encryption-permissions'
const FORWARDED = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html'

/** Where AWS describes each need. */
export const NEED_PAGES: Readonly<Record<NeedCode, string>> = {
  'object-encrypted': S3_KMS,
  multipart: S3_KMS,
  'sets-acl': 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
  'sets-tags': 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
  'queue-encrypted':
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
  'topic-encrypted': 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  'secret-encrypted': 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
  'parameter-secure': 'https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html',
  'stream-encrypted': 'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
  'volume-encrypted': EBS,
  'passes-role': PASS_ROLE,
  'each-resource': RUN_INSTANCES,
  'if-named': RUN_INSTANCES,
  'listed-by-aws': FORWARDED,
}

const need = (action: string, on: NeedTarget, when: NeedCode): CheckNeed => ({ action, on, when })
const decrypt = (when: NeedCode) => need('kms:Decrypt', 'key', when)
const dataKey = (when: NeedCode) => need('kms:GenerateDataKey', 'key', when)
const passRole = need('iam:PassRole', 'role', 'passes-role')
const grant = need('kms:CreateGrant', 'key', 'volume-encrypted')
const launches = (on: NeedTarget, when: NeedCode) => need('ec2:RunInstances', on, when)

/** What calls can need besides their own action, by action in lower case. */
export const CHECK_NEEDS: Readonly<Record<string, readonly CheckNeed[]>> = {
  's3:getobject': [decrypt('object-encrypted')],
  's3:getobjectversion': [decrypt('object-encrypted')],
  's3:getobjectattributes': [decrypt('object-encrypted')],
  's3:putobject': [
    dataKey('object-encrypted'),
    decrypt('multipart'),
    need('s3:PutObjectAcl', 'same', 'sets-acl'),
    need('s3:PutObjectTagging', 'same', 'sets-tags'),
  ],
  'sqs:sendmessage': [dataKey('queue-encrypted'), decrypt('queue-encrypted')],
  'sqs:receivemessage': [decrypt('queue-encrypted')],
  'sns:publish': [dataKey('topic-encrypted'), decrypt('topic-encrypted')],
  'kinesis:putrecord': [dataKey('stream-encrypted')],
  'kinesis:putrecords': [dataKey('stream-encrypted')],
  'kinesis:getrecords': [decrypt('stream-encrypted')],
  'secretsmanager:getsecretvalue': [decrypt('secret-encrypted')],
  'secretsmanager:putsecretvalue': [dataKey('secret-encrypted'), decrypt('secret-encrypted')],
  'secretsmanager:createsecret': [dataKey('secret-encrypted'), decrypt('secret-encrypted')],
  'ssm:getparameter': [decrypt('parameter-secure')],
  'ssm:getparameters': [decrypt('parameter-secure')],
  'ssm:getparametersbypath': [decrypt('parameter-secure')],
  'ec2:runinstances': [
    launches('instance', 'each-resource'),
    launches('image', 'each-resource'),
    launches('subnet', 'each-resource'),
    launches('network-interface', 'each-resource'),
    launches('security-group', 'each-resource'),
    launches('volume', 'each-resource'),
    launches('key-pair', 'if-named'),
    passRole,
    grant,
  ],
  'ec2:startinstances': [grant],
  'ec2:attachvolume': [grant],
  'lambda:createfunction': [passRole],
  'lambda:updatefunctionconfiguration': [passRole],
  'ecs:runtask': [passRole],
  'ecs:registertaskdefinition': [passRole],
  'ecs:createservice': [passRole],
  'cloudformation:createstack': [passRole],
  'glue:createjob': [passRole],
  'states:createstatemachine': [passRole],
  'sagemaker:createtrainingjob': [passRole],
  'events:puttargets': [passRole],
}
