import { isArnOf, lastInPath } from '../../iam/arn'
import { hasWildcard } from '../../iam/wildcard'
import { valueFormOf } from '../../facts/keys/condition-keys'
import { canBeOfForm } from '../../facts/keys/value-forms'
import type { PolicyText, Statement } from '../policy'
import { eachStatement, type Check, type CheckHit } from './check'
import { eachCondition } from './condition-checks'

/** Text without a variable and without the marks that people put where they hide something. */
const isPlain = (text: string): boolean => /^[\w./:@+=,*?-]+$/.test(text)

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id */
const KEY_ID = /^(?:[0-9a-z]{8}-(?:[0-9a-z]{4}-){3}[0-9a-z]{12}|mrk-[0-9a-z]{32})$/i

function* keyId({ resource }: Statement): Iterable<CheckHit> {
  for (const { text, span } of resource?.values ?? []) {
    const written = isArnOf(text, 'kms', 'key/') ? lastInPath(text) : ''
    if (written !== '' && isPlain(written) && !hasWildcard(written) && !KEY_ID.test(written))
      yield { span, data: { text: written } }
  }
}

/** Checks of values that AWS writes in one form only. */
export const SHAPE_CHECKS: readonly Check[] = [
  {
    code: 'value-never-of-key',
    severity: 'warning',
    find: eachCondition(function* ({ lowerKey, key, operator, values }) {
      const form = valueFormOf(lowerKey)
      if (form === null || !['string', 'stringIgnoreCase', 'stringLike'].includes(operator.family)) return
      const takesWildcards = operator.family === 'stringLike'
      const isWrong = ({ text }: PolicyText) => isPlain(text) && !canBeOfForm(form, text, takesWildcards)
      for (const value of values)
        if (isWrong(value)) yield { span: value.span, data: { key, text: value.text, example: form.example } }
    }),
  },
  { code: 'key-id-malformed', severity: 'warning', find: eachStatement(keyId) },
]
