import { authorizationDetails } from '../../explanation/steps/policy-commands'
import type { Phrase } from '../../text/phrase'
import { CommandList } from './CommandList'

interface RecordCommandsProps {
  readonly title: string
  readonly records: readonly { readonly id: string; readonly region: string | null; readonly comment: Phrase }[]
}

/** The commands that fetch AWS's own records of denials, each under what it is of. */
export const RecordCommands = ({ title, records }: RecordCommandsProps) => (
  <CommandList
    title={title}
    commands={records.map(({ id, region, comment }) => ({
      comment,
      line: authorizationDetails(id, region === null ? [] : ['--region', region]),
    }))}
  />
)
