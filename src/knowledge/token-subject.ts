import { coversForm } from '../iam/claim-form'
import type { Observation } from './knowledge'
import { TOKEN_FORMS } from './token-forms'

const FORMS = Object.values(TOKEN_FORMS)

const NAMED_SUBJECT = /(?<![\w:.])sub(?:ject)?(?:\sclaim)?["'`]?\s{0,3}(?:[:=]|is)\s{0,3}["'`]?([^\s"'`,]{3,300})/gi

/** A member of a token's payload: of whatever form, it is the subject. */
const CLAIM = /["']sub["']\s{0,3}:\s{0,3}["']([^\s"'*${}<>]{3,300})["']/

/** Claims as a token or a log has them, quoted or behind a colon; the keys of policies begin with an issuer. */
const NAMED_AUDIENCE =
  /(?<![\w:.-])(?:aud(?:ience)?|client[ _-]?id)["'`]?\s{0,3}(?:[:=]|is)\s{0,3}\[?["'`]?([^\s"'`,[\]{}]{3,300})/gi

/** The id of an identity pool, which is the audience of its tokens. https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
const POOL_ID =
  /(?:\b|_)identity[ _]?pool[ _]?id\b["'`]?\s{0,3}[:=]?\s{0,3}["'`]?([a-z]{2}(?:-[a-z]{3,9}){1,2}-\d:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/gi

/** GitHub's action for credentials asks for this audience where it isn't told another. https://github.com/aws-actions/configure-aws-credentials */
export const AUDIENCE_ACTION = 'aws-actions/configure-aws-credentials'
const OF_ACTION = 'sts.amazonaws.com'

/** The audiences of the token that a text names, each once: what is filled in later or masked is none. */
export const audiencesOf = ({ context, text }: Observation): readonly string[] => {
  const given = [...context].find(([key]) => key.endsWith(':aud'))?.[1]
  if (given !== undefined) return given
  const named = [NAMED_AUDIENCE, POOL_ID].flatMap((form) => [...text.matchAll(form)].map(([, one]) => one!))
  if (named.length === 0 && text.includes(`${AUDIENCE_ACTION}@`)) return [OF_ACTION]
  return [...new Set(named.filter((one) => /[\d.:/_-]/.test(one) && !/[*${}<>]/.test(one)))].slice(0, MOST_AUDIENCES)
}

const MOST_AUDIENCES = 10

/** The subject of the token where it is written: in the request context, as the caller of an event, or in a log. */
export const subjectOf = ({ context, principal, text }: Observation): string | null => {
  const given = [...context].find(([key]) => key.endsWith(':sub'))?.[1][0]
  if (given !== undefined) return given
  const isForm = (one: string): boolean =>
    FORMS.some(({ provider, subject }) => provider !== 'google' && coversForm(one, subject, false))
  if (principal !== null && !principal.startsWith('arn:') && isForm(principal)) return principal
  const named = [...text.matchAll(NAMED_SUBJECT)].map(([, one]) => one!).filter((one) => !one.includes('*'))
  return named.find(isForm) ?? CLAIM.exec(text)?.[1] ?? null
}
