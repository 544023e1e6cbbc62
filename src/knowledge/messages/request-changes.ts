import type { RequestChangeKey } from '../request-changes'

/**
 * What to change in a call, by what a policy asks of the key. `{values}` are the values that it names, `{tag}` what stands
 * behind the slash of the key; text in backticks is code. A form that a row lacks is one that a call cannot meet.
 */
export interface RequestChangeMessage {
  /** The key has to have one of the values. */
  readonly among: string
  /** It must have none of them. */
  readonly beyond?: string
  /** It must not be sent at all. */
  readonly absent?: string
  /** It has to be sent, with any value. */
  readonly present?: string
  /** It has to be above or below a value. */
  readonly compared?: string
}

const withOption = (option: string, what: string, verb = 'set'): RequestChangeMessage => ({
  among: `In the call ${verb} ${what} to {values}, by ${option}.`,
  beyond: `In the call ${verb} ${what} to something other than {values}, by ${option}.`,
  present: `In the call ${verb} ${what}, by ${option}.`,
  absent: `Make the call without ${option}.`,
})

/** What to change in the call, for each key. */
export const REQUEST_CHANGE_MESSAGES: Readonly<Record<RequestChangeKey, RequestChangeMessage>> = {
  'aws:requestedregion': {
    among: 'Make the request in {values}.',
    beyond: 'Make the request in another Region than {values}.',
  },
  'ec2:region': {
    among: 'Make the request in {values}.',
    beyond: 'Make the request in another Region than {values}.',
  },
  'aws:multifactorauthpresent': {
    among:
      'Sign in with MFA: long-term access keys carry none. Get a session with the code of the MFA device, and make the request with its credentials.',
    present: 'Make the request with temporary credentials, not with long-term access keys: get a session with MFA.',
  },
  'aws:multifactorauthage': {
    among: 'Sign in with MFA again, and make the request with the new session.',
    present: 'Make the request with a session that was made with MFA, not with long-term access keys.',
    compared: 'Sign in with MFA again: the session is too old. Make the request with the new one.',
  },
  'aws:tokenissuetime': {
    among: 'Sign in again, or assume the role again, and make the request with the new credentials.',
    compared:
      'Sign in again, or assume the role again: sessions made before a certain time are revoked, and a new one is not.',
  },
  'aws:currenttime': {
    among: 'Make the request at another time.',
    compared: 'Make the request at another time: the policy sets the first or the last one.',
  },
  'aws:securetransport': {
    among: 'Make the request over TLS: to an address that begins with `https://`.',
  },
  'aws:sourceip': {
    among: 'Make the request from {values}: from that network or its VPN, and not through a VPC endpoint.',
    beyond: 'Make the request from another address than {values}.',
  },
  'aws:vpcsourceip': {
    among: 'Make the request from the private address {values}, through a VPC endpoint.',
    beyond: 'Make the request from another private address than {values}.',
  },
  'aws:sourcevpc': {
    among: 'Make the request from the VPC {values}, through a VPC endpoint of the service.',
    beyond: 'Make the request from another VPC than {values}.',
    present: 'Make the request through a VPC endpoint.',
    absent: 'Make the request to the public address of the service, not through a VPC endpoint.',
  },
  'aws:sourcevpce': {
    among: 'Make the request through the VPC endpoint {values}.',
    beyond: 'Make the request through another VPC endpoint than {values}, or through none.',
    present: 'Make the request through a VPC endpoint.',
    absent: 'Make the request to the public address of the service, not through a VPC endpoint.',
  },
  'aws:viaawsservice': {
    among:
      'Let an AWS service make the request for you, as CloudFormation or Athena does, instead of calling yourself.',
  },
  'aws:calledvia': {
    among: 'Let {values} make the request for you, instead of calling yourself.',
  },
  'aws:requesttag/': {
    among: 'In the call set the tag `{tag}` to {values}.',
    beyond: 'In the call set the tag `{tag}` to something other than {values}.',
    present: 'In the call set the tag `{tag}`.',
    absent: 'Make the call without the tag `{tag}`.',
  },
  'aws:tagkeys': {
    among: 'In the call send tags with the keys {values} only.',
    beyond: 'In the call send no tag with the key {values}.',
    present: 'In the call set tags.',
    absent: 'Make the call without tags.',
  },
  'sts:externalid': {
    among: 'Assume the role with the external id {values}.',
    beyond: 'Assume the role with another external id than {values}.',
    present: 'Assume the role with its external id; whoever made the role knows it.',
    absent: 'Assume the role without an external id.',
  },
  'sts:rolesessionname': {
    among: 'Name the session {values}.',
    beyond: 'Name the session something other than {values}.',
    present: 'Name the session.',
  },
  'sts:sourceidentity': {
    among: 'Assume the role with the source identity {values}.',
    present: 'Assume the role with a source identity.',
    absent: 'Assume the role without a source identity.',
  },
  'sts:transitivetagkeys': {
    among: 'Assume the role with {values} as a transitive tag.',
    present: 'Assume the role with transitive tags.',
    absent: 'Assume the role without transitive tags.',
  },
  'iam:permissionsboundary': {
    among: 'Make the call with the permissions boundary {values}; in a template set it on the role or user.',
    beyond: 'Make the call with another permissions boundary than {values}.',
    present: 'Make the call with a permissions boundary.',
    absent: 'Make the call without a permissions boundary.',
  },
  'iam:policyarn': {
    among: 'Attach {values} instead.',
    beyond: 'Attach another policy than {values}.',
  },
  'iam:passedtoservice': {
    among: 'Pass the role to {values} only.',
    beyond: 'Pass the role to another service than {values}.',
  },
  's3:x-amz-server-side-encryption': {
    among: 'Upload with the encryption {values}: the call has to ask for it, whatever the default of the bucket is.',
    beyond: 'Upload with another encryption than {values}.',
    present: 'Upload with an encryption header: the call has to ask for it, whatever the default of the bucket is.',
    absent: 'Upload without an encryption header: the default encryption of the bucket does it.',
  },
  's3:x-amz-server-side-encryption-aws-kms-key-id': {
    among: 'Upload with the KMS key {values}.',
    beyond: 'Upload with another KMS key than {values}.',
    present: 'Upload with a KMS key that the call names.',
    absent: 'Upload without naming a KMS key: the default encryption of the bucket does it.',
  },
  's3:x-amz-acl': {
    among: 'Make the call with the ACL {values}.',
    beyond: 'Make the call with another ACL than {values}, or with none.',
    present: 'Make the call with an ACL.',
    absent: 'Make the call without an ACL.',
  },
  's3:x-amz-storage-class': withOption('`--storage-class`', 'the storage class'),
  's3:if-none-match': {
    among: 'Upload so that nothing is written over, with the header `If-None-Match: *`.',
    present: 'Upload so that nothing is written over, with the header `If-None-Match: *`.',
    absent: 'Upload without the header `If-None-Match`.',
  },
  's3:requestobjecttag/': {
    among: 'Upload with the tag `{tag}` set to {values}.',
    beyond: 'Upload with the tag `{tag}` set to something other than {values}.',
    present: 'Upload with the tag `{tag}`.',
    absent: 'Upload without the tag `{tag}`.',
  },
  's3:prefix': {
    among: 'List the bucket with the prefix {values}: the whole bucket is not for this caller.',
    beyond: 'List the bucket with another prefix than {values}.',
    present: 'List the bucket with a prefix.',
    absent: 'List the bucket without a prefix.',
  },
  's3:delimiter': withOption('`--delimiter`', 'the delimiter'),
  's3:max-keys': {
    among: 'List at most {values} keys at once.',
    compared: 'List fewer keys at once, by `--max-keys`.',
    present: 'Say how many keys to list at once, by `--max-keys`.',
  },
  's3:locationconstraint': {
    among: 'Create the bucket in {values}.',
    beyond: 'Create the bucket in another Region than {values}.',
    present: 'Create the bucket with its Region as the location constraint.',
  },
  's3:tlsversion': {
    among: 'Make the request over TLS of the version {values}.',
    compared: 'Make the request over a newer version of TLS: update the client.',
  },
  's3:signatureage': {
    among: 'Sign the URL anew, and use it at once.',
    compared: 'Sign the URL anew, and use it sooner: the signature is too old.',
  },
  's3:authtype': {
    among: 'Sign the request in the way {values}.',
    beyond: 'Sign the request in another way than {values}.',
  },
  'ec2:metadatahttptokens': {
    among:
      'Launch with IMDSv2: with `HttpTokens` as `required` in the metadata options of the call or the launch template.',
  },
  'ec2:metadatahttpputresponsehoplimit': {
    among: 'Launch with a hop limit of {values} in the metadata options.',
    compared: 'Launch with a smaller hop limit in the metadata options.',
  },
  'ec2:instancetype': {
    among: 'Launch the instance type {values}.',
    beyond: 'Launch another instance type than {values}.',
  },
  'ec2:encrypted': {
    among: 'Make the volume encrypted, or turn on encryption by default for the account and Region.',
  },
  'ec2:volumetype': {
    among: 'Make the volume of the type {values}.',
    beyond: 'Make the volume of another type than {values}.',
  },
  'ec2:associatepublicipaddress': { among: 'Launch without a public address.' },
  'rds:storageencrypted': { among: 'Make the database with encrypted storage.' },
  'rds:databaseclass': {
    among: 'Take the instance class {values}.',
    beyond: 'Take another instance class than {values}.',
  },
  'rds:databaseengine': {
    among: 'Take the engine {values}.',
    beyond: 'Take another engine than {values}.',
  },
  'elasticfilesystem:encrypted': { among: 'Make the file system encrypted.' },
  'kms:viaservice': {
    among: 'Use the key through {values}, instead of calling KMS yourself.',
    beyond: 'Use the key through another service than {values}.',
    present: 'Use the key through an AWS service, instead of calling KMS yourself.',
    absent: 'Call KMS yourself, instead of through an AWS service.',
  },
  'kms:grantisforawsresource': {
    among: 'Let an AWS service make the grant for its resource, instead of making it yourself.',
  },
  'kms:encryptioncontext:': {
    among: 'Send the encryption context `{tag}` with the value {values}.',
    beyond: 'Send the encryption context `{tag}` with another value than {values}.',
    present: 'Send the encryption context `{tag}`.',
    absent: 'Make the call without the encryption context `{tag}`.',
  },
  'kms:recipientattestation:': {
    among: 'Make the call from the Nitro enclave, with its attestation document: `{tag}` has to be {values}.',
    present: 'Make the call from the Nitro enclave, with its attestation document.',
    absent: 'Make the call without an attestation document.',
  },
  'lambda:functionurlauthtype': withOption('`--auth-type`', 'the kind of authorization'),
  'lambda:vpcids': {
    among: 'Attach the function to the VPC {values}.',
    beyond: 'Attach the function to another VPC than {values}.',
    present: 'Attach the function to a VPC.',
    absent: 'Make the function without a VPC.',
  },
  'lambda:subnetids': {
    among: 'Attach the function to the subnet {values}.',
    beyond: 'Attach the function to another subnet than {values}.',
    present: 'Attach the function to a subnet.',
    absent: 'Make the function without a VPC.',
  },
  'cloudformation:rolearn': {
    among: 'Make the stack with the service role {values}.',
    beyond: 'Make the stack with another service role than {values}.',
    present: 'Make the stack with a service role.',
    absent: 'Make the stack without a service role.',
  },
  'cloudformation:templateurl': {
    among: 'Take the template from {values}.',
    beyond: 'Take the template from elsewhere than {values}.',
    present: 'Take the template from S3.',
  },
  'dynamodb:leadingkeys': { among: 'Ask only for items whose partition key is {values}.' },
  'dynamodb:attributes': {
    among: 'Ask only for the attributes {values}, by a projection.',
    beyond: 'Ask for no attribute of {values}.',
  },
  'sns:protocol': {
    among: 'Subscribe with the protocol {values}.',
    beyond: 'Subscribe with another protocol than {values}.',
  },
}
