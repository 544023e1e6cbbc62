import { fieldsOf } from '../../text/fields'

/** Is it meant as a case file? */
export function isCaseFile(value: unknown): boolean {
  const { version, request, policies } = fieldsOf(value)
  return typeof version === 'number' && typeof request === 'object' && typeof policies === 'object'
}
