import { BLANKS, blanksIn, POLICY_BLANKS } from '../../iam/blank-fields'
import { splitArn } from '../../iam/arn'
import { findHoles, holdsHole, isNamelessHole, type HoleSide, isUnmistakable } from '../../iam/find-holes'
import { CASE_LAYERS, hasLevels, holdsOne, type FlatLayer } from '../../iam/layers'
import { REQUEST_FIELDS, type Draft, type DraftPolicy, type RequestField } from '../draft'
import { own } from '../../text/own'
import { shownValues } from './shown-values'

/** Something in the evidence that is masked, left out or filled in elsewhere. */
export interface BuiltHole {
  /** As it is written. */
  readonly name: string
  /** What the user says that it stands for; null while nobody did. */
  readonly value: string | null
  /** What the error shows that it can stand for, to be assumed by the user; null where it shows nothing. */
  readonly shown: string | null
  /** The fields of the request that it stands in. */
  readonly fields: readonly RequestField[]
  /** In how many policies it stands. */
  readonly policies: number
  /** Each occurrence is another text, so that one value cannot fill them all. */
  readonly isEllipsis: boolean
  /** It hides things of several kinds, and so may be another text at each place. */
  readonly isLoose: boolean
}

interface Text {
  readonly text: string
  readonly side: HoleSide
}

const MAX_HOLES = 100

/** Every text of a policy's JSON, as far as it stands in quotes. */
function textsIn(document: string): readonly string[] {
  return [...document.matchAll(/"((?:[^"\\\n]|\\.){0,4000})"/g)].map(([, text = '']) => text.replaceAll('\\"', '"'))
}

/** The policies of a draft that are judged. */
function policiesOf({ layers }: Draft): readonly DraftPolicy[] {
  return CASE_LAYERS.flatMap((name) => {
    if (layers[name].state !== 'given') return []
    if (hasLevels(name)) return layers[name].levels.flatMap(({ policies }) => policies)
    const { policies } = layers[name as FlatLayer]
    return holdsOne(name) ? policies.slice(0, 1) : policies
  })
}

/** What kinds of things a mask stands for in a text: accounts, Regions, or names of something. */
function kindsIn(text: string, mark: string, of: string): readonly string[] {
  const parts = text.startsWith('arn:') ? splitArn(text) : null
  if (parts === null) return holdsHole(text, mark) ? [of] : []
  const [, , service, region, account, resource] = parts
  const names = resource
    .split(/[/:]/)
    .flatMap((piece, at) => (holdsHole(piece, mark) ? [`${of} ${service} ${at}`] : []))
  return [...(holdsHole(region, mark) ? ['region'] : []), ...(holdsHole(account, mark) ? ['account'] : []), ...names]
}

/** Does a mask stand for things of several kinds, which cannot be one text? */
function hidesSeveral(
  mark: string,
  asked: readonly (readonly [RequestField, string])[],
  policies: readonly string[],
): boolean {
  const inRequest = asked.flatMap(([, text]) => kindsIn(text, mark, 'name'))
  return new Set([...inRequest, ...policies.flatMap((text) => kindsIn(text, mark, 'name'))]).size > 1
}

/** Is it an ellipsis, each of which is a text of its own? */
const isEllipsis = (hole: string): boolean => hole === '...' || hole === '…'

/**
 * The holes of a draft, found by their shape in the request's fields and in the policies, in the order of the text.
 * `resources`: those that the denials of the paste are about.
 */
export function findCaseHoles(
  draft: Draft,
  fields: Readonly<Record<RequestField, string>>,
  resources: readonly string[],
): readonly BuiltHole[] {
  const policies = policiesOf(draft).map(({ text }) => textsIn(text))
  const asked = REQUEST_FIELDS.filter((field) => field !== 'action').map((field) => [field, fields[field]] as const)
  const all: readonly Text[] = [
    ...asked.map(([, text]): Text => ({ text, side: 'request' })),
    ...policies.flat().map((text): Text => ({ text, side: 'policy' })),
  ]
  const found = new Set<string>()
  const of = new Map<Text, readonly string[]>()
  for (const one of all) {
    const holes = findHoles(one.text, one.side)
    of.set(one, holes)
    for (const hole of holes) if (found.size < MAX_HOLES) found.add(hole)
  }
  // A run of digits or letters is a hole only where it is one wherever it stands, since a hole is one text everywhere.
  const certain = [...found].filter(
    (hole) =>
      isUnmistakable(hole) ||
      all.every((one) => !holdsHole(one.text, hole) || (of.get(one) ?? []).some((other) => other.includes(hole))),
  )
  const declared = Object.keys(draft.holes ?? {}).filter(
    (hole) => hole !== '' && all.some(({ text }) => holdsHole(text, hole)),
  )
  const blanks = policies.map((texts) => new Set(texts.flatMap(blanksIn)))
  // What a policy leaves blank is a mask only where the request shows the same hand: else such an ARN matches nothing.
  const left = (['account', 'region'] as const)
    .filter((field) => asked.some(([, text]) => text.includes(BLANKS[field])))
    .map((field) => POLICY_BLANKS[field])
    .filter((name) => blanks.some((own) => own.has(name)))
  const names = [...new Set([...certain, ...declared])]
  const loose = new Set(names.filter((name) => isNamelessHole(name) && hidesSeveral(name, asked, policies.flat())))
  const inPolicies = names.filter((name) => !isEllipsis(name) && !asked.some(([, text]) => holdsHole(text, name)))
  const shown = shownValues(
    inPolicies,
    policiesOf(draft).map(({ text }) => text),
    fields,
    resources,
  )
  const written = names.map((name): BuiltHole => ({
    name,
    value: loose.has(name) ? null : (own(draft.holes ?? {}, name) ?? null),
    shown: shown.get(name) ?? null,
    fields: asked.filter(([, text]) => holdsHole(text, name)).map(([field]) => field),
    policies: policies.filter((texts) => texts.some((text) => holdsHole(text, name))).length,
    isEllipsis: isEllipsis(name) || loose.has(name),
    isLoose: loose.has(name),
  }))
  const blank = left.map((name): BuiltHole => ({
    name,
    value: null,
    shown: null,
    fields: [],
    policies: blanks.filter((own) => own.has(name)).length,
    isEllipsis: true,
    isLoose: false,
  }))
  return [...written, ...blank]
}
