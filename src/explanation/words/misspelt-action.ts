import { hasWildcard } from '../../iam/wildcard'
import { splitAction } from '../../iam/action'
import { didYouMean } from '../../reference/did-you-mean'
import type { ElementResult, StatementResult, ValueResult } from '../../evaluation/evaluation'
import type { Miss } from '../../evaluation/describe/nearest-miss'
import { judgedWith, type JudgedCase } from '../judged-case'

/** An action that an Allow names and AWS does not have, where the one that was asked for is meant. */
export interface MisspeltAction {
  readonly statement: StatementResult
  readonly element: ElementResult
  readonly value: ValueResult
}

/**
 * Where one of these Allows writes the action that was asked for with a slip: IAM saves a policy with an action that no service
 * has, and it never matches. Null where none does, or where the actions of the service are not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function misspeltAction(judged: JudgedCase, misses: readonly Miss[]): MisspeltAction | null {
  const asked = splitAction(judged.accessCase.request.action)
  const names = asked && judgedWith(judged).reference?.service(asked.service)?.byName
  // Who asks for an action that the reference lacks may ask for a new one: then nothing shows what is a slip.
  if (!asked || !names?.has(asked.name.toLowerCase())) return null
  const isMeant = ({ text }: ValueResult): boolean => {
    const written = splitAction(text)
    return (
      written !== null &&
      written.service.toLowerCase() === asked.service.toLowerCase() &&
      !hasWildcard(written.name) &&
      !names.has(written.name.toLowerCase()) &&
      didYouMean(written.name, [asked.name], 1).length > 0
    )
  }
  for (const { statement, failed } of misses)
    for (const element of failed) {
      const value = element.element === 'Action' ? element.values.find(isMeant) : undefined
      if (value !== undefined) return { statement, element, value }
    }
  return null
}
