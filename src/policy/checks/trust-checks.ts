import { matchAnyCase } from '../../iam/wildcard'
import type { PolicyText, Statement } from '../policy'
import { allows, eachStatement, type Check, type CheckContext, type CheckHit } from './check'
import { namedTexts } from '../statement-names'

const grants = ({ action }: Statement, name: string): boolean =>
  namedTexts(action).some((text) => matchAnyCase(text, name))

/** https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
export const ROLES_ANYWHERE = 'rolesanywhere.amazonaws.com'
const ITS_ACTIONS = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession']

function* rolesAnywhere({ policy }: CheckContext): Iterable<CheckHit> {
  const its = policy.statements.flatMap((statement) => {
    const { principal } = statement
    const named = principal?.not
      ? undefined
      : principal?.values.find(({ key, text }) => key === 'Service' && text === ROLES_ANYWHERE)
    return allows(statement) && !statement.action.not && named ? [{ statement, named }] : []
  })
  const [first] = its
  const missing = ITS_ACTIONS.filter((name) => !its.some(({ statement }) => grants(statement, name)))
  if (first && missing.length > 0) yield { span: first.named.span, data: { actions: missing.join(', ') } }
}

/** Keys that a request only carries where it also asks for another action, which the same policy has to allow. */
const BESIDE: readonly { readonly key: RegExp; readonly action: string }[] = [
  { key: /^(?:aws:requesttag\/.+|aws:tagkeys|sts:transitivetagkeys)$/, action: 'sts:TagSession' },
  { key: /^sts:sourceidentity$/, action: 'sts:SetSourceIdentity' },
]

const ASSUMES = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML']

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required */
function* sessionAction(statement: Statement, { policy }: CheckContext): Iterable<CheckHit> {
  if (!allows(statement) || !ASSUMES.some((name) => grants(statement, name))) return
  for (const { lowerKey, key, operator, span } of statement.conditions) {
    const row = BESIDE.find((each) => each.key.test(lowerKey))
    const asks = operator.family !== 'null' && !operator.ifExists && !operator.negated && operator.set !== 'all'
    if (row && asks && !policy.statements.some((each) => allows(each) && grants(each, row.action)))
      yield { span, data: { key, action: row.action } }
  }
}

/** Where the owner of the code stands in the subject of a provider that serves everybody. */
const OWNERS: readonly { readonly key: string; readonly owned: RegExp; readonly example: string }[] = [
  {
    key: 'token.actions.githubusercontent.com:sub',
    owned: /^(?:repo:[^*?/:]+[/:]|(?!repo:)[^*?:]+:[^*?:]+)/,
    example: 'repo:octo-org/octo-repo:*',
  },
  { key: 'gitlab.com:sub', owned: /^project_path:[^*?/]+\//, example: 'project_path:my-group/my-project:*' },
  { key: 'app.terraform.io:sub', owned: /^organization:[^*?:]+:/, example: 'organization:my-org:project:*' },
]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub */
function* openSubject(statement: Statement): Iterable<CheckHit> {
  for (const { lowerKey, key, operator, values } of allows(statement) ? statement.conditions : []) {
    const row = OWNERS.find((each) => each.key === lowerKey)
    if (!row || operator.negated || operator.family !== 'stringLike') continue
    const host = lowerKey.slice(0, lowerKey.lastIndexOf(':') + 1)
    const isNarrowedElsewhere = statement.conditions.some(
      (each) => each.lowerKey.startsWith(host) && ![lowerKey, `${host}aud`].includes(each.lowerKey),
    )
    if (isNarrowedElsewhere) continue
    const isOpen = ({ text }: PolicyText) => /[*?]/.test(text) && !row.owned.test(text) && !text.includes('${')
    for (const value of values)
      if (isOpen(value)) yield { span: value.span, data: { text: value.text, key, example: row.example } }
  }
}

/** Checks of role trust policies. */
export const TRUST_CHECKS: readonly Check[] = [
  { code: 'roles-anywhere-actions', severity: 'warning', types: ['trust'], find: rolesAnywhere },
  { code: 'session-key-without-action', severity: 'warning', types: ['trust'], find: eachStatement(sessionAction) },
  { code: 'provider-subject-open', severity: 'securityWarning', types: ['trust'], find: eachStatement(openSubject) },
]
