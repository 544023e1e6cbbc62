/** What makes a call in place of the AWS CLI, and has its own names for the options. */
export type Tool = 'terraform' | 'template' | 'program' | 'profile'

/** By which words of a text each is known, the surest first. */
export const TOOL_SIGNS: readonly (readonly [tool: Tool, signs: RegExp])[] = [
  [
    'terraform',
    /\bterraform\b|\bprovider "|\bresource "aws_|\bwith (?:module\.\S{1,80}\.)?aws_\w{2,60}\.|\btofu apply\b/i,
  ],
  ['profile', /^\s{0,8}role_arn\s{0,4}=/m],
  [
    'template',
    /\bAWSCloudFormation\b|\b(?:CREATE|UPDATE|DELETE)_FAILED\b|\bAWS::\w{2,40}::\w{2,60}|\bResource handler returned\b|\b(?:serverless|template|samconfig)\.(?:ya?ml|toml)\b|\bcdk deploy\b/,
  ],
  ['program', /\bTraceback \(most recent|\bbotocore\b|\bboto3\b|\S:\d{1,6}:\d{1,6}\)|\.java:\d{1,6}\)|\bawssdk\b/],
]

/**
 * What each of these tools calls an option of the AWS CLI; `{value}` is its value, `{key}` and `{of}` key and
 * value of a tag.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs
 */
export const TOOL_ARGUMENTS: Readonly<Record<string, Readonly<Partial<Record<Tool, string>>>>> = {
  '--permissions-boundary': {
    terraform: 'permissions_boundary = "{value}"',
    template: 'PermissionsBoundary: {value}',
    program: 'PermissionsBoundary',
  },
  '--external-id': {
    terraform: 'external_id = "{value}"',
    profile: 'external_id = {value}',
    program: 'ExternalId',
  },
  '--role-session-name': {
    terraform: 'session_name = "{value}"',
    profile: 'role_session_name = {value}',
    program: 'RoleSessionName',
  },
  '--source-identity': { terraform: 'source_identity = "{value}"', program: 'SourceIdentity' },
  '--region': { terraform: 'region = "{value}"', profile: 'region = {value}', program: 'region' },
  '--instance-type': {
    terraform: 'instance_type = "{value}"',
    template: 'InstanceType: {value}',
    program: 'InstanceType',
  },
  '--volume-type': { terraform: 'type = "{value}"', template: 'VolumeType: {value}', program: 'VolumeType' },
  '--encrypted': { terraform: 'encrypted = true', template: 'Encrypted: true', program: 'Encrypted' },
  '--auth-type': {
    terraform: 'authorization_type = "{value}"',
    template: 'AuthType: {value}',
    program: 'AuthType',
  },
  '--metadata-options': {
    terraform: 'metadata_options',
    template: 'MetadataOptions',
    program: 'MetadataOptions',
  },
  '--acl': { terraform: 'acl = "{value}"', program: 'ACL' },
  '--sse': { terraform: 'server_side_encryption = "{value}"', program: 'ServerSideEncryption' },
  '--server-side-encryption': { terraform: 'server_side_encryption = "{value}"', program: 'ServerSideEncryption' },
  '--storage-class': { terraform: 'storage_class = "{value}"', program: 'StorageClass' },
  '--prefix': { program: 'Prefix' },
  '--tags': { terraform: 'tags = { "{key}" = "{of}" }', template: 'Tags', program: 'Tags' },
  '--tagging': { terraform: 'tags = { "{key}" = "{of}" }', program: 'Tagging' },
  '--tag-specifications': {
    terraform: 'tags = { "{key}" = "{of}" }',
    template: 'TagSpecifications',
    program: 'TagSpecifications',
  },
}
