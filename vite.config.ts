import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { ahead } from './.ci/ahead.ts'
import { fetchBeforeImport } from './.ci/fetch-before-import.ts'
import { chunks, noCircles } from './.ci/chunks.ts'
import { licences, NOTICES } from './.ci/licences.ts'
import { offline } from './.ci/offline.ts'
import { oneFile } from './.ci/one-file.ts'
import { packedPreview } from './.ci/packed-preview.ts'
import { prerender } from './.ci/prerender.ts'
import { vectorExamples } from './.ci/vector-examples.mjs'
import { FOR_EVER, headersFile, metaPolicy } from './hosting/headers.mjs'
import { AWS_HOSTS } from './src/aws/hosts.ts'

/** `AWS_ENDPOINT`, as `npm start -- --aws-endpoint URL` sets it: an origin that stands for all of AWS's hosts. */
function awsEndpoint(): string | undefined {
  const given = process.env.AWS_ENDPOINT
  if (!given) return undefined
  const url = new URL(given)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('The AWS endpoint is an http(s) address.')
  return url.origin
}

/** Writes the policy into the built page, and the headers for the hosts that read them from a file. */
const policyOfBuild: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
  },
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy(AWS_HOSTS) },
      injectTo: 'head-prepend',
    },
  ],
}

/** Serves the built page with another AWS endpoint, without building again. */
const endpointOfPreview: Plugin = {
  name: 'aws-endpoint',
  configurePreviewServer({ config, middlewares }) {
    const endpoint = awsEndpoint()
    if (endpoint === undefined) return
    middlewares.use((request, response, next) => {
      const path = (request.url ?? '/').split('?')[0]
      if (path !== '/' && path !== '/index.html') return next()
      const built = readFileSync(join(config.root, config.build.outDir, 'index.html'), 'utf8')
      const page = built
        .replace(AWS_HOSTS.join(' '), endpoint)
        .replace('</head>', `<meta name="aws-endpoint" content="${endpoint}"></head>`)
      response.setHeader('Content-Type', 'text/html')
      response.end(page)
    })
  },
}

/** Serves what has a hash in its name as the hosts do: a browser keeps it. */
const assetsOfPreview: Plugin = {
  name: 'assets-for-ever',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (request.url?.startsWith('/assets/')) response.setHeader('Cache-Control', FOR_EVER)
      // Browser and server share their cores in the tests, where packing costs more than it saves.
      if (process.env.WHYDENIED_E2E_PORT) delete request.headers['accept-encoding']
      next()
    })
  },
}

/** The bundler names what several parts share after each of them; the first name will do. */
const OUTPUT = {
  codeSplitting: chunks(import.meta.dirname),
  chunkFileNames: ({ name }: { readonly name: string }) => `assets/${name.split('~', 1)[0]}-[hash].js`,
}

export default defineConfig({
  base: './',
  plugins: [
    noCircles,
    fetchBeforeImport(),
    react(),
    tailwindcss(),
    policyOfBuild,
    endpointOfPreview,
    assetsOfPreview,
    packedPreview(),
    licences(),
    vectorExamples,
    ahead(),
    prerender(),
    offline(),
    oneFile(AWS_HOSTS),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4500,
    sourcemap: true,
    // How long each plugin took is no warning for those who only start the page.
    rolldownOptions: { checks: { bundlerTimings: false }, output: OUTPUT },
    license: { fileName: NOTICES },
  },
  server: { port: 5173 },
  // Another port for another endpoint: what a browser keeps of the ordinary page must not answer in its place.
  preview: { port: process.env.AWS_ENDPOINT ? 4174 : 4173 },
})
