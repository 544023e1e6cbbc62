import { own } from '../../text/own'
import { isAccountId } from '../../iam/arn'
import type { PolicyText, Statement } from '../policy'
import { ALL_TYPES, eachStatement, type Check, type CheckHit } from './check'
import { eachCondition } from './condition-checks'
import { REGION } from './resource-checks'

/** What AWS writes as the value of a key. */
interface Shape {
  readonly isValue: (text: string) => boolean
  /** What each value begins with. */
  readonly prefix: string
  readonly example: string
}

const id = (prefix: string, example: string): Shape => ({
  isValue: (text) => text.startsWith(prefix) && /^[0-9a-z]+$/i.test(text.slice(prefix.length)),
  prefix,
  example,
})
const ACCOUNT: Shape = { isValue: isAccountId, prefix: '', example: '111122223333' }
const ORGANIZATION = id('o-', 'o-a1b2c3d4e5')
const PATH: Shape = {
  isValue: (text) => /^o-[0-9a-z]+\/r-[0-9a-z]+\/(?:ou-[0-9a-z-]+\/)*$/i.test(text),
  prefix: 'o-',
  example: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/',
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const SHAPES: Readonly<Record<string, Shape>> = {
  'aws:requestedregion': {
    isValue: (text) => REGION.test(text) || /^aws(?:-[a-z]+)*-global$/.test(text),
    prefix: '',
    example: 'eu-west-1',
  },
  'aws:sourcevpc': id('vpc-', 'vpc-1a2b3c4d'),
  'aws:sourcevpce': id('vpce-', 'vpce-1a2b3c4d'),
  'aws:principalaccount': ACCOUNT,
  'aws:resourceaccount': ACCOUNT,
  'aws:sourceaccount': ACCOUNT,
  'aws:vpceaccount': ACCOUNT,
  'kms:calleraccount': ACCOUNT,
  'aws:principalorgid': ORGANIZATION,
  'aws:resourceorgid': ORGANIZATION,
  'aws:sourceorgid': ORGANIZATION,
  'aws:vpceorgid': ORGANIZATION,
  'aws:principalorgpaths': PATH,
  'aws:resourceorgpaths': PATH,
  'aws:sourceorgpaths': PATH,
  'aws:vpceorgpaths': PATH,
  // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
  'kms:viaservice': {
    isValue: (text) => /^[a-z0-9-]+\.[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}\.[a-z0-9.-]+$/.test(text),
    prefix: '',
    example: 's3.eu-west-1.amazonaws.com',
  },
}

/** Text without a variable and without the marks that people put where they hide something. */
const isPlain = (text: string): boolean => /^[\w./:@+=,*?-]+$/.test(text)

const isPattern = (text: string): boolean => /[*?]/.test(text)

/** A pattern is judged by what stands before its first wildcard. */
function canBe({ isValue, prefix }: Shape, text: string, takesWildcards: boolean): boolean {
  if (!takesWildcards || !isPattern(text)) return isPattern(text) || isValue(text)
  const head = text.split(/[*?]/, 1)[0] ?? ''
  return head.startsWith(prefix) || prefix.startsWith(head)
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id */
const KEY_ID = /^(?:[0-9a-z]{8}-(?:[0-9a-z]{4}-){3}[0-9a-z]{12}|mrk-[0-9a-z]{32})$/i
const KEY_ARN = /^arn:[^:]*:kms:[^:]*:[^:]*:key\/(.+)$/

function* keyId({ resource }: Statement): Iterable<CheckHit> {
  for (const { text, span } of resource?.values ?? []) {
    const written = KEY_ARN.exec(text)?.[1]
    if (written !== undefined && isPlain(written) && !isPattern(written) && !KEY_ID.test(written))
      yield { span, data: { text: written } }
  }
}

/** Checks of values that AWS writes in one form only. */
export const SHAPE_CHECKS: readonly Check[] = [
  {
    code: 'value-never-of-key',
    severity: 'warning',
    types: ALL_TYPES,
    find: eachCondition(function* ({ lowerKey, key, operator, values }) {
      const shape = own(SHAPES, lowerKey)
      if (!shape || !['string', 'stringIgnoreCase', 'stringLike'].includes(operator.family)) return
      const isWrong = ({ text }: PolicyText) => isPlain(text) && !canBe(shape, text, operator.family === 'stringLike')
      for (const value of values)
        if (isWrong(value)) yield { span: value.span, data: { key, text: value.text, example: shape.example } }
    }),
  },
  { code: 'key-id-malformed', severity: 'warning', types: ALL_TYPES, find: eachStatement(keyId) },
]
