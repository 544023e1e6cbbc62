import type { CaseRequest } from '../case/access-case'
import type { Draft } from '../draft/draft'
import { parsePrincipal } from '../iam/principal'
import { changeLayers } from './change-layers'
import { policy } from './sketch'

/** A policy that allows everything. */
export const EVERYTHING = policy('everything', [{ Effect: 'Allow', Action: '*', Resource: '*' }])

const OTHER_ACCOUNT = 'arn:aws:iam::999988887777:role/outsider'

/** Somebody who may ask the same as the case. */
export interface Caller {
  readonly principal: string | null
  /** The case as this one would ask. */
  readonly ask: (draft: Draft) => Draft
}

/** The callers whom the policies tell apart: that of the case, those who are named, one of its account and one of another. */
export function callersOf(principal: string, named: readonly string[]): readonly Caller[] {
  const written = named
    // Whoever names an account trusts all that is in it.
    .map((text) => text.replace(/^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/, 'arn:aws:iam::$1:role/outsider'))
    .map((text) => text.replaceAll('*', 'outsider').replaceAll('?', 'x'))
    .filter((text) => parsePrincipal(text) !== null)
  const account = principal.split(':')[4] ?? ''
  const others = new Set([...written, `arn:aws:iam::${account}:role/outsider`, OTHER_ACCOUNT])
  others.delete(principal)
  return [
    { principal: null, ask: (draft) => draft },
    ...[...others].map((other) => ({
      principal: other,
      // A caller of the same account of whom the case says nothing has no policy; those of others have what they like.
      ask: (draft: Draft) => {
        const isOurs = other.split(':')[4] === account
        const bare = changeLayers(draft, { identity: isOurs ? [] : [EVERYTHING], boundary: [], session: [] })
        return { ...bare, request: { ...draft.request, principal: other } }
      },
    })),
  ]
}

/** What the variables of policies stand for in a request, by lower-case name. */
export function valuesOf({ principal, context = {} }: CaseRequest): ReadonlyMap<string, string> {
  const { kind, name, account } = parsePrincipal(principal) ?? { kind: null, name: '', account: null }
  const values = Object.entries(context).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key.toLowerCase(), value] as const] : [],
  )
  return new Map([
    ...(kind === 'user' ? [['aws:username', name] as const] : []),
    ...(account === null ? [] : [['aws:principalaccount', account] as const]),
    ...values,
  ])
}
