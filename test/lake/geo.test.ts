import {describe, expect, it} from 'vitest'

import {testLake} from '../support/testLake.ts'

/** A square of ten degrees with a hole of two in its middle, as GeoJSON. */
const SQUARE = {
  type: 'Polygon',
  coordinates: [ring([0, 0], [10, 0], [10, 10], [0, 10]), ring([4, 4], [6, 4], [6, 6], [4, 6])],
}
const FAR = ring([20, 20], [30, 20], [30, 30], [20, 30])
const ISLANDS = {type: 'MultiPolygon', coordinates: [SQUARE.coordinates, [FAR]]}

describe('geo()', () => {
  it.each([
    ['geo({"lat": 54.5, "lng": -25})', point(-25, 54.5)],
    ['geo({"_type": "geopoint", "lat": 54.5, "lng": 25, "alt": 90})', point(25, 54.5)],
    ['geo({"lat": 54.5, "lon": 25})', point(25, 54.5)],
    ['geo::latLng(54.5, -25)', point(-25, 54.5)],
    ['global::geo(geo({"type": "Point", "coordinates": [1, 2, 3]}))', point(1, 2, 3)],
    ['geo($square)', SQUARE],
    ['geo({...$islands, "properties": {}})', ISLANDS],
    ['// geo(\n["geo(", geo(null)]', ['geo(', null]],
    ['*[_id == "minsk"]{"at": geo(place), "no": geo(name)}', [{at: point(27.5, 53.9), no: null}]],
    ['*[_id == "minsk" && geo(place)]', []],
  ])('answers %s', async (query, result) => {
    const {administrator} = await lakeOfPlaces()
    expect(await administrator.fetch(query, {square: SQUARE, islands: ISLANDS})).toEqual(result)
  })

  it.each([
    ['half a place', {lat: 1}],
    ['two longitudes', {lat: 1, lng: 2, lon: 2}],
    ['a place off the globe', {lat: 91, lng: 0}],
    ['words for numbers', {lat: '1', lng: '2'}],
    ['a point of one number', {type: 'Point', coordinates: [1]}],
    ['coordinates of another type', {type: 'Polygon', coordinates: [1, 2]}],
    ['no coordinates', {type: 'MultiPoint', coordinates: []}],
    ['a line of one place', {type: 'LineString', coordinates: [[1, 2]]}],
    ['an open ring', {type: 'Polygon', coordinates: [FAR.slice(1)]}],
    ['a ring that stands still', {type: 'Polygon', coordinates: [[[20, 20], ...FAR]]}],
    [
      'a ring that crosses itself',
      {type: 'Polygon', coordinates: [ring([0, 0], [10, 10], [10, 0], [0, 10])]},
    ],
    ['a type that has no coordinates', {type: 'GeometryCollection', geometries: []}],
  ])('is nothing for %s', async (_, value) => {
    const {administrator} = await testLake()
    expect(await administrator.fetch('[geo($value), geo({...$value})]', {value})).toEqual([
      null,
      null,
    ])
  })

  it.each([
    ['1 + geo()', 'geo', 4, 7],
    ['geo(1, 2)', 'geo', 0, 3],
    ['[geo::contains(1)]', 'geo::contains', 1, 14],
    ['geo::latLng(1, 2, 3)', 'geo::latLng', 0, 11],
  ])('and its relatives refuse %s', async (query, name, start, end) => {
    const {administrator} = await testLake()
    const refused = await administrator.fetch(query).catch((error: unknown) => error)
    expect(refused).toMatchError(400)
    const description = `Incorrect number of arguments to function ${name}()`
    const details = {type: 'queryParseError', description, query, start, end}
    expect(refused).toHaveProperty('details', details)
  })

  it('leaves the place of a mistake where it is', async () => {
    const {administrator} = await testLake()
    const query = '[geo(1), geo(2), 3 +]'
    const refused = await administrator.fetch(query).catch((error: unknown) => error)
    expect(refused).toHaveProperty('details.start', query.indexOf(']'))
  })
})

describe('geo::contains() and geo::intersects()', () => {
  it.each([
    ['a place inside', point(2, 2), true, true],
    ['a place on the edge', point(0, 5), true, true],
    ['a place in the hole', point(5, 5), false, false],
    ['a place elsewhere', point(15, 5), false, false],
    [
      'a place on either island',
      {
        type: 'MultiPoint',
        coordinates: [
          [2, 2],
          [25, 25],
        ],
      },
      true,
      true,
    ],
    [
      'a place here and one there',
      {
        type: 'MultiPoint',
        coordinates: [
          [2, 2],
          [15, 5],
        ],
      },
      false,
      true,
    ],
    ['a line inside', line([1, 1], [9, 1]), true, true],
    ['a line along the edge', line([0, 0], [0, 10]), true, true],
    ['a line over the hole, from land to land', line([1, 5], [9, 5]), false, true],
    ['a line from island to island', line([9, 9], [21, 21]), false, true],
    ['a line that touches a corner', line([-5, 5], [5, -5]), false, true],
    ['a line that passes by', line([-5, 4], [4, -5]), false, false],
    ['itself', ISLANDS, true, true],
    ['one island', {type: 'Polygon', coordinates: [FAR]}, true, true],
    [
      'one island and its hole',
      {type: 'Polygon', coordinates: [SQUARE.coordinates[0]]},
      false,
      true,
    ],
    ['what fills the hole', {type: 'Polygon', coordinates: [SQUARE.coordinates[1]]}, false, true],
    ['what lies in the hole', area([4.5, 4.5], [5.5, 4.5], [5.5, 5.5]), false, false],
    ['what lies around both', area([-9, -9], [80, -9], [-9, 80]), false, true],
  ])('with %s', async (_, other, isContained, doesIntersect) => {
    const {administrator} = await testLake()
    const query = `{
      "contains": geo::contains($islands, $other),
      "intersects": geo::intersects(geo($islands), geo($other)),
      "turned": geo::intersects($other, $islands)
    }`
    expect(await administrator.fetch(query, {islands: ISLANDS, other})).toEqual({
      contains: isContained,
      intersects: doesIntersect,
      turned: doesIntersect,
    })
  })

  it('are nothing when one of the two is no geography', async () => {
    const {administrator} = await testLake()
    const query = '[geo::contains($islands, 1), geo::intersects(null, $islands)]'
    expect(await administrator.fetch(query, {islands: ISLANDS})).toEqual([null, null])
  })

  it('filter documents', async () => {
    const {administrator} = await lakeOfPlaces()
    const box = area([26, 51.5], [32.5, 51.5], [32.5, 56], [26, 56])
    const query = '*[_type == "town" && geo::contains($box, place)]._id'
    expect(await administrator.fetch(query, {box})).toEqual(['minsk'])
  })
})

describe('geo::distance()', () => {
  it('is in metres along the surface', async () => {
    const {administrator} = await testLake()
    // A quarter of a circle whose radius is that of the equator.
    const quarter = (Math.PI / 2) * 6_378_137
    const query = `[
      geo::distance({"lat": 0, "lng": 0}, {"lat": 0, "lng": 90}),
      geo::distance(geo({"lat": 90, "lng": 0}), {"lat": 0, "lng": 77}),
      geo::distance({"lat": 5, "lng": 5}, {"lat": 5, "lng": 5}),
      geo::distance({"lat": 0, "lng": 179}, {"lat": 0, "lng": -91})
    ]`
    const distances: number[] = await administrator.fetch(query)
    const expected = [quarter, quarter, 0, quarter]
    expect(distances.map(Math.round)).toEqual(expected.map(Math.round))
  })

  it('is nothing for what is no point', async () => {
    const {administrator} = await testLake()
    const query = '[geo::distance($islands, {"lat": 1, "lng": 1}), geo::distance(1, 2)]'
    expect(await administrator.fetch(query, {islands: ISLANDS})).toEqual([null, null])
  })

  it('orders documents, those without a place last', async () => {
    const {administrator} = await lakeOfPlaces()
    const query = `*[_type == "town"] | order(_id desc)
      | order(geo::distance(place, {"lat": 52.2, "lng": 21}))._id`
    expect(await administrator.fetch(query)).toEqual(['warsaw', 'vilnius', 'minsk', 'nowhere'])
  })

  it('looks at the document around a sub-query', async () => {
    const {administrator} = await lakeOfPlaces()
    const query = `*[_id == "minsk"]{
      "near": *[_type == "town" && _id != ^._id && geo::distance(place, ^.place) < 200000]._id
    }`
    expect(await administrator.fetch(query)).toEqual([{near: ['vilnius']}])
  })
})

async function lakeOfPlaces() {
  const opened = await testLake()
  await opened.administrator
    .transaction()
    .create({_id: 'minsk', _type: 'town', name: 'Minsk', place: geopoint(53.9, 27.5)})
    .create({_id: 'vilnius', _type: 'town', place: geopoint(54.7, 25.3)})
    .create({_id: 'warsaw', _type: 'town', place: geopoint(52.2, 21)})
    .create({_id: 'nowhere', _type: 'town'})
    .commit()
  return opened
}

function geopoint(lat: number, lng: number) {
  return {_type: 'geopoint', lat, lng}
}

function point(...coordinates: number[]) {
  return {type: 'Point', coordinates}
}

function line(...coordinates: number[][]) {
  return {type: 'LineString', coordinates}
}

function area(...corners: number[][]) {
  return {type: 'Polygon', coordinates: [ring(...corners)]}
}

/** Corners, the first of them again at the end. */
function ring(...corners: number[][]): number[][] {
  return [...corners, ...corners.slice(0, 1)]
}
