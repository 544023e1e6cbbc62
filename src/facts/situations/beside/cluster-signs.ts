import { labelledArn } from '../../../iam/arn-in-text'
import { lastInPath, roleArnOfSession } from '../../../iam/arn'
import { printedCallers } from '../../../iam/printed-identities'
import { onlyOne } from '../../../text/only-one'
import { namesIn, type TellingSign } from './sign'

const MAPPED = labelledArn(String.raw`\brolearn`, 'role')

/** Is the role that is printed to call mapped as it should be, so that the path of another entry is no matter of its own? */
export const isMappedWithoutPath: TellingSign = ({ whole }) => {
  const caller = onlyOne(printedCallers(whole))
  const arn = caller === undefined ? null : roleArnOfSession(caller)
  if (arn === null) return false
  const plain = `${arn.slice(0, arn.indexOf(':role/'))}:role/${lastInPath(arn)}`.toLowerCase()
  return namesIn(whole, MAPPED).includes(plain)
}
