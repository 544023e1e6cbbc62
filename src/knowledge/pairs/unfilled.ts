import { namesAction, namedTexts } from '../../policy/statement-names'
import type { FindPair } from './pair-finder'
import { clueOf, placesOf } from './text-places'

/** Commands that print a policy as AWS keeps it. */
const PRINTS =
  /\baws\s(?:iam\sget-(?:role|user|group)-policy|iam\sget-policy-version|iam\sget-role|s3api\sget-bucket-policy|kms\sget-key-policy|lambda\sget-policy|sqs\sget-queue-attributes|sns\sget-topic-attributes|secretsmanager\sget-resource-policy|ecr\sget-repository-policy)\b/

/** What only a tool fills in, before a policy is stored. People who hide a value write other brackets. */
const TEMPLATE =
  /\{\{[^{}\n]{1,80}\}\}|\$\{(?![*?$]\})[^{}:\n]{1,100}\}|#\{[^{}\n]{1,80}\}|<%=[^%\n]{1,80}%>|__[A-Z][A-Z_\d]{1,40}__|%\([a-z_]{1,40}\)s/

/** Source of a tool, which fills its placeholders in before AWS sees them. */
const SOURCE = /\b(?:resource|data)\s"aws_|\bFn::|!Sub\b|\bAWSTemplateFormatVersion\b|^Resources:/m

/** AWS printed a policy for the action in which a tool's placeholder was never filled in. */
export const leftUnfilled: FindPair = ({ text, policies, action }) => {
  const printed = PRINTS.exec(text)
  if (printed === null) return null
  for (const { layer, policy } of policies)
    for (const statement of policy.statements) {
      if (statement.effect !== 'Allow' || (action !== null && !namesAction(statement, action))) continue
      const texts = [
        ...namedTexts(statement.resource),
        ...namedTexts(statement.principal),
        ...statement.conditions.flatMap(({ values }) => values.map((one) => one.text)),
      ]
      const written = texts.find((one) => TEMPLATE.test(one))
      const at = written === undefined ? -1 : text.indexOf(written, printed.index)
      if (written === undefined || at < 0 || SOURCE.test(text.slice(printed.index, at))) continue
      const [gap = ''] = TEMPLATE.exec(written) ?? []
      const [place] = placesOf(text.slice(0, at + written.length), /[^\n]{1,400}$/g)
      return {
        layer,
        facts: { asked: written, there: gap },
        clues: place === undefined ? [] : [clueOf(place)],
      }
    }
  return null
}

/** What programs write in the place of a token or key that they don't have. */
const NOTHING =
  /(?<=[?&])((?:token|access_token|id_token|api_?key|X-Amz-Security-Token|X-Amz-Credential)=(?:undefined|null|None|nil|\[object Object\]))(?![\w.-])|\b((?:Authorization|x-api-key|x-amz-security-token)["']?\s?[:=]\s?["']?(?:Bearer\s)?(?:undefined|null|None|nil|\[object Object\]))(?![\w.-])|\b((?:Credential|AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN))\s?=\s?["']?(?:undefined|null|None|nil))(?![\w.-])/gi

/** The call sends the word for no value where a token or a key belongs; who is named in the answer had one. */
export const valueOfNothing: FindPair = ({ text, denial }) => {
  const places = denial?.principal === null ? placesOf(text, NOTHING) : []
  // A method of API Gateway without authorization is shown as NONE.
  const first = places.find(({ value }) => !/\bNONE$/.test(value))
  return first === undefined
    ? null
    : { facts: { asked: first.value.replace(/["']/g, ''), there: first.value }, clues: [clueOf(first)] }
}
