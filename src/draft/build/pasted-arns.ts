import { arnsOfKind } from '../../iam/arn-in-text'
import { splitArn } from '../../iam/arn'
import { onlyOne } from '../../text/only-one'
import { oneValue, type PastedText, type PastedValue } from './pasted-value'
import type { TestedKey } from './tested-keys'

/** The type of what an ARN names. */
const typeOf = (rest = ''): string => /^[a-z-]{1,40}(?=[:/])/.exec(rest)?.[0] ?? ''

/**
 * What a service encrypts for: the one ARN of the kind that the policies compare the encryption context with. S3's is that of
 * the object or of the bucket, which nothing here tells.
 */
export function encryptionContext({ key, values }: TestedKey, { text }: PastedText): PastedValue | null {
  const lower = key.toLowerCase()
  if (!lower.startsWith('kms:encryptioncontext:') || lower.endsWith(':aws:s3:arn')) return null
  const wanted = values.flatMap((value) => splitArn(value) ?? [])
  const [, , service = '', , , rest = ''] = wanted
  if (service === '' || /[*?]/.test(service)) return null
  const alike = arnsOfKind(text, 'thing')
    .map((arn) => arn.replace(/[.,:]$/, ''))
    .filter((arn) => {
      const [, , of, , , named] = splitArn(arn) ?? []
      return of === service && typeOf(named) === typeOf(rest)
    })
  const arn = onlyOne(alike)
  return arn === undefined ? null : oneValue(key, arn, arn)
}
