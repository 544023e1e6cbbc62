import { escaped } from '../../text/escaped'
import { own } from '../../text/own'
import { worksAgain } from '../works-again'
import type { SaidSituation } from './find-says'
import { SITUATIONS, type SituationId } from './situations'

/** What else a role needs before its service can use it, by the situation that names its trust policy first. */
const BESIDE_TRUST: Readonly<Record<string, SituationId>> = {
  'warehouse-role': 'warehouse-role-unlisted',
  'device-service-role': 'device-role-not-associated',
}

/** Whose KMS key refuses where the text shows that what the row names first is there, by the row. */
const BESIDE_KEY: Readonly<Record<string, SituationId>> = {
  'flow-logs-bucket': 'flow-logs-key',
  'datasync-location': 'datasync-location-key',
  'logs-may-not-deliver': 'logs-delivery-key',
  'load-balancer-logs': 'load-balancer-logs-key',
}

/** That a key of one's own encrypts it. */
const OWN_KEY =
  /\bSSE-KMS\b|\baws:kms\b|\bcustomer[\s-](?:managed\s)?(?:KMS\s)?key\b|\bCMK\b|\bKMSMasterKeyID\b|\b(?:KMS|encryption)\skey\b/i

/** That the same passes where nothing is encrypted. */
const PASSES_UNENCRYPTED =
  /(?<!\b(?:never|not|longer|without)\s|n['’]t\s)\b(?:works?|worked|pass(?:es|ed)?|succeed(?:s|ed)?|(?:goes|went)\sthrough|fine)\b[^\n.]{1,60}\b(?:unencrypted|not\sencrypted|without\s(?:an?\s)?(?:encryption|(?:KMS\s)?key))\b|\b(?:unencrypted|not\sencrypted|without\s(?:an?\s)?(?:encryption|(?:KMS\s)?key))\b[^\n.]{1,60}(?<!\b(?:never|not|longer|without)\s|n['’]t\s)\b(?:works?|worked|pass(?:es|ed)?|succeed(?:s|ed)?|(?:goes|went)\sthrough|fine)\b/i

/** That the service uses the same role with another resource. */
const ROLE_WORKS =
  /\b(?:same|this|that)\srole\s(?:already\s|also\s)?(?:works?|worked|is\sused|delivers|writes)\s[^\n.]{0,40}\b(?:another|other|second|elsewhere)\b/i

/** That a policy has the permission already. */
const HAS_IT =
  /\b(?:bucket|role)(?:['’]s)?\s(?:policy\s)?(?:already\s)?(?:has|holds|contains|allows|grants|includes)\b(?!\s(?:no|to)\b)|\b(?:bucket|role)(?:['’]s)?\spolicy\sis\s(?:identical|the\ssame|unchanged|fine|correct|right|ok|as\s(?:documented|in\sthe\sdocs))\b/i

/** What a command prints of these associations where there is none. */
const NONE_ASSOCIATED: Readonly<Record<string, RegExp>> = {
  'warehouse-role':
    /\bdescribe-clusters\b[^\n]{1,200}IamRoles\b[^\n]{0,60}\n\s{0,20}(?:\[\s{0,20}\]|None\b)|"IamRoles"\s?:\s?\[\s{0,20}\]/,
  'device-service-role':
    /\bget-service-role-for-account\b[^\n]{0,200}\n[^\n]{0,200}\b(?:NotFound|not found|no service role|not associated|\{\s?\})/i,
}

/** That a role was made. */
const MADE_ROLE =
  /\bcreate-?role\b|\baws_iam_role\b|\bAWS::IAM::Role\b|\b(?:new|creat(?:ed?|es|ing))\s(?:\w{1,12}\s){0,3}role\b|\brole\s(?:\w{1,12}\s){0,3}created\b/i

/** What makes a wish or a question of "trusts". */
const WISHED =
  /\b(?:not|verify|ensure|check|make sure|if|whether|must|should)\s(?:[\w-]{1,40}\s){0,4}$|n['’]t\s(?:[\w-]{1,40}\s){0,2}$/i

const BEFORE = 80

/** Does the text say, in a line of its own, that the role trusts the service? */
function tellsTrust(text: string, service: string, { start, end }: SaidSituation): boolean {
  const says = new RegExp(
    String.raw`\b(?:trusts|principal(?:\sservice)?\s?[:=]?)\s(?:only\s|service\s)?["'\`]?${escaped(service)}(?![\w.-])`,
    'gi',
  )
  return [...text.matchAll(says)].some(({ index }) => {
    const before =
      text
        .slice(Math.max(0, index - BEFORE), index)
        .split('\n')
        .at(-1) ?? ''
    return (index < start || text.slice(end, index).includes('\n')) && !WISHED.test(before)
  })
}

/**
 * A service says only that it could not assume the role. Where the text shows that the same call passed later, the role was
 * new; where it shows that the role trusts the service, or that the role isn't associated, the trust policy needs no statement.
 */
export function shownBeside(text: string, said: SaidSituation): SituationId {
  const ofKey = own(BESIDE_KEY, said.id)
  const isOfKey = PASSES_UNENCRYPTED.test(text) || (OWN_KEY.test(text) && (HAS_IT.test(text) || ROLE_WORKS.test(text)))
  if (ofKey !== undefined && isOfKey) return ofKey
  const { decides, refused = '', actions = [] } = SITUATIONS[said.id]
  if (decides !== 'trust' || !refused.endsWith('.amazonaws.com') || !actions.includes('sts:AssumeRole')) return said.id
  if (MADE_ROLE.test(text) && worksAgain(text) !== null) return 'role-was-new'
  const other = own(BESIDE_TRUST, said.id)
  if (other !== undefined && own(NONE_ASSOCIATED, said.id)?.test(text) === true) return other
  if (ROLE_WORKS.test(text)) return other ?? 'role-works-elsewhere'
  return tellsTrust(text, refused, said) ? (other ?? 'role-trusts-service') : said.id
}
