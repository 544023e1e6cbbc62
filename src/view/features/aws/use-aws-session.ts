import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endpointsOf, partitionOf, type Endpoints } from '../../../aws/hosts'
import type { HeldCredentials } from '../../../aws/credential-holder'
import { holder, useHeldCredentials } from './credentials'
import { endpointOverride } from './endpoint-override'
import { loadLive } from './load-live'

const open = async (endpoints: Endpoints) => {
  const live = await loadLive()
  return { live, clients: live.createClients(endpoints, holder) }
}

/** Everything that a call needs, and who the credentials are. Holds no secret. */
export interface AwsSession {
  readonly held: HeldCredentials | null
  readonly ready: boolean
  readonly partition: string
  readonly setPartition: (partition: string) => void
  readonly endpoints: Endpoints
  /** Undefined before AWS has answered, null where AWS did not say. */
  readonly caller: { readonly arn: string; readonly account: string } | null | undefined
  /** Asks AWS who the credentials are: nothing is sent before. */
  readonly askCaller: () => void
  /** True while AWS is asked. */
  readonly isAsking: boolean
  readonly callerError: Error | null
  /** The account that examples of policies speak of. */
  readonly account: string
  readonly open: () => ReturnType<typeof open>
}

/** The AWS check's session. Its cache is keyed by how often credentials were pasted, never by what they are. */
export function useAwsSession(principal: string, account: string): AwsSession {
  const held = useHeldCredentials()
  const [chosen, setPartition] = useState<string | null>(null)
  const partition = chosen ?? partitionOf(principal.split(':')[1] ?? '').id
  const endpoints = endpointsOf(partition, held?.region ?? undefined, endpointOverride())
  const caller = useQuery({
    queryKey: ['aws', 'caller-identity', held?.serial, partition],
    enabled: false,
    retry: false,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const { live, clients } = await open(endpoints)
      return live.getCallerIdentity(clients, signal)
    },
  })
  return {
    held,
    ready: held !== null,
    partition,
    setPartition,
    endpoints,
    caller: caller.isError ? null : caller.data,
    askCaller: () => void caller.refetch(),
    isAsking: caller.isFetching,
    callerError: caller.error,
    account: caller.data?.account ?? account,
    open: () => open(endpoints),
  }
}
