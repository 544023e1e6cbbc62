import { howDenied } from '../denial/denial'
import { isDeviceCall } from '../facts/device-calls'
import { FOREIGN_VARIABLE, type ForeignVariable, type ForeignVariableId } from './foreign-variables'
import { allowingLayers, allowsOf, isSurelyAllowed } from './given-policies'
import type { RowMatch, Observation } from './knowledge'
import { factsOf } from './observe'
import type { Statement } from '../policy/policy'
import { namedTexts } from '../policy/statement-names'

const ROWS = Object.entries(FOREIGN_VARIABLE) as readonly (readonly [ForeignVariableId, ForeignVariable])[]

/** How code and consoles speak of credentials that an identity pool hands out. */
const OF_IDENTITY_POOL =
  /\bCognitoIdentityCredentials\b|\bIdentityPoolId\b|\bfromCognitoIdentity(?:Pool)?\b|\bidentity[ _]?pools?\b|\bGetCredentialsForIdentity\b/i

/** Are the credentials of the call those of an identity pool, as far as caller and text tell? */
const isOfIdentityPool = ({ principal, text }: Observation): boolean =>
  /\/CognitoIdentityCredentials$/i.test(principal ?? '') || OF_IDENTITY_POOL.test(text)

/** Where a statement can hold a variable: what it names, and what its tests compare. */
const textsOf = ({ resource, conditions }: Statement): readonly string[] => [
  ...namedTexts(resource),
  ...conditions.filter(({ operator }) => !operator.negated).flatMap(({ values }) => values.map(({ text }) => text)),
]

/** Allows that hang on a variable which has no value here: they cover nothing. */
export const findForeignVariables = (seen: Observation): readonly RowMatch<ForeignVariableId>[] => {
  const { action, denial } = seen
  if (action === null || howDenied(denial) === 'explicitDeny' || isSurelyAllowed(seen)) return []
  // A device has policies of AWS IoT: there the variables of AWS IoT have their values.
  const isOfDevice =
    isDeviceCall(action, seen.principal ?? '') &&
    !isOfIdentityPool(seen) &&
    denial?.situation !== 'iot-role-credentials'
  return allowingLayers(seen).flatMap((layer) =>
    ROWS.flatMap(([id, { variable, of, page, confirmed }]): readonly RowMatch<ForeignVariableId>[] => {
      if (of === 'identityPool' ? !isOfIdentityPool(seen) : isOfDevice) return []
      const texts = allowsOf(seen.policies, layer, action).flatMap(({ statement }) => textsOf(statement))
      const written = texts.find((text) => variable.test(text))
      if (written === undefined) return []
      return [
        {
          id,
          layer,
          decision: 'implicitDeny',
          strength: 'shown',
          for: [{ kind: 'resource-written', text: written }],
          against: [],
          check: null,
          fix: { layer, statements: [] },
          page,
          confirmed,
          facts: { ...factsOf(seen), variable: `${variable.exec(written)?.[0] ?? ''}}` },
        },
      ]
    }),
  )
}
