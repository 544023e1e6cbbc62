import type { TellingSign } from './sign'

/** A policy that a template makes as a resource of its own beside the role, and what waits for another resource. */
const APART = [
  { policy: /\bType["']?:\s{0,4}["']?AWS::IAM::(?:Managed)?Policy\b/, waits: /\bDependsOn\b/ },
  { policy: /\bresource\s"aws_iam_role_policy(?:_attachment)?"/, waits: /\bdepends_on\b/ },
] as const

/** What Lambda says that the role may not call. */
const CALL = /\bpermissions?\sto\scall\s(\w{3,60})\son\b/

/** What a template allows: actions in full. */
const ALLOWED = /\b[a-z][a-z\d-]{1,30}:(\w{3,60})\b/g

/** Does a template allow the role what is refused, in a resource for which nothing waits? Then Lambda can come before it. */
export const isPolicyApart: TellingSign = ({ said: { start, end }, text, whole }) => {
  const call = CALL.exec(text.slice(start, end))?.[1]
  const isAllowed = [...whole.matchAll(ALLOWED)].some(([, action]) => action === call)
  return isAllowed && APART.some(({ policy, waits }) => policy.test(whole) && !waits.test(whole))
}
