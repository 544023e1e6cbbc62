import { parseArn } from '../../../iam/arn'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { endpointsOf, partitionOf, type Endpoints } from '../../../aws/hosts'
import type { HeldCredentials } from '../../../aws/credential-holder'
import type { ResourcePolicyAnswer } from '../../../aws/resource-call'
import type { PolicyRead } from '../../../aws/resource-read'
import { holder, useHeldCredentials } from './held-credentials'
import { endpointOverride } from './endpoint-override'
import { loadLive } from './load-live'

const open = async (endpoints: Endpoints, account: string | null) => {
  const live = await loadLive()
  return { live, clients: live.createClients(endpoints, holder, account) }
}

/** Everything that a call needs, and who the credentials are. Holds no secret. */
export interface AwsSession {
  readonly held: HeldCredentials | null
  readonly ready: boolean
  readonly partition: string
  /** The user's choice, which also frees the credentials for that partition. */
  readonly choosePartition: (partition: string) => void
  readonly endpoints: Endpoints
  /** An endpoint that stands for every host. */
  readonly override: string | undefined
  /** Undefined before AWS has answered, null where AWS did not say. */
  readonly caller: { readonly arn: string; readonly account: string } | null | undefined
  /** Asks AWS who the credentials are: nothing is sent before. Answers with null where AWS did not say. */
  readonly askCaller: () => Promise<{ readonly arn: string; readonly account: string } | null>
  /** True while AWS is asked. */
  readonly isAsking: boolean
  readonly callerError: Error | null
  /** The account that examples of policies speak of. */
  readonly account: string
  /** For calls about the account of the principal. */
  readonly open: () => ReturnType<typeof open>
  /** The same, once AWS has said that the credentials are of that account: for what is named without its account. */
  readonly openOwn: () => ReturnType<typeof open>
  /**
   * Reads the policy of a resource, of the resource's account and with its credentials alone; IAM, which takes names
   * without their account, is asked once AWS has said whose they are.
   */
  readonly readPolicy: (read: PolicyRead) => Promise<ResourcePolicyAnswer>
}

/** The AWS check's session. Its cache is keyed by how often credentials were pasted, never by what they are. */
export function useAwsSession(principal: string, account: string): AwsSession {
  const held = useHeldCredentials()
  const [chosen, setChosen] = useState<string | null>(null)
  const [wasHeld, setWasHeld] = useState(held !== null)
  // What is forgotten takes the partition along that was chosen for it.
  if (wasHeld !== (held !== null)) {
    setWasHeld(held !== null)
    if (held === null) setChosen(null)
  }
  const partition = chosen ?? partitionOf(parseArn(principal)?.partition ?? '').id
  const endpoints = endpointsOf(partition, held?.region ?? undefined, endpointOverride())
  const caller = useQuery({
    queryKey: ['aws', 'caller-identity', held?.serial, partition],
    enabled: false,
    retry: false,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { live, clients } = await open(endpoints, null)
      return live.getCallerIdentity(clients, signal)
    },
  })
  const { data, refetch } = caller
  const serial = held?.serial ?? 0
  useEffect(() => {
    if (data) holder.bindTo(data.account, serial)
  }, [data, serial])
  const bindToCaller = async () => {
    const identity = data ?? (await refetch({ throwOnError: true })).data
    if (identity) holder.bindTo(identity.account, serial)
  }
  const openHere = () => open(endpoints, account === '' ? null : account)
  return {
    held,
    ready: held !== null,
    partition,
    choosePartition: (partition) => {
      setChosen(partition)
      holder.unbind()
    },
    endpoints,
    override: endpointOverride(),
    caller: caller.isError ? null : caller.data,
    askCaller: async () => (await refetch()).data ?? null,
    isAsking: caller.isFetching,
    callerError: caller.error,
    account: caller.data?.account ?? account,
    open: openHere,
    openOwn: async () => {
      await bindToCaller()
      return openHere()
    },
    readPolicy: async (read) => {
      if (read.service === 'iam') await bindToCaller()
      const live = await loadLive()
      return live.readResourcePolicy(read, holder, endpointOverride())
    },
  }
}
