import { serviceOfOperation } from '../../iam/operations'
import { onlyOne } from '../../text/only-one'
import { roleTakerOf, sureTakerOf } from './needs-of-call'
import { TAKEN_BY_SEVERAL } from './passed-roles'
import { templateType } from './template-types'

/** Types of resources, as templates of CloudFormation and Terraform name them. */
const TYPE_OF_TEMPLATE = /\b(?:AWS::\w{2,40}::\w{2,60}|aws_[a-z\d_]{3,60})\b/g

/** So much of a text is looked through for them. */
const MOST_READ = 20_000

/** A service that takes a role, and the type of a template that hands it over. */
interface Taker {
  readonly taker: string
  readonly written: string
}

/** The service that takes a role with what a template makes, where the text speaks of one such service. */
export function takerInText(text: string): Taker | undefined {
  const found = [...text.slice(0, MOST_READ).matchAll(TYPE_OF_TEMPLATE)].flatMap(([written]) => {
    const type = templateType(written)
    const taker = type === null ? null : roleTakerOf(`${type.service}:${type.creates}`)
    return taker === null ? [] : [{ taker, written }]
  })
  return onlyOne(found.map(({ taker }) => taker)) === undefined ? undefined : found[0]
}

/** How an SDK says which call it made. */
const CALLED = /\bwhen calling the (\w{3,60}) operation\b/g

/**
 * The service that takes a role by the one call that a text says was made, where several services have a call of that name:
 * of the others it is known with the call itself.
 */
export function takerByCall(text: string): Taker | undefined {
  const written = onlyOne([...text.slice(0, MOST_READ).matchAll(CALLED)].map(([, operation = '']) => operation))
  if (written === undefined || serviceOfOperation(written) !== null) return undefined
  const taker = TAKEN_BY_SEVERAL.has(written.toLowerCase()) ? null : sureTakerOf(`:${written}`)
  return taker === null ? undefined : { taker, written }
}
