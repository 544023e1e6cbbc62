// What reads an error, the first part of the second stage that is here; see engine.ts.
import { parseDenials } from '../../denial/parse-denials'
import { undress } from '../../medium/plain-text'
import { changedText } from '../../policy/change-signs'
import { mayHoldPolicies } from '../../policy/policy-signs'
import { areasAsked } from '../../diagnosis/situations-asked'
import { LATE_PARTS, LOAD_SITUATIONS } from './late-parts'

/** How a statement is written, in JSON or Terraform. One in YAML is read once its error is answered. */
const STATEMENT = /["']Effect["']\s{0,9}:|\beffect\s{0,9}=/

/**
 * Begins to fetch what the answer to a text will ask for, beside all else that it needs: what is said of its errors, and what
 * tells of policies and of all that is more than a bare error. Who needs a part asks for it again.
 */
export function fetchWanted(text: string, isWithPolicies = STATEMENT.test(text)): void {
  const plain = undress(text)
  const errors = parseDenials(text, plain)
  const ofErrors = areasAsked(errors).map((area) => LOAD_SITUATIONS[area])
  const ofPolicies = isWithPolicies ? [LATE_PARTS.given, LATE_PARTS.rows] : []
  // A denial of which AWS names the layer may be told without.
  const telling =
    isWithPolicies || errors.some(({ layer, situation }) => layer === 'unknown' || situation !== undefined)
      ? [LATE_PARTS.telling]
      : []
  const finder = mayHoldPolicies(text, changedText(text, plain)?.text ?? text) ? [LATE_PARTS.policies] : []
  for (const load of [...ofErrors, ...finder, ...ofPolicies, ...telling]) void load().catch(() => undefined)
}
