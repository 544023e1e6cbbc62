import * as nodeModule from 'node:module'

// From Node 22 on, what was compiled once is kept in Node's folder of temporary files: a command starts in half the time.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown }
enableCompileCache?.()
void import('./main')
