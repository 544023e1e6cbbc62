import {
  GetGroupPolicyCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  paginateListAttachedGroupPolicies,
  paginateListAttachedRolePolicies,
  paginateListAttachedUserPolicies,
  paginateListGroupPolicies,
  paginateListRolePolicies,
  paginateListUserPolicies,
  type IAMClient,
} from '@aws-sdk/client-iam'
import { append } from '../text/append'
import { answered } from './answered'

/** All pages of a list operation, as one call of the progress. */
export async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  pick: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = []
  for await (const page of pages) append(items, answered(pick(page), 'list'))
  return items
}

/** Whom identity-based policies are attached to. */
export type PolicyHolderKind = 'user' | 'role' | 'group'

/** The operations that differ between users, roles and groups. */
export const POLICY_LISTS = {
  user: {
    inline: 'ListUserPolicies',
    get: 'GetUserPolicy',
    attached: 'ListAttachedUserPolicies',
    inlineNames: (client: IAMClient, UserName: string, abortSignal: AbortSignal) =>
      collect(paginateListUserPolicies({ client }, { UserName }, { abortSignal }), (page) => page.PolicyNames),
    document: async (client: IAMClient, UserName: string, PolicyName: string, abortSignal: AbortSignal) =>
      answered(
        (await client.send(new GetUserPolicyCommand({ UserName, PolicyName }), { abortSignal })).PolicyDocument,
        'PolicyDocument',
      ),
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
      answered(
        (await client.send(new GetRolePolicyCommand({ RoleName, PolicyName }), { abortSignal })).PolicyDocument,
        'PolicyDocument',
      ),
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
      answered(
        (await client.send(new GetGroupPolicyCommand({ GroupName, PolicyName }), { abortSignal })).PolicyDocument,
        'PolicyDocument',
      ),
    attachedPolicies: (client: IAMClient, GroupName: string, abortSignal: AbortSignal) =>
      collect(
        paginateListAttachedGroupPolicies({ client }, { GroupName }, { abortSignal }),
        (page) => page.AttachedPolicies,
      ),
  },
} as const
