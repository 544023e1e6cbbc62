import type { SiblingRowId } from '../find-siblings'
import type { LinkedRoleRowId } from '../linked-roles'
import type { MixedIdRowId } from '../mixed-ids'
import type { ValueShapeRowId } from '../value-shapes'
import type { RowMessage } from './row-message'

/** What the rows that stand alone mean. */
export const OTHER_MESSAGES: Readonly<
  Record<LinkedRoleRowId | MixedIdRowId | SiblingRowId | ValueShapeRowId, RowMessage>
> = {
  'service-linked-role-to-be-made': {
    says: 'The first such call in an account creates the service-linked role `{linkedRole}` for `{linkedService}`. The caller then needs `iam:CreateServiceLinkedRole`. If the role exists, this isn’t checked.',
    fix: 'Allow `iam:CreateServiceLinkedRole` on the role’s ARN, limited to `{linkedService}` with `iam:AWSServiceName`. Or have an administrator create it once: `aws iam create-service-linked-role --aws-service-name {linkedService}`.',
  },
  'action-without-colon': {
    says: 'The policy writes `{written}`, which is no action: a colon belongs between service and operation. It allows nothing.',
    fix: 'Write `{meant}` in that statement.',
  },
  'action-of-nearly-the-same-name': {
    says: 'The policy allows `{written}`, but this request needs `{action}`, which is a different action.',
    fix: 'Add `{action}` to the statement.',
  },
  'sub-of-user-pool': {
    title: 'The call uses the user pool’s sub, not the identity ID.',
    says: '`{variable}` is the user’s identity ID in the identity pool: a Region, a colon and a UUID. The `sub` in a token of the user pool is another ID, so the two never match.',
    fix: 'Use the identity ID (`credentials.identityId`) in the call. Or map `sub` to a principal tag in the identity pool and test `${aws:PrincipalTag/<tag>}`. The role’s trust policy then needs `sts:TagSession`.',
  },
  'principal-by-id-of-deleted': {
    says: 'The policy names `{id}` as principal. AWS shows the ID of a role or user in place of its ARN once it was deleted. A new one with the same name has another ID.',
    fix: 'Put the ARN of the role or user that exists now in the place of `{id}`.',
  },
  'condition-value-of-another-kind': {
    says: 'The policy compares `{testedKey}` with `{written}`, which it never contains. Its values look like `{form}`.',
    fix: 'Give `{testedKey}` a value like `{form}`, or test the key that contains the value you mean.',
  },
  'condition-value-of-another-key': {
    says: 'The policy compares `{testedKey}` with `{written}`, which it never contains. Such a value is one of `{meantKey}`.',
    fix: 'Test `{meantKey}` in place of `{testedKey}`. Or give `{testedKey}` a value like `{form}`.',
  },
}
