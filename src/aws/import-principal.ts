import {
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  paginateListAttachedGroupPolicies,
  paginateListAttachedRolePolicies,
  paginateListAttachedUserPolicies,
  paginateListGroupPolicies,
  paginateListGroupsForUser,
  paginateListRolePolicies,
  paginateListUserPolicies,
  type AttachedPolicy,
  type IAMClient,
} from '@aws-sdk/client-iam'
import { failureOf, type AwsFailure } from './failure'
import type { ImportTarget } from './import-target'
import { append } from '../text/append'

/** A policy as imported: its document is JSON text. */
export interface ImportedPolicy {
  readonly name: string
  readonly text: string
  /** "user", "group:NAME" or "role", as in a case. */
  readonly source: string
}

/** What one call could not read. `what` says it in IAM's words, e.g. "group policy Readers/s3". */
export interface ImportFailure extends AwsFailure {
  readonly operation: string
  readonly what: string
}

/** What could be read of a principal; partial when there are failures or it was cancelled. */
export interface ImportedPrincipal {
  readonly arn: string
  readonly identity: readonly ImportedPolicy[]
  /** Undefined: not read. Null: the principal has none. */
  readonly boundary: ImportedPolicy | null | undefined
  /** A role's trust policy. */
  readonly trust: string | null
  readonly failures: readonly ImportFailure[]
  readonly calls: number
  readonly cancelled: boolean
}

interface ImportOptions {
  readonly signal: AbortSignal
  /** Called after each call with how many have ended and how many are known of. */
  readonly onProgress?: (done: number, known: number) => void
}

const AT_ONCE = 4

/** IAM throttles an account as a whole, so at most four calls run at once. */
class Calls {
  readonly failures: ImportFailure[] = []
  done = 0
  known = 0
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(private readonly options: ImportOptions) {}

  get cancelled(): boolean {
    return this.options.signal.aborted
  }

  /** Runs one call when its turn comes. A failure is reported and answered with null. */
  async run<T>(operation: string, what: string, call: () => Promise<T>): Promise<T | null> {
    this.known += 1
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#running += 1
    try {
      if (this.cancelled) return null
      return await call()
    } catch (error) {
      if (!this.cancelled) this.failures.push({ operation, what, ...failureOf(error) })
      return null
    } finally {
      this.#running -= 1
      this.done += 1
      this.options.onProgress?.(this.done, this.known)
      this.#waiting.shift()?.()
    }
  }
}

/** All pages of a list operation, as one call of the progress. */
async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  pick: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of pages) append(items, pick(page) ?? [])
  return items
}

/**
 * The text of a document as IAM's API gives it: percent-encoded by RFC 3986, which the SDK leaves to us. A plus sign
 * is a plus sign. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
 */
export function decodeDocument(document: string): string {
  let text = document
  try {
    if (/%[0-9a-f]{2}/i.test(document)) text = decodeURIComponent(document)
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

type Kind = 'user' | 'role' | 'group'

/** The operations that differ between users, roles and groups. */
const LISTS = {
  user: {
    inline: 'ListUserPolicies',
    get: 'GetUserPolicy',
    attached: 'ListAttachedUserPolicies',
    inlineNames: (client: IAMClient, UserName: string, abortSignal: AbortSignal) =>
      collect(paginateListUserPolicies({ client }, { UserName }, { abortSignal }), (page) => page.PolicyNames),
    document: async (client: IAMClient, UserName: string, PolicyName: string, abortSignal: AbortSignal) =>
      (await client.send(new GetUserPolicyCommand({ UserName, PolicyName }), { abortSignal })).PolicyDocument,
    attachedPolicies: (client: IAMClient, UserName: string, abortSignal: AbortSignal) =>
      collect(
        paginateListAttachedUserPolicies({ client }, { UserName }, { abortSignal }),
        (page) => page.AttachedPolicies,
      ),
  },
  role: {
    inline: 'ListRolePolicies',
    get: 'GetRolePolicy',
    attached: 'ListAttachedRolePolicies',
    inlineNames: (client: IAMClient, RoleName: string, abortSignal: AbortSignal) =>
      collect(paginateListRolePolicies({ client }, { RoleName }, { abortSignal }), (page) => page.PolicyNames),
    document: async (client: IAMClient, RoleName: string, PolicyName: string, abortSignal: AbortSignal) =>
      (await client.send(new GetRolePolicyCommand({ RoleName, PolicyName }), { abortSignal })).PolicyDocument,
    attachedPolicies: (client: IAMClient, RoleName: string, abortSignal: AbortSignal) =>
      collect(
        paginateListAttachedRolePolicies({ client }, { RoleName }, { abortSignal }),
        (page) => page.AttachedPolicies,
      ),
  },
  group: {
    inline: 'ListGroupPolicies',
    get: 'GetGroupPolicy',
    attached: 'ListAttachedGroupPolicies',
    inlineNames: (client: IAMClient, GroupName: string, abortSignal: AbortSignal) =>
      collect(paginateListGroupPolicies({ client }, { GroupName }, { abortSignal }), (page) => page.PolicyNames),
    document: async (client: IAMClient, GroupName: string, PolicyName: string, abortSignal: AbortSignal) =>
      (await client.send(new GetGroupPolicyCommand({ GroupName, PolicyName }), { abortSignal })).PolicyDocument,
    attachedPolicies: (client: IAMClient, GroupName: string, abortSignal: AbortSignal) =>
      collect(
        paginateListAttachedGroupPolicies({ client }, { GroupName }, { abortSignal }),
        (page) => page.AttachedPolicies,
      ),
  },
} as const

class PrincipalImport {
  readonly #calls: Calls
  /** Managed policies are read once, however many attachments name them. */
  readonly #managed = new Map<string, Promise<string | null>>()

  constructor(
    private readonly client: IAMClient,
    private readonly options: ImportOptions,
  ) {
    this.#calls = new Calls(options)
  }

  async run(target: ImportTarget): Promise<ImportedPrincipal> {
    const [own, head] = await Promise.all([
      this.#policiesOf(target.kind, target.name),
      target.kind === 'user' ? this.#user(target.name) : this.#role(target.name),
    ])
    return {
      arn: head.arn ?? target.arn,
      identity: [...own, ...head.groups],
      boundary: head.boundary,
      trust: head.trust,
      failures: this.#calls.failures,
      calls: this.#calls.done,
      cancelled: this.#calls.cancelled,
    }
  }

  async #user(UserName: string) {
    const [user, groups] = await Promise.all([
      this.#calls.run('GetUser', `user ${UserName}`, () => this.#send(new GetUserCommand({ UserName }))),
      this.#calls.run('ListGroupsForUser', `groups of user ${UserName}`, () =>
        collect(
          paginateListGroupsForUser({ client: this.client }, { UserName }, { abortSignal: this.options.signal }),
          (page) => page.Groups,
        ),
      ),
    ])
    const inherited = await Promise.all(
      (groups ?? []).map(({ GroupName }) => this.#policiesOf('group', GroupName ?? '')),
    )
    return {
      arn: user?.User?.Arn,
      boundary: await this.#boundary(user === null, user?.User?.PermissionsBoundary?.PermissionsBoundaryArn, 'user'),
      trust: null,
      groups: inherited.flat(),
    }
  }

  async #role(RoleName: string) {
    const role = await this.#calls.run('GetRole', `role ${RoleName}`, () =>
      this.#send(new GetRoleCommand({ RoleName })),
    )
    const document = role?.Role?.AssumeRolePolicyDocument
    return {
      arn: role?.Role?.Arn,
      boundary: await this.#boundary(role === null, role?.Role?.PermissionsBoundary?.PermissionsBoundaryArn, 'role'),
      trust: document === undefined ? null : decodeDocument(document),
      groups: [],
    }
  }

  async #boundary(
    unread: boolean,
    arn: string | undefined,
    source: string,
  ): Promise<ImportedPolicy | null | undefined> {
    if (unread) return undefined
    if (!arn) return null
    const text = await this.#managedDocument(arn)
    return text === null ? undefined : { name: nameOf(arn), text, source }
  }

  async #policiesOf(kind: Kind, name: string): Promise<ImportedPolicy[]> {
    const list = LISTS[kind]
    const source = kind === 'group' ? `group:${name}` : kind
    const [inline, attached] = await Promise.all([
      this.#calls.run(list.inline, `inline policies of ${kind} ${name}`, () =>
        list.inlineNames(this.client, name, this.options.signal),
      ),
      this.#calls.run(list.attached, `attached policies of ${kind} ${name}`, () =>
        list.attachedPolicies(this.client, name, this.options.signal),
      ),
    ])
    const policies = await Promise.all([
      ...(inline ?? []).map((policy) => this.#inline(kind, name, policy, source)),
      ...(attached ?? []).map((policy) => this.#attached(policy, source)),
    ])
    return policies.filter((policy) => policy !== null)
  }

  async #inline(kind: Kind, name: string, policy: string, source: string): Promise<ImportedPolicy | null> {
    const { get, document } = LISTS[kind]
    const text = await this.#calls.run(get, `${kind} policy ${name}/${policy}`, () =>
      document(this.client, name, policy, this.options.signal),
    )
    return text ? { name: policy, text: decodeDocument(text), source } : null
  }

  async #attached({ PolicyArn, PolicyName }: AttachedPolicy, source: string): Promise<ImportedPolicy | null> {
    if (!PolicyArn) return null
    const text = await this.#managedDocument(PolicyArn)
    return text === null ? null : { name: PolicyName ?? nameOf(PolicyArn), text, source }
  }

  #managedDocument(arn: string): Promise<string | null> {
    const known = this.#managed.get(arn)
    if (known) return known
    const reading = this.#readManaged(arn)
    this.#managed.set(arn, reading)
    return reading
  }

  async #readManaged(PolicyArn: string): Promise<string | null> {
    const policy = await this.#calls.run('GetPolicy', `managed policy ${PolicyArn}`, () =>
      this.#send(new GetPolicyCommand({ PolicyArn })),
    )
    const VersionId = policy?.Policy?.DefaultVersionId
    if (!VersionId) return null
    const version = await this.#calls.run('GetPolicyVersion', `managed policy ${PolicyArn} ${VersionId}`, () =>
      this.#send(new GetPolicyVersionCommand({ PolicyArn, VersionId })),
    )
    const document = version?.PolicyVersion?.Document
    return document === undefined ? null : decodeDocument(document)
  }

  #send: IAMClient['send'] = ((command: Parameters<IAMClient['send']>[0]) =>
    this.client.send(command, { abortSignal: this.options.signal })) as IAMClient['send']
}

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** Reads a user's or role's policies: inline, attached, groups', the boundary, and a role's trust policy. */
export const importPrincipal = (
  client: IAMClient,
  target: ImportTarget,
  options: ImportOptions,
): Promise<ImportedPrincipal> => new PrincipalImport(client, options).run(target)
