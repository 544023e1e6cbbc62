import { compileGlob, matchGlob, type Glob } from '../../iam/wildcard'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement } from '../../policy/policy'
import type { AccessLevel } from '../../reference/service-reference'
import type { ActionIndex } from '../../reference/reference'
import { pickTime } from '../log-entry'
import type { UsedCall } from './used-call'

/** An action that a policy grants, and when it was used last. */
export interface GrantedAction {
  readonly action: string
  readonly level: AccessLevel
  /** Null: never in this trail. */
  readonly last: string | null
  readonly count: number
  /** The first statement that grants it, as policy and statement counted from 0. */
  readonly by: readonly [policy: number, statement: number]
}

/** What a policy grants of one service. */
export interface GrantedService {
  readonly prefix: string
  readonly actions: readonly GrantedAction[]
  readonly unused: number
  /** When any of it was used last; null: never in this trail. */
  readonly last: string | null
}

interface ActionTest {
  readonly at: readonly [number, number]
  readonly globs: readonly Glob[]
  readonly isNot: boolean
}

const testOf = ({ action: { values, not }, index }: Statement, policy: number): ActionTest => ({
  at: [policy, index],
  globs: values.map(({ text }) => compileGlob(text.toLowerCase())),
  isNot: not,
})

const takesIn = ({ globs, isNot }: ActionTest, lowerAction: string): boolean =>
  globs.some((glob) => matchGlob(glob, lowerAction)) !== isNot

/** Does it deny whatever the resource and the circumstances are? */
const deniesAll = ({ effect, resource, conditions }: Statement): boolean =>
  effect === 'Deny' &&
  conditions.length === 0 &&
  resource !== null &&
  !resource.not &&
  resource.values.some(({ text }) => text === '*')

/**
 * The actions of the reference that these identity-based policies grant on some resource, by service, with their last
 * use: services without any use first, then by how much of them is unused. Refused calls are no use.
 */
export function grantedActions(
  documents: readonly unknown[],
  calls: readonly UsedCall[],
  index: ActionIndex,
): readonly GrantedService[] {
  const statements = documents.flatMap((document, policy) =>
    parsePolicy(document, 'identity').statements.map((statement) => ({ statement, policy })),
  )
  const allows = statements.flatMap(({ statement, policy }) =>
    statement.effect === 'Allow' ? testOf(statement, policy) : [],
  )
  const denies = statements.flatMap(({ statement, policy }) => (deniesAll(statement) ? testOf(statement, policy) : []))
  const used = new Map<string, { last: string; count: number }>()
  for (const { action, outcome, last, count } of calls) {
    if (outcome === 'denied') continue
    const key = action.toLowerCase()
    const before = used.get(key)
    used.set(key, {
      last: pickTime('last', before?.last ?? null, last) ?? last,
      count: (before?.count ?? 0) + count,
    })
  }
  const services = [...index.services].flatMap(([prefix, { names, levels }]): readonly GrantedService[] => {
    const actions = names.flatMap((name, at): readonly GrantedAction[] => {
      const action = `${prefix}:${name}`
      const lower = action.toLowerCase()
      const by = allows.find((test) => takesIn(test, lower))
      if (by === undefined || denies.some((test) => takesIn(test, lower))) return []
      const use = used.get(lower)
      return [{ action, level: levels[at] ?? 'Write', last: use?.last ?? null, count: use?.count ?? 0, by: by.at }]
    })
    if (actions.length === 0) return []
    const last = actions.reduce<string | null>((latest, one) => pickTime('last', latest, one.last), null)
    return [{ prefix, actions, unused: actions.filter(({ count }) => count === 0).length, last }]
  })
  return services.toSorted((a, b) => Number(a.last !== null) - Number(b.last !== null) || b.unused - a.unused)
}
