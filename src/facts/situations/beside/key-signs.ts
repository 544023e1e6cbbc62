import { ARN_OF } from '../../../iam/arn-in-text'
import { KEY_OFF, KEY_TO_DELETE, keyInState } from '../../kms-key-state'
import { either } from '../../../text/either'
import { allSigns, anySign, gapOf, noSign, printed, told, type TellingSign } from './sign'

/** Does a look at the key that is named show such a state? */
const isKeyIn =
  (state: RegExp): TellingSign =>
  (seen) =>
    keyInState(seen.whole, state, gapOf(seen, 'resource')) !== null

/** Does a look at the key show that it is to be deleted? */
export const isKeyToBeDeleted: TellingSign = isKeyIn(KEY_TO_DELETE)

/** Does a look at the key show that it is off? */
export const isKeyOff: TellingSign = isKeyIn(KEY_OFF)

/** That KMS did not take the ciphertext. */
const CIPHERTEXT_REFUSED = /^[^\0]{0,400}?\bInvalidCiphertextException\b/

/** Does KMS refuse the ciphertext, and not the key? */
export const isCiphertextRefused: TellingSign = ({ text, said: { start } }) =>
  CIPHERTEXT_REFUSED.test(text.slice(start, start + 500))

/** What of a key can be missing without the key itself. */
const NOT_ITSELF = String.raw`(?!\s(?:polic|permission|action|statement|grant|access))`

/** That it is not a KMS key of one’s own that encrypts. */
export const NO_KMS_KEY = either(
  new RegExp(
    String.raw`\b(?:no|without)\s(?:(?:an?|any|own|custom)\s){0,2}(?:customer[\s-]managed\s)?(?:(?:KMS|encryption)\skey\b|CMK\b|KMS\sencryption\b|SSE-KMS\b|KMS(?=\s?[.,;)\n]))${NOT_ITSELF}`,
  ),
  new RegExp(
    String.raw`(?:\bnot|n['’]t|\bnever)\s(?:encrypted\s|use\s|used\s|using\s)?(?:with\s|by\s)?(?:an?\s|any\s)?(?:SSE-KMS|aws:kms|(?:customer[\s-]managed\s)?(?:KMS|encryption)\skey|CMK)\b${NOT_ITSELF}`,
  ),
)

/** The root of an account, as a policy names it. */
const ROOT_OF = /\biam::(?:\d{12}|\$?\{{1,2}[^}\n]{1,60}\}{1,2}):root\b/

const ACCOUNT = /(?<![\w.-])\d{12}(?![\w-])/g

/** Is the account whose root a policy names the only one of the text? */
const isOwnRoot: TellingSign = ({ whole }) => whole.search(ROOT_OF) >= 0 && new Set(whole.match(ACCOUNT)).size < 2

/** Does the key policy leave it to the account, and does nothing narrow or deny that? */
export const keyPolicyDelegates: TellingSign = allSigns(
  anySign(
    allSigns(isOwnRoot, printed(/\bkms:(?:\*|PutKeyPolicy\b|Put\*)/)),
    told(
      either(
        /\bkey\spolicy\b[^.\n]{1,60}\b(?:is\sthe\sdefault|delegates|leaves\sit\sto\sthe\saccount|enables\sIAM)\b/,
        /\b(?:default|standard)\skey\spolicy\b/,
        /\bkey\spolicy\b[^.\n]{1,60}\b(?:allows|grants|gives|has|contains)\s[^.\n]{0,30}\broot\b/,
      ),
    ),
  ),
  noSign(printed(/\bDeny\b|\bdenies\b|\bCondition\b|\bcondition\s?\{|\bNotAction\b|\bnot_actions\b/)),
)

/** Has the repository a KMS key of its own? */
export const hasOwnRepositoryKey: TellingSign = anySign(
  printed(new RegExp(ARN_OF.key)),
  told(
    either(
      /\b(?:own|custom)\s(?:KMS|encryption)\skey\b/,
      /\bcustomer[\s-]managed\s(?:KMS\s)?key\b|\bCMK\b/,
      /\binstead\sof\saws\/codecommit\b/,
    ),
  ),
)

/** Is a copy to another account made of what a default key of AWS encrypts? */
export const copiesWithDefaultKey: TellingSign = allSigns(
  printed(/\baws\/(?:ebs|rds|elasticfilesystem|fsx|backup)\b|\bAWS[- ]managed\s(?:KMS\s)?key\b/i),
  noSign(
    printed(
      /\b(?:not|no\slonger|never|isn['’]t|instead\sof)\s(?:with\s|the\s|by\s)?aws\/(?:ebs|rds|elasticfilesystem|fsx|backup)\b/i,
    ),
  ),
  anySign(
    ({ whole }) => new Set(whole.match(ACCOUNT)).size > 1,
    told(
      /\b(?:cross-account|(?:an)?other\saccount|(?:central|backup|different|source|owner)\s(?:backup\s)?account)\b/i,
    ),
  ),
)
