import { hasMark, type Holes } from '../../case/holes'
import type { Statement } from '../../policy/policy'
import type { CompiledPolicy, PolicyHeader } from '../compile/compile-layers'
import type { StatementResult } from '../evaluation'
import type { Preparation } from '../match/evaluate-statement'

/** A statement that is judged many times. */
export interface KeptStatement extends Preparation {
  readonly statement: Statement
  /** Among those of its policy. */
  readonly position: number
  /** The services that its actions name, in lower case; null where they may be of any. */
  readonly services: readonly string[] | null
  /** Its result for any action of a service that it does not name. */
  elsewhere: StatementResult | null
}

/** A policy of which the statements are judged many times. */
export interface KeptPolicy {
  readonly place: PolicyHeader
  readonly statements: readonly KeptStatement[]
  /** Those that can take an action of a service in, by the services that are asked for and named. */
  readonly byService: Map<string, readonly KeptStatement[]>
  /** Those that can take an action of a service in that none names. */
  readonly ofAny: readonly KeptStatement[]
}

/** By the texts that are remembered, by policies of one case, and by the holes of a case, whose marks mean nothing in others. */
const REMEMBERED = new WeakMap<readonly Statement[], KeptPolicy>()
const OF_CASE = new WeakMap<CompiledPolicy, KeptPolicy>()
const OF_HOLES = new WeakMap<Holes, Map<CompiledPolicy, KeptPolicy>>()

/**
 * What is kept of a policy's statements. `keeps`: for other requests of the same case; a policy of which the text is
 * remembered is kept for other cases. Null where neither is so.
 */
export function keptPolicy(policy: CompiledPolicy, holes: Holes, keeps: boolean): KeptPolicy | null {
  if (!keeps) return policy.isRemembered && holes.none ? rememberedPolicy(policy) : null
  if (holes.none) return keptIn(OF_CASE, policy, policy.isRemembered ? rememberedPolicy : keepPolicy)
  let ofHoles = OF_HOLES.get(holes)
  if (ofHoles === undefined) OF_HOLES.set(holes, (ofHoles = new Map<CompiledPolicy, KeptPolicy>()))
  return keptIn(ofHoles, policy, keepPolicy)
}

interface Keeper {
  readonly get: (policy: CompiledPolicy) => KeptPolicy | undefined
  readonly set: (policy: CompiledPolicy, kept: KeptPolicy) => unknown
}

function keptIn(kept: Keeper, policy: CompiledPolicy, keep: (one: CompiledPolicy) => KeptPolicy): KeptPolicy {
  let found = kept.get(policy)
  if (found === undefined) kept.set(policy, (found = keep(policy)))
  return found
}

function rememberedPolicy(policy: CompiledPolicy): KeptPolicy {
  const { statements } = policy
  let kept = REMEMBERED.get(statements)
  if (kept === undefined || !isAlike(kept.place, policy)) REMEMBERED.set(statements, (kept = keepPolicy(policy)))
  return kept
}

const isAlike = (one: PolicyHeader, other: PolicyHeader): boolean =>
  one.name === other.name && one.level === other.level && one.policy === other.policy

function keepPolicy({ name, type, variablesOn, level, policy, statements }: CompiledPolicy): KeptPolicy {
  const kept = statements.map((statement, position): KeptStatement => ({
    statement,
    position,
    services: servicesOf(statement),
    prepared: null,
    stopped: null,
    elsewhere: null,
  }))
  return {
    place: { name, type, variablesOn, level, policy },
    statements: kept,
    byService: new Map(),
    ofAny: kept.filter(({ services }) => services === null),
  }
}

/** The statements that can take an action of a service in, in their order. */
export function statementsFor({ statements, byService, ofAny }: KeptPolicy, service: string): readonly KeptStatement[] {
  if (hasMark(service)) return statements
  let found = byService.get(service)
  if (found !== undefined) return found
  if (!statements.some((one) => one.services?.includes(service) === true)) return ofAny
  found = statements.filter(({ services }) => services === null || services.includes(service))
  byService.set(service, found)
  return found
}

/** Whatever else is written in its place, a wildcard or a hole, may be the service. */
const NAMED_SERVICE = /^[\w-]+(?=:)/

function servicesOf({ action: { not, values } }: Statement): readonly string[] | null {
  if (not) return null
  const services: string[] = []
  for (const { text } of values) {
    const named = NAMED_SERVICE.exec(text)?.[0]?.toLowerCase()
    if (named === undefined) return null
    if (!services.includes(named)) services.push(named)
  }
  return services
}
