import type { ConditionTrapId } from '../condition-traps'
import type { RowMessage } from './row-message'

/** What each of these tests really asks, and how to write what was meant. */
export const CONDITION_TRAP_MESSAGES: Readonly<Record<ConditionTrapId, RowMessage>> = {
  'deny-by-address-hits-services': {
    says: 'A Deny on all addresses but the listed ones also applies to calls that an AWS service makes for the caller, for example CloudFormation or Athena. It also applies to calls through a VPC endpoint, which carry no `aws:SourceIp`.',
    fix: 'Exempt them from this Deny: add `aws:ViaAWSService` as `false` under `Bool` to its condition. Otherwise call from a listed address: your public IP, as the internet sees it.',
  },
  'allow-by-address-misses-services': {
    says: 'A service makes this call for the caller, from its own network. An Allow that tests `{testedKey}` doesn’t apply to it, wherever the caller is.',
    fix: 'Keep that test. Allow this action in a separate statement, with `aws:ViaAWSService` as `true` under `Bool` in its place.',
  },
  'deny-by-network-hits-services': {
    says: 'A Deny on all networks but the listed ones applies to every request that doesn’t come through the VPC endpoint. The console, build services and calls that AWS services make for the caller carry no `{testedKey}`.',
    fix: 'Call through the endpoint. A call that a service makes for the caller can’t: exempt it, with `aws:ViaAWSService` as `false` under `Bool` in this Deny’s condition. A service that works with a role of yours, as DataSync, Glue or Firehose does, isn’t one of these: exempt the role, with `aws:PrincipalArn` under `ArnNotEquals`.',
  },
  'deny-by-organization-hits-services': {
    says: 'A Deny on principals outside the organization also applies to AWS services that call as themselves, and to anonymous requests. They carry no `{testedKey}`, and a negated test is true for an absent key.',
    fix: 'Exempt AWS services from this Deny: add `aws:PrincipalIsAWSService` as `false` under `Bool` to its condition.',
  },
  'deny-for-all-values-of-nothing': {
    says: '`ForAllValues` is true when the request carries no `{testedKey}` at all, so this Deny also applies to such requests.',
    fix: 'Add a `Null` test of the key with the value `false` to this Deny, or use `ForAnyValue`.',
  },
  'tag-of-resource-that-is-being-made': {
    says: '`{testedKey}` is the tag of an existing resource. A resource that is being created has no tags yet. The tags that the request sets are in `aws:RequestTag`.',
    fix: 'Allow the creation, and the tagging at creation, in a separate statement that tests `aws:RequestTag` instead.',
  },
  'tag-that-the-resource-lacks': {
    says: '`{testedKey}` is a tag of the existing resource. The Allow covers the resource only if it has that tag.',
    fix: 'Tag the resource, or allow the action on it in a separate statement without that test.',
  },
  'tagging-outside-of-a-creation': {
    says: '`{testedKey}` is present only when the call that creates a resource also tags it. A call that tags an existing resource doesn’t carry it.',
    fix: 'Allow tagging existing resources in a separate statement without `{testedKey}`. Limit that statement by the tags instead.',
  },
  'linked-role-takes-no-boundary': {
    says: 'A service-linked role can’t have a permissions boundary, so its creation never carries `{testedKey}`. A negated test is true for an absent key, so this Deny applies to every service-linked role.',
    fix: 'Exempt `iam:CreateServiceLinkedRole` from this Deny, or have an administrator create the role once.',
  },
  'name-of-who-calls': {
    says: '`aws:username` is the name of the user who calls, not of the user that the call is about.',
    fix: 'Leave this test out, and write the users that the call may be about in `Resource`, for example `arn:aws:iam::ACCOUNT:user/{written}`.',
  },
  'unit-without-those-below': {
    says: '`{testedKey}` holds the whole path, down to the OU that the account is in. A value that ends with an OU and `/` covers the accounts right in that OU, and none in an OU below it.',
    fix: 'Use `{written}*` as the value, with `StringLike`. It covers the accounts in that OU and in all OUs below it. To let in one OU only, write its whole path.',
  },
  'owner-of-the-resource': {
    says: '`{testedKey}` is the account that owns the resource. A bucket’s ARN doesn’t show it. The Allow covers only what {listed} owns.',
    fix: 'Add the account that owns the resource to the values. If it isn’t the caller’s account, the resource’s own policy must allow the caller too.',
  },
  'boundary-that-the-request-sets': {
    says: '`iam:PermissionsBoundary` is the boundary that the request sets on the new user or role, not the caller’s boundary. Without it, the Allow doesn’t apply.',
    fix: 'Make the request with the boundary: `--permissions-boundary {written}`.',
  },
  'service-that-the-role-is-passed-to': {
    says: '`{testedKey}` is the service that gets the role. The statement lists {listed}.',
    fix: 'Add the service of this call, `{serviceThatGetsTheRole}`, to the values. Its name can differ from the service that you call.',
  },
  'service-that-uses-the-key': {
    says: '`{testedKey}` is present only when a service calls KMS for the caller. Its value names the service and the Region. A direct call, another service or another Region doesn’t match.',
    fix: 'Add the service of this call to the values, as `SERVICE.REGION.amazonaws.com`. A direct call needs a statement without this test.',
  },
  'source-that-the-service-does-not-tell': {
    says: 'EventBridge sends to an encrypted topic without `{testedKey}`: KMS doesn’t get it, so this statement never lets `events.amazonaws.com` use the key.',
    fix: 'Give `events.amazonaws.com` a statement of its own for this key, without that test. Keep the test for the other services.',
  },
  'tags-that-parts-lack': {
    title: 'The parts of a multipart upload carry no tags.',
    says: 'The tags of an object are sent once, with `CreateMultipartUpload`. Each `UploadPart` is authorized as `s3:PutObject` too and carries no tag, so an Allow that tests `{testedKey}` covers none of them. Larger files fail, smaller ones are sent in one call.',
    fix: 'Allow `s3:PutObject` on these objects without this test, and keep the test in a statement of its own for `s3:PutObjectTagging`. Or send the file in one call: raise the client’s multipart threshold above its size.',
  },
  'mode-of-the-session': {
    title: 'Most likely the client asks for a ReadWrite session.',
    says: 'This Allow covers only sessions with `{testedKey}` `{written}`. A client that names no mode asks for `ReadWrite`, also where it only reads: Mountpoint does so even with `--read-only`.',
    fix: 'Have the client create its session with the mode `ReadOnly`, if it can. Otherwise let this caller call `s3express:CreateSession` without the test of `{testedKey}`, and take care otherwise that it doesn’t write.',
  },
  'prefix-of-the-list': {
    says: '`{testedKey}` is the prefix that the caller lists. A list without a prefix, or with another one, doesn’t match. Tools list from the root, or without the slash at the end.',
    fix: 'List with a matching prefix, or add the empty prefix and the parent folders to the values.',
  },
}
