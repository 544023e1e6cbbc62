import { parsePrincipal } from '../iam/principal'
import { onlyOne } from '../text/only-one'
import { allowsOf } from './given-policies'
import type { Observation } from './knowledge'
import type { WrongCaller } from './wrong-caller'

/** How jobs come by their tokens, by the provider that issues them; what is not listed says it in its own guide. */
const ISSUERS: readonly (readonly [provider: RegExp, token: string])[] = [
  [
    /^token\.actions\.githubusercontent\.com/,
    'give it, or the whole workflow, `permissions: id-token: write` with `contents: read`',
  ],
  [/gitlab/, 'give it `id_tokens:` with the audience that the trust policy names, and pass on that token'],
]
const OF_ANY = 'get one of the provider in the job, and pass it on'

/** What a job prints that was to have a token, and has none. */
const NO_TOKEN = /Did you mean to set the `?id-token`? permission|Assum(?:ing|e) role with user credentials/i
/** A job, by the words for it. */
const OF_JOB = /configure-aws-credentials|\bgithub actions?\b|\bself-hosted runner\b|\bgitlab\b|\bCI job\b/i
/** The session of an instance, which is what a runner has by itself. */
const OF_INSTANCE = /:assumed-role\/[^/]{1,64}\/i-[\da-fx*…]{1,17}$/

const CALLS: ReadonlySet<string> = new Set(['sts:assumerole', 'sts:tagsession'])
const POD = /^oidc\.eks\./

/** A job that should have assumed a role by its token, and somebody else that did by plain credentials. */
export function jobWithoutToken({ text, principal, action, policies }: Observation): WrongCaller | null {
  const called = parsePrincipal(principal ?? '')
  if (called?.name === undefined || !CALLS.has(action?.toLowerCase() ?? '')) return null
  const [sign] = NO_TOKEN.exec(text) ?? (OF_INSTANCE.test(principal ?? '') ? (OF_JOB.exec(text) ?? []) : [])
  if (sign === undefined || allowsOf(policies, 'trust', 'sts:AssumeRole').length > 0) return null
  const trusted = allowsOf(policies, 'trust', 'sts:AssumeRoleWithWebIdentity').flatMap(({ statement }) =>
    (statement.principal?.values ?? []).map((one) => one.text),
  )
  const provider = onlyOne(trusted)?.split(':oidc-provider/')[1] ?? ''
  if (provider === '' || POD.test(provider)) return null
  const [, token = OF_ANY] = ISSUERS.find(([issuer]) => issuer.test(provider)) ?? []
  return { id: 'job-without-its-token', words: [sign], facts: { provider, caller: called.name, token }, of: 'trust' }
}
