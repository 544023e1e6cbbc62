import { memberItem, stringItem, type CompletionItem, type CompletionRequest } from './completion'
import { SERVICE_PRINCIPALS } from './key-values'
import { ELEMENT_MESSAGES } from './messages/elements'

const KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const

/** Offers the kinds of principal that the policy type takes. */
export function completePrincipalKinds({ cursor, type }: CompletionRequest): readonly CompletionItem[] {
  const legal = KINDS.filter(
    (kind) => (kind !== 'Federated' || type === 'trust') && (kind !== 'CanonicalUser' || type === 'resource'),
  )
  return legal
    .filter((kind) => !cursor.siblings.includes(kind))
    .map((label) =>
      memberItem(
        cursor,
        {
          label,
          kind: 'principal',
          documentation: ELEMENT_MESSAGES[label]?.sentence ?? '',
          page: ELEMENT_MESSAGES[label]?.page ?? '',
        },
        '"$0"',
      ),
    )
}

/** Offers who may be named: everybody, this case's principal and account, services, providers. */
export function completePrincipals(request: CompletionRequest): readonly CompletionItem[] {
  const { cursor, fill, principal } = request
  const item = (label: string, detail: string) => stringItem(cursor, { label, kind: 'principal', detail })
  const kind = cursor.path.find((step) => KINDS.some((known) => known === step))
  const { partition, account } = fill
  const root = account ? [item(`arn:${partition}:iam::${account}:root`, 'all principals of this account')] : []
  switch (kind) {
    case 'Service':
      return SERVICE_PRINCIPALS.map((name) => item(name, 'service'))
    case 'Federated':
      return [
        ...(account
          ? [
              item(
                `arn:${partition}:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
                'GitHub Actions',
              ),
              item(`arn:${partition}:iam::${account}:saml-provider/`, 'SAML provider'),
            ]
          : []),
        ...['cognito-identity.amazonaws.com', 'accounts.google.com', 'www.amazon.com', 'graph.facebook.com'].map(
          (name) => item(name, 'identity provider'),
        ),
      ]
    case 'CanonicalUser':
      return []
    default: {
      const star = item('*', 'everybody')
      if (kind === undefined) return [star]
      return [...(principal?.startsWith('arn:') ? [item(principal, 'the principal of this case')] : []), ...root, star]
    }
  }
}
