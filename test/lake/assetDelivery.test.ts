import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'

import {createImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'

import {temporaryDirectory} from '../support/temporaryDirectory.ts'
import {openLake} from '../../lake/index.ts'
import {clientFor, testLake} from '../support/testLake.ts'
import {animation, download, halves, look, SIDES} from '../support/pictures.ts'

/** A lake with one picture in it, 400 by 200: red on the left, blue on the right. */
async function lakeWithPicture() {
  const open = await testLake()
  const asset = await open.administrator.assets.upload('image', await halves().png().toBuffer())
  return {...open, asset}
}

describe('a picture as its address asks for it', () => {
  it.each([
    ['w=100', 100, 50, ['red', 'blue']],
    ['h=100', 200, 100, ['red', 'blue']],
    ['w=100&dpr=2', 200, 100, ['red', 'blue']],
    ['w=800', 800, 400, ['red', 'blue']],
    ['w=800&fit=max', 400, 200, ['red', 'blue']],
    ['w=100&h=100', 100, 50, ['red', 'blue']],
    ['w=100&h=100&fit=scale', 100, 100, ['red', 'blue']],
    ['w=100&h=100&fit=crop', 100, 100, ['red', 'blue']],
    ['w=100&h=100&fit=crop&crop=left', 100, 100, ['red', 'red']],
    ['w=100&h=100&fit=crop&crop=right', 100, 100, ['blue', 'blue']],
    ['w=100&h=100&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.5', 100, 100, ['blue', 'blue']],
    ['w=100&h=100&fit=crop&crop=entropy', 100, 100, ['red', 'blue']],
    ['w=400&h=400&fit=min', 200, 200, ['red', 'blue']],
    ['rect=0,0,200,200', 200, 200, ['red', 'red']],
    ['rect=200,50,100,50&w=50', 50, 25, ['blue', 'blue']],
    ['rect=300,0,900,900', 100, 200, ['blue', 'blue']],
    ['invert=true&sat=-100', 400, 200, ['155,155,155', '193,193,193']],
    ['w=100&unknown=1', 100, 50, ['red', 'blue']],
  ])('%s', async (query, width, height, colours) => {
    const {asset} = await lakeWithPicture()
    const {bytes} = await download(`${asset.url}?${query}`)
    expect(await look(bytes, SIDES)).toEqual({width, height, colours})
  })

  it('lies on a ground of the colour that is asked for, where it leaves room', async () => {
    const {asset} = await lakeWithPicture()
    const corners: [number, number][] = [
      [0.5, 0.05],
      [0.1, 0.5],
    ]
    const filled = await download(`${asset.url}?w=100&h=100&fit=fill&bg=00ff00`)
    expect(await look(filled.bytes, corners)).toEqual({
      width: 100,
      height: 100,
      colours: ['0,255,0', 'red'],
    })
    const framed = await download(`${asset.url}?w=600&h=600&fit=fillmax&bg=0f0&fm=jpg&q=100`)
    const {width, height} = await look(framed.bytes)
    expect([width, height]).toEqual([600, 600])
  })

  it('comes in the format that is asked for, or that the browser takes', async () => {
    const {asset} = await lakeWithPicture()
    const formats = []
    for (const [query, accept] of [
      ['w=50', '*/*'],
      ['fm=jpg', '*/*'],
      ['fm=webp&w=50', '*/*'],
      ['auto=format', 'image/avif,image/webp,*/*'],
      ['auto=format', '*/*'],
    ] as const) {
      const {response, bytes} = await download(`${asset.url}?${query}`, {accept})
      const {format} = await sharp(bytes).metadata()
      formats.push([response.headers.get('content-type'), format, response.headers.get('vary')])
    }
    expect(formats).toEqual([
      ['image/png', 'png', 'origin'],
      ['image/jpeg', 'jpeg', 'origin'],
      ['image/webp', 'webp', 'origin'],
      ['image/webp', 'webp', 'accept, origin'],
      ['image/png', 'png', 'accept, origin'],
    ])
    const [fine, coarse] = [
      await download(`${asset.url}?fm=jpg&q=95`),
      await download(`${asset.url}?fm=jpg&q=5`),
    ]
    expect(coarse.bytes.length).toBeLessThan(fine.bytes.length)
  })

  it('keeps an animation moving, and stops it at its first frame', async () => {
    const {administrator} = await testLake()
    const moving = await animation()
    const {url} = await administrator.assets.upload('image', moving)
    const pages = async (query: string): Promise<unknown> => {
      const {format, pages = 1, width} = await sharp((await download(url + query)).bytes).metadata()
      return [format, pages, width]
    }
    expect(await pages('?w=20')).toEqual(['gif', 2, 20])
    expect(await pages('?w=20&fm=webp')).toEqual(['webp', 2, 20])
    expect(await pages('?w=20&frame=1')).toEqual(['gif', 1, 20])
    expect(await pages('?w=20&fm=png')).toEqual(['png', 1, 20])
  })

  it('is where the builder of addresses looks for it, crop and hotspot kept', async () => {
    const {administrator, asset} = await lakeWithPicture()
    const image = {
      asset: {_ref: asset._id},
      crop: {left: 0, right: 0.25, top: 0, bottom: 0},
      hotspot: {x: 0.6, y: 0.5, width: 0.1, height: 0.1},
    }
    const builder = createImageUrlBuilder(administrator).image(image)
    const {bytes} = await download(builder.width(60).height(60).url())
    expect(await look(bytes, SIDES)).toEqual({width: 60, height: 60, colours: ['red', 'blue']})
    expect(new URL(builder.width(60).url()).host).toBe(new URL(asset.url).host)
  })

  it('says which parameter is wrong', async () => {
    const {asset} = await lakeWithPicture()
    for (const query of [
      'w=wide',
      'w=0',
      'h=9000',
      'fit=squeeze',
      'rect=1,2,3',
      'dpr=9',
      'bg=red',
    ]) {
      const {response, bytes} = await download(`${asset.url}?${query}`)
      const name = query.split('=')[0]
      expect([response.status, JSON.parse(bytes.toString()).message]).toEqual([
        400,
        expect.stringContaining(`The parameter "${name}": `),
      ])
    }
    const huge = await download(`${asset.url}?w=8000&h=8000&fit=scale`)
    expect(huge.response.status).toBe(400)
  })
})

describe('delivery', () => {
  it('is for ever, and told once', async () => {
    const {asset} = await lakeWithPicture()
    for (const url of [asset.url, `${asset.url}?w=50`]) {
      const {response} = await download(url)
      const etag = response.headers.get('etag') ?? ''
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const again = await download(url, {'if-none-match': etag})
      expect([again.response.status, again.bytes.length]).toEqual([304, 0])
    }
  })

  it('gives parts of a file', async () => {
    const {administrator} = await testLake()
    const {url} = await administrator.assets.upload('file', Buffer.from('0123456789'), {
      filename: 'digits.txt',
    })
    const parts = []
    for (const range of ['bytes=2-4', 'bytes=7-', 'bytes=-2', 'bytes=0-99', 'bytes=10-12', 'x']) {
      const {response, bytes} = await download(url, {range})
      parts.push([response.status, response.headers.get('content-range'), bytes.toString()])
    }
    expect(parts).toEqual([
      [206, 'bytes 2-4/10', '234'],
      [206, 'bytes 7-9/10', '789'],
      [206, 'bytes 8-9/10', '89'],
      [206, 'bytes 0-9/10', '0123456789'],
      [416, 'bytes */10', ''],
      [200, null, '0123456789'],
    ])
    const head = await fetch(url, {method: 'HEAD'})
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '10'])
  })

  it('runs nothing: drawings and pages come without scripts, and pages are saved', async () => {
    const {administrator} = await testLake()
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>'
    const svg = await administrator.assets.upload('image', Buffer.from(drawing))
    const html = await administrator.assets.upload('file', Buffer.from('<script></script>'), {
      filename: 'page.html',
    })
    const headers = []
    const text = await administrator.assets.upload('file', Buffer.from('Hello'), {
      filename: 'note.txt',
    })
    const pdf = await administrator.assets.upload('file', Buffer.from('%PDF-1.4'), {
      filename: 'ruling.pdf',
    })
    for (const {url} of [svg, html, text, pdf]) {
      const {response} = await download(url)
      headers.push(
        [
          'content-type',
          'content-disposition',
          'content-security-policy',
          'x-content-type-options',
        ].map((name) => response.headers.get(name)),
      )
    }
    const policy =
      "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; sandbox"
    expect(headers).toEqual([
      ['image/svg+xml', 'inline', policy, 'nosniff'],
      ['text/html; charset=utf-8', 'attachment', policy, 'nosniff'],
      ['text/plain; charset=utf-8', 'inline', policy, 'nosniff'],
      ['application/pdf', 'inline', null, 'nosniff'],
    ])
    const {response} = await download(`${svg.url}?dl=my drawing.svg`)
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''my%20drawing.svg",
    )
  })

  it('knows no other files than those of assets', async () => {
    const {url, asset} = await lakeWithPicture()
    const name = asset.path?.split('/').at(-1)
    for (const path of [
      `images/other/production/${name}`,
      `images/storygraph/elsewhere/${name}`,
      `files/storygraph/production/${name}`,
      'images/storygraph/production/..%2f..%2fproduction.db',
      'files/storygraph/production/..%2f..%2f..%2ftoken',
      'files/storygraph/production/%2e%2e',
      'images/storygraph/production/0000000000000000000000000000000000000000-1x1.png',
    ]) {
      const {response} = await download(`${url}/${path}`)
      expect([path, response.status]).toEqual([path, 404])
    }
  })
})

describe('a picture that nothing published shows', () => {
  it('is listed for nobody without a token, though whoever has its address sees it', async () => {
    const {administrator, anonymous, asset} = await lakeWithPicture()
    const image = {_type: 'image', asset: refTo(asset._id)}
    await administrator.create({_id: 'drafts.story', _type: 'article', image})
    const heard: string[] = []
    const listening = await new Promise<{unsubscribe: () => void}>((connected) => {
      const events = ['welcome', 'mutation'] as const
      const subscription = anonymous.listen('*', {}, {events: [...events]}).subscribe((event) => {
        if (event.type === 'welcome') connected(subscription)
        if (event.type === 'mutation') heard.push(event.documentId)
      })
    })
    const pictures = '*[_type == "sanity.imageAsset"]._id'
    expect(await anonymous.fetch(pictures)).toEqual([])
    expect(await anonymous.getDocument(asset._id)).toBe(undefined)
    expect(await administrator.fetch(pictures)).toEqual([asset._id])
    expect((await download(`${asset.url}?w=20`)).response.status).toBe(200)

    await administrator.create({_id: 'story', _type: 'article', image})
    expect(await anonymous.fetch(pictures)).toEqual([asset._id])
    await administrator.patch(asset._id).set({altText: 'A harbour'}).commit()
    await expect.poll(() => heard).toEqual(['story', asset._id])
    listening.unsubscribe()
  })
})

describe('an asset that goes', () => {
  it('takes its file and all that was drawn from it along, in its dataset alone', async () => {
    const directory = temporaryDirectory()
    const {administrator} = await testLake({directory, datasets: ['production', 'archive']})
    const bytes = await halves().png().toBuffer()
    const asset = await administrator.assets.upload('image', bytes)
    const archive = administrator.withConfig({dataset: 'archive'})
    const kept = await archive.assets.upload('image', bytes)
    await download(`${asset.url}?w=50`)
    expect(filesOf(directory, 'production')).toHaveLength(2)
    await administrator.create({_id: 'story', _type: 'article', image: {asset: refTo(asset._id)}})
    await expect(administrator.delete(asset._id)).rejects.toMatchError(
      409,
      'documentHasExistingReferencesError',
    )
    expect((await download(asset.url)).response.status).toBe(200)

    await administrator.delete('story')
    await administrator.delete(asset._id)
    expect((await download(asset.url)).response.status).toBe(404)
    expect((await download(`${asset.url}?w=50`)).response.status).toBe(404)
    expect(filesOf(directory, 'production')).toEqual([])
    expect((await download(kept.url)).bytes.equals(bytes)).toBe(true)
  })

  it('leaves no file behind, even if the lake was stopped before it could be removed', async () => {
    const directory = temporaryDirectory()
    const first = openLake({projectId: 'storygraph', datasets: ['production'], directory})
    const client = clientFor((await first.listen()).url, first.token)
    const kept = await client.assets.upload('image', await halves().png().toBuffer())
    const asset = await client.assets.upload('image', await halves().jpeg().toBuffer())
    const lost = `${directory}/assets/production/images/${asset.path?.split('/').at(-1)}`
    const bytes = readFileSync(lost)
    await client.delete(asset._id)
    await first.close()
    writeFileSync(lost, bytes)
    mkdirSync(`${directory}/assets/production/incoming`, {recursive: true})
    writeFileSync(`${directory}/assets/production/incoming/half`, bytes)

    await testLake({directory})
    expect(filesOf(directory, 'production')).toEqual([kept.path?.split('/').at(-1)])
  })

  it('is there again when it is sent again, and after the lake was restarted elsewhere', async () => {
    const directory = temporaryDirectory()
    const first = openLake({projectId: 'storygraph', datasets: ['production'], directory})
    const client = clientFor((await first.listen()).url, first.token)
    const bytes = await halves().png().toBuffer()
    const {_id} = await client.assets.upload('image', bytes)
    await client.delete(_id)
    expect((await client.assets.upload('image', bytes))._id).toBe(_id)
    await first.close()

    const second = await testLake({directory})
    const asset = await second.administrator.getDocument(_id)
    expect(asset?.['url']).toBe(`${second.url}/${String(asset?.['path'])}`)
    expect((await download(String(asset?.['url']))).bytes.equals(bytes)).toBe(true)
  })
})

function refTo(_ref: string) {
  return {_type: 'reference', _ref}
}

/** The files that lie in a data directory for the assets of a dataset. */
function filesOf(directory: string, dataset: string): string[] {
  return readdirSync(`${directory}/assets/${dataset}`, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name}) => name)
}
