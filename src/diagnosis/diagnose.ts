import type { Draft } from '../draft/draft'
import { WHOLE_HELP } from '../explanation/explain'
import { diagnoseWith, type DiagnosisHelp } from './diagnose-with'
import type { Diagnosis } from './diagnosis'

/** The whole diagnosis of a draft; the page takes `diagnoseWith`, and hands in what it has loaded. */
export const diagnose = (draft: Draft, help: DiagnosisHelp = {}): Diagnosis =>
  diagnoseWith(draft, { ...WHOLE_HELP, ...help })
