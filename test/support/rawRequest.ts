import {request, type IncomingHttpHeaders} from 'node:http'

/** Sends headers that `fetch` keeps to itself, such as `Host`; answers status and headers. */
export function rawRequest(
  url: string,
  headers: Record<string, string>,
): Promise<{status: number | undefined; headers: IncomingHttpHeaders}> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {headers})
    outgoing.on('response', (response) => {
      response.resume()
      resolve({status: response.statusCode, headers: response.headers})
    })
    // A request for an upgrade is answered by one, or refused in plain HTTP.
    outgoing.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve({status: response.statusCode, headers: response.headers})
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}
