import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetUserCommand,
  paginateListGroupsForUser,
  type AttachedPolicy,
  type IAMClient,
} from '@aws-sdk/client-iam'
import { ImportCalls, type ImportFailure, type ImportOptions } from './import-calls'
import type { ImportTarget } from './import-target'
import { collect, POLICY_LISTS, type PolicyHolderKind } from './policy-lists'

/** A policy as imported: its document is JSON text. */
export interface ImportedPolicy {
  readonly name: string
  readonly text: string
  /** "user", "group:NAME" or "role", as in a case. */
  readonly source: string
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
