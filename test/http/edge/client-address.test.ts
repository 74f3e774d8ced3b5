import { describe, expect, test } from 'vitest'
import { clientNetwork } from '../../../src/http/request/client-address.ts'

describe('the network that a request comes from', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['nonsense', 'unknown'],
    [undefined, 'unknown'],
  ])('of %s is %s', (remote, network) => {
    expect(clientNetwork(remote, undefined, 0)).toBe(network)
  })

  test.each([
    ['believes nobody who is not trusted', 0, '198.51.100.7', '192.0.2.1'],
    ['believes one proxy for one hop', 1, '198.51.100.7', '198.51.100.7'],
    [
      'believes no more hops than there are proxies',
      1,
      '203.0.113.9, 198.51.100.7',
      '198.51.100.7',
    ],
    ['believes two proxies for two hops', 2, '203.0.113.9, 198.51.100.7', '203.0.113.9'],
    ['takes the farthest hop where there are fewer', 3, '203.0.113.9, 198.51.100.7', '203.0.113.9'],
    ['takes the proxy itself where it forwards nothing', 1, undefined, '192.0.2.1'],
    ['stops before what is no address', 2, '203.0.113.9, secret', '192.0.2.1'],
    ['stops before what is no address, farther away', 2, 'unknown, 198.51.100.7', '198.51.100.7'],
    ['takes a port off', 1, '198.51.100.7:4711', '198.51.100.7'],
    ['takes brackets and a port off', 1, '[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['takes an empty header for none', 1, '', '192.0.2.1'],
  ])('%s', (_, trustedProxyCount, forwardedFor, network) => {
    expect(clientNetwork('192.0.2.1', forwardedFor, trustedProxyCount)).toBe(network)
  })
})
