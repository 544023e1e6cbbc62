import { lastInPath, roleArnOfSession } from '../../../iam/arn'
import { printedCallers } from '../../../iam/printed-identities'
import { onlyOne } from '../../../text/only-one'
import { namesIn, type TellingSign } from './sign'

const MAPPED = /\brolearn["']?\s{0,3}[:=]\s{0,3}["']?(arn:aws[\w-]{0,12}:iam::\d{12}:role\/[\w+=,.@/-]{1,512})/gi

/** Is the role that is printed to call mapped as it should be, so that the path of another entry is no matter of its own? */
export const isMappedWithoutPath: TellingSign = ({ whole }) => {
  const caller = onlyOne(printedCallers(whole))
  const arn = caller === undefined ? null : roleArnOfSession(caller)
  if (arn === null) return false
  const plain = `${arn.slice(0, arn.indexOf(':role/'))}:role/${lastInPath(arn)}`.toLowerCase()
  return namesIn(whole, MAPPED).includes(plain)
}
