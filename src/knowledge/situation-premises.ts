import type { SituationShape } from '../facts/situations/situation-row'
import { isToldBeside } from '../facts/situations/beside/shown-beside'
import { SITUATIONS, type SituationId } from '../facts/situations/situations'
import type { Premise } from './premises'

/**
 * What rows of a kind suppose, where no layer of policies decides: each row that is only what usually lies behind its words has
 * one. A row that signs beside its sentence tell is shown by these already.
 */
const OF_KIND: Readonly<Partial<Record<Premise, readonly SituationId[]>>> = {
  'API key': ['api-key-of-no-plan', 'api-key-missing'],
  'KMS key': ['broker-key-unusable'],
  'Region off': ['region-behind-credentials'],
  'clock wrong': ['clock-behind-credentials'],
  'other Region': [
    'multi-region-off',
    'file-in-another-region',
    'queue-in-another-region',
    'thing-in-another-region',
    'web-acl-of-other-scope',
  ],
  'other owner': [
    'subscription-of-another-account',
    'zone-of-another-account',
    'domain-delegation',
    'grant-of-launch',
    'endpoint-service-closed',
    'queue-looked-for-at-home',
  ],
  'in a member account': [
    'finding-rules-administrator',
    'organization-only-management',
    'stack-set-call-as',
    'inspector-disabled',
  ],
  'linked role missing': [
    'policy-principal-linked-role',
    'linked-role-not-assumed',
    'cloud9-linked-role',
    'monitor-may-not-publish',
  ],
  'thing missing': [
    'backup-vault-not-yours',
    'batch-launch-template',
    'cached-official-image',
    'cdk-role-gone',
    'console-switch-role',
    'control-tower-closed-account',
    'shared-thing-not-found',
    'spot-fleet-role-name',
    'stack-role-gone',
    'warehouse-workgroup-as-cluster',
  ],
  'not in effect yet': ['airflow-role-policy-late', 'fleet-role-new', 'pipe-role-new', 'role-policy-late'],
  'never worked': [
    'batch-translation-region',
    'certificate-by-private-ca',
    'standard-is-no-subscription',
    'transfer-login-refused',
    'billing-activation',
    'copilot-environment-old',
    'delegated-not-in-management',
    'distribution-log-region',
    'document-iam-mechanism',
    'efs-posix',
    'explorer-tags-its-own',
    'function-files-of-another-user',
    'function-stream-of-another-kind',
    'graph-cluster-role',
    'host-management-role',
    'incident-manager-off',
    'liveness-not-in-region',
    'model-operation-closed',
    'mount-deletes-nothing',
    'pipeline-passes-role-across-accounts',
    'postgres-import-role',
    'quicksight-manifest',
    'repository-key',
    'subnets-without-role-tag',
    'support-plan-of-organization',
    'transfer-logical-target',
  ],
  'object missing': ['media-input-missing'],
  'not reachable': ['pod-identity-agent-away', 'task-connection', 'image-builder-role'],
  'service lacks': [
    'account-factory-portfolio',
    'app-runner-image',
    'browser-connection-dropped',
    'catalog-no-launch-path',
    'cluster-creator-by-module',
    'collection-data-access',
    'dashboards-bucket',
    'dashboards-query-results',
    'dashboards-own-permissions',
    'firewall-blocked',
    'firewall-log-destination',
    'kafka-refused',
    'lake-formation-grant',
    'managed-nodes-refused',
    'node-cannot-join',
    'permission-set-assignment',
    'pod-execution-role',
  ],
  'credentials refused': [
    'assistant-wants-user',
    'cache-iam-sign-in',
    'cloud9-managed-credentials',
    'database-password-of-iam-user',
    'documentdb-iam-user',
    'global-token-in-opt-in-region',
    'landing-zone-inactive',
    'local-cluster-credentials',
    'cluster-provider-unauthorized',
    'local-cluster-image-pull',
    'lock-file-of-others',
    'memorydb-sign-in',
    'metadata-hop-limit',
    'older-token-in-use',
    'passed-on-credentials',
    'proxy-sign-in',
    'role-keys-without-token',
    'roles-anywhere-certificate',
    'roles-anywhere-off',
    'roles-anywhere-session',
    'yarn-sends-no-token',
  ],
  'call wrong': [
    'action-null',
    'batch-manifest-encrypted',
    'body-not-hashed',
    'component-of-latest-function',
    'exec-simulated',
    'gateway-route-not-deployed',
    'role-parameter-empty',
    'schedule-as-source',
  ],
  // The same keys work elsewhere: that is what tells this row.
  'request changed': [
    'presigned-content-type',
    'header-breaks-signature',
    'signature-changed-on-the-way',
    'git-password-kept',
  ],
}

const KINDS = Object.entries(OF_KIND) as readonly (readonly [Premise, readonly SituationId[]])[]

const isOfKey = ({ service, actions = [] }: SituationShape): boolean =>
  service === 'kms' || (actions.length > 0 && actions.every((one) => one.startsWith('kms:')))

/** What a row supposes by what stands in it: who is refused, where, and what decides. */
function ofRow(row: SituationShape): readonly Premise[] {
  const { decides, refused, isOfTwoRegions, isOfTwoAccounts } = row
  const isOfLayer = decides !== 'none' && decides !== 'open'
  return [
    ...(isOfTwoRegions === true ? (['other Region'] as const) : []),
    ...(isOfTwoAccounts === true ? (['other owner'] as const) : []),
    // Another program or provider refuses by what it grants itself.
    ...(row.speaker === 'other' ? (['service lacks'] as const) : []),
    ...(isOfLayer && refused === 'given-role' ? (['role lacks'] as const) : []),
    ...(isOfLayer && isOfKey(row) ? (['KMS key'] as const) : []),
  ]
}

/** What the words of a service usually mean supposes beside that policies lack it: a text can show that it is not so. */
export function premisesOfSituation(id: SituationId): readonly Premise[] {
  const shape: SituationShape = SITUATIONS[id]
  const ofKind = KINDS.flatMap(([premise, ids]) => (ids.includes(id) ? [premise] : []))
  // What signs beside the sentence tell is weighed there.
  return shape.isUsual === true && !isToldBeside(id) ? [...ofRow(shape), ...ofKind] : ofKind
}

/** Has a row something that a text can refute: its layer, what it supposes, or signs that tell it? */
export const hasPremise = (id: SituationId): boolean => {
  const { decides }: SituationShape = SITUATIONS[id]
  return isToldBeside(id) || (decides !== 'none' && decides !== 'open') || premisesOfSituation(id).length > 0
}
