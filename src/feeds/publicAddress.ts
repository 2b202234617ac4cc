import ipaddr from 'ipaddr.js';

/** Address space in use for hosts of the public Internet; what lies outside of it is somebody's private business. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** Public by its number, but a cloud's own service for the machines in it (Azure). */
const cloudServices = new Set(['168.63.129.16']);

/**
 * Whether an IP address belongs to a host of the public Internet. False for loopback, private, link-local, CGNAT,
 * multicast, reserved and documentation ranges, and for every IPv6 form that wraps an IPv4 address (mapped, compatible,
 * NAT64, 6to4, Teredo), whatever it wraps.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6) return parsed.match(globalUnicast);
  return !cloudServices.has(parsed.toString());
}

/**
 * Names that RFC 6761, RFC 6762, RFC 8375 and ICANN keep for private networks, and those without a dot, which only a
 * private network completes: not worth a look-up.
 */
export function isPrivateName(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, '');
  if (name === '' || ipaddr.isValid(name)) return false;
  return (
    /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|svc|home\.arpa)$/.test(name) ||
    !name.includes('.')
  );
}
