import { matchWildcard } from '../iam/wildcard'
import type { TriedCaller } from './tried-callers'
import type { AccessChange, ChangeGrounds, Witness } from './comparison'
import type { GroundCompared } from './ground-compared'

/** A request that one side lets through and the other does not, and the statements that take it in, by index. */
export interface FoundRequest {
  readonly actions: readonly string[]
  readonly caller: TriedCaller
  readonly witness: Witness
  /** By their action; of these by their resource too; of these by their conditions too. */
  readonly byAction: readonly number[]
  readonly byResource: readonly number[]
  readonly matched: readonly number[]
}

/** How wide a kind of caller is: the widest first. */
const WIDTH: Readonly<Record<TriedCaller['is'], number>> = {
  anonymous: 0,
  'other-account': 1,
  'other-of-account': 2,
  service: 3,
  named: 4,
  holder: 5,
}

interface Group {
  readonly actions: Set<string>
  readonly callers: Map<string, TriedCaller>
  readonly resources: Set<string>
  readonly first: FoundRequest
  /** The request of the widest caller. */
  witness: Witness
}

/** Collects requests into changes: those that differ for the same statements are one. */
export class ChangeCollector {
  private readonly groups = new Map<string, Group>()

  constructor(
    private readonly all: readonly GroundCompared[],
    private readonly winner: 'before' | 'after',
  ) {}

  add(found: FoundRequest): void {
    const changed = (indexes: readonly number[]): readonly number[] =>
      indexes.filter((i) => this.all[i]?.side !== 'both')
    const key = [found.byAction, found.byResource, found.matched].map((indexes) => changed(indexes).join()).join(' ')
    let group = this.groups.get(key)
    if (group === undefined) {
      group = { actions: new Set(), callers: new Map(), resources: new Set(), first: found, witness: found.witness }
      this.groups.set(key, group)
    }
    const widest = Math.min(...[...group.callers.values()].map(({ is }) => WIDTH[is]), Infinity)
    if (WIDTH[found.caller.is] < widest) group.witness = found.witness
    for (const action of found.actions) group.actions.add(action)
    group.callers.set(found.caller.principal, found.caller)
    for (const resource of this.resourcesOf(found)) group.resources.add(resource)
  }

  private holds(i: number, side: 'before' | 'after'): boolean {
    const one = this.all[i]
    return one !== undefined && (one.side === side || one.side === 'both')
  }

  /** The values of Resource through which the request passes; its own resource where a NotResource lets it. */
  private resourcesOf({ matched, witness }: FoundRequest): readonly string[] {
    const { resource } = witness.request
    const texts = matched.flatMap((i) => {
      const { statement } = this.all[i] as GroundCompared
      if (!this.holds(i, this.winner) || statement.effect !== 'Allow') return []
      if (statement.resource === null) return ['*']
      return statement.resource.not ? [] : statement.resource.values.map(({ text }) => text)
    })
    const taking = texts.filter(
      (text) => text === '*' || matchWildcard(text.replace(/\$\{[^{}]{0,200}\}/g, '*'), resource),
    )
    return taking.length > 0 ? taking : [resource]
  }

  private groundsOf({ first, resources }: Group): ChangeGrounds {
    const loser = this.winner === 'before' ? 'after' : 'before'
    const statementsOf = (indexes: readonly number[]): readonly GroundCompared[] =>
      indexes.flatMap((i) => (this.holds(i, loser) ? [this.all[i] as GroundCompared] : []))
    const isAllow = ({ statement }: GroundCompared): boolean => statement.effect === 'Allow'
    const onResource = new Set(first.byResource)
    const elsewhere = statementsOf(first.byAction.filter((i) => !onResource.has(i))).filter(isAllow)
    const matched = new Set(first.matched)
    const held = statementsOf(first.byResource.filter((i) => !matched.has(i))).filter(isAllow)
    return {
      resources: [...resources],
      elsewhere: [
        ...new Set(elsewhere.flatMap(({ statement }) => statement.resource?.values.map(({ text }) => text) ?? [])),
      ],
      heldBackBy: [...new Set(held.flatMap(({ statement }) => statement.conditions.map(({ key }) => key)))],
      isStopped: statementsOf(first.matched).some((one) => !isAllow(one)),
    }
  }

  /** The changes, what reaches the widest callers first. */
  get changes(): readonly AccessChange[] {
    const widthOf = ({ callers }: AccessChange): number => WIDTH[callers[0]?.is ?? 'holder']
    return [...this.groups.values()]
      .map((group): AccessChange => {
        const because = group.first.matched.flatMap((i) => {
          const one = this.all[i]
          return one === undefined || one.side === 'both' ? [] : [{ place: one.place, side: one.side }]
        })
        return {
          actions: [...group.actions],
          callers: [...group.callers.values()].toSorted((one, other) => WIDTH[one.is] - WIDTH[other.is]),
          grounds: this.groundsOf(group),
          because: because.map(({ place }) => place),
          sides: because.map(({ side }) => side),
          witness: group.witness,
        }
      })
      .toSorted((one, other) => widthOf(one) - widthOf(other))
  }
}
