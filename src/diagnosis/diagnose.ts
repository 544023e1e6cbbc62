import type { Draft } from '../draft/draft'
import { documentMistake } from '../explanation/causes/document-mistake'
import { diagnoseWith, type DiagnosisHelp } from './diagnose-with'
import type { Diagnosis } from './diagnosis'

export type { DiagnosisHelp } from './diagnose-with'

/** The whole diagnosis of a draft, for who has everything at hand; the page takes `diagnoseWith`, and hands in what it has loaded. */
export const diagnose = (draft: Draft, help: Omit<DiagnosisHelp, 'documentMistake'> = {}): Diagnosis =>
  diagnoseWith(draft, { ...help, documentMistake })
