import { isPrivateAddress } from '../../iam/private-address'
import type { RequestChange } from './key-row'
import { MFA_SESSION, WITHOUT_REGION } from './shared-values'

/** How whoever calls brings a condition key to a value that a policy accepts, by the name of its row: only what tells of a test needs it. */
export const KEY_CHANGES: Readonly<Record<string, RequestChange>> = {
  'aws:PrincipalArn': {
    callers: ['root'],
    leaves: (value) => value.endsWith(':root'),
    isOwn: true,
    words: { beyond: 'Call as a role or an IAM user of the account: this Deny is for its root user.' },
  },
  'aws:userid': {
    callers: ['roleSession'],
    // Of other values it is the role that differs.
    never: (value) => !/^AROA\w{8,40}:[\w+=,.@-]{2,64}$/.test(value),
    isOwn: true,
    words: {
      among:
        'Call from a session with the ID {values}. The session’s name follows the colon. Set it where that role is assumed: `--role-session-name`, or `role_session_name` in the role’s own profile.',
    },
  },
  'aws:TokenIssueTime': {
    isOwn: true,
    words: {
      among: 'Sign in again, or assume the role again, and make the request with the new credentials.',
      compared:
        'Sign in again, or assume the role again: sessions made before a certain time are revoked, and a new one is not.',
    },
  },
  'aws:MultiFactorAuthAge': {
    callers: ['user'],
    isOwn: true,
    run: MFA_SESSION,
    words: {
      among: 'Sign in with MFA again, and make the request with the new session.',
      present: 'Make the request with a session that was made with MFA, not with long-term access keys.',
      compared: 'Sign in with MFA again: the session is too old. Make the request with the new one.',
    },
  },
  'aws:MultiFactorAuthPresent': {
    reaches: ['true'],
    callers: ['user'],
    isOwn: true,
    run: MFA_SESSION,
    words: {
      among:
        'Sign in with MFA: long-term access keys carry none. Get a session with the code of the MFA device, and make the request with its credentials.',
      present: 'Make the request with temporary credentials, not with long-term access keys: get a session with MFA.',
    },
  },
  'aws:SourceIp': {
    never: isPrivateAddress,
    words: {
      among: 'Make the request from {values}: from that network or its VPN, and not through a VPC endpoint.',
      beyond: 'Make the request from another address than {values}.',
    },
  },
  'aws:SourceVpc': {
    words: {
      among: 'Make the request from the VPC {values}, through a VPC endpoint of the service.',
      beyond: 'Make the request from another VPC than {values}.',
      present: 'Make the request through a VPC endpoint.',
      absent: 'Make the request to the public address of the service, not through a VPC endpoint.',
    },
  },
  'aws:SourceVpce': {
    words: {
      among: 'Make the request through the VPC endpoint {values}.',
      beyond: 'Make the request through another VPC endpoint than {values}, or through none.',
      present: 'Make the request through a VPC endpoint.',
      absent: 'Make the request to the public address of the service, not through a VPC endpoint.',
    },
  },
  'aws:VpcSourceIp': {
    words: {
      among: 'Make the request from the private address {values}, through a VPC endpoint.',
      beyond: 'Make the request from another private address than {values}.',
    },
  },
  'aws:ResourceTag/': {
    words: {
      among: 'Use a resource whose tag `{tag}` is {values}, or have its owner set that tag.',
    },
  },
  'aws:CalledVia': {
    words: {
      among: 'Let {values} make the request for you, instead of calling yourself.',
    },
  },
  'aws:ViaAWSService': {
    reaches: ['true'],
    words: {
      among:
        'Let an AWS service make the request for you, as CloudFormation or Athena does, instead of calling yourself.',
    },
  },
  'aws:CurrentTime': {
    words: {
      among: 'Make the request at another time.',
      compared:
        'Compare the time of the request with the policy’s. If the policy’s time is over, ask its owner for a later one.',
    },
  },
  'aws:RequestedRegion': {
    notOf: WITHOUT_REGION,
    adds: [
      {
        words: '--region {value}',
      },
    ],
    blank: 'Region',
    words: {
      among: 'Make the request in {values}.',
      beyond: 'Make the request in another Region than {values}.',
    },
    wordsOfPlaced: {
      among:
        'Make the call in {values} if the resource lies there, or use one that does. An ARN in an error has the Region that was called: look at `--region`, `AWS_REGION`, `AWS_DEFAULT_REGION` and the profile.',
      beyond:
        'Make the call in another Region than {values} if the resource lies there, or use one that does. An ARN in an error has the Region that was called: look at `--region`, `AWS_REGION`, `AWS_DEFAULT_REGION` and the profile.',
    },
  },
  'aws:RequestTag/': {
    isOfCall: true,
    adds: [
      {
        actions: ['ec2:*'],
        words: '--tag-specifications ResourceType=<type of resource>,Tags=[{Key={tag},Value={value}}]',
      },
      {
        actions: ['s3:*'],
        words: '--tagging {tag}={value}',
      },
      {
        actions: ['lambda:*', 'eks:*', 'apigateway:*'],
        words: '--tags {tag}={value}',
      },
      {
        words: '--tags Key={tag},Value={value}',
      },
    ],
    words: {
      among: 'In the call, set the tag `{tag}` to {values}.',
      beyond: 'In the call, set the tag `{tag}` to something other than {values}.',
      present: 'In the call, set the tag `{tag}`.',
      absent: 'Make the call without the tag `{tag}`.',
    },
  },
  'aws:TagKeys': {
    isOfCall: true,
    words: {
      among: 'In the call, send tags with the keys {values} only.',
      beyond: 'In the call, send no tag with the key {values}.',
      present: 'In the call, set tags.',
      absent: 'Make the call without tags.',
    },
  },
  'aws:SecureTransport': {
    isOwn: true,
    reaches: ['true'],
    words: {
      among: 'Make the request over TLS: to an address that begins with `https://`.',
    },
    // https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html
    adds: [{ actions: ['elasticfilesystem:client*'], words: '-o tls' }],
    wordsOf: {
      elasticfilesystem: {
        among: 'Mount the file system over TLS: with the mount helper of `amazon-efs-utils` and its option `tls`.',
      },
    },
  },
  'secretsmanager:VersionStage': {
    adds: [
      {
        words: '--version-stage {value}',
      },
    ],
    blank: 'version stage',
    words: {
      among:
        'Name the version stage {values} in the call, as `VersionStage` or `--version-stage`: the default isn’t in the request.',
      beyond: 'Name another version stage than {values} in the call.',
      present:
        'Name the version stage in the call, as `VersionStage` or `--version-stage`: the default isn’t in the request.',
      absent: 'Leave the version stage out of the call.',
    },
  },
  'sts:ExternalId': {
    adds: [
      {
        words: '--external-id {value}',
      },
    ],
    blank: 'external id',
    words: {
      among: 'Assume the role with the external id {values}.',
      beyond: 'Assume the role with another external id than {values}.',
      present: 'Assume the role with its external id; whoever made the role knows it.',
      absent: 'Assume the role without an external id.',
    },
  },
  'sts:RoleSessionName': {
    adds: [
      {
        words: '--role-session-name {value}',
      },
    ],
    words: {
      among: 'Name the session {values}.',
      beyond: 'Name the session something other than {values}.',
      present: 'Name the session.',
    },
  },
  'sts:SourceIdentity': {
    adds: [
      {
        words: '--source-identity {value}',
      },
    ],
    words: {
      among: 'Assume the role with the source identity {values}.',
      present: 'Assume the role with a source identity.',
      absent: 'Assume the role without a source identity.',
    },
  },
  'sts:TransitiveTagKeys': {
    adds: [
      {
        words: '--transitive-tag-keys {value}',
      },
    ],
    words: {
      among: 'Assume the role with {values} as a transitive tag.',
      present: 'Assume the role with transitive tags.',
      absent: 'Assume the role without transitive tags.',
    },
  },
  'iam:PassedToService': {
    words: {
      beyond: 'Pass the role to another service than {values}.',
    },
  },
  'kms:ViaService': {
    words: {
      among: 'Use the key through {values}, instead of calling KMS yourself.',
      beyond: 'Use the key through another service than {values}.',
      present: 'Use the key through an AWS service, instead of calling KMS yourself.',
      absent: 'Call KMS yourself, instead of through an AWS service.',
    },
  },
  'kms:RequestAlias': {
    isOfCall: true,
    adds: [{ actions: ['kms:*'], words: '--key-id {value}' }],
    blank: 'alias of the key',
    words: {
      among: 'Name the key by its alias in the call: {values}. Only then does the request carry the alias.',
      present: 'Name the key by its alias in the call.',
      absent: 'Name the key by its ID or ARN in the call, not by an alias.',
    },
  },
  'kms:EncryptionContext:': {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
    setByServices: 'aws:',
    adds: [
      {
        words: '--encryption-context {tag}={value}',
      },
    ],
    words: {
      among: 'Send the encryption context `{tag}` with the value {values}.',
      beyond: 'Send the encryption context `{tag}` with another value than {values}.',
      present: 'Send the encryption context `{tag}`.',
      absent: 'Make the call without the encryption context `{tag}`.',
    },
  },
  's3:prefix': {
    adds: [
      {
        command: 'aws s3api',
        words: '--prefix {value}',
      },
      {
        command: 'aws s3 ls',
        words: 's3://<bucket>/{value}',
      },
    ],
    blank: 'prefix',
    isBeginning: true,
    words: {
      among: 'List the bucket with the prefix {values}: the whole bucket is not for this caller.',
      beyond: 'List the bucket with another prefix than {values}.',
      present: 'List the bucket with a prefix.',
      absent: 'List the bucket without a prefix.',
    },
  },
  'iam:PermissionsBoundary': {
    of: ['iam:createrole', 'iam:createuser', 'iam:put*permissionsboundary'],
    adds: [
      {
        words: '--permissions-boundary {value}',
      },
    ],
    blank: 'ARN of the boundary',
    words: {
      among: 'Make the call with the permissions boundary {values}; in a template set it on the role or user.',
      beyond: 'Make the call with another permissions boundary than {values}.',
      present: 'Make the call with a permissions boundary.',
      absent: 'Make the call without a permissions boundary.',
    },
  },
  'iam:PolicyARN': {
    adds: [
      {
        words: '--policy-arn {value}',
      },
    ],
    blank: 'ARN of the policy',
    words: {
      among: 'Attach {values} instead.',
      beyond: 'Attach another policy than {values}.',
    },
  },
  'ec2:MetadataHttpTokens': {
    of: ['ec2:runinstances', 'ec2:createfleet', 'ec2:request*', 'ec2:modifyinstancemetadataoptions', 'autoscaling:*'],
    reaches: ['required'],
    adds: [
      {
        words: '--metadata-options HttpTokens={value}',
      },
    ],
    wordsOfThing: {
      among: 'Use an instance whose metadata options have `HttpTokens` as {values}, or have its owner change them.',
      beyond:
        'Use an instance whose metadata options have `HttpTokens` not as {values}, or have its owner change them.',
    },
    words: {
      among:
        'Launch with IMDSv2: with `HttpTokens` as `required` in the metadata options of the call or the launch template.',
    },
  },
  'lambda:Principal': {
    of: ['lambda:addpermission', 'lambda:removepermission'],
    adds: [
      {
        words: '--principal {value}',
      },
    ],
    blank: 'account or service',
    words: {
      among: 'Name {values} as the principal of the call.',
      beyond: 'Name the account or the service that shall call it as the principal, not {values}.',
    },
  },
  'lambda:FunctionUrlAuthType': {
    // A call of the URL carries what the URL is set to, and NONE opens it to everybody.
    of: ['lambda:createfunctionurlconfig', 'lambda:updatefunctionurlconfig'],
    reaches: ['aws_iam'],
    adds: [
      {
        words: '--auth-type {value}',
      },
    ],
    words: {
      among: 'In the call, set the kind of authorization to {values}, by `--auth-type`.',
      beyond: 'In the call, set the kind of authorization to something other than {values}, by `--auth-type`.',
      present: 'In the call, set the kind of authorization, by `--auth-type`.',
      absent: 'Make the call without `--auth-type`.',
    },
  },
  's3:x-amz-acl': {
    // Nobody is told to make a thing public.
    reaches: ['private', 'bucket-owner-read', 'bucket-owner-full-control', 'log-delivery-write', 'aws-exec-read'],
    adds: [
      {
        words: '--acl {value}',
      },
    ],
    blank: 'ACL',
    words: {
      among: 'Make the call with the ACL {values}.',
      beyond: 'Make the call with another ACL than {values}, or with none.',
      present: 'Make the call with an ACL.',
      absent: 'Make the call without an ACL.',
    },
  },
  's3:x-amz-server-side-encryption': {
    adds: [
      {
        command: 'aws s3 cp',
        words: '--sse {value}',
      },
      {
        command: 'aws s3api',
        words: '--server-side-encryption {value}',
      },
    ],
    blank: 'AES256 or aws:kms',
    words: {
      among:
        'Upload with the encryption {values}: the call has to ask for it, whatever the default of the bucket is. A tool that sends no such header needs a setting or another version.',
      beyond: 'Upload with another encryption than {values}.',
      present:
        'Upload with an encryption header: the call has to ask for it, whatever the default of the bucket is. A tool that sends none needs a setting or another version.',
      absent: 'Upload without an encryption header: the default encryption of the bucket does it.',
    },
  },
  's3:x-amz-storage-class': {
    adds: [
      {
        words: '--storage-class {value}',
      },
    ],
    words: {
      among: 'In the call, set the storage class to {values}, by `--storage-class`.',
      beyond: 'In the call, set the storage class to something other than {values}, by `--storage-class`.',
      present: 'In the call, set the storage class, by `--storage-class`.',
      absent: 'Make the call without `--storage-class`.',
    },
  },
  's3:authType': {
    words: {
      among: 'Sign the request in the way {values}.',
      beyond: 'Sign the request in another way than {values}.',
    },
  },
  'ec2:InstanceType': {
    of: [
      'ec2:runinstances',
      'ec2:createfleet',
      'ec2:request*',
      'ec2:*capacityreservation*',
      'ec2:modifyinstanceattribute',
      'ec2:purchase*',
      'ec2:importinstance',
      'ec2:modifyreservedinstances',
      'autoscaling:*',
    ],
    adds: [
      {
        words: '--instance-type {value}',
      },
    ],
    blank: 'instance type',
    wordsOfThing: {
      among: 'Use an instance of the type {values}: this call doesn’t change the type.',
      beyond: 'Use an instance of another type than {values}: this call doesn’t change the type.',
    },
    words: {
      among: 'Launch the instance type {values}.',
      beyond: 'Launch another instance type than {values}.',
    },
  },
  'autoscaling:InstanceType': {
    of: ['autoscaling:*launchconfiguration', 'autoscaling:*autoscalinggroup'],
    adds: [{ words: '--instance-type {value}' }],
    blank: 'instance type',
    words: {
      among: 'Launch the instance type {values}: a tool that isn’t told one takes its own default.',
      beyond: 'Launch another instance type than {values}.',
    },
  },
  'ec2:Region': {
    notOf: WITHOUT_REGION,
    adds: [
      {
        words: '--region {value}',
      },
    ],
    blank: 'Region',
    words: {
      among: 'Make the request in {values}.',
      beyond: 'Make the request in another Region than {values}.',
    },
  },
  's3:x-amz-server-side-encryption-aws-kms-key-id': {
    adds: [
      {
        command: 'aws s3 cp',
        words: '--sse aws:kms --sse-kms-key-id {value}',
      },
      {
        command: 'aws s3api',
        words: '--server-side-encryption aws:kms --ssekms-key-id {value}',
      },
    ],
    blank: 'ARN of the key',
    words: {
      among: 'Upload with the KMS key {values}.',
      beyond: 'Upload with another KMS key than {values}.',
      present: 'Upload with a KMS key that the call names.',
      absent: 'Upload without naming a KMS key: the default encryption of the bucket does it.',
    },
  },
  's3:if-none-match': {
    adds: [
      {
        words: '--if-none-match *',
      },
    ],
    words: {
      among: 'Upload so that nothing is written over, with the header `If-None-Match: *`.',
      present: 'Upload so that nothing is written over, with the header `If-None-Match: *`.',
      absent: 'Upload without the header `If-None-Match`.',
    },
  },
  's3:RequestObjectTag/': {
    adds: [
      {
        words: '--tagging {tag}={value}',
      },
    ],
    words: {
      among: 'Upload with the tag `{tag}` set to {values}.',
      beyond: 'Upload with the tag `{tag}` set to something other than {values}.',
      present: 'Upload with the tag `{tag}`.',
      absent: 'Upload without the tag `{tag}`.',
    },
  },
  's3:delimiter': {
    adds: [
      {
        words: '--delimiter {value}',
      },
    ],
    words: {
      among: 'In the call, set the delimiter to {values}, by `--delimiter`.',
      beyond: 'In the call, set the delimiter to something other than {values}, by `--delimiter`.',
      present: 'In the call, set the delimiter, by `--delimiter`.',
      absent: 'Make the call without `--delimiter`.',
    },
  },
  's3:max-keys': {
    adds: [
      {
        words: '--max-keys {value}',
      },
    ],
    words: {
      among: 'List at most {values} keys at once.',
      compared: 'List fewer keys at once, by `--max-keys`.',
      present: 'Say how many keys to list at once, by `--max-keys`.',
    },
  },
  's3:locationconstraint': {
    adds: [
      {
        words: '--create-bucket-configuration LocationConstraint={value}',
      },
    ],
    blank: 'Region',
    words: {
      among: 'Create the bucket in {values}.',
      beyond: 'Create the bucket in another Region than {values}.',
      present: 'Create the bucket with its Region as the location constraint.',
    },
  },
  's3:TlsVersion': {
    isOwn: true,
    words: {
      among: 'Make the request over TLS of the version {values}.',
      compared: 'Make the request over a newer version of TLS: update the client.',
    },
  },
  's3:signatureAge': {
    isOwn: true,
    words: {
      among: 'Sign the URL again, and use it at once.',
      compared: 'Sign the URL again, and use it sooner: the signature is too old.',
    },
  },
  'ec2:MetadataHttpPutResponseHopLimit': {
    of: ['ec2:runinstances', 'ec2:createfleet', 'ec2:request*', 'ec2:modifyinstancemetadataoptions', 'autoscaling:*'],
    adds: [
      {
        words: '--metadata-options HttpPutResponseHopLimit={value}',
      },
    ],
    wordsOfThing: {
      among: 'Use an instance with the hop limit {values}, or have its owner change it.',
      compared: 'Use an instance with another hop limit, or have its owner change it.',
    },
    words: {
      among: 'Launch with a hop limit of {values} in the metadata options.',
      compared: 'Launch with a smaller hop limit in the metadata options.',
    },
  },
  'ec2:LaunchTemplate': {
    adds: [{ actions: ['ec2:runinstances'], words: '--launch-template LaunchTemplateId=<lt-…>' }],
    isOfCall: true,
    words: {
      among: 'Launch from a launch template that the policy lets through ({values}).',
      present: 'Launch from a launch template.',
      absent: 'Launch without a launch template.',
    },
  },
  'ec2:Encrypted': {
    of: [
      'ec2:runinstances',
      'ec2:createfleet',
      'ec2:request*',
      'ec2:createvolume',
      'ec2:createreplacerootvolumetask',
      'ec2:copy*',
      'ec2:import*',
    ],
    reaches: ['true'],
    adds: [
      {
        actions: ['ec2:createvolume', 'ec2:copysnapshot'],
        words: '--encrypted',
      },
      {
        words: '--block-device-mappings DeviceName=<device>,Ebs={Encrypted=true}',
      },
    ],
    wordsOfThing: {
      among: 'Use a volume or snapshot of which `ec2:Encrypted` is {values}: this call doesn’t change it.',
    },
    words: {
      among: 'Make the volume encrypted, or turn on encryption by default for the account and Region.',
    },
  },
  'ec2:VolumeType': {
    of: [
      'ec2:runinstances',
      'ec2:createfleet',
      'ec2:request*',
      'ec2:createvolume',
      'ec2:createreplacerootvolumetask',
      'ec2:copyvolumes',
      'ec2:modifyvolume',
      'ec2:import*',
    ],
    adds: [
      {
        words: '--volume-type {value}',
      },
    ],
    wordsOfThing: {
      among: 'Use a volume of the type {values}: this call doesn’t change the type.',
      beyond: 'Use a volume of another type than {values}: this call doesn’t change the type.',
    },
    words: {
      among: 'Make the volume of the type {values}.',
      beyond: 'Make the volume of another type than {values}.',
    },
  },
  'ec2:AssociatePublicIpAddress': {
    of: ['ec2:runinstances', 'ec2:createfleet', 'ec2:request*', 'ec2:createnetworkinterface'],
    reaches: ['false'],
    adds: [
      {
        words: '--no-associate-public-ip-address',
      },
    ],
    words: {
      among: 'Launch without a public address.',
      present:
        'Set AssociatePublicIpAddress of the network interface in the launch, for example to false. Some tools send nothing for false.',
    },
  },
  'rds:StorageEncrypted': {
    of: ['rds:createdbinstance*', 'rds:createdbcluster', 'rds:restoredb*', 'rds:createbluegreendeployment'],
    reaches: ['true'],
    adds: [
      {
        words: '--storage-encrypted',
      },
    ],
    wordsOfThing: {
      among: 'Use a database of which `rds:StorageEncrypted` is {values}: this call doesn’t change it.',
    },
    words: {
      among: 'Make the database with encrypted storage.',
    },
  },
  'rds:DatabaseClass': {
    of: [
      'rds:createdbinstance*',
      'rds:createdbcluster',
      'rds:restoredb*',
      'rds:createbluegreendeployment',
      'rds:modifydbinstance',
      'rds:modifydbcluster',
    ],
    adds: [
      {
        words: '--db-instance-class {value}',
      },
    ],
    wordsOfThing: {
      among: 'Use a database of the instance class {values}: this call doesn’t change it.',
      beyond: 'Use a database of another instance class than {values}: this call doesn’t change it.',
    },
    words: {
      among: 'Take the instance class {values}.',
      beyond: 'Take another instance class than {values}.',
    },
  },
  'rds:DatabaseEngine': {
    of: ['rds:createdbinstance*', 'rds:createdbcluster', 'rds:restoredb*', 'rds:createbluegreendeployment'],
    adds: [
      {
        words: '--engine {value}',
      },
    ],
    wordsOfThing: {
      among: 'Use a database with the engine {values}: this call doesn’t change it.',
      beyond: 'Use a database with another engine than {values}: this call doesn’t change it.',
    },
    words: {
      among: 'Take the engine {values}.',
      beyond: 'Take another engine than {values}.',
    },
  },
  'elasticfilesystem:Encrypted': {
    reaches: ['true'],
    adds: [
      {
        words: '--encrypted',
      },
    ],
    words: {
      among: 'Make the file system encrypted.',
    },
  },
  'kms:GrantIsForAWSResource': {
    reaches: ['true'],
    words: {
      among: 'Let an AWS service make the grant for its resource, instead of making it yourself.',
    },
  },
  'kms:RecipientAttestation:': {
    isOwn: true,
    words: {
      among: 'Make the call from the Nitro enclave, with its attestation document: `{tag}` has to be {values}.',
      present: 'Make the call from the Nitro enclave, with its attestation document.',
      absent: 'Make the call without an attestation document.',
    },
  },
  'lambda:VpcIds': {
    adds: [
      {
        words: '--vpc-config SubnetIds=<subnet>,SecurityGroupIds=<security group>',
      },
    ],
    blank: 'VPC',
    words: {
      among: 'Attach the function to the VPC {values}.',
      beyond: 'Attach the function to another VPC than {values}.',
      present: 'Attach the function to a VPC.',
      absent: 'Make the function without a VPC.',
    },
  },
  'lambda:SubnetIds': {
    adds: [
      {
        words: '--vpc-config SubnetIds={value},SecurityGroupIds=<security group>',
      },
    ],
    blank: 'subnet',
    words: {
      among: 'Attach the function to the subnet {values}.',
      beyond: 'Attach the function to another subnet than {values}.',
      present: 'Attach the function to a subnet.',
      absent: 'Make the function without a VPC.',
    },
  },
  'cloudformation:RoleArn': {
    adds: [
      {
        words: '--role-arn {value}',
      },
    ],
    blank: 'ARN of the role',
    words: {
      among: 'Make the stack with the service role {values}.',
      beyond: 'Make the stack with another service role than {values}.',
      present: 'Make the stack with a service role.',
      absent: 'Make the stack without a service role.',
    },
  },
  'cloudformation:TemplateUrl': {
    adds: [
      {
        words: '--template-url {value}',
      },
    ],
    words: {
      among: 'Take the template from {values}.',
      beyond: 'Take the template from elsewhere than {values}.',
      present: 'Take the template from S3.',
    },
  },
  'dynamodb:LeadingKeys': {
    words: {
      among: 'Ask only for items whose partition key is {values}.',
    },
  },
  'dynamodb:FullTableScan': {
    isOwn: true,
    isOfCall: true,
    reaches: ['false'],
    words: {
      among:
        'Compare the partition key in the statement’s `WHERE`, with `=` or `IN`: the table’s key, or an index’s if the statement names the index. Without that DynamoDB reads the whole table.',
    },
  },
  'dynamodb:Select': {
    adds: [{ actions: ['dynamodb:query', 'dynamodb:scan'], words: '--projection-expression <attributes>' }],
    reaches: ['specific_attributes'],
    isOfCall: true,
    words: {
      among: 'Name the attributes that you need in a projection (`ProjectionExpression`).',
    },
  },
  'bedrock:GuardrailIdentifier': {
    adds: [{ actions: ['bedrock:invokemodel*'], words: '--guardrail-identifier {value}' }],
    isOfCall: true,
    words: {
      among: 'Send the guardrail {values} with the call: its identifier, and the version behind the colon.',
      present: 'Send a guardrail with the call.',
      absent: 'Make the call without a guardrail.',
    },
  },
  'dynamodb:Attributes': {
    words: {
      among: 'Ask only for the attributes {values}, by a projection.',
      beyond: 'Ask for no attribute of {values}.',
    },
  },
  'sns:Protocol': {
    adds: [
      {
        words: '--protocol {value}',
      },
    ],
    words: {
      among: 'Subscribe with the protocol {values}.',
      beyond: 'Subscribe with another protocol than {values}.',
    },
  },
  'sagemaker:VpcSubnets': {
    isOfCall: true,
    words: {
      among: 'Run it in the subnet {values}: the subnets in its VPC configuration, in the Python SDK `subnets`.',
      beyond: 'Run it in another subnet than {values}.',
      present:
        'Give it a VPC configuration with subnets and security groups: `VpcConfig`, in the Python SDK `subnets` and `security_group_ids`. A notebook instance takes `SubnetId`.',
      absent: 'Make it without a VPC configuration.',
    },
  },
  'sagemaker:VpcSecurityGroupIds': {
    isOfCall: true,
    words: {
      among: 'Give it the security group {values} in its VPC configuration, in the Python SDK `security_group_ids`.',
      beyond: 'Give it another security group than {values}.',
      present:
        'Give it a VPC configuration with subnets and security groups: `VpcConfig`, in the Python SDK `subnets` and `security_group_ids`.',
      absent: 'Make it without a VPC configuration.',
    },
  },
  'sagemaker:InstanceTypes': {
    isOfCall: true,
    words: {
      among: 'Use an instance type that the policy accepts: {values}.',
      beyond: 'Use another instance type than {values}.',
    },
  },
  'sagemaker:DirectInternetAccess': {
    isOfCall: true,
    adds: [{ words: '--direct-internet-access {value}' }],
    words: {
      among:
        'Set `DirectInternetAccess` of the notebook instance to {values}. Without internet access it needs a subnet.',
      beyond: 'Set `DirectInternetAccess` of the notebook instance to another value than {values}.',
    },
  },
  'sagemaker:RootAccess': {
    isOfCall: true,
    words: {
      among: 'Set `RootAccess` of the notebook instance to {values}.',
      beyond: 'Set `RootAccess` of the notebook instance to another value than {values}.',
    },
  },
  'sagemaker:NetworkIsolation': {
    isOfCall: true,
    words: { among: 'Set `EnableNetworkIsolation` of the job or model to {values}.' },
  },
}
