import { awsManagedKeyIn } from '../iam/aws-managed-key'
import type { AccessCase } from './access-case'

/** Fields of a description that tell who manages a key: by what they say, or by having no value. */
const FIELDS = ['KeyManager', 'KmsKeyId'] as const

/**
 * By which words a case shows that the KMS key is one that AWS manages, whose policy no one can edit; null: nothing shows it.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
export function keyOfAws({ facts, error = '' }: Pick<AccessCase, 'facts' | 'error'>): string | null {
  const named = awsManagedKeyIn(error)
  if (facts?.kmsKeyManager === undefined) return named
  if (facts.kmsKeyManager !== 'aws') return null
  return FIELDS.find((field) => error.includes(field)) ?? named ?? 'KeyManager'
}
