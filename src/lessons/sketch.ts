import type { Draft, DraftLayer, DraftLevel, DraftLevels, DraftPolicy } from '../draft/draft'
import type { Decision } from '../evaluation/evaluation'
import {
  byCaseLayer,
  type ByCaseLayer,
  type CaseLayer,
  type FlatLayer,
  type Layer,
  type LevelledLayer,
} from '../iam/layers'

/** What the evaluator must find in a case: the same four fields as in a vector. */
export interface Expected {
  readonly decision: Decision
  readonly layer: Layer | 'none'
  /** Name of the decisive policy; left out: null, as for an implicit deny. */
  readonly policy?: string
  /** Sid of the decisive statement; left out: null. */
  readonly sid?: string
  /** Code of the finding that says why. */
  readonly finding?: string
  /** Every layer that would have to change, in any order. */
  readonly blocking?: readonly Layer[]
}

/** A draft in few words: a layer that is not mentioned has no policy attached. */
export interface Sketch extends Partial<ByCaseLayer<readonly DraftPolicy[], readonly DraftLevel[]>> {
  readonly title: string
  readonly error: string
  readonly request?: Draft['request']
  /** Context keys that are known; null: known to be absent. */
  readonly context?: Readonly<Record<string, string | readonly string[] | null>>
  /** What a key means that is not listed; unknown, as in a paste, when left out. */
  readonly otherContext?: Draft['otherContext']
  /** Layers of which nothing is known. */
  readonly notGiven?: readonly CaseLayer[]
  readonly facts?: Draft['facts']
}

/** The draft that a sketch stands for. */
export function draftOf(sketch: Sketch): Draft {
  const state = (layer: CaseLayer, given: boolean) =>
    given ? 'given' : sketch.notGiven?.includes(layer) ? 'notGiven' : 'none'
  const policies = (layer: FlatLayer): DraftLayer => ({
    state: state(layer, sketch[layer] !== undefined),
    policies: sketch[layer] ?? [],
  })
  const levels = (layer: LevelledLayer): DraftLevels => ({
    state: state(layer, sketch[layer] !== undefined),
    levels: sketch[layer] ?? [],
  })
  return {
    title: sketch.title,
    paste: sketch.error,
    chosen: 0,
    request: sketch.request ?? {},
    context: Object.fromEntries(
      Object.entries(sketch.context ?? {}).map(([key, value]) => [
        key,
        value === null ? { state: 'absent' } : { state: 'known', values: typeof value === 'string' ? [value] : value },
      ]),
    ),
    otherContext: sketch.otherContext ?? 'unknown',
    layers: byCaseLayer(policies, levels),
    facts: sketch.facts ?? {},
  }
}

/** A statement as it stands in a policy document. */
export type WrittenStatement = Readonly<Record<string, unknown>>

/** A policy of the current version, with its text as the console formats it. */
export function policy(name: string, statements: readonly WrittenStatement[], source?: string): DraftPolicy {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
  return source === undefined ? { name, text } : { name, text, source }
}

/** The statement of a key policy that lets a role manage the key, and not use it. */
export const KEY_ADMINISTRATORS: WrittenStatement = {
  Sid: 'KeyAdministrators',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:role/key-admin' },
  Action: ['kms:Describe*', 'kms:Put*', 'kms:ScheduleKeyDeletion'],
  Resource: '*',
}

/** AWS's managed policy AdministratorAccess. */
export const ADMINISTRATOR_ACCESS = policy('AdministratorAccess', [{ Effect: 'Allow', Action: '*', Resource: '*' }])

/** AWS's managed policy RCPFullAWSAccess, attached to every root, OU and account and not to be detached. */
export const RCP_FULL_AWS_ACCESS = policy('RCPFullAWSAccess', [
  { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
])
