import { BEFORE_ROLE_NAME } from '../iam/arn-in-text'
import { howDenied, claimedLayer } from '../denial/denial'
import { serviceOfAction } from '../iam/action'
import { lastInPath } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import { holdersInWords } from '../policy/named-holders'
import { onlyOne } from '../text/only-one'
import type { CallTrapId } from './call-traps'
import { allowsOf } from './given-policies'
import type { GivenPolicy, Observation } from './knowledge'
import type { WrongCaller } from './wrong-caller'

/** The role of a task definition, by its place: an ARN, a reference of Terraform or a bare name. */
const rolePlace = (place: string): RegExp =>
  new RegExp(
    String.raw`\b${place}["'\`]?\s{0,20}[:=]\s{0,5}["'\`]?(?:${BEFORE_ROLE_NAME}|aws_iam_role\.)?(?!arn:|null\b|none\b|var\.|local\.|module\.)([\w+=@-]{2,64})`,
    'gi',
  )
const TASK_ROLE = rolePlace('(?:task|job)_?role(?:_?arn)?')
const EXECUTION_ROLE = rolePlace('(?:task_?)?execution_?role(?:_?arn)?')

/** What is written of a name in every notation of it. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, '')

const named = (text: string, place: RegExp): string | undefined =>
  onlyOne([...text.matchAll(place)].map(([, name = '']) => name))

/** Other services call the role of their jobs an execution role too. */
const OF_TASKS = /\bECS\b|\bFargate\b|\btask[ _-]?def(?:inition)?s?\b|\bcontainer_?definitions\b/i

/** What the agent does before the program starts. */
const OF_AGENT =
  /\bResourceInitializationError\b(?![^\n]{1,60}\bEFS\b)|\bCannotPullContainer|\bunable to pull secrets\b|\bfailed to validate logger args\b/i

/** The clauses of what people write, without AWS’s own sentences and what only names a role. */
const CLAUSE_ENDS = /\n|[,;]\s|(?<=[\w)"'`])\.(?=\s|$)|\s(?:but|while|whereas)\s/

const GRANTED =
  /\b(?:has|have|had|got|gave|given|gives|granted?|grants|added|attached|allows?|lets|carries|holds|with|put)\b|\b(?:is|am) (?:an? )?(?:\w+Access|admin)|\bpolicy (?:below|above|attached)\b/i
const PERMISSION =
  /\b[A-Z]\w{2,40}(?:FullAccess|ReadOnlyAccess|ReadOnly|Access)\b|\b[a-z][a-z\d-]{1,30}:(?:\*|[A-Z]\w{1,60})|\bpermissions?\b|\bpolic(?:y|ies)\b|\badmin(?:istrator)?\b|\bfull access\b/
/** A clause that grants nothing, or asks, wishes or compares. */
const GRANTS_NOTHING =
  /\b(?:no|not|never|without|only|just|lacks?|missing|lost|removed?|needs?|should|must|if|whether|would|tried|trusts?|trust policy|assumes?|works?|boundary|SCPs?|explicit|den(?:y|ies|ied))\b|n['’]t\b|\?|is not authorized|assumed-role|"(?:Effect|Action|Principal)"/i
/** What is granted on something else than the caller: the policy of a resource. */
const OF_RESOURCE =
  /\b(?:bucket|key|queue|topic|repository|resource|endpoint|vault|secret|file system) polic(?:y|ies)\b/i

/** What people call an identity by. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['execution role', /\b(?:task )?execution role\b/i],
  ['task role', /\btask role\b/i],
  ['pipeline role', /\b(?:code)?pipeline(?:['’]s)?(?: service)? role\b/i],
  [
    'user',
    /\bmy (?:\w{1,12} ){0,2}(?:user|account|profile|login)\b|\bI(?:['’]m| am| have)\b[^,;.]{1,24}(?:\badmin|Access\b)/i,
  ],
]

/** To whom a clause grants what was asked for. */
interface Grant {
  readonly to: string
  readonly words: string
}

const sameService = (clause: string, action: string): boolean => {
  const services = [...clause.matchAll(/\b([a-z][a-z\d-]{1,30}):[*A-Z]/g)].map(([, one = '']) => one)
  return services.length === 0 || services.some((one) => one === serviceOfAction(action))
}

/** The clauses that say that an identity has the permission. */
function grantsIn({ text, action }: Observation, names: readonly string[]): readonly Grant[] {
  return text.split(CLAUSE_ENDS).flatMap((clause): readonly Grant[] => {
    const isGrant =
      clause.length < 400 &&
      GRANTED.test(clause) &&
      PERMISSION.test(clause) &&
      !GRANTS_NOTHING.test(clause) &&
      !OF_RESOURCE.test(clause)
    if (!isGrant || !sameService(clause, action ?? '')) return []
    const words: readonly string[] = clause.toLowerCase().match(/[\w+=@-]{2,64}/g) ?? []
    const found = names.filter((name) => words.includes(name.toLowerCase()))
    const kind = KINDS.find(([, one]) => one.test(clause))?.[0]
    const to = found.length > 0 ? found : kind === undefined ? [] : [kind]
    return to.map((one) => ({ to: one, words: clause.trim().slice(0, 120) }))
  })
}

/** Policies that a configuration of Terraform attaches to a role by a reference to it. */
const attachedTo = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /\bresource\s"aws_iam_role_polic(?:y|y_attachment)"\s"[\w-]{1,64}"\s?\{[^{}]{0,200}?\brole\s{1,12}=\s{1,4}aws_iam_role\.([\w-]{1,64})/g,
    ),
  ].map(([, name = '']) => name)

/** Whoever a service makes its calls as: the session by which that shows, and the row that tells it. */
const CALLS_OF_SERVICES: readonly (readonly [session: RegExp, id: CallTrapId])[] = [
  [/^AWSCodeBuild-/, 'build-calls-as-its-role'],
  [/^AWSCloudFormation$/, 'stack-calls-as-its-role'],
]

/** How the name of a policy says of which role of a task it is. */
const OF_EXECUTION = /\b(?:task[ _-]?)?(?:execution|exec)[ _-]?role|executionRoleArn/i
const OF_PROGRAM = /\btask[ _-]?role|taskRoleArn/i

/** Policies of both roles of a task, called after these, of which the one allows the call whose maker has the other. */
function inPolicies({ policies, action, principal, text }: Observation): WrongCaller | null {
  const own = policies.filter(({ layer }) => layer === 'identity')
  const ofExecution = own.filter(({ name }) => OF_EXECUTION.test(name))
  const ofProgram = own.filter(({ name }) => OF_PROGRAM.test(name) && !OF_EXECUTION.test(name))
  const [execution, task] = [ofExecution[0], ofProgram[0]]
  if (principal !== null || execution === undefined || task === undefined || action === null) return null
  if (ofExecution.length + ofProgram.length < own.length || OF_AGENT.test(text)) return null
  const isAllowed = (given: readonly GivenPolicy[]): boolean => allowsOf(given, 'identity', action).length > 0
  if (!isAllowed(ofExecution) || isAllowed(ofProgram)) return null
  return {
    id: 'granted-to-execution-role',
    words: [execution.name],
    facts: { other: execution.name, called: task.name },
  }
}

/** In a task: the program calls as the task role, and the agent as the execution role. */
function inTask(seen: Observation, own: string): WrongCaller | null {
  const { text } = seen
  const [task, execution] = [named(text, TASK_ROLE), named(text, EXECUTION_ROLE)]
  if (execution === undefined || (task !== undefined && plain(task) === plain(execution))) return null
  if (task === undefined && !OF_TASKS.test(text)) return null
  const byAgent = own === '' ? OF_AGENT.test(text) : plain(own) === plain(execution)
  if (own !== '' && !byAgent && (task === undefined || plain(own) !== plain(task))) return null
  const [called, other, id, kind] = byAgent
    ? ([execution, task, 'granted-to-task-role', 'task role'] as const)
    : ([task, execution, 'granted-to-execution-role', 'execution role'] as const)
  if (other === undefined) return null
  const grants = grantsIn(seen, [other, ...(task === undefined ? [] : [task]), execution])
  const attached = attachedTo(text)
  const isOf = (one: string, name: string): boolean => plain(one) === plain(name)
  const isGranted = grants.some(({ to }) => isOf(to, other) || to === kind) || attached.some((one) => isOf(one, other))
  const isOwn =
    called === undefined
      ? grants.some(({ to }) => to === 'task role')
      : grants.some(({ to }) => isOf(to, called)) || attached.some((one) => isOf(one, called))
  return isGranted && !isOwn ? { id, words: [other], facts: { other, called: called ?? 'taskRoleArn' } } : null
}

/** The permission is said to be with another than AWS names. */
export function grantedToAnother(seen: Observation): WrongCaller | null {
  const { denial, action, text } = seen
  const called = parsePrincipal(denial?.principal ?? '')
  const own = called?.name ?? ''
  if (denial === null || howDenied(denial) === 'explicitDeny' || /^(?:sts|iam):/i.test(action ?? '')) return null
  if ((claimedLayer(seen.denial) ?? 'identity') !== 'identity') return null
  const ofTask = inPolicies(seen) ?? inTask(seen, own)
  if (ofTask !== null || called === null || (called.kind !== 'roleSession' && called.kind !== 'user')) return ofTask
  const written = [...text.matchAll(/\b(?:role|user)\/([\w+=@-]{2,64})/g)].map(([, name = '']) => name)
  const others = [...[...holdersInWords(text).values()].map(lastInPath), ...written].filter(
    (one) => plain(one) !== plain(own),
  )
  const grants = grantsIn(seen, [...new Set([...others, own])])
  const to = onlyOne(grants.map((one) => one.to))
  if (to === undefined || to === own || (called.kind === 'user' && to === 'user')) return null
  const row = CALLS_OF_SERVICES.find(([session]) => session.test(called.sessionName ?? ''))
  // Without a name or a service that calls as one role alone, words for an identity may be of the very caller.
  if (row === undefined && KINDS.some(([kind]) => kind === to)) return null
  return { id: row?.[1] ?? 'granted-to-another', words: [grants[0]!.words], facts: { other: to, called: own } }
}
