import { serviceOfAction } from '../iam/action'
import type { Statement } from './policy'

/** The prefix of a service that is written out: no wildcard, and nothing masked. */
const PLAIN = /^[a-z\d-]+$/

/** Services whose actions stand in one policy: `kafka` and `kafka-cluster`, `s3` and `s3express`. */
const areOneFamily = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/**
 * Does a policy of a resource speak of other services alone than that of an action? A topic policy beside a request for a
 * key is no key policy, and no place for a statement on the key.
 */
export const isOfAnotherService = (statements: readonly Statement[], action: string): boolean => {
  const asked = serviceOfAction(action)
  const named = statements.flatMap((statement) =>
    statement.action.not ? ['*'] : statement.action.values.map(({ text }) => serviceOfAction(text)),
  )
  return (
    PLAIN.test(asked) &&
    named.length > 0 &&
    named.every((service) => PLAIN.test(service) && !areOneFamily(service, asked))
  )
}
