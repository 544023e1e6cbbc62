import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { offline } from './.ci/offline.ts'
import { AWS_HOSTS } from './src/aws/hosts.ts'

/**
 * The policy of the built page. Monaco needs inline styles and data: images; calls go to the page's own origin and to
 * the exact hosts of IAM and STS, or to one endpoint instead of them.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  `connect-src 'self' ${AWS_HOSTS.join(' ')}`,
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** `AWS_ENDPOINT`, as `npm start -- --aws-endpoint URL` sets it: an origin that stands for all of AWS's hosts. */
function awsEndpoint(): string | undefined {
  const given = process.env.AWS_ENDPOINT
  if (!given) return undefined
  const url = new URL(given)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('The AWS endpoint is an http(s) address.')
  return url.origin
}

/** Writes the policy into the built page. */
const policyOfBuild: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
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

export default defineConfig({
  base: './',
  plugins: [react(), tailwindcss(), policyOfBuild, endpointOfPreview, offline()],
  worker: { format: 'es' },
  build: { target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4500 },
  server: { port: 5173 },
  // Another port for another endpoint: what a browser keeps of the ordinary page must not answer in its place.
  preview: { port: process.env.AWS_ENDPOINT ? 4174 : 4173 },
})
