/** Whether a pattern like `POST /channels/:id/messages` or `* /webhooks/**` names this request. */
export function namesRequest(pattern: string, method: string, path: string): boolean {
  const [wanted = '*', route = '/**'] = pattern.split(/\s+/, 2);
  if (wanted !== '*' && wanted.toUpperCase() !== method) return false;
  const expected = route.split('/');
  const actual = path.split('/');
  const open = expected.at(-1) === '**';
  if (open) expected.pop();
  if (open ? actual.length < expected.length : actual.length !== expected.length) return false;
  return expected.every((segment, index) => segment.startsWith(':') || segment === '*' || segment === actual[index]);
}
