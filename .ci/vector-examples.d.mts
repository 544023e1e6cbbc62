import type { Plugin } from 'vite'

/** The page shows a row's vector as its example. */
export const vectorExamples: Plugin
