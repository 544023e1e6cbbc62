import { counted } from './sizes'

/** The files that the log view takes. */
export const ACCEPTED =
  '.json,.txt,.log,.gz,.zip,.csv,.jsonl,.ndjson,.parquet,application/json,application/gzip,application/zip,text/*'

/** What several files are called together. */
export function nameOfFiles(files: readonly { readonly name: string }[]): string {
  const [first, ...others] = files
  return first === undefined ? 'nothing' : others.length === 0 ? first.name : counted(files.length, 'file', 'files')
}
