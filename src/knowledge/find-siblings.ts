import { howDenied, claimedLayer } from '../denial/denial'
import { splitAction } from '../iam/action'
import { hasWildcard, matchAnyCase } from '../iam/wildcard'
import type { RowMatch, KnowledgeRow, Observation } from './knowledge'
import { factsOf } from './observe'
import { namesAction, namedTexts } from '../policy/statement-names'

/** The row on actions whose names are nearly the same: `ssm:GetParameter` and `ssm:GetParameters`. */
export const SIBLING_ROWS = {
  'action-of-nearly-the-same-name': {
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    confirmed: '2026-11-26',
    check: null,
  },
  'action-without-colon': {
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
    confirmed: '2026-11-29',
    check: null,
    isSlip: true,
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of the row. */
export type SiblingRowId = keyof typeof SIBLING_ROWS

const ID = 'action-of-nearly-the-same-name'

/** A service and an operation with something else than a colon between them. */
const WITHOUT_COLON = /^([a-z\d-]{2,40})[=.;,/|\s]\s?([A-Z*][\w*]{0,80})$/

/** The action that is meant by a text that is none. */
const meantAction = (text: string): string | null => {
  const [, service, name] = WITHOUT_COLON.exec(text) ?? []
  return service === undefined || name === undefined ? null : `${service}:${name}`
}

/** Allow statements that would name the action, were there a colon in it. */
const withoutColon = (seen: Observation, action: string): readonly RowMatch<SiblingRowId>[] => {
  const { page, confirmed } = SIBLING_ROWS['action-without-colon']
  const claimed = claimedLayer(seen.denial)
  return seen.policies
    .filter(({ layer }) => claimed === null || layer === claimed)
    .flatMap(({ layer, policy }) =>
      policy.statements
        .filter((one) => one.effect === 'Allow' && !one.action.not)
        .flatMap(({ action: { values } }) => values)
        .flatMap(({ text }): readonly RowMatch<SiblingRowId>[] => {
          const meant = meantAction(text)
          if (meant === null || !matchAnyCase(meant, action)) return []
          return [
            {
              id: 'action-without-colon',
              layer,
              decision: 'implicitDeny',
              strength: 'shown',
              for: [{ kind: 'named', text }],
              against: [],
              check: null,
              fix: { layer, statements: [] },
              page,
              confirmed,
              facts: { ...factsOf(seen), written: text, meant },
            },
          ]
        })
        .slice(0, 1),
    )
}

/** Beginnings and ends by which actions of one thing differ. */
const ENDINGS = [
  's',
  'es',
  'v2',
  'batch',
  'bypath',
  'withresponsestream',
  'version',
  'versions',
  'acl',
  'tagging',
] as const
const BEGINNINGS = ['batch'] as const

const isLonger = (long: string, short: string): boolean =>
  ENDINGS.some((end) => long === short + end) || BEGINNINGS.some((start) => long === start + short)

/** Are they two actions of one service whose names differ by such a piece only? */
const areSiblings = (one: string, other: string): boolean => {
  const [first, second] = [splitAction(one.toLowerCase()), splitAction(other.toLowerCase())]
  if (first === null || first.service !== second?.service) return false
  return isLonger(first.name, second.name) || isLonger(second.name, first.name)
}

/** Allow statements that name a sibling of the action and not the action. */
export const findSiblings = (seen: Observation): readonly RowMatch<SiblingRowId>[] => {
  const { action, resource } = seen
  const claimed = claimedLayer(seen.denial)
  if (action === null || howDenied(seen.denial) === 'explicitDeny') return []
  const misspelt = withoutColon(seen, action)
  if (misspelt.length > 0 || !seen.isActionNamed) return misspelt
  const row = SIBLING_ROWS[ID]
  return seen.policies
    .filter(({ layer }) => claimed === null || layer === claimed)
    .flatMap(({ layer, policy }) => {
      const allows = policy.statements.filter(({ effect }) => effect === 'Allow')
      if (allows.some((statement) => namesAction(statement, action))) return []
      const sibling = allows
        .flatMap(({ action: named }) => namedTexts(named))
        .find((text) => !hasWildcard(text) && areSiblings(text, action))
      if (sibling === undefined) return []
      return [
        {
          id: ID,
          layer,
          decision: 'implicitDeny',
          strength: 'supported',
          for: [{ kind: 'named', text: sibling }],
          against: [],
          check: null,
          fix: { layer, statements: [{ effect: 'Allow', actions: [action], resource: resource ?? '{resource}' }] },
          page: row.page,
          confirmed: row.confirmed,
          facts: { ...factsOf(seen), written: sibling },
        },
      ]
    })
}
