import { writtenSentences } from '../../text/told-contrast'
import type { SaidSituation } from './find-says'

/** What people write round the sentence of a service, and what follows from it. */
type Written = (text: string, said: SaidSituation, whole: string) => boolean

/** That a program is an administrator’s, or works as one. */
const AS_ADMIN =
  /\bAdministratorAccess\b|\bAWSControlTowerExecution\b|\bOrganizationAccountAccessRole\b|\b(?:I['’]?m|I am|we are|is|as|has|have|with)\s(?:an?\s|the\s|full\s)?admin(?:istrator)?(?:\s(?:access|rights|permissions|role))?\b/i

/** That it is only wished or guessed, or not so. */
const NOT_SO = /\b(?:should|would|could|if|whether|without|lacks?|no|not|never)\b|n['’]t\b/i

const isAdmin: Written = (_text, _said, whole) =>
  writtenSentences(whole).some((one) => AS_ADMIN.test(one) && !NOT_SO.test(one.slice(0, one.search(AS_ADMIN))))

/** That the account is in no organization. */
const ALONE =
  /\b(?:account|it|which)\b[^.\n]{1,60}\b(?:stand-?alone|(?:in|part of|member of)\sno\sorgani[sz]ation)\b|\bstand-?alone\saccount\b|\bno\s(?:AWS\s)?organi[sz]ation\b|\b(?:not|n['’]t)\s(?:in|part\sof|a\smember\sof)\sany?\s(?:AWS\s)?organi[sz]ation\b/i

/** That keys are of a session: then they have a token, which an endpoint of STS made. */
const OF_SESSION =
  /\bASIA[A-Z\d]{4}|\bassumed?[-_ ]?role|\bsso\b|\b(?:session|temporary|refresh)[ _-]?(?:token|credentials?|keys?)\b|\bAWS_SESSION_TOKEN\b|\bOIDC\b|\bweb[-_ ]identity\b|\binstance\s(?:profile|role)\b|\bget-session-token\b|\bthe session\b|\bexecution role\b/i

/** That other Regions take the same keys. */
const SAME_KEYS = /\bsame\s(?:access\s)?(?:keys?|credentials?|profile|user)\b/i

/** That the Region of the call is on in the account. */
const REGION_ON =
  /\bRegionOptStatus\b|\bENABLED\b|\bregion\s(?:is|was)\s(?:already\s)?enabled\b|\benabled\sthe\sregion\b/i

/** That a role, or the stack that made it, is gone, and nobody made it again. */
const ROLE_GONE =
  /\bstack\b[^.\n]{1,60}\b(?:was|is|got|has\sbeen|were)\s(?:removed|deleted|destroyed|torn\sdown)\b|\b(?:deleted|removed|destroyed|tore\sdown)\s(?:the|that|our|my)\s(?:\w{1,16}\s){0,2}stack\b|\brole\b[^.\n]{1,40}\b(?:was|is|got|has\sbeen)\s(?:removed|deleted|gone|missing)\b|\b(?:deleted|removed)\s(?:the|that|our|my)\s(?:\w{1,16}\s){0,2}role\b|\bThe role with name \S{1,64} cannot be found\b/i

const MADE_AGAIN = /\b(?:re-?created?|again|re-?deploy\w{0,4}|anew|new\sone)\b/i

const isRoleGone: Written = (_text, _said, whole) =>
  whole.split(/\n|(?<=[.!?;])\s/).some((one) => one.length <= 400 && ROLE_GONE.test(one) && !MADE_AGAIN.test(one))

/** That a dbt project runs with the adapter of AWS Glue. */
const DBT_GLUE = /\bRegistered adapter:\s?glue\b|\bGlue adapter:|\bdbt-glue\b/

/** That KMS did not take the ciphertext. */
const CIPHERTEXT_REFUSED = /^[^\0]{0,400}?\bInvalidCiphertextException\b/

const isCiphertextRefused: Written = (text, { start }) => CIPHERTEXT_REFUSED.test(text.slice(start, start + 500))

/** The roles that a run of Terraform made, by their names. */
const MADE_ROLES = /\baws_iam_role\.[^\s:]{1,120}: Creation complete[^\n]{0,40}\[id=([\w+=,.@-]{1,64})\]/g
const ROLE_NAME = /:role\/(?:[\w+=,.@-]{1,64}\/){0,4}([\w+=,.@-]{1,64})/

/** Were roles made in the run, and none with the name that the sentence has? */
const isNamedOtherwise: Written = (text, { start, end }, whole) => {
  const [, named] = ROLE_NAME.exec(text.slice(start, end)) ?? []
  const made = [...whole.matchAll(MADE_ROLES)].map(([, name]) => name)
  return named !== undefined && made.length > 0 && !made.includes(named)
}

/** The instance profile of a cluster, with the policy that lets its service role pass only the default one. */
const EMR_POLICY = /\bAmazonEMRServicePolicy_v2\b/
const INSTANCE_PROFILE =
  /\b(?:instance[ _-]?profile|JobFlowRole)["']?\s{0,3}(?:[:=]|is)\s{0,3}["']?(?:arn:[\w:-]{10,60}\/)?([\w+=,.@-]{2,128})/gi

const passesOtherRole: Written = (_text, _said, whole) => {
  const profiles = [...whole.matchAll(INSTANCE_PROFILE)].map(([, name]) => name)
  return EMR_POLICY.test(whole) && profiles.length > 0 && !profiles.includes('EMR_EC2_DefaultRole')
}

/** What a text says in words beside the sentence of a service. */
export const WRITTEN_SIGNS = {
  'caller is administrator': isAdmin,
  'account is alone': (_text, _said, whole) => ALONE.test(whole),
  'keys of no session': (_text, _said, whole) =>
    SAME_KEYS.test(whole) && !OF_SESSION.test(whole) && !REGION_ON.test(whole),
  'role is gone': isRoleGone,
  'adapter of dbt': (_text, _said, whole) => DBT_GLUE.test(whole),
  'ciphertext refused': isCiphertextRefused,
  'role is named otherwise': isNamedOtherwise,
  'passes another role': passesOtherRole,
} as const satisfies Readonly<Record<string, Written>>
