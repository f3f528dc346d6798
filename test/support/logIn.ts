/** Logs in as Studio at `origin` does, and answers the token that it gets. */
export async function logIn(url: string, origin: string): Promise<string> {
  const login = await fetch(`${url}/v1/auth/login/embedded?origin=${origin}`, {redirect: 'manual'})
  const sid = new URL(login.headers.get('location') ?? '').hash.replace('#sid=', '')
  const {token} = await (await fetch(`${url}/v1/auth/fetch?sid=${sid}`)).json()
  return token
}
