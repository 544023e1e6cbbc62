import { lastInPath } from '../iam/arn'
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetUserCommand,
  paginateListGroupsForUser,
  type AttachedPolicy,
  type IAMClient,
  type Role,
} from '@aws-sdk/client-iam'
import { answered } from './answered'
import { ImportCalls, type ImportFailure, type ImportOptions } from './import-calls'
import type { ImportTarget } from './import-target'
import { collect, POLICY_LISTS, type PolicyHolderKind } from './policy-lists'
import { layOutJson } from '../text/lay-out-json'

/** A policy as imported: its document is JSON text. */
export interface ImportedPolicy {
  readonly name: string
  readonly text: string
  /** "user", "group:NAME" or "role", as in a case. */
  readonly source: string
}

/** A role's trust policy. */
interface ImportedTrust {
  /** Of the role, with its path. */
  readonly role: string
  readonly text: string
}

/** What could be read of a principal; partial when there are failures or it was cancelled. */
export interface ImportedPrincipal {
  /** With its path, where the user or role itself was read. */
  readonly arn: string
  /** Null: not read. */
  readonly tags: Readonly<Record<string, string>> | null
  readonly identity: readonly ImportedPolicy[]
  /** Undefined: not read. Null: the principal has none. */
  readonly boundary: ImportedPolicy | null | undefined
  /** Of the role itself, and of the role that it wants to assume. */
  readonly trusts: readonly ImportedTrust[]
  readonly failures: readonly ImportFailure[]
  readonly calls: number
  readonly cancelled: boolean
}

/**
 * The text of a document as IAM's API gives it: percent-encoded by RFC 3986, which the SDK leaves to us. A plus sign
 * is a plus sign. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
 */
export function decodeDocument(document: string): string {
  try {
    return layOutJson(/%[0-9a-f]{2}/i.test(document) ? decodeURIComponent(document) : document)
  } catch {
    return document
  }
}

const tagsOf = ({ Tags }: Pick<Role, 'Tags'>): Readonly<Record<string, string>> =>
  Object.fromEntries((Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']))

const trustOf = (role: Role | undefined): readonly ImportedTrust[] =>
  role?.Arn === undefined || role.AssumeRolePolicyDocument === undefined
    ? []
    : [{ role: role.Arn, text: decodeDocument(role.AssumeRolePolicyDocument) }]

class PrincipalImport {
  readonly #calls: ImportCalls
  /** Managed policies are read once, however many attachments name them. */
  readonly #managed = new Map<string, Promise<string | null>>()

  constructor(
    private readonly client: IAMClient,
    private readonly options: ImportOptions,
  ) {
    this.#calls = new ImportCalls(options)
  }

  async run(target: ImportTarget, assumed: ImportTarget | null): Promise<ImportedPrincipal> {
    const [own, head, others] = await Promise.all([
      this.#policiesOf(target.kind, target.name),
      target.kind === 'user' ? this.#user(target.name) : this.#role(target.name),
      assumed === null ? [] : this.#getRole(assumed.name).then(trustOf),
    ])
    return {
      arn: head.entity?.Arn ?? target.arn,
      tags: head.entity ? tagsOf(head.entity) : null,
      identity: [...own, ...head.groups],
      boundary: head.boundary,
      trusts: [...head.trusts, ...others],
      failures: this.#calls.failures,
      calls: this.#calls.done,
      cancelled: this.#calls.cancelled,
    }
  }

  async #user(UserName: string) {
    const [user, groups] = await Promise.all([
      this.#calls.run('GetUser', `user ${UserName}`, async () =>
        answered((await this.#send(new GetUserCommand({ UserName }))).User, 'User'),
      ),
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
      entity: user ?? undefined,
      boundary: await this.#boundary(user === null, user?.PermissionsBoundary?.PermissionsBoundaryArn, 'user'),
      trusts: [],
      groups: inherited.flat(),
    }
  }

  async #role(RoleName: string) {
    const role = await this.#getRole(RoleName)
    return {
      entity: role,
      boundary: await this.#boundary(role === undefined, role?.PermissionsBoundary?.PermissionsBoundaryArn, 'role'),
      trusts: trustOf(role),
      groups: [],
    }
  }

  async #getRole(RoleName: string): Promise<Role | undefined> {
    const role = await this.#calls.run('GetRole', `role ${RoleName}`, async () =>
      answered((await this.#send(new GetRoleCommand({ RoleName }))).Role, 'Role'),
    )
    return role ?? undefined
  }

  async #boundary(
    unread: boolean,
    arn: string | undefined,
    source: string,
  ): Promise<ImportedPolicy | null | undefined> {
    if (unread) return undefined
    if (!arn) return null
    const text = await this.#managedDocument(arn)
    return text === null ? undefined : { name: lastInPath(arn), text, source }
  }

  async #policiesOf(kind: PolicyHolderKind, name: string): Promise<ImportedPolicy[]> {
    const list = POLICY_LISTS[kind]
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

  async #inline(kind: PolicyHolderKind, name: string, policy: string, source: string): Promise<ImportedPolicy | null> {
    const { get, document } = POLICY_LISTS[kind]
    const text = await this.#calls.run(get, `${kind} policy ${name}/${policy}`, () =>
      document(this.client, name, policy, this.options.signal),
    )
    return text ? { name: policy, text: decodeDocument(text), source } : null
  }

  async #attached({ PolicyArn, PolicyName }: AttachedPolicy, source: string): Promise<ImportedPolicy | null> {
    if (!PolicyArn) return null
    const text = await this.#managedDocument(PolicyArn)
    return text === null ? null : { name: PolicyName ?? lastInPath(PolicyArn), text, source }
  }

  #managedDocument(arn: string): Promise<string | null> {
    const known = this.#managed.get(arn)
    if (known) return known
    const reading = this.#readManaged(arn)
    this.#managed.set(arn, reading)
    return reading
  }

  async #readManaged(PolicyArn: string): Promise<string | null> {
    const VersionId = await this.#calls.run('GetPolicy', `managed policy ${PolicyArn}`, async () =>
      answered((await this.#send(new GetPolicyCommand({ PolicyArn }))).Policy?.DefaultVersionId, 'DefaultVersionId'),
    )
    if (VersionId === null) return null
    const document = await this.#calls.run('GetPolicyVersion', `managed policy ${PolicyArn} ${VersionId}`, async () => {
      const { PolicyVersion } = await this.#send(new GetPolicyVersionCommand({ PolicyArn, VersionId }))
      return answered(PolicyVersion?.Document, 'Document')
    })
    return document === null ? null : decodeDocument(document)
  }

  #send: IAMClient['send'] = ((command: Parameters<IAMClient['send']>[0]) =>
    this.client.send(command, { abortSignal: this.options.signal })) as IAMClient['send']
}

/**
 * Reads a user's or role's policies: inline, attached, groups', the boundary, a role's trust policy, and that of the role
 * `assumed` in the same account, which the request is about.
 */
export const importPrincipal = (
  client: IAMClient,
  target: ImportTarget,
  options: ImportOptions,
  assumed: ImportTarget | null = null,
): Promise<ImportedPrincipal> => new PrincipalImport(client, options).run(target, assumed)
