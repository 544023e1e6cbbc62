import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Draft } from '../../../draft/draft'
import { draftPoliciesOf } from '../../../draft/edit/edit-layers'
import { CASE_LAYERS } from '../../../iam/layers'
import { awsNames } from '../../../reference/aws-names'
import { servicesOfPolicy } from '../../../reference/statement-actions'
import { parseJson } from '../../../text/parse-json'
import { QUERY_CLIENT } from '../../reference/query-client'
import { actionsQuery, managedPoliciesQuery, useReference } from '../../reference/reference-queries'

/** The service of an ARN. */
const OF_ARN = /arn:aws[a-z-]{0,10}:([a-z][a-z\d-]{1,30}):/g
const MOST_SERVICES = 20

/** The services of which the policies of a draft and what was pasted speak. */
function servicesOf({ layers, paste }: Draft): readonly string[] {
  const texts = CASE_LAYERS.flatMap((layer) => draftPoliciesOf(layers, layer).map(({ text }) => text))
  const ofPolicies = texts.flatMap((text) => servicesOfPolicy(parseJson(text).root))
  const ofPaste = [...paste.matchAll(OF_ARN)].flatMap(([, service]) => service ?? [])
  return [...new Set([...ofPolicies, ...ofPaste])].slice(0, MOST_SERVICES)
}

/** AWS's own names; null while they load. Without them, where they do not load, more words are replaced. */
export function useAwsNames(draft: Draft) {
  const actions = useQuery(actionsQuery, QUERY_CLIENT)
  const managed = useQuery(managedPoliciesQuery, QUERY_CLIENT)
  const services = useMemo(() => servicesOf(draft), [draft])
  const reference = useReference(services)
  const isLoading = actions.isLoading || managed.isLoading
  return useMemo(
    () =>
      isLoading
        ? null
        : awsNames({
            actions: actions.data ?? null,
            managedPolicies: managed.data ?? [],
            services: services.flatMap((prefix) => reference.service(prefix) ?? []),
          }),
    [isLoading, actions.data, managed.data, services, reference],
  )
}
