import { KEY_OFF, KEY_TO_DELETE, keyInState } from '../../kms-key-state'
import { gapOf, type TellingSign } from './sign'

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
