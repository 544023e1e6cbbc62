import { claimedLayer } from '../denial/denial'
import { hasHole } from '../iam/find-holes'
import { keyOfValues } from '../facts/keys/key-of-values'
import { keyRow, sourceOf, valueFormOf } from '../facts/keys/condition-keys'
import type { ConditionKeyRow } from '../facts/keys/key-row'
import { canBeOfForm, type ValueForm } from '../facts/keys/value-forms'
import { familyFacts } from '../iam/condition-operators'
import type { ConditionEntry } from '../policy/policy'
import type { RowMatch, Observation } from './knowledge'
import { factsOf } from './observe'
import type { ValueShapeRowId } from './value-shapes'
import { namesAction } from '../policy/statement-names'

/** What a template fills in at deployment. */
const REFERENCE = /\$\{([^{}\n]{1,200})\}/

/** A value that no request can carry under this key: of another form, or a reference to another kind of thing. */
const oddValue = (row: ConditionKeyRow, form: ValueForm, { operator, values }: ConditionEntry): string | null => {
  if (operator.family === 'null') return null
  const { takesWildcards } = familyFacts(operator.family)
  const odd = values
    .map(({ text }) => text)
    .filter((text) => {
      const reference = REFERENCE.exec(text)?.[1]?.toLowerCase()
      if (reference !== undefined) return (row.otherKinds ?? []).some((kind) => reference.includes(kind))
      return !hasHole(text, 'policy') && !canBeOfForm(form, text, takesWildcards)
    })
  return odd.length > 0 && odd.length === values.length ? odd[0]! : null
}

/** Tests of given policies that compare a key with what it never holds. */
export const findValueShapes = (seen: Observation): readonly RowMatch<ValueShapeRowId>[] => {
  const claimed = claimedLayer(seen.denial)
  return seen.policies
    .filter(({ layer }) => claimed === null || layer === claimed)
    .flatMap(({ layer, policy }) =>
      policy.statements
        .filter((statement) => seen.action === null || namesAction(statement, seen.action))
        .flatMap(({ effect, conditions }) =>
          conditions.flatMap((test): readonly RowMatch<ValueShapeRowId>[] => {
            const row = keyRow(test.lowerKey)
            const shape = valueFormOf(test.lowerKey)
            const value = row === null || shape === null ? null : oddValue(row, shape, test)
            // Only what keeps an Allow from applying, or lets a Deny apply, can be the cause.
            const isCause = effect === 'Deny' ? test.operator.negated : !test.operator.negated
            if (row === null || shape === null || value === null || !isCause) return []
            const form = shape.forms[0]!.replace(/\{\w+\}/g, '…')
            const texts = test.values.map(({ text }) => text)
            const meant = keyOfValues(test.key, texts, test.operator.family)
            return [
              {
                id: meant === null ? 'condition-value-of-another-kind' : 'condition-value-of-another-key',
                layer,
                decision: effect === 'Deny' ? 'explicitDeny' : 'implicitDeny',
                strength: 'shown',
                for: [{ kind: 'test-written', text: `${test.operatorText} ${test.key}: ${value}` }],
                against: [],
                check: null,
                fix: { layer, statements: [] },
                ...sourceOf(row),
                facts: {
                  ...factsOf(seen),
                  testedKey: test.key,
                  written: value,
                  form,
                  ...(meant !== null && { meantKey: meant }),
                },
              },
            ]
          }),
        ),
    )
}
