import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** What cards are compared with: bare Hono that answers a constant of the same size. */
const constant = 'x'.repeat(Number(process.env['BYTES']))
const headers = { 'content-type': 'text/html; charset=utf-8' }

const app = new Hono()
app.get('*', (c) => c.body(constant, 200, headers))
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env['PORT']) })
