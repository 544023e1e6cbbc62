import type { RowSource } from '../../iam/row-source'

/** A parameter by which a call chooses the name of the thing that it is for, or the path of what it makes. */
interface ChosenName extends RowSource {
  /** Actions in lower case, `*` as in a policy. */
  readonly actions: readonly string[]
  /** The service and the type of the resource, as its ARN has them. */
  readonly type: string
  /** The parameter, as the API names it. */
  readonly parameter: string
  /** The option of the AWS CLI. */
  readonly option: string
  /** What of the ARN behind the type it chooses: its path, or all of the name. */
  readonly chooses: 'path' | 'name'
}

const IAM_PATHS: RowSource = {
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names',
  confirmed: '2026-11-29',
}

/** One row a parameter. */
export const CHOSEN_NAMES: readonly ChosenName[] = [
  ...(['role', 'user', 'group', 'policy', 'instance-profile'] as const).map((type): ChosenName => ({
    actions: [`iam:create${type.replace('-', '')}`],
    type: `iam:${type}`,
    parameter: 'Path',
    option: '--path',
    chooses: 'path',
    ...IAM_PATHS,
  })),
  {
    actions: ['athena:startqueryexecution', 'athena:createnamedquery', 'athena:createpreparedstatement'],
    type: 'athena:workgroup',
    parameter: 'WorkGroup',
    option: '--work-group',
    chooses: 'name',
    page: 'https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html',
    confirmed: '2026-11-29',
  },
  {
    actions: ['ecs:runtask', 'ecs:createservice'],
    type: 'ecs:cluster',
    parameter: 'cluster',
    option: '--cluster',
    chooses: 'name',
    page: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html',
    confirmed: 'unconfirmed',
  },
]
