import type { ConditionTrapId } from '../condition-traps'
import type { RowMessage } from './row-message'

/** What each of these tests really asks, and how to write what was meant. */
export const CONDITION_TRAP_MESSAGES: Readonly<Record<ConditionTrapId, RowMessage>> = {
  'deny-by-address-hits-services': {
    says: 'A Deny on other addresses than listed also hits calls that an AWS service makes for the caller, such as CloudFormation’s or Athena’s, and those through a VPC endpoint, which carry no `aws:SourceIp`.',
    fix: 'Spare them in the same Deny with `aws:ViaAWSService` as `false` under `Bool`, or call from a listed address: the public one, as the internet sees it.',
  },
  'deny-by-network-hits-services': {
    says: 'A Deny on other networks than listed hits every request that does not come through the VPC endpoint: the console, a build service, and calls that AWS services make for the caller, which carry no `{testedKey}`.',
    fix: 'Call through the endpoint, or spare such calls with `aws:ViaAWSService`, `aws:PrincipalIsAWSService` or the `IfExists` form.',
  },
  'deny-by-organization-hits-services': {
    says: 'A Deny on principals outside the organization also hits AWS services that call as themselves, and anonymous requests: they carry no `{testedKey}`, and a negated test is true of an absent key.',
    fix: 'Exempt AWS services from this Deny: add `aws:PrincipalIsAWSService` as `false` under `Bool` to its condition.',
  },
  'deny-for-all-values-of-nothing': {
    says: '`ForAllValues` is true where the request carries no `{testedKey}` at all, so that this Deny hits such requests.',
    fix: 'Add a `Null` test of the key that is `false` to the same Deny, or use `ForAnyValue`.',
  },
  'tag-of-resource-that-is-being-made': {
    says: '`{testedKey}` is the tag of a resource that is there already: what is being made has none, and the tags that the request sets stand in `aws:RequestTag`.',
    fix: 'Allow the creation, and the tagging at creation, in a statement of its own that tests `aws:RequestTag` instead.',
  },
  'tag-that-the-resource-lacks': {
    says: '`{testedKey}` is a tag of the resource that is asked for, which is there already: the Allow reaches it only where it carries that tag.',
    fix: 'Tag the resource, or allow the action on it in a statement of its own without that test.',
  },
  'tagging-outside-of-a-creation': {
    says: '`{testedKey}` is there only while the call that makes a resource tags it: who tags a resource that is there carries none.',
    fix: 'Allow the tagging of what is there in a statement of its own without `{testedKey}`, limited by the tags instead.',
  },
  'linked-role-takes-no-boundary': {
    says: 'A service-linked role takes no permissions boundary, so that its creation never carries `{testedKey}`: a negated test is true of an absent key, and the Deny hits every service-linked role.',
    fix: 'Take `iam:CreateServiceLinkedRole` out of that Deny, or let an administrator make the role once.',
  },
  'owner-of-the-resource': {
    says: '`{testedKey}` is the account that owns the resource, which the ARN of a bucket does not show: the Allow reaches what is owned by `{written}`.',
    fix: 'Add the account that owns the resource to the values; where it is another than the caller’s, its own policy has to allow the caller too.',
  },
  'boundary-that-the-request-sets': {
    says: '`iam:PermissionsBoundary` here is the boundary that the request sets on the new user or role, and not the one of who calls: without it the Allow does not match.',
    fix: 'Make the request with the boundary, `--permissions-boundary {written}`.',
  },
  'service-that-the-role-is-passed-to': {
    says: '`{testedKey}` is what the role is handed to: the Allow matches for `{written}` only.',
    fix: 'Add the service of this call, `{serviceThatGetsTheRole}`, to the values; it need not be named like the service that is called.',
  },
  'service-that-uses-the-key': {
    says: '`{testedKey}` holds only where a service calls KMS for the caller, with its Region in the name: a direct call, or one from another service or Region, does not match.',
    fix: 'Add the service of this call, as `SERVICE.REGION.amazonaws.com`, to the values; a direct call needs a statement without it.',
  },
  'prefix-of-the-list': {
    says: '`{testedKey}` is what the list asks for: a list without a prefix, or with another one, does not match, and tools list from the root or without the slash at the end.',
    fix: 'List with a prefix that matches, or add the empty prefix and the folders above to the values.',
  },
}
