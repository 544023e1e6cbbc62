import { bench, describe } from 'vitest'
import { BUILT_REFERENCE, readBuilt } from '../../.ci/built-reference'
import type { AccessCase } from '../case/access-case'
import type { ManagedPolicy } from '../reference/reference'
import { sweep } from './sweep'
import { sweepTargets } from './sweep-targets'

const index = BUILT_REFERENCE.actions!
const RESOURCE = 'arn:aws:s3:::demo/report.csv'
const targets = sweepTargets(index, [...index.services.keys()], RESOURCE, () => null)
const managed = (name: string) => ({ name, document: readBuilt<ManagedPolicy>(`managed/${name}.json`).document })

const caseWith = (policies: AccessCase['policies']): AccessCase => ({
  version: 1,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: RESOURCE,
    otherContext: 'absent',
  },
  policies,
})

describe(`all ${targets.length} actions`, () => {
  bench(
    'PowerUserAccess under a boundary and an SCP',
    () => {
      const accessCase = caseWith({
        identity: [managed('PowerUserAccess'), managed('IAMReadOnlyAccess')],
        boundary: managed('SecurityAudit'),
        scps: [{ target: 'root', policies: [managed('AdministratorAccess')] }],
        otherLayers: 'none',
      })
      for (const part of sweep(accessCase, targets)) void part
    },
    { iterations: 3, warmupIterations: 1, time: 0 },
  )
})
