export default function Today() {
  return <h1>오늘</h1>
}
