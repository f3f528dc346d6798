import {createHash} from 'node:crypto'

import sharp from 'sharp'
import {describe, expect, it} from 'vitest'

import {clientFor, testLake} from '../support/testLake.ts'
import {animation, download, halves, look, photograph, SIDES} from '../support/pictures.ts'

describe('uploading a picture', () => {
  it('makes a document that describes it, named by what is in it', async () => {
    const {administrator, url} = await testLake()
    const bytes = await halves().png().toBuffer()
    const asset = await administrator.assets.upload('image', bytes, {
      filename: 'harbour.png',
      title: 'Harbour',
      source: {id: '7', name: 'agency', url: 'https://agency.example/7'},
    })
    const sha1 = createHash('sha1').update(bytes).digest('hex')
    const {metadata, uploadId, _createdAt, _updatedAt, _rev, ...fields} = asset
    const path = `images/storygraph/production/${sha1}-400x200.png`
    expect(fields).toEqual({
      _id: `image-${sha1}-400x200-png`,
      _type: 'sanity.imageAsset',
      assetId: sha1,
      sha1hash: sha1,
      extension: 'png',
      mimeType: 'image/png',
      size: bytes.length,
      originalFilename: 'harbour.png',
      title: 'Harbour',
      source: {
        _type: 'sanity.assetSourceData',
        id: '7',
        name: 'agency',
        url: 'https://agency.example/7',
      },
      path,
      url: `${url}/${path}`,
    })
    const {lqip, blurHash, palette, ...others} = metadata
    expect(others).toEqual({
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width: 400, height: 200, aspectRatio: 2},
      hasAlpha: false,
      isOpaque: true,
    })
    const swatch = {_type: 'sanity.imagePaletteSwatch', foreground: '#fff', title: '#fff'}
    expect(palette?.darkVibrant).toEqual({...swatch, background: '#c81414', population: 48.44})
    expect(blurHash).toHaveLength(28)
    const preview = Buffer.from(lqip?.split(',')[1] ?? '', 'base64')
    expect(await look(preview, SIDES)).toEqual({width: 20, height: 10, colours: ['red', 'blue']})
    expect((await download(asset.url)).bytes.equals(bytes)).toBe(true)
  })

  it('keeps neither the place nor the camera, the author or the name of the file', async () => {
    const {administrator} = await testLake()
    const bytes = await photograph()
    const asset = await administrator.assets.upload('image', bytes)
    const stored = (await download(asset.url)).bytes
    const {exif, xmp, iptc} = await sharp(stored).metadata()
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined])
    expect(stored.includes('Jane Roe')).toBe(false)
    expect(JSON.stringify(asset)).not.toMatch(/Jane|2024|51\.5|originalFilename/)
    expect(await sharp(stored).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer())
  })

  it('tells what is asked for, and leaves it out of the file all the same', async () => {
    const {administrator} = await testLake()
    const extract = ['exif', 'image', 'location'] as const
    const asset = await administrator.assets.upload('image', await photograph(), {
      extract: [...extract],
    })
    expect(asset.metadata).toEqual({
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width: 400, height: 200, aspectRatio: 2},
      hasAlpha: false,
      isOpaque: true,
      exif: expect.objectContaining({DateTimeOriginal: '2024-05-06T07:08:09.000Z'}),
      image: expect.objectContaining({Artist: 'Jane Roe'}),
      location: {_type: 'geopoint', lat: 51.5, lng: -0.75},
    })
    expect((await sharp((await download(asset.url)).bytes).metadata()).exif).toBe(undefined)
  })

  it('shows a turned photograph the right way up, without a pixel changed', async () => {
    const {administrator} = await testLake()
    const turned = await sharp(await photograph())
      .withMetadata({orientation: 6})
      .jpeg()
      .toBuffer()
    const asset = await administrator.assets.upload('image', turned)
    expect(asset._id).toMatch(/-200x400-jpg$/)
    const stored = (await download(asset.url)).bytes
    const ends: [number, number][] = [
      [0.5, 0.05],
      [0.5, 0.95],
    ]
    expect(await look(stored, ends)).toEqual({width: 200, height: 400, colours: ['red', 'blue']})
    const small = await download(`${asset.url}?w=50`)
    expect(await look(small.bytes, ends)).toEqual({
      width: 50,
      height: 100,
      colours: ['red', 'blue'],
    })
  })

  it('is one asset, however often and with whatever notes the same picture comes', async () => {
    const {administrator} = await testLake()
    const [plain, noted] = [await halves().jpeg({quality: 95}).toBuffer(), await photograph()]
    const ids = []
    for (const bytes of [noted, noted, plain]) {
      ids.push((await administrator.assets.upload('image', bytes))._id)
    }
    expect(new Set(ids).size).toBe(1)
    expect(await administrator.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
  })

  it('takes the other formats that the hosted service takes and sharp decodes', async () => {
    const {administrator} = await testLake()
    const uploads: [Buffer, string][] = [
      [await animation(), 'gif'],
      [await halves(40, 20).webp().toBuffer(), 'webp'],
      [await halves(40, 20).avif().toBuffer(), 'avif'],
      [
        await halves(40, 20)
          .withExif({IFD0: {Artist: 'Jane Roe'}})
          .tiff()
          .toBuffer(),
        'tif',
      ],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'), 'svg'],
    ]
    for (const [bytes, extension] of uploads) {
      const asset = await administrator.assets.upload('image', bytes, {extract: []})
      expect([asset._id, asset.metadata.dimensions.aspectRatio]).toEqual([
        `image-${asset.assetId}-40x20-${extension}`,
        2,
      ])
      const stored = (await download(asset.url)).bytes
      expect(stored.includes('Jane Roe')).toBe(false)
      expect(createHash('sha1').update(stored).digest('hex')).toBe(asset.sha1hash)
    }
  })

  it('leaves no note in PNG, WebP, GIF and AVIF either', async () => {
    const {administrator} = await testLake()
    const noted = halves(40, 20).withExif({IFD0: {Artist: 'Jane Roe', Orientation: '6'}})
    const gif = await halves(40, 20).gif().toBuffer()
    const comment = Buffer.from('\x21\xfe\x08Jane Roe\x00', 'latin1')
    const uploads = [
      await noted.clone().png().toBuffer(),
      await noted.clone().webp().toBuffer(),
      await noted.clone().avif().toBuffer(),
      Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1)]),
    ]
    for (const bytes of uploads) {
      expect(bytes.includes('Jane Roe')).toBe(true)
      const asset = await administrator.assets.upload('image', bytes, {extract: []})
      const stored = (await download(asset.url)).bytes
      expect(stored.includes('Jane Roe')).toBe(false)
      const again = await administrator.assets.upload('image', stored, {extract: []})
      expect(again._id).toBe(asset._id)
    }
  })
})

describe('uploading a file', () => {
  it('keeps it as it is, named by what is in it and what it is called', async () => {
    const {administrator, url} = await testLake()
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF')
    const {_createdAt, _updatedAt, _rev, uploadId, ...asset} = await administrator.assets.upload(
      'file',
      pdf,
      {filename: 'C:\\Users\\jane\\ruling.PDF', label: 'court'},
    )
    const sha1 = createHash('sha1').update(pdf).digest('hex')
    const path = `files/storygraph/production/${sha1}.pdf`
    expect(asset).toEqual({
      _id: `file-${sha1}-pdf`,
      _type: 'sanity.fileAsset',
      assetId: sha1,
      sha1hash: sha1,
      extension: 'pdf',
      mimeType: 'application/pdf',
      size: pdf.length,
      originalFilename: 'ruling.PDF',
      label: 'court',
      path,
      url: `${url}/${path}`,
    })
    const {response, bytes} = await download(asset.url)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(bytes.equals(pdf)).toBe(true)
    const unnamed = await administrator.assets.upload('file', pdf, {contentType: 'text/csv'})
    expect(unnamed._id).toBe(`file-${sha1}-csv`)
  })
})

describe('refusing an upload', () => {
  it('takes none from who may not write, nor into a dataset that is not there', async () => {
    const {lake, url, anonymous} = await testLake({loginRole: 'viewer', studioOrigins: [STUDIO]})
    const viewer = clientFor(url, await logIn(url))
    const bytes = await halves(4, 4).png().toBuffer()
    await expect(anonymous.assets.upload('image', bytes)).rejects.toMatchError(401)
    await expect(anonymous.assets.upload('file', bytes)).rejects.toMatchError(401)
    await expect(viewer.assets.upload('image', bytes)).rejects.toMatchError(403)
    await expect(viewer.assets.upload('file', bytes)).rejects.toMatchError(403)
    const elsewhere = clientFor(url, lake.token, 'elsewhere')
    await expect(elsewhere.assets.upload('file', bytes)).rejects.toMatchError(404)
    expect(lake.count('production')).toBe(0)
  })

  it('says what is wrong with what is no picture, or a damaged one', async () => {
    const {administrator} = await testLake()
    const png = await halves(40, 20).png({compressionLevel: 0}).toBuffer()
    const jpeg = await halves(400, 200).jpeg().toBuffer()
    const entities = '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"/>'
    const cases: [Buffer, RegExp][] = [
      [Buffer.from(''), /no picture that the lake can read/],
      [Buffer.from('<html><script>alert(1)</script></html>'), /no picture/],
      [Buffer.from('%PDF-1.4'), /no picture/],
      [Buffer.from(entities), /no picture/],
      [png.subarray(0, 200), /PNG is damaged/],
      [jpeg.subarray(0, jpeg.length / 2), /cannot be read/],
      [Buffer.from('GIF89a'), /GIF is damaged/],
    ]
    for (const [bytes, message] of cases) {
      const refused = administrator.assets.upload('image', bytes)
      await expect(refused).rejects.toThrow(message)
      await expect(refused).rejects.toMatchError(400)
    }
    const html = Buffer.from('<html><script>alert(1)</script></html>')
    await expect(
      administrator.assets.upload('image', html, {filename: 'a.jpg', contentType: 'image/jpeg'}),
    ).rejects.toMatchError(400)
    await expect(administrator.assets.upload('file', Buffer.from(''))).rejects.toThrow(/empty/)
    expect(await administrator.fetch('count(*)')).toBe(0)
  })

  it('takes no picture that would fill the memory, and no parameter it does not know', async () => {
    const {administrator, url, lake} = await testLake()
    const small = await sharp({
      create: {width: 12_000, height: 12_000, channels: 3, background: '#fff'},
    })
      .png()
      .toBuffer()
    expect(small.length).toBeLessThan(2_000_000)
    const bomb = administrator.assets.upload('image', small)
    await expect(bomb).rejects.toThrow(/144 megapixels; at most 100/)
    await expect(bomb).rejects.toMatchError(413)
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"/>'
    await expect(administrator.assets.upload('image', Buffer.from(drawing))).rejects.toMatchError(
      413,
    )
    await expect(
      administrator.assets.upload('image', Buffer.alloc(64_000_001)),
    ).rejects.toMatchError(413)
    const response = await fetch(`${url}/v1/assets/images/production?meta=secrets`, {
      method: 'POST',
      body: 'x',
      headers: {authorization: `Bearer ${lake.token}`},
    })
    expect([response.status, (await response.json()).message]).toEqual([
      400,
      'The parameter "meta": "secrets" is none of blurhash, exif, image, location, lqip, palette and none.',
    ])
  })
})

const STUDIO = 'http://localhost:3333'

/** Logs in as Studio does; returns the token. */
async function logIn(url: string): Promise<string> {
  const login = `${url}/v1/auth/login/embedded?origin=${encodeURIComponent(STUDIO)}`
  const back = (await fetch(login, {redirect: 'manual'})).headers.get('location') ?? ''
  const session = await fetch(`${url}/v1/auth/fetch?${new URL(back).hash.slice(1)}`)
  const {token}: {token: string} = await session.json()
  return token
}
