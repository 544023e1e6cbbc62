import type { CallFactId } from '../facts/calls/call-facts'
import type { WhenCode } from '../facts/calls/when'
import type { Layer } from '../iam/layers'
import type { ShownFactId } from './shown-facts'

/** What a cause supposes: that policies of a layer lack an Allow or hold a Deny, or that something is so besides. */
export type Premise =
  | `${Layer} lacks`
  | `${Layer} denies`
  | 'object missing'
  | 'thing missing'
  | 'not in effect yet'
  | 'KMS key'
  | 'other writer'
  | 'other owner'
  | 'public access blocked'
  | 'multipart upload'
  | 'API key'
  | 'Region off'
  | 'other Region'
  | 'clock wrong'
  | 'in a member account'
  | 'linked role missing'
  | 'not yet in this account'
  | 'never worked'
  | 'not reachable'
  | 'role lacks'
  | 'service lacks'
  | 'credentials refused'
  | 'call wrong'
  | 'request changed'

/** What a text shows of a premise: that it is not so, that it is unlikely, or that it is likely. */
export interface PremiseRow {
  readonly refutedBy: readonly ShownFactId[]
  readonly weakenedBy: readonly ShownFactId[]
  readonly shownBy: readonly ShownFactId[]
}

const row = (
  refutedBy: readonly ShownFactId[] = [],
  weakenedBy: readonly ShownFactId[] = [],
  shownBy: readonly ShownFactId[] = [],
): PremiseRow => ({ refutedBy, weakenedBy, shownBy })

/** The rows: a premise of which none stands here does not compile. */
export const PREMISES: Readonly<Record<Premise, PremiseRow>> = {
  'identity lacks': row(
    [
      ...(['caller-allows-all', 'caller-allows-service', 'simulated-allowed', 'works-when-small'] as const),
      ...(['same-caller-elsewhere', 'works-for-a-time', 'works-without-option'] as const),
      ...(['admins-refused-too', 'root-user-calls', 'trust-grants'] as const),
    ],
    [
      'caller-named-admin',
      'caller-allows-action',
      'works-in-another-account',
      'works-when-done-again',
      'works-in-another-region',
      'account-closed',
      'failed-earlier',
      'asked-by-coded-name',
    ],
    ['works-as-admin', 'works-on-another-thing', 'caller-allows-elsewhere', 'trust-lets-in', 'key-policy-delegates'],
  ),
  'identity denies': row(['works-for-a-time', 'root-user-calls'], ['works-without-option', 'admins-refused-too']),
  'boundary lacks': row(['no-boundary', 'works-for-a-time', 'root-user-calls'], ['admins-refused-too']),
  'boundary denies': row(['no-boundary', 'works-for-a-time', 'root-user-calls'], ['admins-refused-too']),
  'session lacks': row(),
  'session denies': row(),
  'scp lacks': row(
    ['no-scps', 'is-management-account', 'works-for-a-time'],
    ['in-management-account'],
    ['admins-refused-too', 'works-in-another-account'],
  ),
  'scp denies': row(
    ['no-scps', 'is-management-account', 'works-for-a-time'],
    ['in-management-account'],
    ['admins-refused-too', 'works-in-another-account'],
  ),
  'rcp lacks': row(['no-rcps']),
  'rcp denies': row(['no-rcps']),
  'resource lacks': row(
    ['works-when-small', 'same-caller-elsewhere', 'account-closed', 'works-for-a-time', 'works-without-option'],
    ['other-version-read', 'key-off', 'key-policy-delegates'],
    ['across-accounts', 'works-on-another-thing'],
  ),
  'resource denies': row(['no-resource-policy']),
  'trust lacks': row(
    ['trust-lets-in', 'trust-grants', 'account-closed', 'role-deleted', 'works-for-a-time', 'works-without-option'],
    ['thing-not-found', 'works-when-done-again'],
    ['trust-names-deleted', 'environment-decides'],
  ),
  'trust denies': row(),
  'endpoint lacks': row(
    ['no-endpoint', 'endpoint-allows-all'],
    ['ran-at-home'],
    ['works-at-home', 'same-caller-elsewhere'],
  ),
  'endpoint denies': row(
    ['no-endpoint', 'endpoint-allows-all'],
    ['ran-at-home'],
    ['works-at-home', 'same-caller-elsewhere'],
  ),
  'object missing': row(
    [...(['object-exists', 'works-for-another', 'works-at-home', 'same-caller-elsewhere', 'works-as-admin'] as const)],
    [],
    ['asks-whether-it-exists'],
  ),
  'thing missing': row(
    ['thing-exists', 'works-for-another', 'works-at-home', 'same-caller-elsewhere'],
    ['account-closed'],
    ['thing-not-found', 'role-deleted', 'listed-under-other-name', 'not-in-listing'],
  ),
  'not in effect yet': row(['worked-before'], [], ['works-when-done-again', 'made-at-once']),
  'KMS key': row(['no-kms-key', 'same-caller-elsewhere']),
  'other writer': row(['owner-enforced', 'same-caller-elsewhere'], [], ['written-by-another']),
  'other owner': row(['same-account', 'same-caller-elsewhere'], [], ['across-accounts']),
  // It can be on for the account.
  'public access blocked': row([], ['public-access-open']),
  'multipart upload': row([], [], ['works-when-small']),
  'API key': row(['same-caller-elsewhere', 'works-at-home']),
  'Region off': row(['region-enabled']),
  'other Region': row(['same-region']),
  'clock wrong': row(['clock-right']),
  'in a member account': row(['is-management-account', 'in-management-account']),
  'linked role missing': row(['linked-role-exists']),
  'not yet in this account': row([], [], ['works-in-another-account']),
  'never worked': row(['worked-before', 'works-for-a-time']),
  'not reachable': row(['reachable']),
  'role lacks': row(
    ['role-allows-all', 'role-allows-these', 'works-for-a-time'],
    ['works-in-another-account'],
    ['works-on-another-thing'],
  ),
  // What the service grants by itself holds wherever the caller is.
  'service lacks': row(['same-caller-elsewhere'], [], ['works-for-another']),
  'credentials refused': row(['same-caller-elsewhere', 'works-without-option']),
  'call wrong': row(['works-in-another-region', 'same-caller-elsewhere', 'works-when-done-again']),
  'request changed': row(),
}

/** What a check of the tables supposes by itself. */
export const PREMISES_OF_CHECK: Readonly<Partial<Record<CallFactId, readonly Premise[]>>> = {
  's3-part-with-kms': ['multipart upload'],
}

/** What a further check of a call supposes beside that policies lack it. */
export const PREMISE_OF_WHEN: Readonly<Record<WhenCode, Premise | null>> = {
  always: null,
  'part-of-it': null,
  'each-resource': null,
  'if-named': null,
  'asks-for-it': null,
  'source-tagged': null,
  'names-version': null,
  'object-missing': 'object missing',
  'object-encrypted': 'KMS key',
  'sets-acl': null,
  'sets-tags': null,
  'queue-encrypted': 'KMS key',
  'topic-encrypted': 'KMS key',
  'secret-encrypted': 'KMS key',
  'parameter-secure': 'KMS key',
  'stream-encrypted': 'KMS key',
  'volume-encrypted': 'KMS key',
  'table-encrypted': 'KMS key',
  'database-encrypted': 'KMS key',
  'function-encrypted': 'KMS key',
  'repository-encrypted': 'KMS key',
  'passes-role': null,
  'as-caller': null,
  'listed-by-aws': null,
}
