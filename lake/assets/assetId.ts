/** What the id of an asset document says of its file. */
export interface AssetName {
  kind: 'file' | 'image'
  /** The name in an address and on disk: `<sha1>-<width>x<height>.<extension>`, or `<sha1>.<extension>`. */
  file: string
  extension: string
}

const ID = /^(?:(image)-([\da-f]{40}-\d{1,6}x\d{1,6})|(file)-([\da-f]{40}))-([\da-z]{1,16})$/
const FILE = /^([\da-f]{40}(?:-\d{1,6}x\d{1,6})?)\.([\da-z]{1,16})$/

/** Reads the id of an asset document; `undefined` for any other id. */
export function parseAssetId(id: string): AssetName | undefined {
  const [, image, imageName = '', file, fileName = '', extension = ''] = ID.exec(id) ?? []
  if (image) return {kind: 'image', file: `${imageName}.${extension}`, extension}
  return file ? {kind: 'file', file: `${fileName}.${extension}`, extension} : undefined
}

/** The id of the asset that an address names; `undefined` when it names none. */
export function assetIdOf(kind: AssetName['kind'], file: string): string | undefined {
  const [, name, extension] = FILE.exec(file) ?? []
  const id = `${kind}-${name}-${extension}`
  return parseAssetId(id) && id
}
