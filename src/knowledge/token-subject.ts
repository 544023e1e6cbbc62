import { coversForm } from '../iam/claim-form'
import type { Observation } from './knowledge'
import { TOKEN_FORMS } from './token-forms'

const FORMS = Object.values(TOKEN_FORMS)

const NAMED_SUBJECT = /(?<![\w:.])sub(?:ject)?(?:\sclaim)?["'`]?\s{0,3}(?:[:=]|is)\s{0,3}["'`]?([^\s"'`,]{3,300})/gi

/** The subject of the token where it is written: in the request context, as the caller of an event, or in a log. */
export const subjectOf = ({ context, principal, text }: Observation): string | null => {
  const given = [...context].find(([key]) => key.endsWith(':sub'))?.[1][0]
  if (given !== undefined) return given
  const isForm = (one: string): boolean =>
    FORMS.some(({ provider, subject }) => provider !== 'google' && coversForm(one, subject, false))
  if (principal !== null && !principal.startsWith('arn:') && isForm(principal)) return principal
  return (
    [...text.matchAll(NAMED_SUBJECT)].map(([, one]) => one!).find((one) => !one.includes('*') && isForm(one)) ?? null
  )
}
