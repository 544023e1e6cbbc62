import { escaped } from '../text/escaped'

/** Events of a stack that make what gives permissions. */
const MAKING =
  /\bCREATE_IN_PROGRESS\s[^\n]{0,80}AWS::IAM::(?:Policy|ManagedPolicy|RolePolicy|Role)\W{1,40}([\w-]{1,128})/g

/** The same, where their end is printed behind what failed. */
const MADE_LATER =
  /\bCREATE_FAILED\b[^\0]{1,1500}?\bCREATE_COMPLETE\W{1,40}AWS::IAM::(?:Policy|ManagedPolicy|RolePolicy)\b/

/** What in a template waits for a role, and for nothing else. */
const WAITS_FOR_ROLE = /\bDependsOn:\s{0,4}["']?([A-Za-z\d]{1,128})["']?\s{0,4}\n/g

/** That a policy of the same template is put on that role apart from it. */
const isPolicyOf = (text: string, role: string): boolean =>
  new RegExp(String.raw`\b${role}:\s{0,4}\n\s{1,12}Type:\s{0,4}["']?AWS::IAM::Role\b`).test(text) &&
  new RegExp(
    String.raw`AWS::IAM::(?:ManagedPolicy|Policy)\b[^\0]{1,400}?\bRoles:[^\0]{1,40}?(?:!Ref\s|Ref["']?:\s?["']?)${role}\b`,
  ).test(text)

/** That what is made waits for the role, whose policy is made apart. */
const waitsForRoleAlone = (text: string): RegExpExecArray | null =>
  [...text.matchAll(WAITS_FOR_ROLE)].find(([, role = '']) => isPolicyOf(text, role)) ?? null

/**
 * That a policy is made in the same run as what needs it, and was not there yet: its event has no end or one behind the
 * failure, or the text says that nothing waits for it.
 */
export function madeAtOnce(text: string): RegExpExecArray | null {
  const unfinished = [...text.matchAll(MAKING)].find(
    ([, name]) =>
      !new RegExp(`\\b(?:CREATE_COMPLETE|UPDATE_COMPLETE)\\b[^\\n]{0,160}\\b${escaped(name!)}\\b`).test(text),
  )
  return (
    unfinished ??
    MADE_LATER.exec(text) ??
    waitsForRoleAlone(text) ??
    /\b(?:no|without(?: an?)?|missing) (?:DependsOn|depends_on)\b/i.exec(text)
  )
}
