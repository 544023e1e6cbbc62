import { ARN_OF } from '../../iam/arn-in-text'
import { parsePrincipal } from '../../iam/principal'
import { either } from '../../text/either'
import type { Observation } from '../knowledge'
import { placesOf, placeAt, withoutPolicies, type TextPlace } from './text-places'

/** Finds what a text has for a thing, with where it stands. */
type Reader = (seen: Observation) => readonly TextPlace[]

/** Every place of one of these forms, in the order of the text. */
const written =
  (...forms: readonly RegExp[]): Reader =>
  ({ text }) =>
    forms.flatMap((form) => placesOf(text, form)).toSorted((one, other) => one.at - other.at)

const REGISTRY = String.raw`(\d{12}\.dkr\.ecr(?:-fips)?\.[a-z\d-]{5,30}\.amazonaws\.com(?:\.cn)?)`

/** Who calls, at the place where the error names it. */
const caller: Reader = ({ text, principal }) => {
  const { kind, name = '' } = parsePrincipal(principal ?? '') ?? {}
  const at = name === '' ? -1 : text.indexOf(principal ?? '')
  return (kind === 'roleSession' || kind === 'role') && at >= 0 ? [placeAt(text, name, at)] : []
}

/** A line that tells what the access portal shows, and the names in it; what is called an account is none of a role. */
const PORTAL_LINE = /^[^\n]{0,120}\b(?:portal|start page|sign-in page|access page)\b[^\n]{1,300}$/gim
const QUOTED_NAME = /(?<!\baccounts? )["'`“]([A-Z][\w+=,.@-]{2,63})["'`”]/g

/** What stands behind the ID of an account, as its list or as the next step of a path. */
const BEHIND_ACCOUNT = /(?<!\d)(\d{12})\)?\s?[:>→]\s([^\n]{3,300}?)(?=[.;)]?$|[.;]\s|\sand\s(?:I|it|we)\b)/gm
const NAME = /^[a-z][\w+=.@-]{1,63}$/i

/** A name of more than one word, which no mere word of a sentence is. */
const NAME_OF_WORDS = /[a-z\d][A-Z_-]/
const NO_NAME = either(/(?:Denied|Error|Exception)$/, /^(?:others?|more|etc)$/)

/** The names behind the ID of one account, or of any; none where anything else stands among them. */
const namesBehindAccount = (line: string, account: string | undefined): readonly string[] =>
  [...line.matchAll(BEHIND_ACCOUNT)].flatMap(([, id, list = '']) => {
    const names = list.split(/,\sand\s|,\s|\sand\s/)
    const isList =
      names.every((one) => NAME.test(one) && !NO_NAME.test(one)) && names.some((one) => NAME_OF_WORDS.test(one))
    return isList && (account === undefined || account === id) ? names : []
  })

const ACCOUNT_OF_PROFILE = /\bsso_account_id["']?\s{0,3}[=:]\s{0,3}["']?(\d{12})\b/

/** The permission sets that the access portal shows, as a line of the text tells it. */
const ofPortal: Reader = ({ text }) => {
  const account = ACCOUNT_OF_PROFILE.exec(text)?.[1]
  return placesOf(text, PORTAL_LINE).flatMap(({ value: line, at }) => [
    ...placesOf(line, QUOTED_NAME).map((one) => placeAt(text, one.value, at + one.at)),
    ...namesBehindAccount(line, account).map((name) => placeAt(text, name, at)),
  ])
}

/** How a text names each thing of which two places have to agree. */
export const READERS = {
  'role of a profile': written(/\bsso_role_name["']?\s{0,3}[=:]\s{0,3}["']?([\w+=,.@-]{1,64})/gi),
  'permission sets listed': (whole) => {
    const seen = { ...whole, text: withoutPolicies(whole.text) }
    return [
      ...written(
        /["']roleName["']\s{0,3}:\s{0,3}["']([\w+=,.@-]{1,64})["']/g,
        /\bAWSReservedSSO_([\w+=,.@-]{1,47})_[\da-f]{16}\b/g,
      )(seen),
      ...ofPortal(seen),
    ]
  },
  'registry of an image': written(
    new RegExp(
      String.raw`\b(?:docker|podman|buildah|skopeo|nerdctl)\s(?:image\s)?(?:push|pull|run)\s[^\n]{0,120}?${REGISTRY}\/`,
      'g',
    ),
    new RegExp(
      String.raw`\bfailed to push ${REGISTRY}\/|\bfrom repository \[?${REGISTRY}|\brefers to repository \[?${REGISTRY}`,
      'g',
    ),
  ),
  'registry of a login': written(
    new RegExp(String.raw`\b(?:docker|podman|buildah|skopeo|nerdctl)\slogin\s[^\n]{0,160}?${REGISTRY}`, 'g'),
    new RegExp(String.raw`\bLogging in(?:to| to) (?:the )?registry ${REGISTRY}`, 'g'),
  ),
  'audience of a token': written(/(?<![\w:.-])["']?aud(?:ience)?["']?\s{0,3}[:=]\s{0,3}\[?["']?([\w.:/@-]{3,200})/gi),
  'client IDs of a provider': ({ text }) =>
    [...text.matchAll(/["']?(?:ClientIDList|client_id_list)["']?\s{0,3}[:=]\s{0,3}\[([^\]]{1,600})\]/g)].flatMap(
      ({ index, 1: list = '' }) =>
        placesOf(list, /["']([^"'\s,]{1,200})["']/g).map(({ value, at }) =>
          placeAt(text, value, index + text.slice(index).indexOf(list) + at),
        ),
    ),
  'profile asked for': written(/\bconfig profile \(([\w.@+-]{1,80})\) could not be found/g),
  'profiles of a file': written(/^\s{0,8}\[(?:profile\s)?([\w.@+-]{1,80})\]\s{0,8}$/gm),
  'MFA device of the call': written(
    new RegExp(
      String.raw`(?:--serial-number[= ]|\bmfa_serial["']?\s{0,3}[=:]\s{0,3}|\bSerialNumber=)["']?(${ARN_OF.device})`,
      'g',
    ),
  ),
  'MFA devices printed': written(
    new RegExp(String.raw`["']SerialNumber["']\s{0,3}:\s{0,3}["'](${ARN_OF.device})["']`, 'g'),
  ),
  'instance profile of the call': written(
    /--iam-instance-profile[= ]["']?Name=["']?([\w+=,.@-]{1,128})/g,
    /\biam_instance_profile\s{0,20}=\s{0,3}"([\w+=,.@-]{1,128})"/g,
  ),
  'instance profiles printed': written(/["']InstanceProfileName["']\s{0,3}:\s{0,3}["']([\w+=,.@-]{1,128})["']/g),
  'access key in use': written(
    /\b(?:AWS_ACCESS_KEY_ID|aws_access_key_id)\s{0,3}[=:]\s{0,3}["']?(AKIA[A-Z\d]{12,124})\b/g,
  ),
  'access keys listed': written(/["']AccessKeyId["']\s{0,3}:\s{0,3}["'](AKIA[A-Z\d]{12,124})["']/g),
  'client ID that was refused': written(/\bclientId["']?\s?[=:]\s?["']?([\w:.-]{1,120}#\d{1,3})(?![\w#])/g),
  'client ID that connected': written(/\bclientId["']?\s?[=:]\s?["']?([\w:.-]{1,120})(?![\w#:.-])/g),
  'role that calls': caller,
  'role that was given a policy': (seen) =>
    written(
      /\baws\siam\s(?:attach|put)-role-policy\s[^\n]{0,200}?--role-name[ =]["']?([\w+=,.@-]{1,64})/g,
      /\bAttach(?:ed|ing)?\s[^\n.]{0,80}\bto (?:the )?role ["'`]([\w+=,.@-]{1,64})["'`]/gi,
    )({ ...seen, text: withoutPolicies(seen.text) }),
} as const satisfies Readonly<Record<string, Reader>>

/** What a text can have for a thing. */
export type PlaceId = keyof typeof READERS
