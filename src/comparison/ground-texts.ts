import { parseVariables } from '../iam/policy-variables'
import type { PolicyText, Statement } from '../policy/policy'

/** A statement with a sample in the place of each of its variables. */
export interface GroundStatement {
  readonly statement: Statement
  /** The keys of its variables, in lower case. */
  readonly variables: readonly string[]
  /** It holds an escape such as `${*}`, or a default: then no one text stands for what it means. */
  readonly isApproximate: boolean
}

/** The value that a key has where a policy uses it as a variable: a text that no policy spells. */
export const sampleOf = (lowerKey: string): string => `any-${lowerKey.replace(/[^a-z0-9]+/g, '-')}`

/** Puts samples in the place of the variables of Resource and Condition. */
export function groundStatement(statement: Statement, variablesOn: boolean): GroundStatement {
  const variables = new Set<string>()
  let isApproximate = false
  const ground = (value: PolicyText): PolicyText => {
    const parts = parseVariables(value.text)
    if (parts === null) return value
    const text = parts
      .map((part) => {
        if (part.kind === 'variable') {
          variables.add(part.lowerKey)
          if (part.fallback !== null) isApproximate = true
          return sampleOf(part.lowerKey)
        }
        if (part.kind !== 'text') isApproximate = true
        return part.text
      })
      .join('')
    return { ...value, text }
  }
  if (!variablesOn) return { statement, variables: [], isApproximate: false }
  const { resource, conditions } = statement
  return {
    statement: {
      ...statement,
      resource: resource && { ...resource, values: resource.values.map(ground) },
      conditions: conditions.map((entry) => ({ ...entry, values: entry.values.map(ground) })),
    },
    variables: [...variables],
    isApproximate,
  }
}
