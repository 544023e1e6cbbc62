import { awsManagedKeyIn } from '../iam/kms-alias'
import type { AccessCase } from './access-case'

/**
 * By which words a case shows that the KMS key is one that AWS manages, whose policy no one can edit; null: nothing shows it.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
export function keyOfAws({ facts, error = '' }: Pick<AccessCase, 'facts' | 'error'>): string | null {
  if (facts?.kmsKeyManager === undefined) return awsManagedKeyIn(error)
  return facts.kmsKeyManager === 'aws' ? 'KeyManager' : null
}
