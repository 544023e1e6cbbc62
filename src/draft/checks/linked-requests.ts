import { isScalarValue } from '../../text/is-scalar'
import { fieldsOf, textOf, type Fields } from '../../text/fields'
import type { CasePolicy, ContextValue, LinkedRequest } from '../../case/access-case'
import type { ContextEdit, Draft, DraftCheck, DraftLayer } from '../draft'
import { checksOf } from './edit-checks'
import { isWholeCheck } from './further-check'

const keysIn = (context: DraftCheck['context'], state: ContextEdit['state']): readonly string[] =>
  Object.entries(context)
    .filter(([, edit]) => edit.state === state)
    .map(([key]) => key)

const valueOf = ({ values, multivalued }: Extract<ContextEdit, { state: 'known' }>): ContextValue =>
  values.length === 1 && multivalued !== true ? (values[0] ?? '') : values

const knownIn = (context: DraftCheck['context']): Readonly<Record<string, ContextValue>> =>
  Object.fromEntries(
    Object.entries(context).flatMap(([key, edit]) => (edit.state === 'known' ? [[key, valueOf(edit)] as const] : [])),
  )

function policyIn({ state, policies }: DraftLayer): Pick<LinkedRequest, 'policy' | 'hasNoPolicy'> {
  const [first] = policies
  if (state === 'none' || (state === 'given' && first === undefined)) return { hasNoPolicy: true }
  return state === 'given' && first !== undefined ? { policy: { name: first.name, document: first.text } } : {}
}

/** The further checks of a draft as a case holds them. One that is not whole yet has no resource, so it cannot be judged. */
export function linkedRequestsOf(draft: Draft): readonly LinkedRequest[] {
  return checksOf(draft).map((check): LinkedRequest => {
    const absentContext = keysIn(check.context, 'absent')
    const unknownContext = keysIn(check.context, 'unknown')
    return {
      action: check.action,
      resource: isWholeCheck(check) ? check.resource : '',
      ...(check.resourceAccount === undefined ? {} : { resourceAccount: check.resourceAccount }),
      context: knownIn(check.context),
      ...(absentContext.length > 0 ? { absentContext } : {}),
      ...(unknownContext.length > 0 ? { unknownContext } : {}),
      ...policyIn(check.policy ?? draft.layers.resource),
    }
  })
}

const MOST_CHECKS = 100

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as readonly unknown[]).filter(isScalarValue).map(String) : []

function contextFrom(linked: Fields): DraftCheck['context'] {
  const known = Object.entries(fieldsOf(linked['context'])).map(([key, value]): [string, ContextEdit] => [
    key,
    Array.isArray(value)
      ? { state: 'known', values: textsOf(value), multivalued: true }
      : { state: 'known', values: isScalarValue(value) ? [String(value)] : [] },
  ])
  const others = (['absent', 'unknown'] as const).flatMap((state) =>
    textsOf(linked[`${state}Context`]).map((key): [string, ContextEdit] => [key, { state }]),
  )
  return Object.fromEntries([...known, ...others])
}

/** The further checks of a case from outside, whatever stands there. `draftPolicy` makes a draft's policy of a case's. */
export function checksFrom(
  linked: unknown,
  otherLayers: unknown,
  draftPolicy: (policy: CasePolicy) => DraftLayer['policies'][number],
): readonly DraftCheck[] {
  if (!Array.isArray(linked)) return []
  return (linked as readonly unknown[])
    .slice(0, MOST_CHECKS)
    .map(fieldsOf)
    .map((one): DraftCheck => {
      const { policy, hasNoPolicy, resourceAccount } = one
      const given = fieldsOf(policy)
      const isNone = hasNoPolicy === true || otherLayers !== 'unknown'
      return {
        action: textOf(one['action']),
        resource: textOf(one['resource']),
        ...(typeof resourceAccount === 'string' ? { resourceAccount } : {}),
        context: contextFrom(one),
        policy:
          policy === undefined
            ? { state: isNone ? 'none' : 'notGiven', policies: [] }
            : {
                state: 'given',
                policies: [draftPolicy({ name: textOf(given['name']), document: given['document'] ?? null })],
              },
      }
    })
}
