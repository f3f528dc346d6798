import Link from 'next/link'

export default function NotFound() {
  return (
    <>
      <title>Not found</title>
      <h1>Nothing is published here</h1>
      <p>
        <Link href="/">All stories</Link>
      </p>
    </>
  )
}
