import type { SiblingRowId } from '../find-siblings'
import type { LinkedRoleRowId } from '../linked-roles'
import type { ValueShapeRowId } from '../value-shapes'
import type { RowMessage } from './row-message'

/** What the rows that stand alone mean. */
export const OTHER_MESSAGES: Readonly<Record<LinkedRoleRowId | SiblingRowId | ValueShapeRowId, RowMessage>> = {
  'service-linked-role-to-be-made': {
    says: 'The first such call in an account makes the service-linked role `{linkedRole}` for `{linkedService}`, which needs `iam:CreateServiceLinkedRole` of who calls; where the role is there already, nothing is asked.',
    fix: 'Allow `iam:CreateServiceLinkedRole` on the role’s ARN, tied to `{linkedService}` by `iam:AWSServiceName`; or let an administrator make it once, with `aws iam create-service-linked-role --aws-service-name {linkedService}`.',
  },
  'action-of-nearly-the-same-name': {
    says: 'The policy allows `{written}`, and this request needs `{action}`, which is another action.',
    fix: 'Add `{action}` to the statement.',
  },
  'condition-value-of-another-kind': {
    says: 'The policy compares `{testedKey}` with `{written}`, which it never holds: its values look like `{form}`.',
    fix: 'Write a value of that kind, or test the key that holds what was meant.',
  },
}
