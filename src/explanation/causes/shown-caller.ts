import { ARN_OF } from '../../iam/arn-in-text'
import { arnBehind } from '../../iam/principal'
import { printedCallers } from '../../iam/printed-identities'
import type { Facts } from '../../knowledge/knowledge'
import { onlyOne } from '../../text/only-one'
import type { JudgedCase } from '../judged-case'

/** A role that the text says by its ARN to be the one that works. */
const ROLE_SAID = new RegExp(String.raw`\brole["']?(?: is|\s{0,2}[:=])\s{0,3}["']?(${ARN_OF.role})`, 'gi')

/** As whom the text says that it calls: "deploys as ARN". */
const CALLS_AS = new RegExp(
  String.raw`\b(?:deploys?|deployed|calls?|called|runs?|running|works?|creates?|created|signed in) (?:as|by) (${ARN_OF.caller})`,
  'gi',
)

/** A line that names the caller: "caller: ARN". */
const CALLER_SAID = new RegExp(
  String.raw`^[^\w\n]{0,8}(?:the\s)?caller(?:\sidentity)?["']?(?:\sis|\s{0,2}[:=])\s{0,3}["']?(${ARN_OF.caller})`,
  'gim',
)

/** The user or role that the text shows to have called, where the error names none. */
export function shownCaller({ accessCase: { request, error = '' } }: JudgedCase): Facts {
  if (request.principal !== '') return {}
  const text = error.slice(0, 20_000)
  const said = [ROLE_SAID, CALLS_AS, CALLER_SAID].flatMap((form) => [...text.matchAll(form)]).map(([, arn = '']) => arn)
  const arn = onlyOne(printedCallers(text)) ?? onlyOne(said)
  const behind = arn === undefined ? null : arnBehind(arn)
  return behind === null ? {} : { principalArn: behind }
}
