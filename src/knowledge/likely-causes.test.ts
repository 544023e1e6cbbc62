import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { CALL_NEEDS } from './call-needs'
import { knownCauses, ROW_MESSAGES, type KnowledgeId } from './likely-causes'
import type { Cause, KnowledgeRow, Strength } from './knowledge'
import { observe } from './observe'
import callNeeds from './vectors/call-needs.json'

/** A paste, with the statements that are given for a layer, where any are. */
interface Seen {
  readonly paste: string
  readonly identity?: readonly unknown[]
  readonly strength?: Strength
}

interface Vector {
  readonly id: KnowledgeId
  readonly fires: Seen
  readonly silent: Seen
}

const ROWS: Readonly<Record<KnowledgeId, KnowledgeRow>> = CALL_NEEDS
const IDS = Object.keys(ROWS) as readonly KnowledgeId[]
const VECTORS = callNeeds as unknown as readonly Vector[]

const policy = (statements: readonly unknown[]) => [
  { name: 'given', document: { Version: '2012-10-17', Statement: statements } },
]

const causesOf = ({ paste, identity }: Seen): readonly Cause<KnowledgeId>[] => {
  const denial = parseDenials(paste)[0] ?? null
  const request = {
    principal: denial?.principal ?? '',
    action: denial?.action ?? denial?.inferred.action ?? '',
    resource: denial?.resource ?? denial?.inferred.resource ?? '',
  }
  const policies = identity ? { identity: policy(identity) } : {}
  return knownCauses(observe({ version: 1, error: paste, request, policies }, denial, []))
}

const causeOf = (id: KnowledgeId, seen: Seen) => causesOf(seen).find((cause) => cause.id === id)

describe('what is known of AWS', () => {
  it('has a vector for each row, where it applies and where it must not', () => {
    expect(VECTORS.map(({ id }) => id).toSorted()).toEqual([...IDS].toSorted())
  })

  it.each(VECTORS)('$id is named where it applies', ({ id, fires }) => {
    expect(causeOf(id, fires)?.strength).toBe(fires.strength)
  })

  it.each(VECTORS)('$id is not named where it must not be', ({ id, silent }) => {
    expect(causeOf(id, silent)).toBeUndefined()
  })

  it.each(IDS)('%s has a page, a day and sentences', (id) => {
    expect(ROWS[id].page).toMatch(/^https:\/\/[\w.-]+\/\S+$/)
    expect(ROWS[id].checked).toMatch(/^2026-11-\d\d$/)
    for (const sentence of [ROW_MESSAGES[id].says, ROW_MESSAGES[id].fix]) expect(sentence).toMatch(/^[A-Z`].*\.$/)
  })
})
