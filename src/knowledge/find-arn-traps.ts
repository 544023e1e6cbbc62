import { howDenied } from '../denial/denial'
import { takesNoResource } from '../iam/no-resource-actions'
import { matchWildcard } from '../iam/wildcard'
import { areFieldsLike, meantBy, namesSomeParts, tailOf, withTail } from './arn-parts'
import { ARN_TRAPS, type ArnTrap, type ArnTrapId } from './arn-traps'
import { coversForm } from '../iam/claim-form'
import { allowingLayers, allowsOf } from './given-policies'
import type { RowMatch, Observation } from './knowledge'
import { withReferredArns } from './referred-arns'
import { NO_RESOURCE, type NoResourceId } from './no-resource'
import type { CallTrapId } from './call-traps'
import { findCallTraps } from './find-call-traps'
import { factsOf } from './observe'
import { SITUATIONS } from '../facts/situations/situations'
import type { Layer } from '../iam/layers'
import { namedTexts } from '../policy/statement-names'

/** The id of any row on resources. */
export type ResourceRowId = ArnTrapId | NoResourceId | CallTrapId

const TRAPS = Object.entries(ARN_TRAPS) as readonly (readonly [ArnTrapId, ArnTrap])[]

const isFor = ({ actions }: ArnTrap, { action }: Observation): boolean =>
  actions === undefined || (action !== null && actions.some((one) => one.toLowerCase() === action.toLowerCase()))

/** Resources of one layer that are looked at. */
const MAX_WRITTEN = 100

interface Written {
  readonly layer: Layer
  /** With the ARNs that references stand for. */
  readonly text: string
  /** As the policy has it. */
  readonly as: string
}

/** Resources that Allow statements for the action name, in layers of which none covers what was asked. */
const writtenFor = (seen: Observation, asked: string): readonly Written[] =>
  allowingLayers(seen).flatMap((layer) => {
    const texts = allowsOf(seen.policies, layer, seen.action ?? '').flatMap(({ statement: { resource } }) =>
      namedTexts(resource),
    )
    return texts.some((text) => matchWildcard(text, asked))
      ? []
      : texts.slice(0, MAX_WRITTEN).map((text) => ({ layer, text: withReferredArns(text, asked), as: text }))
  })

const isNever = ({ isNeverAsked }: ArnTrap): boolean => isNeverAsked === true

const trapCause = (
  seen: Observation,
  id: ArnTrapId,
  written: Written | null,
  statementFor: string,
): RowMatch<ArnTrapId> => {
  const row: ArnTrap = ARN_TRAPS[id]
  const layer = written?.layer ?? 'identity'
  return {
    id,
    layer,
    decision: 'implicitDeny',
    strength: written === null && row.isShown !== true ? 'possible' : 'supported',
    for: [
      { kind: 'resource-asked', text: seen.resource ?? '' },
      ...(written === null ? [] : [{ kind: 'resource-written', text: written.as } as const]),
    ],
    against: [],
    check: null,
    fix: {
      layer,
      statements:
        row.isOfRequest === true
          ? []
          : [{ effect: 'Allow', actions: [seen.action ?? '{action}'], resource: statementFor }],
    },
    page: row.page,
    confirmed: row.confirmed,
    facts: { ...factsOf(seen), written: written?.as ?? row.written, meant: statementFor },
  }
}

const isOfAll = ({ id }: RowMatch<ArnTrapId>): boolean => {
  const row: ArnTrap = ARN_TRAPS[id]
  return row.isOfAll === true
}

/** What a row of one service says, is not said by one of all. */
function withPolicies(seen: Observation, asked: string, written: readonly Written[]): readonly RowMatch<ArnTrapId>[] {
  const found = byPolicies(seen, asked, written)
  return found.every(isOfAll) ? found : found.filter((one) => !isOfAll(one))
}

const byPolicies = (seen: Observation, asked: string, written: readonly Written[]): readonly RowMatch<ArnTrapId>[] =>
  TRAPS.filter(([, trap]) => isFor(trap, seen)).flatMap(([id, trap]) => {
    const found = written.find(({ layer, text }) => {
      const meant = meantBy(trap, text)
      return (
        meant !== null &&
        // The policy of a resource names nothing else: what another one is asked for has its own.
        (trap.hasOtherFields !== true || layer !== 'resource') &&
        matchWildcard(meant, tailOf(asked) ?? '') &&
        (trap.hasOtherFields || areFieldsLike(text, asked)) &&
        !namesSomeParts(
          trap,
          meant,
          written.filter((one) => one.layer === layer).map((one) => one.text),
        )
      )
    })
    if (found === undefined) return []
    const meant = meantBy(trap, found.text)!
    const isReferred = found.as !== found.text
    const statementFor = isReferred ? asked : withTail(trap.hasOtherFields ? asked : found.text, meant, asked)
    return [
      {
        ...trapCause(seen, id, found, statementFor),
        ...(isReferred && isNever(trap) && { strength: 'shown' as const }),
      },
    ]
  })

/** What a resource of a row ends with, as who grants it writes it: `/index/*`; null: it says nothing of the row. */
const writtenEnd = ({ meant }: ArnTrap): string | null => {
  const end = meant.slice(Math.max(meant.lastIndexOf('}'), meant.indexOf(':')) + 1)
  return /[a-z]/i.test(end) && end.endsWith('*') ? end.toLowerCase() : null
}

/** Does the text name what the row says was left out? Who wrote it knows of it, and something else is missing. */
const isWrittenThere = (trap: ArnTrap, { lowerText }: Observation): boolean => {
  const end = writtenEnd(trap)
  return end !== null && lowerText.includes(end)
}

/** Where no policy is given, only what the resource itself suggests. */
const withoutPolicies = (seen: Observation, asked: string): readonly RowMatch<ArnTrapId>[] => {
  const own = tailOf(asked)
  const isOpen = howDenied(seen.denial) !== 'explicitDeny' && !seen.givenLayers.has('identity')
  if (own === null || !isOpen || !seen.isActionNamed) return []
  return TRAPS.filter(([, trap]) => trap.isTelling && isFor(trap, seen) && !isWrittenThere(trap, seen))
    .filter(([, { meant, written }]) => {
      const form = meant.replace(/\?+|\*/g, '{anything}')
      return coversForm(own, form, false) && !coversForm(own, written, false)
    })
    .map(([id]) => trapCause(seen, id, null, asked))
}

/** Actions on an alias itself, which are checked on the alias and on its key. https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html */
const OF_ALIAS = /^kms:(?:create|update|delete)alias$/i

/** Where no text tells what was asked for: what every Allow of a layer names, and no call of the action ever asks for. */
const neverAsked = (seen: Observation): readonly RowMatch<ArnTrapId>[] =>
  howDenied(seen.denial) === 'explicitDeny' || OF_ALIAS.test(seen.action ?? '')
    ? []
    : allowingLayers(seen).flatMap((layer) => {
        const texts = allowsOf(seen.policies, layer, seen.action ?? '').flatMap(({ statement: { resource } }) =>
          namedTexts(resource),
        )
        return TRAPS.filter(([, trap]) => trap.isNeverAsked === true && isFor(trap, seen)).flatMap(([id, trap]) =>
          texts.length > 0 && texts.length <= MAX_WRITTEN && texts.every((text) => meantBy(trap, text) !== null)
            ? [
                {
                  ...trapCause(seen, id, { layer, text: texts[0]!, as: texts[0]! }, ''),
                  strength: 'shown' as const,
                  fix: { layer, statements: [] },
                },
              ]
            : [],
        )
      })

const takesNone = (action: string | null): boolean => action !== null && takesNoResource(action)

/** Do the words of the error say what failed, and that no policy decides it? */
const isOfNoPolicy = ({ denial }: Observation): boolean =>
  denial?.situation !== undefined && SITUATIONS[denial.situation].decides === 'none'

/** The action takes no resource, and every Allow given for it names one. */
const noResource = (seen: Observation): readonly RowMatch<NoResourceId>[] => {
  if (!takesNone(seen.action) || howDenied(seen.denial) === 'explicitDeny') return []
  const written = writtenFor(seen, '*')
  const layer = written[0]?.layer ?? 'identity'
  const isGiven = seen.givenLayers.has('identity')
  if (written.length === 0 && (isGiven || isOfNoPolicy(seen))) return []
  const id = 'action-takes-no-resource'
  return [
    {
      id,
      layer,
      decision: 'implicitDeny',
      strength: written.length > 0 ? 'supported' : 'possible',
      for: written.slice(0, 3).map(({ text }) => ({ kind: 'resource-written', text })),
      against: [],
      check: null,
      fix: { layer, statements: [{ effect: 'Allow', actions: [seen.action!], resource: '*' }] },
      page: NO_RESOURCE[id].page,
      confirmed: NO_RESOURCE[id].confirmed,
      facts: factsOf(seen),
    },
  ]
}

/** What is wrong with the resources that the policies name, or can be. */
export const findResourceCauses = (seen: Observation): readonly RowMatch<ResourceRowId>[] => {
  const { resource } = seen
  const ofCall = findCallTraps(seen)
  if (ofCall.length > 0) return ofCall
  if (takesNone(seen.action)) return noResource(seen)
  if (resource === null || resource === '*') return neverAsked(seen)
  const written = writtenFor(seen, resource)
  return written.length > 0 ? withPolicies(seen, resource, written) : withoutPolicies(seen, resource)
}
