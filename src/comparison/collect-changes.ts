import { isPublic } from '../evaluation/services/s3-access'
import { serviceOfArn } from '../iam/arn'
import { matchWildcard } from '../iam/wildcard'
import type { Statement } from '../policy/policy'
import type { ShownAction } from './action-classes'
import { callerId, type TriedCaller } from './tried-callers'
import type { AccessChange, ChangeGrounds, Witness } from './comparison'
import type { GroundCompared } from './ground-compared'

/** A request that one side lets through and the other does not, and the statements that take it in, by index. */
export interface FoundRequest {
  /** The riskiest first, which is that of the witness. */
  readonly actions: readonly ShownAction[]
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
  /** With their risks. */
  readonly actions: Map<string, number>
  readonly callers: Map<string, TriedCaller>
  readonly resources: Set<string>
  readonly first: FoundRequest
  /** The request of the widest caller, for the riskiest action. */
  told: FoundRequest
}

/** How much harm what it is about can do. */
const riskOf = ({ actions: [first] }: FoundRequest): number => first?.risk ?? Infinity

/** Does a value of Resource take a resource in, whatever its variables stand for? */
const takes = (text: string, resource: string): boolean =>
  text === '*' || matchWildcard(text.replace(/\$\{[^{}]{0,200}\}/g, '*'), resource)

/** Can both be of one service? */
const mayBeOf = (service: string, other: string): boolean => service === other || /[*?]|^$/.test(service)

/** Is all that some patterns take in taken in by others too? */
const isWithin = (texts: readonly string[], others: readonly string[]): boolean =>
  texts.every((text) => others.some((other) => other === '*' || matchWildcard(other, text)))

type Side = 'before' | 'after' | 'both' | 'none'

/** The side that does not let them pass. */
const LOSERS = { before: 'after', after: 'before', both: 'none' } as const

/** Collects requests into changes: those that differ for the same statements are one. */
export class ChangeCollector {
  private readonly groups = new Map<string, Group>()

  constructor(
    private readonly all: readonly GroundCompared[],
    private readonly winner: 'before' | 'after' | 'both',
  ) {}

  add(found: FoundRequest): void {
    const changed = (indexes: readonly number[]): readonly number[] =>
      indexes.filter((i) => this.all[i]?.side !== 'both')
    const key = [found.byAction, found.byResource, found.matched].map((indexes) => changed(indexes).join()).join(' ')
    let group = this.groups.get(key)
    if (group === undefined) {
      group = { actions: new Map(), callers: new Map(), resources: new Set(), first: found, told: found }
      this.groups.set(key, group)
    }
    const wider = WIDTH[group.told.caller.is] - WIDTH[found.caller.is]
    if (wider > 0 || (wider === 0 && riskOf(found) < riskOf(group.told))) group.told = found
    for (const { text, risk } of found.actions) group.actions.set(text, risk)
    group.callers.set(callerId(found.caller), found.caller)
    for (const resource of this.resourcesOf(found)) group.resources.add(resource)
  }

  private holds(i: number, side: Side): boolean {
    const one = this.all[i]
    if (one === undefined || side === 'none') return false
    return side === 'both' || one.side === side || one.side === 'both'
  }

  /** The narrowest list of resources that a statement puts around the request: no other request of its kind is outside. */
  private resourcesOf(found: FoundRequest): readonly string[] {
    const { resource } = found.witness.request
    const lists = this.listsAround(found).filter((texts) => texts.some((text) => takes(text, resource)))
    const narrowest = lists.find((texts) => lists.every((others) => isWithin(texts, others))) ?? lists[0] ?? ['*']
    const apart = this.listsApart(found).flat()
    const service = serviceOfArn(resource)
    return narrowest.filter(
      (text) =>
        takes(text, resource) ||
        (isWithin([text], apart) ? false : text === '*' || mayBeOf(serviceOfArn(text), service)),
    )
  }

  /** What lets it pass, what stopped it, and what either side leaves out and the other does not. */
  private listsAround({ byAction, matched }: FoundRequest): readonly (readonly string[])[] {
    return this.listsOf(byAction, (i, { not, isAllow }) => {
      const isIn = matched.includes(i)
      return isIn !== not && this.holds(i, isIn === isAllow ? this.winner : this.loser)
    })
  }

  /** What the other side lets pass too, or this side still stops: not here, since the request is none of it. */
  private listsApart({ byAction, byResource }: FoundRequest): readonly (readonly string[])[] {
    return this.listsOf(
      byAction,
      (i, { not, isAllow }) =>
        not === byResource.includes(i) && this.holds(i, isAllow === not ? this.winner : this.loser),
    )
  }

  private listsOf(
    indexes: readonly number[],
    isMeant: (i: number, of: { readonly not: boolean; readonly isAllow: boolean }) => boolean,
  ): readonly (readonly string[])[] {
    return indexes.flatMap((i) => {
      const { effect, resource } = this.statementAt(i)
      if (resource === null || !isMeant(i, { not: resource.not, isAllow: effect === 'Allow' })) return []
      return [resource.values.map(({ text }) => text)]
    })
  }

  private get loser(): Side {
    return LOSERS[this.winner]
  }

  /** The keys that each statement tests by which it passes. */
  private onlyIfOf({ matched }: FoundRequest): readonly string[] {
    const allows = matched
      .filter((i) => this.holds(i, this.winner) && this.statementAt(i).effect === 'Allow')
      .map((i) => this.statementAt(i).conditions.map(({ key }) => key))
    return allows.some((keys) => keys.length === 0) ? [] : [...new Set(allows[0] ?? [])]
  }

  /** What the statements that let it pass leave out. */
  private exceptOf({ matched }: FoundRequest): readonly string[] {
    return matched.flatMap((i) => {
      const { effect, resource } = (this.all[i] as GroundCompared).statement
      return effect === 'Allow' && this.holds(i, this.winner) && resource?.not === true
        ? resource.values.map(({ text }) => text)
        : []
    })
  }

  private groundsOf({ first, resources }: Group): ChangeGrounds {
    const { loser } = this
    const statementsOf = (indexes: readonly number[]): readonly GroundCompared[] =>
      indexes.flatMap((i) => (this.holds(i, loser) ? [this.all[i] as GroundCompared] : []))
    const isAllow = ({ statement }: GroundCompared): boolean => statement.effect === 'Allow'
    const onResource = new Set(first.byResource)
    const elsewhere = statementsOf(first.byAction.filter((i) => !onResource.has(i))).filter(isAllow)
    const matched = new Set(first.matched)
    const held = statementsOf(first.byResource.filter((i) => !matched.has(i))).filter(isAllow)
    return {
      resources: [...resources],
      except: resources.has('*') ? [...new Set(this.exceptOf(first))] : [],
      elsewhere: [
        ...new Set(elsewhere.flatMap(({ statement }) => statement.resource?.values.map(({ text }) => text) ?? [])),
      ],
      onlyIf: this.onlyIfOf(first),
      heldBackBy: [...new Set(held.flatMap(({ statement }) => statement.conditions.map(({ key }) => key)))],
      isStopped: statementsOf(first.matched).some((one) => !isAllow(one)),
    }
  }

  private isPublic({ callers, first }: Group): boolean {
    const isFromAnywhere = [...callers.values()].some(({ is }) => is === 'anonymous' || is === 'other-account')
    return isFromAnywhere && first.matched.some((i) => this.holds(i, this.winner) && isPublic(this.statementAt(i)))
  }

  private statementAt(i: number): Statement {
    return (this.all[i] as GroundCompared).statement
  }

  /** The actions of all its changes. */
  get actions(): readonly string[] {
    return [...this.groups.values()].flatMap(({ actions }) => [...actions.keys()])
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
          actions: [...group.actions].toSorted(([, one], [, other]) => one - other).map(([text]) => text),
          callers: [...group.callers.values()].toSorted((one, other) => WIDTH[one.is] - WIDTH[other.is]),
          grounds: this.groundsOf(group),
          because: because.map(({ place }) => place),
          sides: because.map(({ side }) => side),
          isPublic: this.isPublic(group),
          witness: group.told.witness,
        }
      })
      .toSorted((one, other) => widthOf(one) - widthOf(other))
  }
}
