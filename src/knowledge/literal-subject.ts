import type { Observation } from './knowledge'
import { tokenAllow } from './oidc-trust-statement'
import { WEB_IDENTITY_ACTION } from './token-cause'

/**
 * The subject with a wildcard that a trust policy compares as it stands, where none of its statements lets in another: no token
 * has it.
 */
export function literalSubject(policies: Observation['policies']): string | null {
  const ofTokens = policies
    .flatMap(({ policy }) => policy.statements)
    .filter(
      ({ effect, action }) =>
        effect === 'Allow' &&
        action.values.some(({ text }) => text.toLowerCase() === WEB_IDENTITY_ACTION.toLowerCase()),
    )
  const written = ofTokens.map((statement) =>
    tokenAllow(statement).subjects.find(
      ({ operator, values }) => operator.family === 'string' && values.every(({ text }) => /[*?]/.test(text)),
    ),
  )
  const [first] = written
  return first !== undefined && written.every((one) => one !== undefined) ? (first.values[0]?.text ?? null) : null
}
