import type { ConditionKeyRow } from './key-row'
import { OF_ROLES, WITHOUT_REGION } from './shared-values'
import { DOCS } from '../../iam/aws-docs'

/** Keys of single services, and those that a session brings into calls of every service. */
export const SERVICE_KEY_ROWS: readonly ConditionKeyRow[] = [
  {
    name: 'ec2:RoleDelivery',
    type: 'numeric',
    presence: 'sometimes',
    when: 'in EC2 role sessions',
    never: OF_ROLES,
    traits: ['ofSession'],
    values: ['1.0', '2.0'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'ec2:SourceInstanceArn',
    type: 'arn',
    presence: 'sometimes',
    when: 'in EC2 role sessions',
    never: OF_ROLES,
    traits: ['ofSession'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'lambda:SourceFunctionArn',
    type: 'arn',
    presence: 'sometimes',
    when: 'in calls from a Lambda function’s environment',
    traits: ['ofSession'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'ssm:SourceInstanceArn',
    type: 'arn',
    presence: 'sometimes',
    when: 'with credentials of an SSM managed instance',
    traits: ['ofSession'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'codebuild:BuildArn',
    type: 'arn',
    presence: 'sometimes',
    when: 'in CodeBuild role sessions',
    never: OF_ROLES,
    traits: ['ofSession'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'codebuild:ProjectArn',
    type: 'arn',
    presence: 'sometimes',
    when: 'in CodeBuild role sessions',
    never: OF_ROLES,
    traits: ['ofSession'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'glue:RoleAssumedBy',
    type: 'string',
    presence: 'sometimes',
    when: 'in Glue service role sessions',
    never: OF_ROLES,
    traits: ['ofSession'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'glue:CredentialIssuingService',
    type: 'string',
    presence: 'sometimes',
    when: 'in Glue service role sessions',
    never: OF_ROLES,
    traits: ['ofSession'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'identitystore:UserId',
    type: 'string',
    presence: 'sometimes',
    when: 'for IAM Identity Center users',
    never: OF_ROLES,
    traits: ['ofSession'],
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'secretsmanager:VersionStage',
    type: 'string',
    presence: 'sometimes',
    when: 'when the caller names a version stage; the default isn’t in the request',
    change: {
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
    page: `${DOCS}secretsmanager/latest/userguide/reference_iam-permissions.html`,
    confirmed: '2026-12-01',
  },
  {
    name: 'sts:ExternalId',
    type: 'string',
    presence: 'sometimes',
    when: 'when the caller passes an external id',
    change: {
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
    page: `${DOCS}IAM/latest/UserGuide/confused-deputy.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'sts:RoleSessionName',
    type: 'string',
    presence: 'sometimes',
    when: 'when a role is assumed',
    change: {
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
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'sts:SourceIdentity',
    type: 'string',
    presence: 'sometimes',
    when: 'when the caller sets a source identity',
    change: {
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
    page: `${DOCS}IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'sts:TransitiveTagKeys',
    type: 'string',
    multivalued: true,
    presence: 'sometimes',
    when: 'when the caller passes transitive session tags',
    change: {
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
    page: `${DOCS}IAM/latest/UserGuide/id_session-tags.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'iam:PassedToService',
    type: 'string',
    presence: 'sometimes',
    when: 'when a role is passed to a service',
    form: 'service',
    change: {
      words: {
        beyond: 'Pass the role to another service than {values}.',
      },
    },
    page: `${DOCS}IAM/latest/UserGuide/id_roles_use_passrole.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'iam:AssociatedResourceArn',
    type: 'arn',
    presence: 'sometimes',
    when: 'when a role is passed to a service',
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'kms:ViaService',
    type: 'string',
    presence: 'sometimes',
    when: 'when a service calls KMS on the principal’s behalf',
    form: 'regionalService',
    change: {
      words: {
        among: 'Use the key through {values}, instead of calling KMS yourself.',
        beyond: 'Use the key through another service than {values}.',
        present: 'Use the key through an AWS service, instead of calling KMS yourself.',
        absent: 'Call KMS yourself, instead of through an AWS service.',
      },
    },
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'kms:RequestAlias',
    type: 'string',
    change: {
      isOfCall: true,
      adds: [{ actions: ['kms:*'], words: '--key-id {value}' }],
      blank: 'alias of the key',
      words: {
        among: 'Name the key by its alias in the call: {values}. Only then does the request carry the alias.',
        present: 'Name the key by its alias in the call.',
        absent: 'Name the key by its ID or ARN in the call, not by an alias.',
      },
    },
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-29',
  },
  {
    name: 'kms:CallerAccount',
    type: 'string',
    presence: 'always',
    when: 'in every KMS request',
    form: 'account',
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'kms:EncryptionContext:',
    type: 'string',
    presence: 'sometimes',
    when: 'when the request passes that encryption context pair',
    change: {
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
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'kms:EncryptionContextKeys',
    type: 'string',
    multivalued: true,
    presence: 'sometimes',
    when: 'when the request passes an encryption context',
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 's3:prefix',
    type: 'string',
    presence: 'sometimes',
    when: 'when a listing asks for a prefix',
    change: {
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
    page: `${DOCS}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'iam:PermissionsBoundary',
    type: 'arn',
    form: 'policyArn',
    change: {
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
    page: `${DOCS}IAM/latest/UserGuide/access_policies_boundaries.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'iam:PolicyARN',
    type: 'arn',
    form: 'policyArn',
    change: {
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
    page: `${DOCS}IAM/latest/UserGuide/access_controlling.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ec2:Vpc',
    type: 'arn',
    form: 'vpcArn',
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ec2:Subnet',
    type: 'arn',
    form: 'subnetArn',
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ec2:CreateAction',
    type: 'string',
    form: 'operation',
    page: `${DOCS}AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'elasticloadbalancing:CreateAction',
    type: 'string',
    form: 'operation',
    page: `${DOCS}elasticloadbalancing/latest/userguide/tagging-resources-during-creation.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:ResourceAccount',
    type: 'string',
    form: 'account',
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 's3:DataAccessPointAccount',
    type: 'string',
    traits: ['fixesPublicGrant'],
    form: 'account',
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'iam:AWSServiceName',
    type: 'string',
    form: 'service',
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ec2:MetadataHttpTokens',
    type: 'string',
    values: ['required', 'optional'],
    change: {
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
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ec2:Tenancy',
    type: 'string',
    values: ['default', 'dedicated', 'host'],
    page: `${DOCS}service-authorization/latest/reference/list_amazonec2.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'kms:KeyUsage',
    type: 'string',
    values: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'],
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'kms:KeyOrigin',
    type: 'string',
    values: ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'lambda:Principal',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_awslambda.html`,
    confirmed: 'unconfirmed',
  },
  {
    name: 'lambda:FunctionUrlAuthType',
    type: 'string',
    values: ['AWS_IAM', 'NONE'],
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_awslambda.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:x-amz-acl',
    type: 'string',
    values: [
      'private',
      'public-read',
      'public-read-write',
      'authenticated-read',
      'bucket-owner-read',
      'bucket-owner-full-control',
      'log-delivery-write',
    ],
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:x-amz-server-side-encryption',
    type: 'string',
    values: ['AES256', 'aws:kms', 'aws:kms:dsse'],
    limit: {
      leaves: 'allows only uploads encrypted with {any}',
      got: 'this one asks for {all}',
    },
    change: {
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
    page: `${DOCS}AmazonS3/latest/userguide/UsingKMSEncryption.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:x-amz-storage-class',
    type: 'string',
    values: ['STANDARD', 'INTELLIGENT_TIERING', 'STANDARD_IA', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'],
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:authType',
    type: 'string',
    values: ['REST-HEADER', 'REST-QUERY-STRING', 'POST'],
    change: {
      words: {
        among: 'Sign the request in the way {values}.',
        beyond: 'Sign the request in another way than {values}.',
      },
    },
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:x-amz-object-ownership',
    type: 'string',
    values: ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'],
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 's3:DataAccessPointArn',
    type: 'arn',
    traits: ['fixesPublicGrant'],
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-28',
  },
  {
    name: 'ec2:InstanceType',
    type: 'string',
    limit: {
      leaves: 'allows only the instance types {all}',
      got: 'this request asks for {all}',
    },
    change: {
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
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'autoscaling:InstanceType',
    type: 'string',
    change: {
      of: ['autoscaling:*launchconfiguration', 'autoscaling:*autoscalinggroup'],
      adds: [{ words: '--instance-type {value}' }],
      blank: 'instance type',
      words: {
        among: 'Launch the instance type {values}: a tool that isn’t told one takes its own default.',
        beyond: 'Launch another instance type than {values}.',
      },
    },
    page: `${DOCS}autoscaling/ec2/userguide/security_iam_id-based-policy-examples.html`,
    confirmed: 'unconfirmed',
  },
  {
    name: 'ec2:Region',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonec2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:x-amz-server-side-encryption-aws-kms-key-id',
    type: 'arn',
    change: {
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
    page: `${DOCS}AmazonS3/latest/userguide/UsingKMSEncryption.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:if-none-match',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:RequestObjectTag/',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:delimiter',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:max-keys',
    type: 'numeric',
    change: {
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
    page: `${DOCS}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:locationconstraint',
    type: 'string',
    change: {
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
    page: `${DOCS}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:TlsVersion',
    type: 'numeric',
    change: {
      isOwn: true,
      words: {
        among: 'Make the request over TLS of the version {values}.',
        compared: 'Make the request over a newer version of TLS: update the client.',
      },
    },
    page: `${DOCS}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 's3:signatureAge',
    type: 'numeric',
    change: {
      isOwn: true,
      words: {
        among: 'Sign the URL again, and use it at once.',
        compared: 'Sign the URL again, and use it sooner: the signature is too old.',
      },
    },
    page: `${DOCS}AmazonS3/latest/userguide/using-presigned-url.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ec2:MetadataHttpPutResponseHopLimit',
    type: 'numeric',
    change: {
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
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ecs:cluster',
    type: 'arn',
    page: `${DOCS}service-authorization/latest/reference/list_amazonelasticcontainerservice.html`,
    confirmed: '2026-11-30',
  },
  {
    name: 'lambda:FunctionArn',
    type: 'arn',
    page: `${DOCS}service-authorization/latest/reference/list_awslambda.html`,
    confirmed: '2026-11-30',
  },
  {
    name: 'elasticfilesystem:AccessPointArn',
    type: 'arn',
    page: `${DOCS}service-authorization/latest/reference/list_amazonelasticfilesystem.html`,
    confirmed: '2026-11-30',
  },
  {
    name: 'ec2:InstanceProfile',
    type: 'arn',
    page: `${DOCS}service-authorization/latest/reference/list_amazonec2.html`,
    confirmed: '2026-11-30',
  },
  {
    name: 'ec2:LaunchTemplate',
    type: 'arn',
    change: {
      adds: [{ actions: ['ec2:runinstances'], words: '--launch-template LaunchTemplateId=<lt-…>' }],
      isOfCall: true,
      words: {
        among: 'Launch from a launch template that the policy lets through ({values}).',
        present: 'Launch from a launch template.',
        absent: 'Launch without a launch template.',
      },
    },
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: 'unconfirmed',
  },
  {
    name: 'ec2:Encrypted',
    type: 'bool',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonec2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ec2:VolumeType',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonec2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'ec2:AssociatePublicIpAddress',
    type: 'bool',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonec2.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'rds:StorageEncrypted',
    type: 'bool',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonrds.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'rds:DatabaseClass',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonrds.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'rds:DatabaseEngine',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonrds.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'elasticfilesystem:Encrypted',
    type: 'bool',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonelasticfilesystem.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'kms:GrantIsForAWSResource',
    type: 'bool',
    change: {
      reaches: ['true'],
      words: {
        among: 'Let an AWS service make the grant for its resource, instead of making it yourself.',
      },
    },
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'kms:RecipientAttestation:',
    type: 'string',
    change: {
      isOwn: true,
      words: {
        among: 'Make the call from the Nitro enclave, with its attestation document: `{tag}` has to be {values}.',
        present: 'Make the call from the Nitro enclave, with its attestation document.',
        absent: 'Make the call without an attestation document.',
      },
    },
    page: `${DOCS}service-authorization/latest/reference/list_awskeymanagementservice.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'lambda:VpcIds',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_awslambda.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'lambda:SubnetIds',
    type: 'string',
    multivalued: true,
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_awslambda.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'cloudformation:RoleArn',
    type: 'arn',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_awscloudformation.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'cloudformation:TemplateUrl',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_awscloudformation.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'dynamodb:LeadingKeys',
    type: 'string',
    multivalued: true,
    change: {
      words: {
        among: 'Ask only for items whose partition key is {values}.',
      },
    },
    page: `${DOCS}amazondynamodb/latest/developerguide/specifying-conditions.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'dynamodb:FullTableScan',
    type: 'bool',
    traits: ['guardsForm'],
    change: {
      isOwn: true,
      isOfCall: true,
      reaches: ['false'],
      words: {
        among:
          'Compare the partition key in the statement’s `WHERE`, with `=` or `IN`: the table’s key, or an index’s if the statement names the index. Without that DynamoDB reads the whole table.',
      },
    },
    page: `${DOCS}amazondynamodb/latest/developerguide/ql-iam.html`,
    confirmed: '2026-12-01',
  },
  {
    name: 'dynamodb:Select',
    type: 'string',
    change: {
      adds: [{ actions: ['dynamodb:query', 'dynamodb:scan'], words: '--projection-expression <attributes>' }],
      reaches: ['specific_attributes'],
      isOfCall: true,
      words: {
        among: 'Name the attributes that you need in a projection (`ProjectionExpression`).',
      },
    },
    page: `${DOCS}amazondynamodb/latest/developerguide/specifying-conditions.html`,
    confirmed: 'unconfirmed',
  },
  {
    name: 'bedrock:GuardrailIdentifier',
    type: 'arn',
    change: {
      adds: [{ actions: ['bedrock:invokemodel*'], words: '--guardrail-identifier {value}' }],
      isOfCall: true,
      words: {
        among: 'Send the guardrail {values} with the call: its identifier, and the version behind the colon.',
        present: 'Send a guardrail with the call.',
        absent: 'Make the call without a guardrail.',
      },
    },
    page: `${DOCS}bedrock/latest/userguide/guardrails-permissions-id.html`,
    confirmed: '2026-11-29',
  },
  {
    name: 'dynamodb:Attributes',
    type: 'string',
    multivalued: true,
    change: {
      words: {
        among: 'Ask only for the attributes {values}, by a projection.',
        beyond: 'Ask for no attribute of {values}.',
      },
    },
    page: `${DOCS}amazondynamodb/latest/developerguide/specifying-conditions.html`,
    confirmed: '2026-11-26',
  },
  {
    name: 'sns:Protocol',
    type: 'string',
    change: {
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
    page: `${DOCS}service-authorization/latest/reference/list_amazonsns.html`,
    confirmed: '2026-11-26',
  },
]
