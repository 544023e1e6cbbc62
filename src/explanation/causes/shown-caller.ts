import { roleArnOfSession } from '../../iam/arn'
import type { Facts } from '../../knowledge/knowledge'
import { onlyOne } from '../../text/only-one'
import type { Situation } from '../situation'

/** What `get-caller-identity` prints of who called. */
const PRINTED =
  /"Arn"\s{0,3}:\s{0,3}"(arn:aws[a-z-]{0,12}:(?:iam::\d{12}:user|sts::\d{12}:assumed-role)\/[\w+=,.@/-]{1,200})"/g

/** A role that the text says by its ARN to be the one that works. */
const ROLE_SAID =
  /\brole["']?(?: is|\s{0,2}[:=])\s{0,3}["']?(arn:aws[a-z-]{0,12}:iam::\d{12}:role\/[\w+=,.@/-]{1,200}\w)/gi

/** The user or role that the text shows to have called, where the error names none. */
export function shownCaller({ accessCase: { request, error = '' } }: Situation): Facts {
  if (request.principal !== '') return {}
  const text = error.slice(0, 20_000)
  const named = (form: RegExp) => onlyOne([...text.matchAll(form)].map(([, arn = '']) => arn))
  const arn = named(PRINTED) ?? named(ROLE_SAID)
  if (arn === undefined || arn === '') return {}
  return { principalArn: roleArnOfSession(arn) ?? arn }
}
