import type { StatementJson } from '../causes/least-statement'

/** A statement taken apart: what it is about, and all else. */
interface Parts {
  readonly actions: readonly string[]
  /** None in a trust policy. */
  readonly resources: readonly string[]
  readonly rest: StatementJson
}

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

const partsOf = ({ Sid: _sid, Action, Resource, ...rest }: StatementJson): Parts => ({
  actions: listOf(Action),
  resources: listOf(Resource),
  rest,
})

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])]

/** Joins those that are the same by a key. */
const join = (all: readonly Parts[], keyOf: (one: Parts) => unknown): readonly Parts[] => {
  const joined = new Map<string, Parts>()
  for (const one of all) {
    const key = JSON.stringify([one.rest, keyOf(one)])
    const before = joined.get(key)
    joined.set(
      key,
      before
        ? {
            ...one,
            actions: union(before.actions, one.actions),
            resources: union(before.resources, one.resources),
          }
        : one,
    )
  }
  return [...joined.values()]
}

const oneOrAll = (values: readonly string[]): string | readonly string[] =>
  values.length === 1 ? (values[0] ?? '') : values

const written = ({ actions, resources, rest }: Parts): StatementJson => {
  const { Condition, ...before } = rest
  return {
    ...before,
    Action: oneOrAll(actions),
    ...(resources.length === 0 ? {} : { Resource: oneOrAll(resources) }),
    ...(Condition === undefined ? {} : { Condition }),
  }
}

/**
 * Statements that allow together what each of some allows, and nothing else: those on the same resources are one, then
 * those with the same actions.
 */
export const mergeStatements = (statements: readonly StatementJson[]): readonly StatementJson[] => {
  const onSame = join(statements.map(partsOf), ({ resources }) => resources.toSorted())
  return join(onSame, ({ actions }) => actions.toSorted()).map(written)
}
